/** The door for a whole network in one table: rows are taken as they come, and each city is given out when its rows are complete. */
import type { CityPaths, Finding, GwpSet, GwpSetId, StatedTarget } from '@thousand-cities/model';
import { FormatError } from '../format-error.ts';
import { readCsvRows, type Bytes } from '../table/csv-rows.ts';
import { TableCells } from '../table/table-cells.ts';
import { cityPathsIn, statedTargetOf, whoIs } from './city-entry.ts';
import { CityRows, type NetworkCells } from './city-rows.ts';
import { readHeader } from './columns.ts';

/** What reading needs besides the bytes. */
export interface NetworkTableOptions {
  /** File name for messages. */
  readonly file: string;
  /** ISO 3166-1 alpha-3 of a country as people write it; `undefined` when unknown. */
  readonly countryCode: (name: string) => string | undefined;
  /** Warming potentials by set: what CO2e in the table was made with (column `gwp_set`; AR5 where it is empty). */
  readonly gwpSet: (id: GwpSetId) => GwpSet;
}

/** A city that has no figures in the table: it is to stand with public ones. */
export interface NamedCity {
  readonly id?: string;
  readonly name: string;
  readonly country: string;
  readonly population?: number;
  /** Everything else the table says of it. */
  readonly said: Pick<CityPaths, 'name' | 'country' | 'latitude' | 'longitude' | 'locode' | 'population' | 'region' | 'contains'>; // prettier-ignore
  readonly target?: StatedTarget;
  /** File and row. */
  readonly origin: string;
}

/** One city of the table, or why it is not taken. */
export type NetworkTableEntry =
  | { readonly kind: 'paths'; readonly paths: CityPaths }
  | { readonly kind: 'named'; readonly city: NamedCity }
  | { readonly kind: 'refused'; readonly name: string; readonly error: FormatError };

export interface NetworkTableSummary {
  /** Rows below the header, blank lines left out. */
  readonly rowCount: number;
  readonly findings: readonly Finding[];
}

/**
 * Read a network table; the shape is in docs/guide/network.md. The rows of a city stand together. A city whose rows are not
 * clear is given out as refused, and the next one is read; memory holds one city at a time.
 *
 * @param sink gets one entry per city, in the order of the file
 * @throws {FormatError} where the file as a whole cannot be read: header, encoding, quotation marks; entries given out before
 *   stand
 */
export async function readNetworkTable(
  bytes: Bytes,
  options: NetworkTableOptions,
  sink: (entry: NetworkTableEntry) => void,
): Promise<NetworkTableSummary> {
  const { file } = options;
  let cells: NetworkCells | undefined;
  let reader: CityReader | undefined;
  let rowCount = 0;
  await readCsvRows(bytes, file, (fields, row, delimiter) => {
    if (cells === undefined) {
      cells = new TableCells(file, readHeader(fields, file, row), delimiter);
      reader = new CityReader(cells, options, sink);
      return;
    }
    rowCount++;
    reader!.read(fields, row);
  });
  if (cells === undefined || reader === undefined || rowCount === 0) {
    throw new FormatError('file-empty', { file }, 'The table has no rows below its header.', 'Export the table again.');
  }
  reader.finish();
  return { rowCount, findings: cells.header.findings };
}

/** A city as its rows name it, with what they have said, or the first thing that was not clear. */
interface Present {
  readonly city: string;
  readonly country: string;
  id: string;
  rows?: CityRows;
  refusal?: FormatError;
}

/** Takes rows, keeps the present city, gives it out when another begins. */
class CityReader {
  readonly #cells: NetworkCells;
  readonly #options: NetworkTableOptions;
  readonly #sink: (entry: NetworkTableEntry) => void;
  /** First row by id. */
  readonly #seen = new Map<string, number>();
  #present: Present | undefined;

  constructor(cells: NetworkCells, options: NetworkTableOptions, sink: (entry: NetworkTableEntry) => void) {
    this.#cells = cells;
    this.#options = options;
    this.#sink = sink;
  }

  read(fields: readonly string[], row: number): void {
    const { index } = this.#cells.header;
    const field = (position: number | undefined) => (position === undefined ? '' : (fields[position] ?? '').trim());
    const [city, country, id] = [field(index.city), field(index.country), field(index.id)];
    if (!this.#isPresent(city, country, id)) {
      this.finish();
      this.#present = { city, country, id };
    }
    const present = this.#present!;
    // The rows above may have left the id out.
    if (present.id === '') present.id = id;
    if (present.refusal) return;
    try {
      this.#cells.moveTo(fields, row);
      present.rows ??= this.#begin();
      present.rows.add(this.#cells);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      present.refusal = error;
    }
  }

  /** Give out the present city. */
  finish(): void {
    const present = this.#present;
    this.#present = undefined;
    if (present === undefined) return;
    try {
      if (present.refusal) throw present.refusal;
      this.#sink(this.#entryOf(present.rows!));
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      this.#sink({ kind: 'refused', name: present.city, error });
    }
  }

  #isPresent(city: string, country: string, id: string): boolean {
    const present = this.#present;
    if (present?.city !== city || present.country !== country) return false;
    return id === '' || present.id === '' || id === present.id;
  }

  #begin(): CityRows {
    const cells = this.#cells;
    const city = cells.required('city', 'Write the name of the city in every row.');
    const written = cells.required('country', 'Write the country in every row.');
    const country = this.#options.countryCode(written);
    if (country === undefined) {
      return cells.fail('country-unknown', 'country', `"${written}" is not a country we know.`, 'Write the ISO 3166-1 code or the English name.'); // prettier-ignore
    }
    return new CityRows(city, country, cells.row);
  }

  #entryOf(rows: CityRows): NetworkTableEntry {
    const { file, gwpSet } = this.#options;
    this.#once(rows);
    const context = { file, gwpSet, years: this.#cells.header.years };
    if (rows.series.size > 0) return { kind: 'paths', paths: cityPathsIn(rows, context) };
    const { id: _id, ...said } = whoIs(rows);
    const id = rows.text('id');
    const target = statedTargetOf(rows, context);
    const city: NamedCity = {
      ...(id !== undefined && { id }),
      name: said.name,
      country: said.country,
      ...(said.population !== undefined && { population: said.population }),
      said,
      ...(target && { target }),
      origin: `${file}, row ${rows.firstRow}`,
    };
    return { kind: 'named', city };
  }

  #once(rows: CityRows): void {
    const before = this.#seen.get(rows.id);
    if (before !== undefined) {
      throw new FormatError(
        'row-duplicate',
        { file: this.#options.file, row: rows.firstRow, column: 'city' },
        `${rows.name} (${rows.id}) has rows from row ${before} on already.`,
        'Put all rows of a city together; give two cities of one name an id each.',
      );
    }
    this.#seen.set(rows.id, rows.firstRow);
  }
}
