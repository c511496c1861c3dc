/** What belongs together in an inventory and in a plan, and by what their items are known, for putting two edits together. */
import type { InventoryRow } from '@thousand-cities/model';
import { matchRows } from './match-rows.ts';
import type { Json, MergeRules } from './merge.ts';

/** A figure with what it was worked out from: half from one person and half from another would be a wrong number. */
const FIGURE = ['co2eTonnes', 'ref', 'gases', 'biogenicCo2Tonnes', 'activity', 'method', 'provenance', 'interval'] as const; // prettier-ignore

interface Known {
  readonly id?: unknown;
  readonly year?: unknown;
  readonly date?: unknown;
}

/** Items are known by their id, a point by its year or date, a word by itself. */
function identityOf(item: unknown): string | undefined {
  if (typeof item === 'string') return item;
  if (typeof item !== 'object' || item === null) return undefined;
  const { id, year, date } = item as Known;
  if (typeof id === 'string') return id;
  const when = date ?? year;
  return typeof when === 'number' || typeof when === 'string' ? String(when) : undefined;
}

const rowsAt = (path: readonly string[]) => path.at(-2) === 'rows';

/** The totals' intervals were worked out from all rows of one inventory, so they go with its year and GWP set. */
const INVENTORY = ['year', 'gwpSet', 'totalIntervals'] as const;

const isRow = (item: Json): item is InventoryRow =>
  typeof item === 'object' && item !== null && 'ref' in item && typeof item.ref === 'string';

export const inventoryRules: MergeRules = {
  identityOf,
  match: ({ base, mine, theirs }, path) =>
    path.join('/') === 'rows' && base.every(isRow) && mine.every(isRow) && theirs.every(isRow)
      ? matchRows({ base, mine, theirs })
      : undefined,
  together: (path) => (path.length === 0 ? [INVENTORY] : rowsAt(path) ? [FIGURE] : []),
};

export const planRules: MergeRules = {
  // An inventory in a plan is known by its year; other items as everywhere.
  identityOf: (item) => identityOf(item),
  together: (path) => {
    // The base of a plan is made in one piece from one reference set.
    if (path.length === 0) return [['reference', 'baseline', 'inventories']];
    if (path.length === 2 && path[0] === 'actions')
      return [
        ['levers', 'adoption', 'lifetimeYears', 'renew'],
        ['cost', 'payers'],
      ];
    return [];
  },
};
