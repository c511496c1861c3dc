/** The climate data as the engine wants it: parameters of the members, properties of the species, emissions, natural forcing. */
import { DomainError } from '../errors.ts';
import { readPack, type PackTable } from './pack-format.ts';
import { EMISSION_SPECIES } from './species.ts';
import type { WorldEmissions } from './types.ts';

const FIRST_YEAR = 1750;

/** The header of a pack, as JSON. */
export interface PackHeader {
  readonly calibration: string;
  /** Last year of the emissions common to all scenarios. */
  readonly lastYearOfHistory: number;
  readonly lastYear: number;
  /** Names of the columns of the table `members`, spelled as the parameter file does. */
  readonly parameters: readonly string[];
  /** Properties of species, spelled as the calibration's table does; null where a species has none. */
  readonly properties: readonly string[];
  readonly species: readonly (readonly [name: string, ...values: (number | null)[]])[];
  /** For each scenario the row of the table `futures` that each emitted species has. */
  readonly scenarios: readonly { readonly name: string; readonly futures: readonly number[] }[];
}

/** The climate data, read. Rows of `members` and `steps` are in the order of `memberIds`. */
export interface ClimatePack {
  readonly calibration: string;
  readonly memberIds: readonly number[];
  /** Values of one parameter for every member. @throws {DomainError} `document-invalid` when the pack has no such parameter */
  parameter(name: string): Float64Array;
  /** A property of a species. @throws {DomainError} `document-invalid` when the pack does not give it */
  property(species: string, name: string): number;
  /** A, b of the energy balance: a00, rows 1 to 3 of A, b; [member × 17]. */
  readonly steps: Float64Array;
  /** Solar and volcanic forcing on 1 January of a year, W/m²; 0 after their data end. */
  natural(kind: 'solar' | 'volcanic', year: number): number;
  readonly scenarioNames: readonly string[];
  /** @throws {DomainError} `unknown-scenario` */
  scenario(name: string): WorldEmissions;
}

/**
 * Read the climate data from the bytes of their file.
 *
 * @throws {DomainError} `document-invalid` for another, cut or damaged file, `plan-newer` for a later format
 */
export function readClimatePack(bytes: Uint8Array): ClimatePack {
  const content = readPack(bytes);
  const header = content.header as unknown as PackHeader;
  const table = (name: string): PackTable =>
    content.tables.find((t) => t.name === name) ?? missing(`the table ${name}`);
  const members = table('members');
  const natural = table('natural');
  return {
    calibration: header.calibration,
    memberIds: [...table('ids').values],
    parameter: (name) => columnOf(members, indexOr(header.parameters, name, 'parameter')),
    property: propertyReader(header),
    steps: table('steps').values,
    natural: (kind, year) => rowOf(natural, kind === 'solar' ? 0 : 1)[year - FIRST_YEAR] ?? 0,
    scenarioNames: header.scenarios.map(({ name }) => name),
    scenario: (name) => scenarioOf(header, table('history'), table('futures'), name),
  };
}

function missing(what: string): never {
  throw new DomainError('document-invalid', `climate data: ${what} is missing`);
}

function indexOr(names: readonly string[], name: string, what: string): number {
  const index = names.indexOf(name);
  return index >= 0 ? index : missing(`the ${what} ${name}`);
}

function columnOf({ rows, columns, values }: PackTable, column: number): Float64Array {
  const own = new Float64Array(rows);
  for (let row = 0; row < rows; row++) own[row] = values[row * columns + column]!;
  return own;
}

function propertyReader({ properties, species }: PackHeader): ClimatePack['property'] {
  const rows = new Map(species.map(([name, ...values]) => [name, values]));
  return (name, property) => {
    const value = (rows.get(name) ?? missing(`the species ${name}`))[indexOr(properties, property, 'property')];
    return value ?? missing(`${property} of ${name}`);
  };
}

function scenarioOf(header: PackHeader, history: PackTable, futures: PackTable, name: string): WorldEmissions {
  const scenario = header.scenarios.find((known) => known.name === name);
  if (scenario === undefined) {
    const known = header.scenarios.map((one) => one.name).join(', ');
    throw new DomainError('unknown-scenario', `there is no scenario "${name}"; there are ${known}`, ['scenario']);
  }
  const years = history.columns + futures.columns;
  const values = new Float64Array(EMISSION_SPECIES.length * years);
  scenario.futures.forEach((row, species) => {
    values.set(rowOf(history, species), species * years);
    values.set(rowOf(futures, row), species * years + history.columns);
  });
  return { name, firstYear: FIRST_YEAR, lastYear: FIRST_YEAR + years - 1, values };
}

const rowOf = ({ columns, values }: PackTable, row: number): Float64Array =>
  values.subarray(row * columns, (row + 1) * columns);
