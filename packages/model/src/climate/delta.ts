/** A world with changed emissions. */
import { DomainError } from '../errors.ts';
import { leastEmission } from './limits.ts';
import { EMISSION_SPECIES, speciesIndex } from './species.ts';
import type { EmissionDelta, WorldEmissions } from './types.ts';

/**
 * Add changes to the emissions of the world. Changes of the same species add up; the emissions passed in stay as they are.
 *
 * @param name of the changed world; default "… with changes"
 * @throws {DomainError} `unknown-species`; `year-outside-plan` for a change outside the years of the world; `not-a-number`;
 *   `out-of-range` for a change that leaves a species below what is possible, see `leastEmission`
 */
export function withDelta(
  emissions: WorldEmissions,
  deltas: readonly EmissionDelta[],
  name = `${emissions.name} with changes`,
): WorldEmissions {
  const values = emissions.values.slice();
  const touched = deltas.map((delta, i) => addTo(values, emissions, delta, i));
  deltas.forEach((delta, i) => checkPossible(values, emissions, delta, touched[i]!));
  return { ...emissions, name, values };
}

/** Add one change; answers the row of its species. */
function addTo(values: Float64Array, emissions: WorldEmissions, delta: EmissionDelta, index: number): number {
  const species = speciesIndex(delta.species, ['deltas', index, 'species']);
  const { firstYear, lastYear } = emissions;
  const end = delta.firstYear + delta.values.length - 1;
  if (!Number.isInteger(delta.firstYear) || delta.firstYear < firstYear || end > lastYear) {
    throw new DomainError(
      'year-outside-plan',
      `the change of ${delta.species} has the years ${delta.firstYear} to ${end}; ${emissions.name} has ${firstYear} to ${lastYear}`,
      ['deltas', index, 'firstYear'],
    );
  }
  const start = species * (lastYear - firstYear + 1) + delta.firstYear - firstYear;
  delta.values.forEach((value, i) => {
    if (!Number.isFinite(value)) {
      throw new DomainError(
        'not-a-number',
        `the change of ${delta.species} in ${delta.firstYear + i} is ${value}`,
        ['deltas', index, 'values', i], // prettier-ignore
      );
    }
    values[start + i]! += value;
  });
  return species;
}

/** Only where something was taken away: published histories hold a few small negative figures of their own. */
function checkPossible(values: Float64Array, emissions: WorldEmissions, delta: EmissionDelta, species: number): void {
  const { firstYear, lastYear } = emissions;
  const start = species * (lastYear - firstYear + 1) - firstYear;
  delta.values.forEach((change, i) => {
    const year = delta.firstYear + i;
    const value = values[start + year]!;
    if (change >= 0 || value >= leastEmission(species, year)) return;
    throw new DomainError(
      'out-of-range',
      `the change leaves ${value} ${EMISSION_SPECIES[species]!.unit} of ${delta.species} in ${year}, which cannot be`,
      ['deltas', delta.species, year],
    );
  });
}
