/** World emissions in one figure: Gt CO2, or Gt CO2e by a named GWP set. */
import { EMISSION_SPECIES, speciesIndex } from '../climate/species.ts';
import type { EmissionDelta, WorldEmissions } from '../climate/types.ts';
import { gwpOf } from '../gas.ts';
import type { GwpSet } from '../gas.ts';

/** FaIR's name of a species where the GWP table has another. Methane of the world is weighed without the CO2 it turns into. */
const TABLE_NAMES: Readonly<Record<string, string>> = {
  'CO2 FFI': 'CO2',
  'CO2 AFOLU': 'CO2',
  CH4: 'CH4-biogenic',
  'HFC-4310mee': 'HFC-43-10mee',
};

/** Species that no total could be told without. */
const MAIN = new Set(['CO2 FFI', 'CO2 AFOLU', 'CH4', 'N2O']);

/**
 * Gt CO2e per unit of each emitted species, in the order of `EMISSION_SPECIES`. 0 for what is no gas of the UNFCCC: pollutants, and gases
 * of the Montreal Protocol, for which the set has no potential.
 *
 * @throws {DomainError} `unknown-gas` when the set lacks CO2, CH4 or N2O
 */
export function co2eWeights(gwp: GwpSet): Float64Array {
  return Float64Array.from(EMISSION_SPECIES, ({ name, unit }) => {
    const tableName = TABLE_NAMES[name] ?? name;
    const potential = MAIN.has(name) ? gwpOf(gwp, tableName) : (gwp.values[tableName] ?? 0);
    return potential * (unit.startsWith('Gt') ? 1 : unit.startsWith('Mt') ? 1e-3 : 1e-6);
  });
}

/** Emissions of a year, changed, Gt CO2e. */
export function worldCo2e(
  world: WorldEmissions,
  changes: readonly EmissionDelta[],
  weights: Float64Array,
  year: number,
): number {
  const years = world.lastYear - world.firstYear + 1;
  let sum = 0;
  for (let s = 0; s < weights.length; s++) sum += weights[s]! * world.values[s * years + year - world.firstYear]!;
  for (const { species, firstYear, values } of changes) {
    const change = values[year - firstYear];
    if (change !== undefined) sum += weights[speciesIndex(species)]! * change;
  }
  return sum;
}

/** CO2 of the world by year, fossil and land, changed, Gt. */
export function worldCo2(world: WorldEmissions, changes: readonly EmissionDelta[]): (year: number) => number {
  const weights = Float64Array.from(EMISSION_SPECIES, ({ name }) => (name.startsWith('CO2 ') ? 1 : 0));
  return (year) => worldCo2e(world, changes, weights, year);
}
