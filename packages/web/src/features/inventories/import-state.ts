/** A file held against an inventory: what is the same, changed, new, and left as it is; and taking over what was chosen. Pure. */
import { GPC_REFERENCES, isMissing, type GpcRef, type Inventory, type InventoryRow } from '@thousand-cities/model';
import { rowName, rowNames } from '../../shared/rows/row-ids.ts';
import { sameFigure } from './cells.ts';

/** Rows of a file for one city and year, and the line of the file of each. */
export interface FileRows {
  readonly rows: readonly InventoryRow[];
  readonly fileRows: readonly number[];
  /** Residents in the year, where the file says. */
  readonly population?: number;
}

/**
 * What a file means for one row.
 * - `changed`: the file says otherwise, or calls the row otherwise
 * - `new`: the inventory has no such row
 * - `same`: both say the same; the row of the inventory stays, with what a table cannot hold
 * - `kept`: the file does not have it, or leaves the figure blank
 */
export type ImportKind = 'changed' | 'new' | 'same' | 'kept';
export const IMPORT_KINDS: readonly ImportKind[] = ['changed', 'new', 'same', 'kept'];

/** One line of the preview. */
export interface ImportLine {
  readonly id: string;
  readonly kind: ImportKind;
  readonly ref: GpcRef;
  /** Rows of the inventory it is about: several where the file has one figure for all of them. */
  readonly before: readonly InventoryRow[];
  readonly after?: InventoryRow;
  readonly fileRow?: number;
}

/** The whole comparison. */
export interface ImportComparison {
  readonly lines: readonly ImportLine[];
  /** Set where the file has other residents than the inventory. */
  readonly population?: { readonly before: number | undefined; readonly after: number };
}

const ORDER: ReadonlyMap<string, number> = new Map(GPC_REFERENCES.map(({ ref }, index) => [ref, index]));
const orderOf = (ref: GpcRef): number => ORDER.get(ref) ?? ORDER.size;

/** Hold a file against an inventory, in GPC order. Nothing is changed. */
export function compareImport(inventory: Inventory, file: FileRows): ImportComparison {
  const taken = new Set<InventoryRow>();
  const lines = partnersOf(inventory.rows, file.rows).map((partners, index): ImportLine => {
    const { before, after } = partners;
    before.forEach((row) => taken.add(row));
    const fileRow = file.fileRows[index];
    const line = { id: `file-${index}`, ref: after.ref, before, after, ...(fileRow !== undefined && { fileRow }) };
    return { ...line, kind: kindOf(partners) };
  });
  const kept = inventory.rows.flatMap((row, index): readonly ImportLine[] =>
    taken.has(row) ? [] : [{ id: `kept-${index}`, kind: 'kept', ref: row.ref, before: [row] }],
  );
  const { population } = file;
  const all = [...lines, ...kept].toSorted((one, other) => orderOf(one.ref) - orderOf(other.ref));
  if (population === undefined || population === inventory.population) return { lines: all };
  return { lines: all, population: { before: inventory.population, after: population } };
}

function kindOf({ before, after, isById }: Partners): ImportKind {
  // A blank figure says nothing; it takes nothing away.
  if (isBlank(after)) return 'kept';
  if (before.length === 0) return 'new';
  if (isById && isRenamed(before[0]!, after)) return 'changed';
  return saysTheSame(before, after) ? 'same' : 'changed';
}

/** Whether the file calls a row otherwise. A table that gives emissions as such need not say what they are of. */
function isRenamed(before: InventoryRow, after: InventoryRow): boolean {
  if (before.ref !== after.ref) return true;
  const isUnnamed =
    after.activity === undefined || (before.activity === undefined && /co2e/i.test(after.activity.unit));
  return !isUnnamed && rowName(before) !== rowName(after);
}

interface Partners {
  readonly before: readonly InventoryRow[];
  readonly after: InventoryRow;
  /** The row has the id that the file gives. */
  readonly isById: boolean;
}

/** For each row of the file the rows of the inventory it is about: by id, by name, else by reference where only one is left. */
function partnersOf(rows: readonly InventoryRow[], fileRows: readonly InventoryRow[]): readonly Partners[] {
  const identified = identifiedBy(rows, fileRows);
  const known = new Set(identified);
  const names = rowNames(rows);
  const byName = new Map(rows.flatMap((row, index) => (known.has(row) ? [] : [[names[index]!, row] as const])));
  const named = rowNames(fileRows).map((name, index) => identified[index] ?? byName.get(name));
  const used = new Set(named);
  const free = (ref: GpcRef) => rows.filter((row) => row.ref === ref && !used.has(row));
  const unnamed = (ref: GpcRef) => fileRows.filter((row, index) => row.ref === ref && named[index] === undefined);
  return fileRows.map((after, index) => {
    const match = named[index];
    const isById = identified[index] !== undefined;
    if (match !== undefined) return { before: [match], after, isById };
    const left = free(after.ref);
    const isOnly = unnamed(after.ref).length === 1;
    // One figure for a reference stands for all rows of it; an activity only for the one row that is left.
    const fits = isOnly && (left.length === 1 || (after.activity === undefined && !fileNames(fileRows, after.ref)));
    return { before: fits ? left : [], after, isById };
  });
}

