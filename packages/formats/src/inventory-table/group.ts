/** Gathering rows into inventories: one per city and year, wherever in the file its rows stand. */
import type { GpcRef, GwpSetId, InventoryRow, Missing } from '@thousand-cities/model';
import { isGpcRef, isRowId, parseNotation, ROW_ID_RULE } from '@thousand-cities/model';
import type { Cells } from './cells.ts';

/** The rows of one city and year so far. */
export interface Group {
  readonly city: string;
  /** As the file writes it. */
  readonly country: string;
  readonly year: number;
  readonly firstRow: number;
  population: number | undefined;
  gwpSet: GwpSetId | undefined;
  readonly rows: InventoryRow[];
  /** Row of the file of each of `rows`. */
  readonly fileRows: number[];
  /** File row by reference (long form) or by reference, activity, carrier and unit. */
  readonly seen: Map<string, number>;
  /** File row by id of the row. */
  readonly seenIds: Map<string, number>;
}

const FIRST_YEAR = 1850;
const LAST_YEAR = 2150;

/** All groups of one file, in order of first appearance. */
export class Groups {
  readonly #groups = new Map<string, Group>();
  #last: Group | undefined;

  /** The group a row belongs to. @throws {FormatError} for a blank or impossible city, country, year or population */
  of(cells: Cells): Group {
    const city = cells.required('city', 'Write the name of the city in every row.');
    const country = cells.required('country', 'Write the country in every row.');
    const year = yearOf(cells);
    let group = this.#last;
    if (group === undefined || group.city !== city || group.country !== country || group.year !== year) {
      group = this.#find(city, country, year, cells.row);
      this.#last = group;
    }
    agreePopulation(group, cells);
    agreeGwpSet(group, cells);
    return group;
  }

  all(): Iterable<Group> {
    return this.#groups.values();
  }

  #find(city: string, country: string, year: number, firstRow: number): Group {
    const key = `${city}\u0000${country}\u0000${year}`;
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const group: Group = {
      city,
      country,
      year,
      firstRow,
      population: undefined,
      gwpSet: undefined,
      rows: [],
      fileRows: [],
      seen: new Map(),
      seenIds: new Map(),
    };
    this.#groups.set(key, group);
    return group;
  }
}

function yearOf(cells: Cells): number {
  const text = cells.text('year');
  if (text === '') {
    return cells.fail('year-missing', 'year', 'The year is missing.', 'Write the inventory year in every row.');
  }
  const year = Number(text);
  if (/^\d{4}(?:\.0+)?$/.test(text) && year >= FIRST_YEAR && year <= LAST_YEAR) return year;
  return cells.fail(
    'year-invalid',
    'year',
    `"${text}" is not a year between ${FIRST_YEAR} and ${LAST_YEAR}.`,
    'Write four digits, such as 2022; for a fiscal year, the year in which most of it lies.',
  );
}

function agreePopulation(group: Group, cells: Cells): void {
  const population = cells.number('population');
  if (population === undefined) return;
  if (population < 0) {
    cells.fail(
      'number-negative',
      'population',
      `${population} residents is impossible.`,
      'Give the number of residents.',
    );
  }
  if (group.population === undefined) group.population = population;
  else if (group.population !== population) {
    cells.fail(
      'row-contradicts',
      'population',
      `${group.city} ${group.year} has ${population} residents here and ${group.population} in an earlier row.`,
      'Give one figure for the city and year.',
    );
  }
}

const GWP_SETS: readonly GwpSetId[] = ['AR4', 'AR5', 'AR6'];

function agreeGwpSet(group: Group, cells: Cells): void {
  const text = cells.text('gwp_set');
  if (text === '') return;
  const set = GWP_SETS.find((id) => id === text.toUpperCase());
  if (set === undefined) {
    cells.fail('notation-unknown', 'gwp_set', `"${text}" is not a GWP set.`, `Write one of ${GWP_SETS.join(', ')}.`);
  } else if (group.gwpSet !== undefined && group.gwpSet !== set) {
    cells.fail(
      'row-contradicts',
      'gwp_set',
      `${group.city} ${group.year} uses ${set} here and ${group.gwpSet} in an earlier row.`,
      'Use one set of warming potentials in an inventory.',
    );
  } else group.gwpSet = set;
}

/** The reference of a row. @throws {FormatError} `reference-unknown` */
export function refOf(cells: Cells): GpcRef {
  const text = cells.required('gpc_ref', 'Write the GPC reference number, such as I.1.1.');
  if (isGpcRef(text)) return text;
  const upper = text.toUpperCase().replaceAll(/\s/g, '').replace(/\.$/, '');
  if (isGpcRef(upper)) return upper;
  return cells.fail(
    'reference-unknown',
    'gpc_ref',
    `"${text}" is not one of the 54 GPC references.`,
    'Write it as in the GPC, such as I.1.1, III.4.2 or V.1.',
  );
}

/** The id a row is known by; none where the cell is blank. @throws {FormatError} `row-id-unfit`, `row-id-repeated` with both rows */
export function rowIdOf(group: Group, cells: Cells): string | undefined {
  const id = cells.text('row_id');
  if (id === '') return undefined;
  if (!isRowId(id)) {
    cells.fail(
      'row-id-unfit',
      'row_id',
      `"${id}" is not an id: ${ROW_ID_RULE}.`,
      'Leave the cell blank; an id will be given.',
    );
  }
  const before = group.seenIds.get(id);
  if (before !== undefined) {
    cells.fail(
      'row-id-repeated',
      'row_id',
      `Rows ${before} and ${cells.row} of ${group.city} ${group.year} have the same id, "${id}".`,
      'A row that was copied is a new one: empty its cell "row_id".',
    );
  }
  group.seenIds.set(id, cells.row);
  return id;
}

/** Note that a row was there. Rows with ids are told apart by them. @throws {FormatError} `row-duplicate` */
export function noteOnce(group: Group, key: string, cells: Cells, remedy: string): void {
  const before = group.seen.get(key);
  if (before !== undefined) {
    cells.fail('row-duplicate', 'gpc_ref', `${group.city} ${group.year} already has this in row ${before}.`, remedy);
  }
  group.seen.set(key, cells.row);
}

const UNKNOWN: Missing = { keys: ['unknown'] };
const PLAIN_KEYS: ReadonlyMap<string, Missing> = new Map(
  (['NO', 'NE', 'IE', 'C'] as const).map((key) => [key, { keys: [key] }]),
);

/** A notation from a cell; a blank one is `unknown`. @throws {FormatError} `notation-unknown` */
export function notationOf(cells: Cells, column: 'notation_key' | 'amount'): Missing {
  const text = cells.text(column);
  const explanation = cells.text('explanation');
  if (text === '' && explanation === '') return UNKNOWN;
  if (explanation === '') {
    const plain = PLAIN_KEYS.get(text);
    if (plain !== undefined) return plain;
  }
  const notation = text === '' ? { ...UNKNOWN, explanation } : parseNotation(text, explanation);
  if (notation !== undefined) return notation;
  return cells.fail(
    'notation-unknown',
    column,
    `"${text}" is not a notation key.`,
    'Write NO, NE, IE, C, a list such as "NO; IE", or IE with its reference: "IE (II.1.1)".',
  );
}
