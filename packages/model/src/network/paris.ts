/** How far the network is from Paris: carbon budget, and the gap between the reference world and a 1.5 °C one. */
import type { WarmingPercentiles, WorldEmissions } from '../climate/types.ts';
import type { GwpSet } from '../gas.ts';
import type { CarbonBudgetSet } from '../reference.ts';
import type { NetworkResponse, ParisGap } from './response-types.ts';
import type { NetworkRollUp } from './result.ts';

export interface ParisOptions {
  readonly budgets: CarbonBudgetSet;
  /** °C and probability as the set spells them; 1.5 and 0.5 when absent. */
  readonly limit?: string;
  readonly probability?: string;
  /** Makes CO2e of world emissions. */
  readonly gwp: GwpSet;
  readonly reference: WorldEmissions;
  readonly ambitious: WorldEmissions;
  readonly gridShare: boolean;
  /** For the gap in warming; left out when absent. Medians, greenhouse gases only. */
  readonly warming?: { readonly response: NetworkResponse; readonly ambitious: WarmingPercentiles };
}

export function parisGap(_rollUp: NetworkRollUp, _options: ParisOptions): ParisGap {
  throw new Error('not yet');
}
