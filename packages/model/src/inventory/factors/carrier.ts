/** Factors per MWh for the carriers of the plan's cells, by the sector that burns them. */
import { DomainError } from '../../errors.ts';
import type { GasSpecies } from '../../gas.ts';
import type { Carrier } from '../carriers.ts';
import { MOBILE_MODES } from './types.ts';
import type {
  CarrierFactor,
  CarrierSector,
  CombustionFactor,
  MobileFactors,
  MobileMode,
  StationaryFactors,
} from './types.ts';

/** TJ per MWh (3.6 GJ) and t per kg. */
const TJ_PER_MWH = 3.6e-3;
const TONNES_PER_KG = 1e-3;

/** The IPCC fuel a carrier stands for in buildings and industry; no entry where it is not burned as such. */
export const CARRIER_FUELS: Readonly<Partial<Record<Carrier, string>>> = {
  'natural-gas': 'natural-gas',
  lpg: 'lpg',
  kerosene: 'other-kerosene',
  'heating-oil': 'gas-oil',
  'residual-fuel-oil': 'residual-fuel-oil',
  coal: 'other-bituminous-coal',
  fuelwood: 'wood',
  charcoal: 'charcoal',
  biogas: 'other-biogas',
  petrol: 'motor-gasoline',
  diesel: 'diesel-oil',
  biofuel: 'biodiesel',
  cng: 'natural-gas',
  'jet-kerosene': 'jet-kerosene',
  'other-fuel': 'other-petroleum-products',
};

const isMobile = (sector: CarrierSector): sector is MobileMode => (MOBILE_MODES as readonly string[]).includes(sector);

/** Modes in which IPCC gives no factor for the fuel: CH4 and N2O of the nearest fuel, CO2 of the fuel itself. */
function mobileOrNearest(stationary: StationaryFactors, mobile: MobileFactors, mode: MobileMode, fuel: string) {
  const own = stationary.stationaryFactor(fuel, 'commercial');
  const stand = NEAREST[`${mode}:${fuel}`];
  if (stand === undefined) return mobile.mobileFactor(mode, fuel);
  const near = mobile.mobileFactor(mode, stand);
  return { ...near, fuel, name: own.name, co2KgPerTj: own.co2KgPerTj, biogenic: own.biogenic };
}

const NEAREST: Readonly<Record<string, string>> = {
  'road:gas-oil': 'diesel-oil',
  'road:other-petroleum-products': 'diesel-oil',
  'road:other-biogas': 'natural-gas',
  'off-road:lpg': 'motor-gasoline',
  'off-road:biodiesel': 'diesel-oil',
  'off-road:gas-oil': 'diesel-oil',
  'off-road:natural-gas': 'motor-gasoline',
  'off-road:other-petroleum-products': 'diesel-oil',
  'rail:biodiesel': 'diesel-oil',
  'rail:gas-oil': 'diesel-oil',
  'rail:other-bituminous-coal': 'sub-bituminous-coal',
  'rail:other-petroleum-products': 'diesel-oil',
  'waterborne:biodiesel': 'diesel-oil',
  'waterborne:gas-oil': 'diesel-oil',
  'waterborne:other-petroleum-products': 'diesel-oil',
  'aviation:motor-gasoline': 'aviation-gasoline',
  'aviation:biodiesel': 'jet-kerosene',
  'aviation:other-petroleum-products': 'jet-kerosene',
};

/** Tonnes of each species per MWh; biogenic CO2 as the memo species `CO2-biogenic`. kg/TJ · 3.6e-3 TJ/MWh · 1e-3 t/kg. */
export function tonnesPerMwh(factor: CombustionFactor): Partial<Record<GasSpecies, number>> {
  const scale = TJ_PER_MWH * TONNES_PER_KG;
  return {
    [factor.biogenic ? 'CO2-biogenic' : 'CO2']: factor.co2KgPerTj * scale,
    [factor.biogenic ? 'CH4-biogenic' : 'CH4-fossil']: factor.ch4KgPerTj * scale,
    N2O: factor.n2oKgPerTj * scale,
  };
}

/** Lookup of factors by carrier, also per MWh. */
export interface CarrierFactors extends CarrierFactor {
  /**
   * Tonnes per MWh (net calorific value) by species, `CO2-biogenic` as memo.
   *
   * @throws {DomainError} `unknown-carrier` for carriers that are not burned where they are used (grid electricity,
   *   district heat and cooling take the supplier's intensity; waste streams and `none` are not fuels).
   */
  carrierFactors(carrier: Carrier, sector: CarrierSector): Partial<Record<GasSpecies, number>>;
}

/** Build the carrier lookup from the two combustion tables. */
export function makeCarrierFactors(stationary: StationaryFactors, mobile: MobileFactors): CarrierFactors {
  const carrierFactor = (carrier: Carrier, sector: CarrierSector): CombustionFactor => {
    const fuel = CARRIER_FUELS[carrier];
    if (fuel === undefined) {
      throw new DomainError('unknown-carrier', `carrier "${carrier}" is not a fuel burned where it is used`, [
        'carrier',
        carrier,
      ]);
    }
    return isMobile(sector)
      ? mobileOrNearest(stationary, mobile, sector, fuel)
      : stationary.stationaryFactor(fuel, sector);
  };
  return { carrierFactor, carrierFactors: (carrier, sector) => tonnesPerMwh(carrierFactor(carrier, sector)) };
}
