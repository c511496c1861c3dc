/** Ask the climate what a change of world emissions does, paired member by member. */
import type { ClimateModel, WarmingPercentiles, WorldEmissions } from '../climate/types.ts';
import type { NetworkResponse, WorldDifference } from './response-types.ts';

export interface NetworkClimateOptions {
  /** Scenario without plans, e.g. `ssp245`. */
  readonly reference: string;
  /** 1.5 °C scenario that the gap is measured to, e.g. `ssp119`. */
  readonly ambitious: string;
  /** First year reported and last year before which nothing differs; differences before it are run from their own first year. */
  readonly fromYear: number;
  /** Last year reported; 2100 when absent. */
  readonly toYear?: number;
}

/** A reference world that has been run once, ready for many answers. */
export interface NetworkClimate {
  readonly reference: WorldEmissions;
  readonly ambitious: WorldEmissions;
  readonly referenceWarming: WarmingPercentiles;
  /** Run when first asked for. */
  ambitiousWarming(): WarmingPercentiles;
  respond(difference: WorldDifference): NetworkResponse;
}

export function createNetworkClimate(_model: ClimateModel, _options: NetworkClimateOptions): NetworkClimate {
  throw new Error('not yet');
}
