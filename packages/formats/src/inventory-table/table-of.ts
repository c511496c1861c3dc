/** An inventory as the table that is read back: the long form where every reference has one figure, else activity data. */
import {
  formatNotation,
  isMeasured,
  isMissing,
  parseOwnFactor,
  type Inventory,
  type InventoryRow,
} from '@thousand-cities/model';
import type { Column } from './columns.ts';

export type TableCell = string | number | undefined;

/** Columns by name, and the cells of each row. */
export interface InventoryColumns {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly TableCell[])[];
}

const LONG: readonly Column[] = ['city', 'country', 'year', 'population', 'gpc_ref', 'co2e_tonnes', 'notation_key', 'explanation', 'source', 'gwp_set']; // prettier-ignore
const ACTIVITY: readonly Column[] = ['city', 'country', 'year', 'population', 'gpc_ref', 'activity', 'carrier', 'amount', 'unit', 'factor_source', 'explanation', 'source', 'gwp_set']; // prettier-ignore

/**
 * Lay an inventory out. Figures read back to the same tonnes; gases, quality, intervals and notes have no place in a table.
 *
 * Where a row has activity data, its factor is written beside it (tonnes CO2e by amount), so that a changed amount gives
 * changed emissions by the city's own factor. Ids of rows are the last column, where there are any.
 */
export function tableOf(inventory: Inventory): InventoryColumns {
  const refs = inventory.rows.map(({ ref }) => ref);
  const isLong = new Set(refs).size === refs.length && inventory.rows.every(({ activity }) => activity === undefined);
  const shape = isLong ? LONG : ACTIVITY;
  const columns: readonly Column[] = inventory.rows.some(({ id }) => id !== undefined) ? [...shape, 'row_id'] : shape;
  const namer = new Namer();
  return {
    columns,
    rows: inventory.rows.map((row) => {
      const cells = { ...commonOf(inventory, row), ...(isLong ? longOf(row) : activityOf(row, namer)) };
      return columns.map((column) => (cells as Partial<Record<Column, TableCell>>)[column]);
    }),
  };
}

function commonOf({ city, year, population, gwpSet }: Inventory, { id, ref, co2eTonnes, sources }: InventoryRow) {
  return {
    city: city.name,
    country: city.country,
    year,
    population: population ?? city.population,
    gpc_ref: ref,
    explanation: isMissing(co2eTonnes) ? co2eTonnes.explanation : undefined,
    source: sources.join('; '),
    gwp_set: gwpSet,
    row_id: id,
  };
}

function longOf({ co2eTonnes }: InventoryRow) {
  return isMissing(co2eTonnes) ? { notation_key: keyText(co2eTonnes) } : { co2e_tonnes: co2eTonnes };
}

function keyText(missing: Parameters<typeof formatNotation>[0]): string {
  const keys = missing.keys.filter((key) => key !== 'unknown');
  return formatNotation({ ...missing, keys });
}

function activityOf(row: InventoryRow, namer: Namer) {
  const { co2eTonnes, activity, method, sources } = row;
  const name = activity?.activity ?? 'emissions';
  if (isMissing(co2eTonnes)) {
    return { activity: namer.once(row, name), carrier: activity?.carrier, amount: keyText(co2eTonnes), unit: activity?.unit }; // prettier-ignore
  }
  if (activity && isMeasured(activity)) {
    const { carrier, amount, unit } = activity;
    const written = method === 'own-factor' ? activity.factor : undefined;
    const factor = written ?? factorOf(co2eTonnes, amount, unit, sources);
    if (factor !== undefined) return { activity: name, carrier, amount, unit, factor_source: factor };
  }
  return { activity: namer.once(row, name), carrier: activity?.carrier, amount: co2eTonnes, unit: 't CO2e' };
}

/** The factor as a text that reads back to it; undefined where the unit cannot be written in one. */
function factorOf(tonnes: number, amount: number, unit: string, sources: readonly string[]): string | undefined {
  if (unit === 't CO2e' || !(amount > 0) || !(tonnes >= 0)) return undefined;
  const text = `${tonnes / amount} t CO2e/${unit}${sources.length === 0 ? '' : `, ${sources.join('; ')}`}`;
  try {
    const read = parseOwnFactor(text);
    return read !== undefined && read.gas === 'CO2e' && read.per === unit ? text : undefined;
  } catch {
    return undefined;
  }
}

/** A reference names an activity once: the second one is `emissions 2`. Rows with ids need no such help. */
class Namer {
  readonly #counts = new Map<string, number>();

  once({ id, ref }: InventoryRow, name: string): string {
    if (id !== undefined) return name;
    const key = `${ref}\u0000${name}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count === 1 ? name : `${name} ${count}`;
  }
}
