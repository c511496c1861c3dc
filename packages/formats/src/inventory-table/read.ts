/** The door for inventory tables: a file of either shape becomes inventories, or is refused as a whole. */
import type { ActivityCalculator, Finding, GwpSetId, Inventory } from '@thousand-cities/model';
import { FormatError } from '../format-error.ts';
import type { Bytes, RowSink } from '../table/csv-rows.ts';
import { readCsvRows } from '../table/csv-rows.ts';
import { WaitingLines, readActivityRow } from './activity-form.ts';
import { Cells } from './cells.ts';
import type { Shape } from './columns.ts';
import { readHeader } from './columns.ts';
import type { Group } from './group.ts';
import { disposalFindings } from './disposal-findings.ts';
import { Groups } from './group.ts';
import { readLongRow } from './long-form.ts';

/** What reading needs besides the bytes. */
export interface InventoryTableOptions {
  /** File name for messages. */
  readonly file: string;
  /** GWP set where the table has no column `gwp_set`. Default AR5, the set of the Paris rulebook. */
  readonly gwpSet?: GwpSetId;
  /** ISO 3166-1 alpha-3 of a country as people write it; `undefined` when unknown. Without it the text is kept as it is. */
  readonly countryCode?: (name: string) => string | undefined;
  /** Turns activity data into emissions; a table of activity data is refused without it. */
  readonly calculator?: ActivityCalculator;
  /** Most rows accepted. Default 2,000,000: 1,000 cities × 54 references × 37 years, held in about half a gigabyte. */
  readonly maxRows?: number;
  /** Called for a row that cannot be read, and reading goes on: for previews. Without it the first such row is thrown. */
  readonly refused?: (error: FormatError) => void;
}

/** One inventory of the table, and how the table wrote its country. */
export interface InventoryTableEntry {
  readonly inventory: Inventory;
  readonly country: string;
  /** Row of the file where it begins. */
  readonly firstRow: number;
  /** Row of the file of each row of the inventory. */
  readonly fileRows: readonly number[];
  /** What reading has to say of this inventory, such as the method taken for landfills. */
  readonly findings: readonly Finding[];
}

/** A whole table. */
export interface InventoryTable {
  readonly shape: Shape;
  readonly entries: readonly InventoryTableEntry[];
  readonly findings: readonly Finding[];
  readonly rowCount: number;
}

const MAX_ROWS = 2_000_000;
/** The set of the Paris rulebook for national inventories. */
const DEFAULT_GWP_SET: GwpSetId = 'AR5';

/**
 * Read an inventory table: long form (`city,country,year,population,gpc_ref,co2e_tonnes,notation_key`) or activity data
 * (`city,country,year,population,gpc_ref,activity,carrier,amount,unit[,factor_source]`). The file is read as a stream; it is taken over as
 * a whole or not at all.
 *
 * @throws {FormatError} for anything that is not clear: file, row, column and remedy are in the message
 */
export async function readInventoryTable(bytes: Bytes, options: InventoryTableOptions): Promise<InventoryTable> {
  const reader = new InventoryReader(options);
  await readCsvRows(bytes, options.file, reader.sink);
  return reader.end();
}

/** Inventories out of rows, wherever these come from: text or a workbook. */
export class InventoryReader {
  readonly #options: InventoryTableOptions;
  readonly #groups = new Groups();
  readonly #waiting = new WaitingLines();
  #cells: Cells | undefined;
  #rowCount = 0;

  constructor(options: InventoryTableOptions) {
    this.#options = options;
  }

  /** Takes the header, then row after row. @throws {FormatError} */
  readonly sink: RowSink = (fields, row, delimiter) => {
    const { file, maxRows = MAX_ROWS } = this.#options;
    if (this.#cells === undefined) {
      this.#cells = new Cells(file, readHeader(fields, file, row), delimiter);
      return;
    }
    this.#rowCount++;
    if (this.#rowCount > maxRows) refuseSize(file, row, maxRows);
    try {
      this.#cells.moveTo(fields, row);
      const group = this.#groups.of(this.#cells);
      readRow(this.#cells, group, this.#waiting, this.#options);
      group.fileRows.push(row);
    } catch (error) {
      this.#refuse(error);
    }
  };

  /** The inventories. @throws {FormatError} `file-empty` without rows, and what cannot be calculated */
  end(): InventoryTable {
    const options = this.#options;
    const cells = this.#cells;
    if (cells === undefined || this.#rowCount === 0) {
      const { file } = options;
      throw new FormatError('file-empty', { file }, 'The table has no rows below its header.', 'Export the table again.'); // prettier-ignore
    }
    if (options.calculator !== undefined) {
      this.#waiting.settle(cells, options.calculator, (error) => this.#refuse(error));
    }
    const groups = [...this.#groups.all()].filter(({ rows }) => rows.length > 0);
    const entries = groups.map((group) => entryOf(group, options));
    const { shape, index, findings } = cells.header;
    const assumed = shape === 'long' && index.gwp_set === undefined ? [gwpSetAssumed(options)] : [];
    return { shape, entries, findings: [...findings, ...assumed], rowCount: this.#rowCount };
  }

  #refuse(error: unknown): void {
    const { refused } = this.#options;
    if (!(error instanceof FormatError) || refused === undefined) throw error;
    refused(error);
  }
}

function gwpSetAssumed(options: InventoryTableOptions): Finding {
  const set = options.gwpSet ?? DEFAULT_GWP_SET;
  return {
    code: 'gwp-set-assumed',
    severity: 'note',
    path: [options.file],
    message: `The table does not say by which warming potentials its CO2e is; ${set} is assumed.`,
    remedy: 'Add a column "gwp_set" with AR4, AR5 or AR6.',
    values: { set },
  };
}

function readRow(cells: Cells, group: Group, waiting: WaitingLines, options: InventoryTableOptions): void {
  if (cells.header.shape === 'long') {
    readLongRow(cells, group);
    return;
  }
  const { calculator } = options;
  if (calculator === undefined)
    throw new Error('reading activity data needs a calculator; this is a bug, please report it');
  const country = codeOf(group.country, options);
  readActivityRow(cells, group, { calculator, country, gwpSet: gwpSetOf(group, options), waiting });
}

function entryOf(group: Group, options: InventoryTableOptions): InventoryTableEntry {
  const { city, year, population, rows, country, firstRow, fileRows } = group;
  const inventory: Inventory = {
    city: { name: city, country: codeOf(country, options), ...(population !== undefined && { population }) },
    year,
    ...(population !== undefined && { population }),
    gwpSet: gwpSetOf(group, options),
    rows,
  };
  return { inventory, country, firstRow, fileRows, findings: disposalFindings(inventory) };
}

function gwpSetOf(group: Group, options: InventoryTableOptions): GwpSetId {
  return group.gwpSet ?? options.gwpSet ?? DEFAULT_GWP_SET;
}

function codeOf(country: string, options: InventoryTableOptions): string {
  return options.countryCode?.(country) ?? country;
}

function refuseSize(file: string, row: number, maxRows: number): never {
  throw new FormatError(
    'file-too-large',
    { file, row },
    `The table has more than ${maxRows} rows.`,
    'Split it, for example by country, and give the parts one after another.',
  );
}