/** For each row of the file the row that has its id. */
function identifiedBy(
  rows: readonly InventoryRow[],
  fileRows: readonly InventoryRow[],
): readonly (InventoryRow | undefined)[] {
  const byId = new Map(rows.flatMap((row) => (row.id === undefined ? [] : [[row.id, row] as const])));
  return fileRows.map(({ id }) => (id === undefined ? undefined : byId.get(id)));
}

const fileNames = (rows: readonly InventoryRow[], ref: GpcRef): boolean =>
  rows.some((row) => row.ref === ref && row.activity !== undefined);

const isBlank = ({ co2eTonnes }: InventoryRow): boolean =>
  isMissing(co2eTonnes) && co2eTonnes.keys.join() === 'unknown' && co2eTonnes.explanation === undefined;

function saysTheSame(before: readonly InventoryRow[], after: InventoryRow): boolean {
  const [first] = before;
  const { co2eTonnes, activity } = after;
  if (isMissing(co2eTonnes)) {
    const old = first!.co2eTonnes;
    if (before.length !== 1 || !isMissing(old)) return false;
    const saidMore = co2eTonnes.explanation !== undefined && co2eTonnes.explanation !== old.explanation;
    return old.keys.join() === co2eTonnes.keys.join() && !saidMore;
  }
  if (before.some((row) => isMissing(row.co2eTonnes))) return false;
  const sum = before.reduce((total, row) => total + (row.co2eTonnes as number), 0);
  if (!sameFigure(sum, co2eTonnes)) return false;
  const old = first!.activity;
  // Emissions given as an amount of emissions say nothing of activity.
  if (before.length > 1 || activity?.amount === undefined || /co2e/i.test(activity.unit)) return true;
  if (old?.amount === undefined) return false;
  return old.unit === activity.unit && sameFigure(old.amount, activity.amount);
}

/** Kinds that can be taken over. */
export const isTakeable = ({ kind }: ImportLine): boolean => kind === 'changed' || kind === 'new';

/**
 * Take over the chosen lines, and the file's residents where `population` is chosen. Everything else stays as it is, to the row.
 *
 * @param taken ids of lines; others than changed and new ones are passed over
 */
export function applyImport(
  inventory: Inventory,
  comparison: ImportComparison,
  taken: ReadonlySet<string>,
  population = false,
): Inventory {
  const chosen = comparison.lines.filter((line) => isTakeable(line) && taken.has(line.id));
  let rows: readonly InventoryRow[] = inventory.rows;
  for (const { before, after } of chosen) rows = before.length === 0 ? inserted(rows, after!) : replaced(rows, before, after!); // prettier-ignore
  const next: Inventory = { ...inventory, rows };
  const residents = population ? comparison.population?.after : undefined;
  const counted = residents === undefined ? next : { ...next, population: residents };
  if (chosen.length === 0) return counted;
  // Intervals of totals were worked out from the rows as they were.
  const { totalIntervals: _stale, ...rest } = counted;
  return rest;
}

/** A new row stands behind the last one of its reference, or where the GPC has it. */
function inserted(rows: readonly InventoryRow[], row: InventoryRow): readonly InventoryRow[] {
  const at = rows.findIndex(({ ref }) => orderOf(ref) > orderOf(row.ref));
  return at === -1 ? [...rows, row] : [...rows.slice(0, at), row, ...rows.slice(at)];
}

function replaced(
  rows: readonly InventoryRow[],
  before: readonly InventoryRow[],
  after: InventoryRow,
): readonly InventoryRow[] {
  const first = rows.indexOf(before[0]!);
  return rows.flatMap((row, index) => {
    if (index === first) return [withOld(before[0]!, after)];
    return before.includes(row) ? [] : [row];
  });
}

/** The file's figure with what only the inventory knows: its identity, the note, and the source where the file gives none. */
function withOld(old: InventoryRow, now: InventoryRow): InventoryRow {
  const { id, note, sources } = old;
  const isDefault = old.provenance === 'default' || old.provenance === 'assumption';
  return {
    ...now,
    ...(id !== undefined && { id }),
    ...(note !== undefined && { note }),
    ...(now.sources.length === 0 && !isDefault && { sources }),
  };
}
