/** Which gases a starter figure is made of: shares of its CO2e by reference, from default factors. */
import { gwpOf } from '../../gas.ts';
import type { GasMasses, GasSpecies, GwpSet } from '../../gas.ts';
import type { GpcRef } from '../types.ts';

/** Shares of CO2e (AR5) by species; they add up to 1. */
type GasShares = Readonly<Record<GasSpecies, number>>;

/** GWP100 the calibration data were expressed in, for the most part: IPCC AR5, Table 8.A.1. */
const CALIBRATION_GWP: Readonly<Record<GasSpecies, number>> = {
  CO2: 1,
  'CH4-fossil': 30,
  'CH4-biogenic': 28,
  N2O: 265,
  'HFC-134a': 1300,
};

/**
 * Fuel in buildings: natural gas 56,100 CO2, 5 CH4, 0.1 N2O kg/TJ (IPCC 2006 Vol 2 Table 2.4/2.5): 0.27 % and 0.05 % of CO2e.
 * Fuel in manufacturing: the same with 1 kg CH4/TJ (Table 2.3). Gas is the commonest fuel of city buildings; oil and coal differ by less than 1 %.
 */
const BUILDINGS: GasShares = { CO2: 0.9968, 'CH4-fossil': 0.0027, N2O: 0.0005 };
const MANUFACTURING: GasShares = { CO2: 0.999, 'CH4-fossil': 0.0005, N2O: 0.0005 };
/** Half petrol (69,300; 25; 8 kg/TJ), half diesel (74,100; 3.9; 3.9), IPCC 2006 Vol 2 Tables 3.2.1 and 3.2.2. */
const ROAD: GasShares = { CO2: 0.9724, 'CH4-fossil': 0.0059, N2O: 0.0217 };
/** Diesel in locomotives and machines: 74,100; 4.15; 28.6 kg/TJ, IPCC 2006 Vol 2 Tables 3.3.1 and 3.4.1. */
const OFF_ROAD: GasShares = { CO2: 0.9058, 'CH4-fossil': 0.0015, N2O: 0.0927 };
const ALL_CO2: GasShares = { CO2: 1 };
const LANDFILL: GasShares = { 'CH4-biogenic': 1 };
/** 4 g CH4 and 0.24 g N2O per kg of wet waste, IPCC 2006 Vol 5 Table 4.1 (2019 corrigendum): 112 and 64 g CO2e. */
const COMPOST: GasShares = { 'CH4-biogenic': 0.638, N2O: 0.362 };
/** Incineration is nearly all fossil CO2; N2O 50 g/t of waste, IPCC 2006 Vol 5 Table 5.6, against about 0.4 t CO2/t. */
const INCINERATION: GasShares = { CO2: 0.968, N2O: 0.032 };
/** Assumption: 70 % of the CO2e of wastewater is methane. */
const WASTEWATER: GasShares = { 'CH4-biogenic': 0.7, N2O: 0.3 };
const GAS_LEAKS: GasShares = { 'CH4-fossil': 1 };
/** Assumption: HFC-134a stands for all products. */
const PRODUCTS: GasShares = { 'HFC-134a': 1 };

const SHARES: Readonly<Record<GpcRef, GasShares>> = {
  'I.1.1': BUILDINGS,
  'I.2.1': BUILDINGS,
  'I.3.1': MANUFACTURING,
  'I.8.1': GAS_LEAKS,
  'II.1.1': ROAD,
  'II.2.1': OFF_ROAD,
  'II.5.1': OFF_ROAD,
  'III.1.1': LANDFILL,
  'III.1.2': LANDFILL,
  'III.2.1': COMPOST,
  'III.3.1': INCINERATION,
  'III.4.1': WASTEWATER,
  'IV.2': PRODUCTS,
};

/**
 * Masses behind a figure of the calibration, t by species. Grid references are all CO2: the grid intensities are of CO2.
 *
 * @param tonnes t CO2e by the GWP of the calibration data
 */
export function starterGases(ref: GpcRef, tonnes: number): GasMasses {
  const shares = SHARES[ref];
  const masses: Record<GasSpecies, number> = {};
  for (const [species, share] of Object.entries(shares === undefined ? ALL_CO2 : shares)) {
    masses[species] = (tonnes * share) / CALIBRATION_GWP[species]!;
  }
  return masses;
}

/** CO2e of a reference in a GWP set over its CO2e in the calibration's: 1 for AR5, near 1 for others. */
export function gwpRatio(ref: GpcRef, set: GwpSet): number {
  let ratio = 0;
  for (const [species, mass] of Object.entries(starterGases(ref, 1))) {
    if (mass !== undefined) ratio += mass * gwpOf(set, species);
  }
  return ratio;
}
