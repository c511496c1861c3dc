/** What the inventory comes to while it is typed: totals with their gaps, completeness, and what the checks find, each at its cell. */
import {
  BOUNDARIES,
  checkInventory,
  completenessOf,
  isMissing,
  nationalFigures,
  totalsBySector,
  totalsOf,
  type Boundary,
  type Completeness,
  type CountryProfile,
  type GwpSet,
  type Inventory,
  type InventoryFinding,
  type InventoryFindingCode,
  type InventoryTotals,
  type NationalFigures,
  type Sector,
  type Severity,
} from '@thousand-cities/model';
import type { CalculationContext } from './calculate.ts';
import type { GridColumn } from './columns.ts';
import { recordsOf, type GridRecord } from './records.ts';
import { troubleOf, type TroubleCode } from './trouble.ts';

/** What an inventory is held against. */
export interface OverviewContext extends CalculationContext {
  readonly gwp: GwpSet;
  readonly country: CountryProfile;
  /** Inventories of other years. */
  readonly series: readonly Inventory[];
}

/** A finding and the cell it leads to. */
export interface PlacedFinding {
  readonly code: InventoryFindingCode | TroubleCode | 'default-beside';
  readonly severity: Severity;
  readonly values: Readonly<Record<string, string | number>>;
  /** References it is about, as text; empty for the inventory as a whole. */
  readonly refs: string;
  /** Row of the grid. */
  readonly row?: number;
  readonly column: GridColumn;
}

export interface Overview {
  readonly totals: InventoryTotals;
  /** t CO2e by boundary and sector. */
  readonly bySector: Readonly<Record<Boundary, Readonly<Record<Sector, number>>>>;
  readonly completeness: Readonly<Record<Boundary, Completeness>>;
  readonly findings: readonly PlacedFinding[];
}

const byBoundary = <T>(of: (boundary: Boundary) => T): Readonly<Record<Boundary, T>> =>
  Object.fromEntries(BOUNDARIES.map((boundary) => [boundary, of(boundary)])) as Record<Boundary, T>;

/** Everything at once: a few milliseconds for two thousand rows. */
export function overviewOf(inventory: Inventory, context: OverviewContext): Overview {
  return {
    totals: totalsOf(inventory),
    bySector: byBoundary((boundary) => totalsBySector(inventory, boundary)),
    completeness: byBoundary((boundary) => completenessOf(inventory, boundary)),
    findings: findingsOf(inventory, context),
  };
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

function findingsOf(inventory: Inventory, context: OverviewContext): readonly PlacedFinding[] {
  const { gwp, country, series } = context;
  const national = nationalOf(country, inventory.year, gwp);
  const records = recordsOf(inventory);
  const firsts = firstsOf(records);
  const checked = checkInventory({ inventory, gwp, national, series }).map((finding) => placed(finding, firsts));
  return [...troubles(records, context), ...doubled(records), ...checked].toSorted(
    (one, other) => ORDER[one.severity] - ORDER[other.severity],
  );
}

const nationals = new WeakMap<CountryProfile, Map<string, NationalFigures>>();

function nationalOf(country: CountryProfile, year: number, gwp: GwpSet): NationalFigures {
  const own = nationals.get(country) ?? new Map<string, NationalFigures>();
  nationals.set(country, own);
  const key = `${year} ${gwp.id}`;
  const figures = own.get(key) ?? nationalFigures(country, year, gwp);
  own.set(key, figures);
  return figures;
}

/** Rows that were filled and say nothing. */
function troubles(records: readonly GridRecord[], context: CalculationContext): readonly PlacedFinding[] {
  return records.flatMap(({ row, ref }, index): readonly PlacedFinding[] => {
    const trouble = row && troubleOf(row, context);
    if (!trouble) return [];
    const { code, column } = trouble;
    const severity = code === 'amount-missing' ? 'note' : 'error';
    return [{ code, severity, values: {}, refs: ref, row: index, column }];
  });
}

/** A default stands for a whole reference: figures of the city beside it count twice. */
function doubled(records: readonly GridRecord[]): readonly PlacedFinding[] {
  const own = new Set<string>();
  for (const { ref, row } of records) {
    if (row && row.provenance !== 'default' && !isMissing(row.co2eTonnes)) own.add(ref);
  }
  return records.flatMap(({ ref, row }, index): readonly PlacedFinding[] => {
    const isDouble = row?.provenance === 'default' && !isMissing(row.co2eTonnes) && own.has(ref);
    return isDouble
      ? [{ code: 'default-beside', severity: 'warning', values: {}, refs: ref, row: index, column: 'result' }]
      : [];
  });
}

/** The column whose change would settle a finding. */
const COLUMN_OF: readonly (readonly [RegExp, GridColumn])[] = [
  [/unexplained$/, 'note'],
  [/^(ie-|keys-|key-|occurrence|bare-zero|ie$)/, 'key'],
  [/^unit-slip/, 'unit'],
  [/factor/, 'factor'],
  [/^biogenic-as-fossil/, 'carrier'],
];

/** The first row of each reference and sector, and the first of each reference that has no figure. */
interface Firsts {
  readonly of: ReadonlyMap<string, number>;
  readonly open: ReadonlyMap<string, number>;
}

function firstsOf(records: readonly GridRecord[]): Firsts {
  const of = new Map<string, number>();
  const open = new Map<string, number>();
  records.forEach(({ ref, row }, index) => {
    const sector = ref.slice(0, Math.max(0, ref.indexOf('.')));
    if (!of.has(ref)) of.set(ref, index);
    if (!of.has(sector)) of.set(sector, index);
    if (!open.has(ref) && (!row || isMissing(row.co2eTonnes))) open.set(ref, index);
  });
  return { of, open };
}

function placed(finding: InventoryFinding, { of, open }: Firsts): PlacedFinding {
  const { code, severity } = finding;
  const values: PlacedFinding['values'] = finding.values;
  const refs = String(values['refs'] ?? '');
  const [first = ''] = refs.split(', ');
  const column = COLUMN_OF.find(([pattern]) => pattern.test(code))?.[1] ?? 'result';
  const own = column === 'note' || column === 'key' ? open.get(first) : undefined;
  const row = own ?? of.get(first) ?? of.get(String(values['sector']));
  return { code, severity, values, refs, ...(row !== undefined && { row }), column };
}
