/** The door for world emissions: a wide table, one row for each scenario and species, becomes one world for each scenario. */
import {
  EMISSION_SPECIES,
  FIRST_YEAR_OF_NET_REMOVAL,
  leastEmission,
  type Finding,
  type WorldEmissions,
} from '@thousand-cities/model';
import { FormatError } from '../format-error.ts';
import { readCsvRows, type Bytes } from '../table/csv-rows.ts';
import { checkUnit, checkWidth, readFigure, readSpecies, readText, shown } from './cells.ts';
import { emissionFindings } from './findings.ts';
import { readEmissionsHeader, type EmissionsHeader, type WordColumn } from './header.ts';

export interface EmissionsTableOptions {
  /** File name for messages. */
  readonly file: string;
  /** Most scenarios accepted; each takes 0.3 MB. Default 200. */
  readonly maxScenarios?: number;
}

/** A whole table. */
export interface EmissionsTable {
  /** One world for each scenario, in the order of the table. */
  readonly scenarios: readonly WorldEmissions[];
  readonly findings: readonly Finding[];
}

const MAX_SCENARIOS = 200;

/**
 * Read world emissions: `scenario,region,variable,unit,1750.5,1751.5,…`, every species of the calibration for each scenario, from 1750
 * on without a gap. Years may be written without `.5`. Read as a stream; taken over as a whole or not at all.
 *
 * @throws {FormatError} for anything that is not clear or cannot be: file, row, column and remedy are in the message
 */
export async function readEmissionsTable(bytes: Bytes, options: EmissionsTableOptions): Promise<EmissionsTable> {
  const { file } = options;
  let reader: TableReader | undefined;
  await readCsvRows(bytes, file, (fields, row, delimiter) => {
    if (reader === undefined) {
      reader = new TableReader(file, readEmissionsHeader(fields, file, row), delimiter === ',', options.maxScenarios);
    } else reader.read(fields, row);
  });
  const scenarios = reader === undefined ? [] : reader.finish();
  if (scenarios.length === 0) {
    throw new FormatError('file-empty', { file }, 'The table has no rows below its header.', 'Export the table again.');
  }
  return { scenarios, findings: emissionFindings(scenarios, file) };
}

interface Draft {
  readonly firstRow: number;
  readonly values: Float64Array;
  /** Row of the file in which each species was given. */
  readonly rows: (number | undefined)[];
}

/** Takes rows in any order and keeps what each scenario has so far. */
class TableReader {
  readonly #file: string;
  readonly #header: EmissionsHeader;
  readonly #pointIsDecimal: boolean;
  readonly #maxScenarios: number;
  readonly #drafts = new Map<string, Draft>();

  constructor(file: string, header: EmissionsHeader, pointIsDecimal: boolean, maxScenarios = MAX_SCENARIOS) {
    this.#file = file;
    this.#header = header;
    this.#pointIsDecimal = pointIsDecimal;
    this.#maxScenarios = maxScenarios;
  }

  read(fields: readonly string[], row: number): void {
    checkWidth(fields, this.#header.width, this.#file, row);
    const place = (column: string) => ({ file: this.#file, row, column });
    const word = (column: WordColumn): string => fields[this.#header.words[column]]!;
    const name = readText(word('scenario'), place('scenario'), 'Name the scenario.');
    this.#checkRegion(word('region'), row);
    const species = readSpecies(word('variable'), place('variable'));
    checkUnit(word('unit'), species, place('unit'));
    const draft = this.#draftOf(name, row);
    const before = draft.rows[species];
    if (before !== undefined) {
      throw new FormatError(
        'row-duplicate',
        place('variable'),
        `${EMISSION_SPECIES[species]!.name} of ${shown(name)} was given in row ${before} already.`,
        'Keep one of the rows; nothing is added up.',
      );
    }
    draft.rows[species] = row;
    this.#readYears(fields, row, species, draft.values);
  }

  /** @throws {FormatError} `species-missing` */
  finish(): readonly WorldEmissions[] {
    const lastYear = 1750 + this.#header.years.length - 1;
    return [...this.#drafts].map(([name, { firstRow, values, rows }]) => {
      const missing = EMISSION_SPECIES.filter((_, species) => rows[species] === undefined).map((known) => known.name);
      if (missing.length > 0) {
        const some = `${missing.slice(0, 6).join(', ')}${missing.length > 6 ? ` and ${missing.length - 6} more` : ''}`;
        throw new FormatError(
          'species-missing',
          { file: this.#file, row: firstRow, column: 'variable' },
          `${shown(name)} lacks ${some}.`,
          `Give all ${EMISSION_SPECIES.length} species, with 0 for what is not emitted: a species left out is not taken for zero.`,
        );
      }
      return { name, firstYear: 1750, lastYear, values };
    });
  }

  #draftOf(name: string, row: number): Draft {
    const known = this.#drafts.get(name);
    if (known !== undefined) return known;
    if (this.#drafts.size === this.#maxScenarios) {
      throw new FormatError(
        'file-too-large',
        { file: this.#file, row, column: 'scenario' },
        `The table has more than ${this.#maxScenarios} scenarios.`,
        'Split it and give the parts one after another.',
      );
    }
    const draft: Draft = {
      firstRow: row,
      values: new Float64Array(EMISSION_SPECIES.length * this.#header.years.length),
      rows: EMISSION_SPECIES.map(() => undefined),
    };
    this.#drafts.set(name, draft);
    return draft;
  }

  #checkRegion(text: string, row: number): void {
    const place = { file: this.#file, row, column: 'region' };
    const region = readText(text, place, 'Write "World".');
    if (region.toLowerCase() === 'world') return;
    throw new FormatError(
      'region-unknown',
      place,
      `"${shown(region)}" is not the world.`,
      'The climate answers to the world: sum the regions, and give rows of region "World" only.',
    );
  }

  #readYears(fields: readonly string[], row: number, species: number, values: Float64Array): void {
    const { years, yearNames } = this.#header;
    const start = species * years.length;
    years.forEach((position, y) => {
      const place = { file: this.#file, row, column: yearNames[y]! };
      const value = readFigure(fields[position]!, place, this.#pointIsDecimal);
      if (value < leastEmission(species, 1750 + y)) refuseNegative(value, species, place);
      values[start + y] = value;
    });
  }
}

function refuseNegative(value: number, species: number, place: FormatError['place']): never {
  const { name } = EMISSION_SPECIES[species]!;
  throw new FormatError(
    'number-negative',
    place,
    `${name} is ${value}: ${name === 'CO2 FFI' ? `before ${FIRST_YEAR_OF_NET_REMOVAL} fossil CO2 cannot be below zero` : 'less than nothing cannot be emitted'}.`,
    name === 'CO2 FFI'
      ? 'Check the sign and the year; CO2 taken up by land belongs to "CO2 AFOLU".'
      : 'Check the sign; if this is a change against another world, give it as a table of changes (year,species,unit,delta).',
  );
}
