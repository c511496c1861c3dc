/** CO2 of land that changes its use (V.2): biomass in the year, soil over the transition. Source: IPCC 2006 GL Vol 4 Ch 2, Eq. 2.15, 2.16, 2.25. */
import { CO2_PER_C, amount } from './core.ts';
import type { Emission } from './core.ts';

/** Land that changed its use, and what it held before and holds in balance after. */
export interface LandUseConversion {
  readonly hectares: number;
  /** t C per ha in biomass and dead matter: lost or gained in the year of conversion. */
  readonly biomassBefore: number;
  readonly biomassAfter: number;
  /** t C per ha in soil: it moves over the transition. */
  readonly soilBefore: number;
  readonly soilAfter: number;
  readonly yearConverted: number;
  /** Years of transition: 20. */
  readonly transitionYears: number;
  readonly source: string;
}

/** CO2 of a year: biomass in the year of conversion, soil in equal parts over the transition. @throws {DomainError} */
export function landConversion(land: LandUseConversion, year: number): Emission {
  const age = year - land.yearConverted;
  const biomass = age === 0 ? amount(land.biomassAfter, 'B after') - amount(land.biomassBefore, 'B before') : 0;
  const moving = age >= 0 && age < amount(land.transitionYears, 'transition');
  const soil = moving
    ? (amount(land.soilAfter, 'SOC after') - amount(land.soilBefore, 'SOC before')) / land.transitionYears
    : 0;
  return {
    method: 'land-conversion',
    gases: { CO2: -amount(land.hectares, 'A') * (biomass + soil) * CO2_PER_C },
    inputs: { 'A [ha]': land.hectares, 'ΔB [t C/ha]': biomass, 'ΔSOC [t C/ha/yr]': soil, year },
    sources: [land.source],
  };
}
