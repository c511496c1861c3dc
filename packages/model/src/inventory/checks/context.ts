/** What a check is given, and how it says what it found. */
import type { FindingValues, InventoryFindingCode } from '../../finding-values.ts';
import type { InventoryFinding, Severity } from '../../finding.ts';
import type { GwpSet } from '../../gas.ts';
import type { Sector } from '../gpc.ts';
import type { GpcRef, Inventory, InventoryRow, Reported } from '../types.ts';
import { isMissing } from '../types.ts';

/** National figures to hold a city against. What is not known is absent, and the check that needs it says nothing. */
export interface NationalFigures {
  /** t CO2e per head and year by GPC sector. */
  readonly perHeadBySector?: Readonly<Partial<Record<Sector, number>>>;
  /** t CO2e per head and year in all. */
  readonly perHeadTotal?: number;
  /** t CO2e per MWh of grid electricity in the inventory year. */
  readonly gridTonnesPerMwh?: number;
  /** Municipal solid waste, t per head and year. */
  readonly wastePerHead?: number;
}

/** An inventory with what it can be compared to. */
export interface CheckContext {
  readonly inventory: Inventory;
  /** Inventories of the same city, any order, this one included or not. */
  readonly series?: readonly Inventory[];
  readonly national?: NationalFigures;
  /** The set the inventory names; without it CO2e is not recomputed. */
  readonly gwp?: GwpSet;
}

/** One check: pure, small, and silent when it has nothing to say. */
export type Check = (context: CheckContext) => readonly InventoryFinding[];

/** A finding about a reference of the inventory. `values` carries `refs` and `count` besides what its code asks for. */
export function about<C extends InventoryFindingCode>(
  ref: GpcRef,
  code: C,
  severity: Severity,
  message: string,
  remedy: string,
  values: FindingValues<C>,
): InventoryFinding {
  return {
    code,
    severity,
    path: [ref],
    message,
    remedy,
    values: { refs: ref, count: 1, ...values },
  } as InventoryFinding;
}

/** A finding about the inventory as a whole. */
export function overall<C extends InventoryFindingCode>(
  code: C,
  severity: Severity,
  message: string,
  remedy: string,
  values: FindingValues<C>,
): InventoryFinding {
  return { code, severity, path: [], message, remedy, values: { refs: '', count: 0, ...values } } as InventoryFinding;
}

/** References in a message before "and n more". */
const MOST_NAMED = 8;

/** One finding about several references: the same remark is made once, not at every one of them. Nothing for an empty list. */
export function aboutAll<C extends InventoryFindingCode>(
  refs: readonly GpcRef[],
  code: C,
  severity: Severity,
  say: (named: string, plural: boolean) => string,
  remedy: string,
  values: FindingValues<C>,
): readonly InventoryFinding[] {
  const [first, ...others] = [...new Set(refs)];
  if (first === undefined) return [];
  if (others.length === 0) return [about(first, code, severity, say(first, false), remedy, values)];
  const all = [first, ...others];
  const rest = all.length - MOST_NAMED;
  const named = rest > 0 ? `${all.slice(0, MOST_NAMED).join(', ')} and ${rest} more` : all.join(', ');
  return [overall(code, severity, say(named, true), remedy, { ...values, refs: all.join(', '), count: all.length })];
}

/** A row with a figure. */
export interface FigureRow extends InventoryRow {
  readonly co2eTonnes: number;
}

export function figureRows(inventory: Inventory): readonly FigureRow[] {
  return inventory.rows.filter((row): row is FigureRow => !isMissing(row.co2eTonnes));
}

/** Is it a figure other than nought? */
export function isPositive(value: Reported | undefined): value is number {
  return typeof value === 'number' && value > 0;
}

/** A figure in a few digits for a message. */
export function show(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  return size >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}

/** A ratio that smells of tonnes against kilograms, MWh against GWh: between 500 and 2,000, or the inverse. */
export function isThousandfold(ratio: number): boolean {
  const size = ratio < 1 ? 1 / ratio : ratio;
  return size >= 500 && size <= 2000;
}
