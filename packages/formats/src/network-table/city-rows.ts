/** The rows of one city, gathered as they come and checked against each other. */
import { networkId, type NetworkGas } from '@thousand-cities/model';
import type { TableCells } from '../table/table-cells.ts';
import type { NetworkColumn, NetworkHeader, WordColumn } from './columns.ts';
import { GAS_NAMES, gasNamed, pathNamed, tonnesIn, type SeriesKey, type TablePath } from './paths.ts';

export type NetworkCells = TableCells<NetworkColumn, NetworkHeader>;

/** Words that may stand in any row of a city, or in all of them, and must then agree. */
const TEXTS = ['id', 'locode', 'region', 'contains', 'inventory', 'gwp_set'] as const satisfies readonly WordColumn[];

/** Figures of the same kind, with the range each may be in. */
const RANGES = {
  latitude: { least: -90, most: 90, whole: false },
  longitude: { least: -180, most: 180, whole: false },
  population: { least: 0, most: 1e9, whole: false },
  inventory_year: { least: 1850, most: 2150, whole: true },
  reported_share: { least: 0, most: 1, whole: false },
  gwp_ch4: { least: 1, most: 200, whole: false },
  gwp_n2o: { least: 1, most: 1000, whole: false },
  target_year: { least: 1850, most: 2300, whole: true },
  target_cut_percent: { least: 0, most: 100, whole: false },
  base_year: { least: 1850, most: 2300, whole: true },
} as const satisfies Partial<Record<WordColumn, { least: number; most: number; whole: boolean }>>;
type TextWord = (typeof TEXTS)[number];
type NumberWord = keyof typeof RANGES;
const NUMBERS = Object.keys(RANGES) as readonly NumberWord[];

/** One path of one gas: tonnes at the years of the table, NaN where the cell is empty. */
export interface Knots {
  readonly row: number;
  readonly tonnes: Float64Array;
}

interface Word<T> {
  readonly value: T;
  readonly row: number;
}

/** What the rows of a city have said so far. */
export class CityRows {
  readonly name: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  readonly firstRow: number;
  readonly series = new Map<SeriesKey, Knots>();
  readonly #texts = new Map<TextWord, Word<string>>();
  readonly #numbers = new Map<NumberWord, Word<number>>();

  constructor(name: string, country: string, firstRow: number) {
    this.name = name;
    this.country = country;
    this.firstRow = firstRow;
  }

  text(column: TextWord): string | undefined {
    return this.#texts.get(column)?.value;
  }

  number(column: NumberWord): number | undefined {
    return this.#numbers.get(column)?.value;
  }

  /** See `networkId`. */
  get id(): string {
    const [id, locode] = [this.text('id'), this.text('locode')];
    return networkId({
      name: this.name,
      country: this.country,
      ...(id !== undefined && { id }),
      ...(locode !== undefined && { locode }),
    });
  }

  /** Take a row. @throws {FormatError} */
  add(cells: NetworkCells): void {
    for (const column of TEXTS) this.#share(this.#texts, column, cells.text(column) || undefined, cells);
    for (const column of NUMBERS) this.#share(this.#numbers, column, numberIn(cells, column), cells);
    const path = cells.text('path');
    if (path !== '') return this.#addSeries(pathOf(cells, path), cells);
    const stray = ['gas' as const, 'unit' as const, ...cells.header.years.map(String)].find((column) => cells.text(column as NetworkColumn) !== ''); // prettier-ignore
    if (stray !== undefined) {
      cells.fail('cell-empty', 'path', `The row has figures but no path.`, 'Write "reference" or "plan".');
    }
  }

