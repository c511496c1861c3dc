/** Energy from a supplier times what it emits per MWh: the core of grid-supplied energy and of its losses. */
import type { GasMasses, GasSpecies } from '../../gas.ts';
import type { Emission } from './core.ts';
import { amount } from './core.ts';

/** What the supplier emits per MWh delivered to the grid, location-based. */
export interface SupplyFactor {
  /** Tonnes by species per MWh generated. A source that states CO2e only gives it as CO2, and says so in its unit. */
  readonly tonnesPerMwh: GasMasses;
  readonly source: string;
}

/** E = MWh · EF by species. @throws {DomainError} `not-a-number`, `out-of-range` */
export function supplied(
  method: string,
  mwh: number,
  factor: SupplyFactor,
  inputs: Readonly<Record<string, number>>,
): Emission {
  const gases: Record<GasSpecies, number> = {};
  const factors: Record<string, number> = {};
  for (const [species, perMwh] of Object.entries(factor.tonnesPerMwh)) {
    if (perMwh === undefined) continue;
    gases[species] = mwh * amount(perMwh, `EF_${species}`);
    factors[`EF_${species} [t/MWh]`] = perMwh;
  }
  return { method, gases, inputs: { ...inputs, ...factors }, sources: [factor.source] };
}
