/** Losses of grid-supplied energy between plant and meter (I.x.3, II.x.3). Source: GPC v1.1 ch. 6. */
import type { Emission } from './core.ts';
import { amount, share } from './core.ts';
import type { SupplyFactor } from './supply.ts';
import { supplied } from './supply.ts';

/** A loss rate and what it is a share of: statistics state losses over generation, some utilities over deliveries. */
export interface LossRate {
  readonly value: number;
  readonly of: 'generated' | 'delivered';
  readonly source: string;
}

/**
 * E = MWh · L · EF for a loss rate L over deliveries, or MWh · L/(1−L) · EF for one over generation: to deliver 1 MWh with 20 % of generation lost,
 * 1.25 MWh are generated and 0.25 lost (scope 3).
 *
 * @param mwh energy used in the city, as in `gridSupplied`
 * @throws {DomainError} `out-of-range` for a loss rate outside 0 to 1, or of 1
 */
export function gridLosses(mwh: number, factor: SupplyFactor, loss: LossRate): Emission {
  const rate = share(loss.value, 'loss rate');
  const perMwh = loss.of === 'generated' ? rate / (1 - rate) : rate;
  const lost = amount(mwh, 'energy') * amount(perMwh, 'loss rate');
  const emission = supplied('grid-losses', lost, factor, { 'energy [MWh]': mwh, 'loss per MWh delivered': perMwh });
  return { ...emission, sources: [...new Set([factor.source, loss.source])] };
}
