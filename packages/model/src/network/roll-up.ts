/** Sum cities one at a time, count no tonne twice, and say how good the sum is. Rules: docs/methods/network.md. */
import type { WorldEmissions } from '../climate/types.ts';
import type { NetworkRollUp } from './result.ts';
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
  /** t CO2e per tonne for every CO2e of the result; AR6 when absent. */
  readonly weights?: Readonly<Record<NetworkGas, number>>;
  /** Pairs of ids that share a name or code but no territory. */
  readonly apart?: readonly (readonly [string, string])[];
}

/** A sum that takes cities one at a time and keeps only what it needs of each. */
export interface RollUp {
  /**
   * @throws {DomainError} `plan-invalid` for series of the wrong length or years out of order, `not-a-number` for NaN or infinity; the
   * sum is then as it was before
   */
  add(city: CityPaths): void;
  /** Find overlaps and sum what counts. May be called again after more cities. */
  finish(): NetworkRollUp;
}

export function createRollUp(_options: RollUpOptions): RollUp {
  throw new Error('not yet');
}

/** Sum a list of cities; see {@link createRollUp}. */
export function rollUp(cities: Iterable<CityPaths>, options: RollUpOptions): NetworkRollUp {
  const sum = createRollUp(options);
  for (const city of cities) sum.add(city);
  return sum.finish();
}
