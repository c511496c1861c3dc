/** CO2 of land by the change of its carbon stocks (V.2). Source: IPCC 2006 GL Vol 4 Ch 2, Eq. 2.5, 2.15, 2.25. */
import { DomainError } from '../../errors.ts';
import { CO2_PER_C, amount } from './core.ts';
import type { Emission } from './core.ts';

/** Carbon on the land of the city at two inventories of it, t C. */
export interface StockDifference {
  readonly fromYear: number;
  readonly toYear: number;
  readonly fromTonnesC: number;
  readonly toTonnesC: number;
  readonly source: string;
}

/**
 * CO2 = −(C₂ − C₁)/(t₂ − t₁)·44/12: growing stocks are removals, below nought.
 *
 * @throws {DomainError} `out-of-range` when the years are not in order
 */
export function stockDifference({ fromYear, toYear, fromTonnesC, toTonnesC, source }: StockDifference): Emission {
  if (!(toYear > fromYear)) {
    throw new DomainError('out-of-range', `stocks of ${fromYear} and ${toYear} are not in order`, ['inputs', 'years']);
  }
  const gain = (amount(toTonnesC, 'C2') - amount(fromTonnesC, 'C1')) / (toYear - fromYear);
  return {
    method: 'land-stock-difference',
    gases: { CO2: -gain * CO2_PER_C },
    inputs: { 'C1 [t]': fromTonnesC, 'C2 [t]': toTonnesC, t1: fromYear, t2: toYear },
    sources: [source],
  };
}

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
