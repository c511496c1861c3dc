/** Words and units of activity data brought to the cell vocabulary, and the sector whose combustion factors apply. */
import type { ActivityUnit, Carrier, EndUse } from '../types.ts';
import { CARRIERS, END_USES } from '../types.ts';
import { subsectorOf } from '../../inventory/gpc.ts';
import type { CombustionSector } from './types.ts';

/** Names that activity data use for carriers: IPCC fuel names, GPC tools and common speech. */
const ALIASES: Readonly<Record<string, Carrier>> = {
  electricity: 'grid-electricity',
  'grid electricity': 'grid-electricity',
  heat: 'district-heat',
  'district heating': 'district-heat',
  'district cooling': 'district-cooling',
  gas: 'natural-gas',
  'network-gas': 'natural-gas',
  'liquefied-petroleum-gases': 'lpg',
  'liquefied-petroleum-gas': 'lpg',
  'other-kerosene': 'kerosene',
  'gas-oil': 'heating-oil',
  'fuel-oil': 'heating-oil',
  'heavy-fuel-oil': 'residual-fuel-oil',
  'other-bituminous-coal': 'coal',
  'sub-bituminous-coal': 'coal',
  anthracite: 'coal',
  lignite: 'coal',
  'coking-coal': 'coal',
  wood: 'fuelwood',
  firewood: 'fuelwood',
  'wood-pellets': 'fuelwood',
  'other-primary-solid-biomass': 'fuelwood',
  gasoline: 'petrol',
  'motor-gasoline': 'petrol',
  'diesel-oil': 'diesel',
  'gas-diesel-oil': 'diesel',
  biodiesel: 'biofuel',
  biogasoline: 'biofuel',
  ethanol: 'biofuel',
  'compressed-natural-gas': 'cng',
  'jet-fuel': 'jet-kerosene',
  'aviation-gasoline': 'jet-kerosene',
  msw: 'mixed-msw',
  'municipal-solid-waste': 'mixed-msw',
  wastewater: 'sewage',
};

const MWH_PER: Readonly<Record<string, number>> = {
  wh: 1e-6,
  kwh: 1e-3,
  mwh: 1,
  gwh: 1e3,
  twh: 1e6,
  mj: 1 / 3_600,
  gj: 1 / 3.6,
  tj: 1 / 3.6e-3,
  pj: 1e3 / 3.6e-3,
  toe: 11.63,
  ktoe: 11_630,
};

const OTHER_UNITS: Readonly<Record<string, { readonly unit: ActivityUnit; readonly perUnit: number }>> = {
  t: { unit: 't', perUnit: 1 },
  tonne: { unit: 't', perUnit: 1 },
  tonnes: { unit: 't', perUnit: 1 },
  kt: { unit: 't', perUnit: 1e3 },
  gg: { unit: 't', perUnit: 1e3 },
  kg: { unit: 't', perUnit: 1e-3 },
  head: { unit: 'head', perUnit: 1 },
  heads: { unit: 'head', perUnit: 1 },
  ha: { unit: 'ha', perUnit: 1 },
  hectare: { unit: 'ha', perUnit: 1 },
  km2: { unit: 'ha', perUnit: 100 },
  person: { unit: 'person', perUnit: 1 },
  persons: { unit: 'person', perUnit: 1 },
};

const slug = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_/]+/g, '-');

/** The carrier a name stands for, or undefined. */
export function carrierNamed(name: string): Carrier | undefined {
  const key = slug(name);
  return CARRIERS.find((carrier) => carrier === key) ?? ALIASES[key] ?? ALIASES[name.trim().toLowerCase()];
}

/** The end use a name spells exactly, or undefined. */
export function endUseNamed(name: string): EndUse | undefined {
  const key = slug(name);
  return END_USES.find((use) => use === key);
}

/** An amount in a unit of cells, or undefined for a unit that is none of theirs. 1 MWh = 3.6 GJ. */
export function toActivityUnit(
  amount: number,
  unit: string,
): { readonly amount: number; readonly unit: ActivityUnit } | undefined {
  const key = unit.trim().toLowerCase();
  const mwh = MWH_PER[key];
  if (mwh !== undefined) return { amount: amount * mwh, unit: 'MWh' };
  const other = OTHER_UNITS[key];
  return other && { amount: amount * other.perUnit, unit: other.unit };
}

const COMBUSTION: Readonly<Record<string, CombustionSector>> = {
  'I.1': 'residential-agriculture',
  'I.2': 'commercial',
  'I.3': 'manufacturing',
  'I.4': 'energy-industries',
  'I.5': 'residential-agriculture',
  'I.6': 'commercial',
  'II.1': 'road',
  'II.2': 'rail',
  'II.3': 'waterborne',
  'II.4': 'aviation',
  'II.5': 'off-road',
};

/** Which row of the combustion table a reference's fuels are burned under; undefined where nothing is burned for energy. */
export function combustionSectorOf(ref: string): CombustionSector | undefined {
  return COMBUSTION[subsectorOf(ref)];
}