  #share<C extends TextWord | NumberWord, T>(
    words: Map<C, Word<T>>,
    column: C,
    value: T | undefined,
    cells: NetworkCells,
  ) {
    if (value === undefined) return;
    const before = words.get(column);
    if (before === undefined) words.set(column, { value, row: cells.row });
    else if (before.value !== value) {
      const problem = `${this.name} has "${String(value)}" here and "${String(before.value)}" in row ${before.row}.`;
      cells.fail('row-contradicts', column, problem, 'Write the same in every row of a city, or leave it empty.');
    }
  }

  #addSeries(path: TablePath, cells: NetworkCells): void {
    const gas = gasOf(cells, path);
    const key: SeriesKey = path === 'reference' || path === 'plan' ? `${path} ${gas as NetworkGas}` : path;
    const before = this.series.get(key);
    if (before !== undefined) {
      cells.fail('row-duplicate', 'gas', `${this.name} has this path in row ${before.row} already.`, 'Keep one of them.'); // prettier-ignore
    }
    const size = tonnesIn(cells.required('unit', 'Write t, kt or Mt.'), gas) ?? failUnit(cells, gas);
    this.series.set(key, { row: cells.row, tonnes: knotsOf(cells, size, gas) });
  }
}

function numberIn(cells: NetworkCells, column: NumberWord): number | undefined {
  const value = cells.number(column);
  const { least, most, whole } = RANGES[column];
  if (value === undefined || (value >= least && value <= most && !(whole && !Number.isInteger(value)))) return value;
  const kind = whole ? 'a whole number' : 'a number';
  return cells.fail('number-out-of-range', column, `${value} cannot be.`, `Write ${kind} from ${least} to ${most}.`);
}

function pathOf(cells: NetworkCells, text: string): TablePath {
  return (
    pathNamed(text) ??
    cells.fail(
      'notation-unknown',
      'path',
      `"${text}" is not a path.`,
      'Write reference, plan, grid-reference, grid-plan, generation-reference or generation-plan.',
    )
  );
}

function gasOf(cells: NetworkCells, path: TablePath): NetworkGas | 'co2e' {
  const text = cells.required('gas', 'Write CO2, CO2-land, CH4, N2O or F-gases.');
  const gas = gasNamed(text);
  const inCo2e = path !== 'reference' && path !== 'plan';
  if (inCo2e && gas !== 'co2e') {
    cells.fail('notation-unknown', 'gas', `The path ${path} is in CO2e, and "${text}" is given.`, 'Write CO2e.');
  }
  if (!inCo2e && gas === 'co2e') {
    cells.fail('notation-unknown', 'gas', 'CO2e is no gas: what warms, and for how long, depends on the gases in it.', 'Give CO2, CO2-land, CH4, N2O and F-gases in rows of their own; or leave path and figures empty, and the city stands in the sum with public figures.'); // prettier-ignore
  }
  return gas ?? cells.fail('notation-unknown', 'gas', `"${text}" is not a gas.`, `Write ${Object.values(GAS_NAMES).join(', ')}, or CO2e for a grid path.`); // prettier-ignore
}

function failUnit(cells: NetworkCells, gas: NetworkGas | 'co2e'): never {
  const text = cells.text('unit');
  const inCo2e = gas === 'co2e' || gas === 'fgas';
  const isCo2e = /co2e/i.test(text);
  const remedy = inCo2e
    ? 'Write t CO2e, kt CO2e or Mt CO2e.'
    : isCo2e
      ? `Give tonnes of ${GAS_NAMES[gas]} itself: divide by the warming potential that was used.`
      : 'Write t, kt or Mt (capital M: a million tonnes).';
  return cells.fail('unit-unfit', 'unit', `"${text}" is no unit of ${inCo2e ? 'CO2e' : GAS_NAMES[gas]} here.`, remedy);
}

function knotsOf(cells: NetworkCells, size: number, gas: NetworkGas | 'co2e'): Float64Array {
  const { years } = cells.header;
  const tonnes = new Float64Array(years.length).fill(Number.NaN);
  let isGiven = false;
  for (let k = 0; k < years.length; k++) {
    const column = `${years[k]!}` as const;
    const value = cells.number(column);
    if (value === undefined) continue;
    if (value < 0 && gas !== 'co2Land') {
      cells.fail('number-negative', column, `${value} is below nought; only CO2-land can take up more than it gives off.`, 'Give the emissions themselves; credits and avoided emissions are never netted.'); // prettier-ignore
    }
    isGiven = true;
    tonnes[k] = value * size;
  }
  if (!isGiven) {
    cells.fail('cell-empty', `${years[0]!}`, 'The row has no figure in any year.', 'Give figures, or remove the row.');
  }
  return tonnes;
}
