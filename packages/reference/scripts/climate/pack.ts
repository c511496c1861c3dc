/** The climate pack from the files of the calibration: the same inputs give the same bytes. */
import {
  EMISSION_SPECIES,
  packBytes,
  yearlyStep,
  type EnergyBalance,
  type PackHeader,
  type PackTable,
} from '@thousand-cities/model';
import { readCsv, type Row } from '../places/inputs.ts';

/** The files, under the names they have upstream (the last two: made as docs/methods/climate.md says). */
const FILES = {
  members: 'calibrated_constrained_parameters_calibration1.4.1.csv',
  species: 'species_configs_properties_calibration1.4.1.csv',
  emissions: 'ssp_emissions_harmonised2022_1750-2500.csv',
  natural: 'volcanic_solar_ssp.csv',
};

const FIRST_YEAR = 1750;
const LAST_YEAR_OF_HISTORY = 2022;
const LAST_YEAR = 2300;

/** All 40 halogenated gases have the same scale within a member: it stands once, under this name. */
const MINOR_SCALE = 'forcing_scale[minor greenhouse gases]';

/** Parameters for what the engine leaves out: the stochastic part, and a coefficient that FaIR reads and never uses. */
const UNUSED = [
  'sigma_eta',
  'sigma_xi',
  'seed',
  'stochastic_run',
  'use_seed',
  'erfari_radiative_efficiency[Equivalent effective stratospheric chlorine]',
];

/** Properties of species that the engine reads. */
const PROPERTIES = [
  ...[0, 1, 2, 3].flatMap((box) => [`partition_fraction${box}`, `unperturbed_lifetime${box}`]),
  'tropospheric_adjustment',
  'forcing_efficacy',
  'forcing_temperature_feedback',
  'molecular_weight',
  'baseline_concentration',
  'iirf_0',
  'baseline_emissions',
  'g1',
  'g0',
  'greenhouse_gas_radiative_efficiency',
  'h2o_stratospheric_factor',
  'lapsi_radiative_efficiency',
  'land_use_cumulative_emissions_to_forcing',
  'cl_atoms',
  'br_atoms',
  'fractional_release',
  'ch4_lifetime_chemical_sensitivity',
  'lifetime_temperature_sensitivity',
];

/** Make the pack from a directory with the files. Throws, naming file and figure, where something is not as expected. */
export function buildClimatePack(dir: string): Uint8Array {
  const members = readCsv(dir, FILES.members);
  const parameters = parametersOf(members);
  const emissions = emissionTables(readCsv(dir, FILES.emissions));
  const header: Omit<PackHeader, 'tables'> = {
    calibration: 'fair-calibrate 1.4.1',
    lastYearOfHistory: LAST_YEAR_OF_HISTORY,
    lastYear: LAST_YEAR,
    parameters,
    properties: PROPERTIES,
    species: speciesRows(readCsv(dir, FILES.species)),
    scenarios: emissions.scenarios,
  };
  const tables = [
    tableOf(
      'ids',
      members.map((row) => [figure(row, '')]),
    ),
    tableOf(
      'members',
      members.map((row) => parameters.map((name) => parameter(row, name))),
    ),
    tableOf('steps', members.map(stepOf)),
    tableOf('history', emissions.history),
    tableOf('futures', emissions.futures),
    tableOf('natural', naturalRows(readCsv(dir, FILES.natural))),
  ];
  return packBytes({ header: { ...header }, tables });
}

function tableOf(name: string, rows: readonly (readonly number[])[]): PackTable {
  return { name, rows: rows.length, columns: rows[0]!.length, values: Float64Array.from(rows.flat()) };
}

/** A figure of a row. `Number` reads a decimal to the nearest float64, as FaIR does. */
function figure(row: Row, column: string): number {
  const text = row[column];
  const value = Number(text);
  if (text === undefined || text === '' || !Number.isFinite(value))
    throw new Error(`"${column}" is ${text ?? 'absent'}`);
  return value;
}

