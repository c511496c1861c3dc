/** Which drivers a cell gets by default, from what its energy or material is used for and what carries it. */
import type { DriverId } from '../types.ts';

/** Driver ids of a cell: what multiplies its activity, and what multiplies its factors. */
export interface DriverIds {
  readonly activity: readonly DriverId[];
  readonly intensity: readonly DriverId[];
}

const RESIDENTS = ['population'] as const;
const HEAT = ['population', 'residential-demand', 'heating-demand', 'building-efficiency'] as const;
const SERVICES = ['population', 'residential-demand', 'appliance-efficiency'] as const;
const APPLIANCES = ['population', 'appliance-demand', 'appliance-efficiency'] as const;
const INDUSTRY = ['population', 'industry-output', 'industry-efficiency'] as const;
const HELD = ['livestock'] as const;

/** Activity drivers by end use. A use that is not listed follows the number of residents. */
const ACTIVITY: Readonly<Record<string, readonly DriverId[]>> = {
  'space-heating': HEAT,
  'water-heating': SERVICES,
  cooking: SERVICES,
  'space-cooling': ['population', 'cooling-demand', 'appliance-efficiency'],
  lighting: APPLIANCES,
  appliances: APPLIANCES,
  'industrial-heat': INDUSTRY,
  'motors-and-processes': INDUSTRY,
  'own-use': ['population', 'residential-demand', 'industry-efficiency'],
  'agricultural-energy': HELD,
  'passenger-car': ['population', 'passenger-km', 'car-efficiency'],
  'two-three-wheeler': ['population', 'passenger-km', 'car-efficiency'],
  bus: ['population', 'truck-efficiency'],
  freight: ['population', 'freight', 'truck-efficiency'],
  rail: ['population', 'passenger-km', 'truck-efficiency'],
  waterborne: ['population', 'freight', 'aircraft-efficiency'],
  aviation: ['population', 'air-travel', 'aircraft-efficiency'],
  'off-road': ['population', 'industry-output', 'truck-efficiency'],
  fugitive: RESIDENTS,
  landfill: ['population', 'waste-per-head'],
  'open-dump': ['population', 'waste-per-head'],
  composting: ['population', 'waste-per-head'],
  'anaerobic-digestion': ['population', 'waste-per-head'],
  incineration: ['population', 'waste-per-head'],
  'open-burning': ['population', 'waste-per-head'],
  wastewater: RESIDENTS,
  'cement-clinker': ['population', 'industry-output'],
  'industrial-process': ['population', 'industry-output'],
  refrigerants: ['population', 'refrigerant-bank'],
  'product-use': ['population', 'gdp-per-head'],
  'enteric-fermentation': HELD,
  manure: HELD,
  'managed-soils': HELD,
  rice: HELD,
  land: [],
  other: ['population', 'gdp-per-head', 'industry-efficiency'],
};

/** Intensity drivers by carrier. */
const BY_CARRIER: Readonly<Record<string, readonly DriverId[]>> = {
  'grid-electricity': ['grid-intensity'],
  'district-heat': ['heat-network-intensity'],
  'district-cooling': ['heat-network-intensity'],
};

/**
 * The default drivers of a cell. All ids are among those `defaultDrivers` gives.
 *
 * @param use an end use of the cell vocabulary; one that is not known follows the number of residents
 * @param carrier a carrier of the cell vocabulary
 */
export function defaultDriversFor(use: string, carrier: string): DriverIds {
  const byUse = use === 'refrigerants' ? ['refrigerant-potency'] : [];
  return { activity: ACTIVITY[use] ?? RESIDENTS, intensity: [...(BY_CARRIER[carrier] ?? []), ...byUse] };
}

/** End uses that have a choice of their own. */
export const USES_WITH_DRIVERS: readonly string[] = Object.keys(ACTIVITY);
