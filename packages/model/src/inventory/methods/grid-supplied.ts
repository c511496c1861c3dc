/** Grid-supplied electricity, heat, steam and cooling (I.x.2, II.x.2) and their losses (I.x.3, II.x.3). Source: GPC v1.1 ch. 6. */
import type { GasMasses, GasSpecies } from '../../gas.ts';
import type { Emission } from './core.ts';
import { amount, share } from './core.ts';

/** What the supplier emits per MWh delivered to the grid, location-based. */
export interface SupplyFactor {
  /** Tonnes by species per MWh generated. A source that states CO2e only gives it as CO2, and says so in its unit. */
  readonly tonnesPerMwh: GasMasses;
  readonly source: string;
}

/** A loss rate and what it is a share of: statistics state losses over generation, some utilities over deliveries. */
export interface LossRate {
  readonly value: number;
  readonly of: 'generated' | 'delivered';
  readonly source: string;
}

/**
 * E = MWh · EF: energy metered in the city times the average of the grid that supplies it (scope 2). Losses are not in it.
 *
 * @param mwh energy used in the city
 * @throws {DomainError} `not-a-number`, `out-of-range`
 */
export function gridSupplied(mwh: number, factor: SupplyFactor): Emission {
  return supply('grid-supplied-energy', amount(mwh, 'energy'), factor, { 'energy [MWh]': mwh });
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
  const emission = supply('grid-losses', lost, factor, { 'energy [MWh]': mwh, 'loss per MWh delivered': perMwh });
  return { ...emission, sources: [...new Set([factor.source, loss.source])] };
}

function supply(method: string, mwh: number, factor: SupplyFactor, inputs: Readonly<Record<string, number>>): Emission {
  const gases: Record<GasSpecies, number> = {};
  const factors: Record<string, number> = {};
  for (const [species, perMwh] of Object.entries(factor.tonnesPerMwh)) {
    if (perMwh === undefined) continue;
    gases[species] = mwh * amount(perMwh, `EF_${species}`);
    factors[`EF_${species} [t/MWh]`] = perMwh;
  }
  return { method, gases, inputs: { ...inputs, ...factors }, sources: [factor.source] };
}
