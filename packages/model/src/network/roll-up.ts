/** Sum cities one at a time, count no tonne twice, and say how good the sum is. Rules: docs/methods/network.md. */
import type { WorldEmissions } from '../climate/types.ts';
import { GWP100_CH4, GWP100_N2O } from '../climate/tcre.ts';
import { DomainError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { finishRollUp } from './finish.ts';
import { holdCity } from './held-city.ts';
import type { HeldCity } from './held-city.ts';
import type { NetworkRollUp } from './result.ts';
import { duplicateFinding } from './roll-up-findings.ts';
import type { CityPaths, HorizonRule, NetworkGas } from './types.ts';

export interface RollUpOptions {
  /** World scenario that the cities' references follow after their own last year, e.g. `model.scenario('ssp245')`. */
  readonly world: WorldEmissions;
  /** Last year of every series; 2100 when absent. */
  readonly toYear?: number;
  /** `hold-ratio` when absent. */
  readonly horizon?: HorizonRule;
  /** Share of what plans promise that is counted, 0…1; 1 when absent. */
  readonly delivery?: number;
  /** Year at which the age of figures is counted; the latest inventory year when absent. */
  readonly asOf?: number;
  /** t CO2e per tonne for every CO2e of the result; {@link AR6_WEIGHTS} when absent. */
  readonly weights?: Readonly<Record<NetworkGas, number>>;
  /** Pairs of ids that share a name or code but no territory. */
  readonly apart?: readonly (readonly [string, string])[];
}

/** GWP100 of IPCC AR6 WG1 Table 7.15; F-gases stay in the CO2e of each plan's own set. */
export const AR6_WEIGHTS: Readonly<Record<NetworkGas, number>> = {
  co2: 1,
  co2Land: 1,
  ch4: GWP100_CH4,
  n2o: GWP100_N2O,
  fgas: 1,
};

/** A sum that takes cities one at a time and keeps only what it needs of each: some 4 kB, and what its actions save. */
export interface RollUp {
  /**
   * Add a city. A second one under the same id is left out, with a finding.
   *
   * @throws {DomainError} `plan-invalid` for series of the wrong length or years out of order, `not-a-number` for NaN or infinity; the
   * sum is then as it was before
   */
  add(city: CityPaths): void;
  /**
   * Find overlaps and sum what counts. May be called again after more cities.
   *
   * @throws {DomainError} `missing-figure` when there is no city; `year-outside-plan` when `toYear` is before the first year, or the
   * world ends before it
   */
  finish(): NetworkRollUp;
}

/**
 * Begin a sum: world with plans = reference world + Σ (plan − the city's own reference), territorial, over bodies that share no tonne.
 *
 * @throws {DomainError} `out-of-range` for a delivery outside 0…1
 *
 * @example
 * const sum = createRollUp({ world: model.scenario('ssp245') });
 * for await (const city of cities) sum.add(city);
 * const { total, overlaps } = sum.finish();
 */
export function createRollUp(options: RollUpOptions): RollUp {
  const { delivery = 1, weights = AR6_WEIGHTS } = options;
  if (!(delivery >= 0 && delivery <= 1))
    throw new DomainError('out-of-range', `delivery is a share from 0 to 1; got ${delivery}`, ['delivery']);
  const cities: HeldCity[] = [];
  const known = new Set<string>();
  const findings: Finding[] = [];
  return {
    add(city) {
      if (known.has(city.id)) {
        findings.push(duplicateFinding(city.id, city.name, city.origin));
        return;
      }
      cities.push(holdCity(city, { delivery, weights }));
      known.add(city.id);
      findings.push(...(city.findings ?? []));
    },
    finish: () =>
      finishRollUp(cities, findings, {
        world: options.world,
        toYear: options.toYear ?? 2100,
        horizon: options.horizon ?? 'hold-ratio',
        delivery,
        asOf: options.asOf ?? cities.reduce((latest, { city }) => Math.max(latest, city.inventory.year), 0),
        weights,
        apart: options.apart ?? [],
      }),
  };
}

/** Sum a list of cities; see {@link createRollUp}. @throws {DomainError} as its parts do */
export function rollUp(cities: Iterable<CityPaths>, options: RollUpOptions): NetworkRollUp {
  const sum = createRollUp(options);
  for (const city of cities) sum.add(city);
  return sum.finish();
}
