/** Small worlds and runs for the tests of the climate room. */
import { EMISSION_SPECIES, speciesIndex } from './species.ts';
import type { TemperatureRun, WorldEmissions } from './types.ts';

/** A world that emits the same every year: 10 of each species in its unit, other figures where given. */
export function flatWorld(lastYear = 2100, figures: Readonly<Record<string, number>> = {}): WorldEmissions {
  const years = lastYear - 1750 + 1;
  const values = new Float64Array(EMISSION_SPECIES.length * years).fill(10);
  for (const [name, value] of Object.entries(figures)) {
    const row = speciesIndex(name);
    values.fill(value, row * years, (row + 1) * years);
  }
  return { name: 'flat', firstYear: 1750, lastYear, values };
}

/** What a world emits of a species in a year. */
export function emissionOf({ values, lastYear }: WorldEmissions, species: string, year: number): number {
  return values[speciesIndex(species) * (lastYear - 1750 + 1) + year - 1750]!;
}

/** A run from a table of figures, one row for each member. */
export function runOf(rows: readonly (readonly number[])[], firstYear: number, name = 'run'): TemperatureRun {
  const lastYear = firstYear + rows[0]!.length - 1;
  return { name, members: rows.length, firstYear, lastYear, warming: Float64Array.from(rows.flat()) };
}
