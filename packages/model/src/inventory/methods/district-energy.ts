/** District heating and cooling: what a network emits per MWh at the customer. Source: GPC v1.1 ch. 6; IPCC 2006 GL Vol 2 Ch 2. */
import { DomainError } from '../../errors.ts';
import type { GasMasses, GasSpecies } from '../../gas.ts';
import type { FuelFactor } from './combustion.ts';
import { burn } from './combustion.ts';
import { addEmissions, amount } from './core.ts';
import type { SupplyFactor } from './supply.ts';

/** What a plant burned in a year, and what it sent out. */
export interface HeatPlant {
  /** Fuels, MWh net calorific value, and their factors. */
  readonly fuels: readonly { readonly mwh: number; readonly factor: FuelFactor }[];
  /** Heat or cooling sent into the network, MWh. */
  readonly heatMwh: number;
  /** Electricity sent out by a combined plant, MWh. */
  readonly electricityMwh?: number;
  /** Efficiencies of separate production that share a combined plant's fuel out: heat 0.9, electricity 0.4 unless told. */
  readonly separate?: { readonly heat: number; readonly electricity: number };
}

/**
 * EF = Σ fuels · share_heat / heat, t per MWh sent out. In a combined plant heat bears
 * (H/η_H) / (H/η_H + P/η_P) of the fuel: the efficiency method of the GHG Protocol for combined heat and power.
 *
 * Use it in `gridSupplied` for heat metered at customers, and with the network's loss rate in `gridLosses`.
 *
 * @throws {DomainError} `out-of-range` for a plant that sends out no heat
 */
export function districtFactor(plant: HeatPlant): SupplyFactor {
  const heat = amount(plant.heatMwh, 'heat');
  if (heat === 0)
    throw new DomainError('out-of-range', 'a plant that sends out no heat has no factor', ['inputs', 'heat']);
  const { gases, sources } = addEmissions(
    'district-energy',
    plant.fuels.map(({ mwh, factor }) => burn('district-energy', mwh, factor)),
  );
  const bears = heatShare(plant);
  const perMwh: Record<GasSpecies, number> = {};
  for (const [species, mass] of Object.entries(gases)) if (mass !== undefined) perMwh[species] = (mass * bears) / heat;
  return { tonnesPerMwh: perMwh satisfies GasMasses, source: sources.join('; ') };
}

function heatShare({ heatMwh, electricityMwh, separate = { heat: 0.9, electricity: 0.4 } }: HeatPlant): number {
  if (electricityMwh === undefined) return 1;
  const heat = heatMwh / separate.heat;
  return heat / (heat + amount(electricityMwh, 'electricity') / separate.electricity);
}