const isMinorScale = (name: string): boolean =>
  /^forcing_scale\[(CFC|HCFC|HFC|Halon|CCl4|CH|CF4|C\dF|c-C4F8|NF3|SF6|SO2F2)/.test(name) &&
  name !== 'forcing_scale[CH4]';

/** Names of the parameters kept, and a check that the halogenated gases share their scale. */
function parametersOf(members: readonly Row[]): readonly string[] {
  const names = Object.keys(members[0]!).filter((name) => name !== '' && !UNUSED.includes(name));
  const minor = names.filter(isMinorScale);
  if (minor.length !== 40) throw new Error(`${minor.length} halogenated gases where 40 were expected`);
  for (const row of members) {
    if (new Set(minor.map((name) => row[name])).size > 1) throw new Error('halogenated gases differ in their scale');
  }
  return [...names.filter((name) => !isMinorScale(name)), MINOR_SCALE];
}

function parameter(row: Row, name: string): number {
  return figure(row, name === MINOR_SCALE ? 'forcing_scale[CFC-11]' : name);
}

/** a00, rows 1 to 3 of A, b: the first row of A has nothing else. */
function stepOf(row: Row): readonly number[] {
  const three = (name: string): [number, number, number] => [
    figure(row, `${name}[0]`),
    figure(row, `${name}[1]`),
    figure(row, `${name}[2]`),
  ];
  const balance: EnergyBalance = {
    gamma: figure(row, 'gamma_autocorrelation'),
    capacity: three('ocean_heat_capacity'),
    exchange: three('ocean_heat_transfer'),
    efficacy: figure(row, 'deep_ocean_efficacy'),
  };
  const { a, b } = yearlyStep(balance);
  return [a[0]!, ...a.subarray(4), ...b];
}

function speciesRows(rows: readonly Row[]): PackHeader['species'] {
  return rows.map((row) => [
    row['name']!,
    ...PROPERTIES.map((name) => (row[name] === 'nan' ? null : figure(row, name))),
  ]);
}

interface EmissionTables {
  readonly history: readonly (readonly number[])[];
  readonly futures: readonly (readonly number[])[];
  readonly scenarios: PackHeader['scenarios'];
}

/** History once, futures once each: many species have the same future in several scenarios. */
function emissionTables(rows: readonly Row[]): EmissionTables {
  const years = (row: Row, from: number, to: number): number[] =>
    Array.from({ length: to - from + 1 }, (_, i) => figure(row, `${from + i}.5`));
  const rowFor = (scenario: string, species: (typeof EMISSION_SPECIES)[number]): Row => {
    const found = rows.find((row) => row['scenario'] === scenario && row['variable'] === species.name);
    if (found?.['unit'] !== species.unit) throw new Error(`${species.name} of ${scenario} is not in ${species.unit}`);
    return found;
  };
  const names = [...new Set(rows.map((row) => row['scenario']!))].sort();
  const history = EMISSION_SPECIES.map((species) =>
    years(rowFor(names[0]!, species), FIRST_YEAR, LAST_YEAR_OF_HISTORY),
  );
  const futures = new Map<string, number[]>();
  const scenarios = names.map((name) => {
    const places = EMISSION_SPECIES.map((species, s) => {
      const row = rowFor(name, species);
      const own = years(row, FIRST_YEAR, LAST_YEAR_OF_HISTORY);
      if (own.some((value, i) => value !== history[s]![i]))
        throw new Error(`${name} has its own history of ${species.name}`);
      const future = years(row, LAST_YEAR_OF_HISTORY + 1, LAST_YEAR);
      const key = future.join();
      if (!futures.has(key)) futures.set(key, future);
      return [...futures.keys()].indexOf(key);
    });
    return { name, futures: places };
  });
  return { history, futures: [...futures.values()], scenarios };
}

/** Solar and volcanic forcing, 1 January 1750 to 2300: one for all scenarios. */
function naturalRows(rows: readonly Row[]): readonly (readonly number[])[] {
  return ['Solar', 'Volcanic'].map((kind) => {
    const all = rows.filter((row) => row['Variable'] === kind);
    const series = all.map((row) =>
      Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => figure(row, String(FIRST_YEAR + i))),
    );
    if (new Set(series.map((values) => values.join())).size !== 1) throw new Error(`${kind} differs between scenarios`);
    return series[0]!;
  });
}
