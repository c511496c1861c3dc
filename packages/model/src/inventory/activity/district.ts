/** District heat and cooling by the fuel the user names: `district heat from natural gas at 88 %`. */
import { districtFactor } from '../methods/index.ts';
import type { SupplyFactor } from '../methods/index.ts';
import type { Desk } from './desk.ts';
import { lookFor, lookUp, refuse } from './desk.ts';
import { kebab } from './kebab.ts';

/** What a carrier says of its plant. */
export interface Plant {
  readonly network: 'heat' | 'cooling';
  /** Fuel, or `electricity`, in lower case with hyphens. */
  readonly fuel: string;
  /** Energy sent out per energy put in, where it was given; above 1 for heat pumps and chillers. */
  readonly efficiency?: number;
}

const WRITTEN =
  /^\s*(?:district[\s-]+)?(heat(?:ing)?|steam|cooling)\s+from\s+(.+?)(?:\s+at\s+(\d+(?:\.\d+)?)\s*%)?\s*$/i;

/** Read the plant off a carrier; `undefined` when none is named. */
export function plantOf(carrier: string): Plant | undefined {
  const match = WRITTEN.exec(carrier);
  if (match === null) return undefined;
  const [, network, fuel, percent] = match;
  return {
    network: network!.toLowerCase() === 'cooling' ? 'cooling' : 'heat',
    fuel: kebab(fuel!),
    ...(percent !== undefined && { efficiency: Number(percent) / 100 }),
  };
}

/** What the network emits per MWh sent out, and what was assumed of it. */
export interface District {
  readonly supply: SupplyFactor;
  readonly note: string;
}

/** What the fuel emits: a fuel factor, or the grid's tonnes per MWh. */
export type PlantFuel =
  | { readonly kind: 'fuel'; readonly factor: Parameters<typeof districtFactor>[0]['fuels'][number]['factor'] }
  | { readonly kind: 'grid'; readonly supply: SupplyFactor };

/**
 * EF = EF_fuel / efficiency: the city's own, or a default by fuel (an assumption, table `energy-use`).
 *
 * @throws {DomainError} `out-of-range` for an efficiency of 0
 */
export function districtSupply(desk: Desk, plant: Plant, input: PlantFuel): District {
  const item = `${plant.network}-plant`;
  const carrier = input.kind === 'grid' ? 'grid-electricity' : plant.fuel;
  const fallback =
    lookFor(desk, 'energy-use', item, 'efficiency', carrier) ?? lookUp(desk, 'energy-use', item, 'efficiency');
  const efficiency = plant.efficiency ?? fallback.value;
  if (efficiency <= 0) refuse('out-of-range', `an efficiency of ${efficiency * 100} % sends nothing out`);
  const stated = plant.efficiency === undefined ? 'assumed' : 'stated';
  const note = `district ${plant.network} from ${plant.fuel} at ${Number((efficiency * 100).toFixed(1))} % (${stated}); losses of the network are not in it`;
  if (input.kind === 'fuel') {
    return { supply: districtFactor({ fuels: [{ mwh: 1 / efficiency, factor: input.factor }], heatMwh: 1 }), note };
  }
  const tonnesPerMwh = Object.fromEntries(
    Object.entries(input.supply.tonnesPerMwh).map(([species, mass]) => [species, mass! / efficiency]),
  );
  return { supply: { tonnesPerMwh, source: input.supply.source }, note };
}
