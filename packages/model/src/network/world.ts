/** From tonnes of cities to changes of world emissions in the units of the climate engine. */
import type { EmissionDelta, WorldEmissions } from '../climate/types.ts';
import type { NetworkSum } from './result.ts';
import type { WorldDifference } from './response-types.ts';

export interface WorldDifferenceOptions {
  /** Whether the credited share of grid electricity counts as fossil CO2. */
  readonly gridShare: boolean;
  /** First year of the sum's series: `rollUp.firstYear`. */
  readonly firstYear: number;
}

/** What a sum changes of the world's emissions, with and without co-emitted pollutants. */
export function worldDifference(
  _sum: NetworkSum,
  _world: WorldEmissions,
  _options: WorldDifferenceOptions,
): WorldDifference {
  throw new Error('not yet');
}

/** World emissions with changes added. @throws {DomainError} `unknown-species` */
export function worldWith(_world: WorldEmissions, _deltas: readonly EmissionDelta[], _name?: string): WorldEmissions {
  throw new Error('not yet');
}
