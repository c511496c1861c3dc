/** Small tables of world emissions for tests: all species, a few years more than the baseline, one thing broken at a time. */
import { EMISSION_SPECIES } from '@thousand-cities/model';

/** A table as rows of fields; the header first. */
export type Fields = string[][];

/** The last year of the small tables. */
export const LAST_YEAR = 2040;

/** A sound table: every species has its own figure, the same every year. */
export function emissionFields(scenarios: readonly string[] = ['mine'], lastYear = LAST_YEAR): Fields {
  const years = Array.from({ length: lastYear - 1750 + 1 }, (_, y) => `${1750 + y}.5`);
  const rows = scenarios.flatMap((scenario) =>
    EMISSION_SPECIES.map(({ name, unit }, i) => [scenario, 'World', name, unit, ...years.map(() => `${i + 1}.25`)]),
  );
  return [['scenario', 'region', 'variable', 'unit', ...years], ...rows];
}

/** Fields as text. */
export const textOf = (fields: Fields, delimiter = ',', lineEnd = '\n'): string =>
  fields.map((row) => row.join(delimiter) + lineEnd).join('');

/** Position of a year in a row. */
export const at = (year: number): number => 4 + year - 1750;

/** Row of a species in a table of one scenario; its line in the file is one more. */
export const rowOf = (species: string): number => 1 + EMISSION_SPECIES.findIndex(({ name }) => name === species);
