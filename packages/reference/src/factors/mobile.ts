/** Mobile combustion defaults of the 2006 IPCC Guidelines: road, off-road, rail, waterborne, aviation. */
import { DomainError } from '@thousand-cities/model';
import { parseFactors, type Factor } from './factor-table.ts';
import type { CombustionFactor, StationaryFactors } from './stationary.ts';

export const MOBILE_MODES = ['road', 'off-road', 'rail', 'waterborne', 'aviation'] as const;
export type MobileMode = (typeof MOBILE_MODES)[number];

/** Technology taken when none is named, where the table has several. */
const DEFAULT_TECHNOLOGY: Readonly<Record<string, string>> = {
  'road:motor-gasoline': 'low-mileage-1995-or-later',
  'road:biogasoline': 'as-motor-gasoline',
  'road:biodiesel': 'as-diesel-oil',
  'off-road:diesel-oil': 'industry',
  'off-road:motor-gasoline': 'industry-4-stroke',
};

/** Lookups over `mobile.csv`. */
export interface MobileFactors {
  /**
   * @param technology as in the table; by default late petrol cars on the road, industrial machines off it
   * @throws {DomainError} `missing-figure` when the table has no factor for this fuel and mode
   */
  mobileFactor(mode: MobileMode, fuel: string, technology?: string): CombustionFactor;
}

/** Best match: fuel and technology named, then fuel for all technologies, then any fuel of the mode. */
function best(factors: readonly Factor[], mode: string, fuel: string, technology: string, parameter: string): Factor {
  const own = factors.filter((factor) => factor.keys['mode'] === mode && factor.keys['parameter'] === parameter);
  const found =
    own.find((factor) => factor.keys['fuel'] === fuel && factor.keys['technology'] === technology) ??
    own.find((factor) => factor.keys['fuel'] === fuel && factor.keys['technology'] === 'all') ??
    own.find((factor) => factor.keys['fuel'] === 'all');
  if (!found) {
    throw new DomainError('missing-figure', `no ${parameter} factor for ${fuel} (${technology}) in ${mode}`, [
      'factors',
      mode,
      fuel,
    ]);
  }
  return found;
}

/** Read `mobile.csv`; net calorific value and the biogenic mark come from the stationary table. */
export function parseMobile(text: string, stationary: StationaryFactors): MobileFactors {
  const factors = parseFactors('mobile', text);
  return {
    mobileFactor: (mode, fuel, technology = DEFAULT_TECHNOLOGY[`${mode}:${fuel}`] ?? 'all') => {
      const still = stationary.stationaryFactor(fuel, 'commercial');
      const co2 = best(factors, mode, fuel, technology, 'co2');
      const ch4 = best(factors, mode, fuel, technology, 'ch4');
      return {
        fuel,
        name: still.name,
        co2KgPerTj: co2.value,
        ...(co2.low === undefined || co2.high === undefined ? {} : { co2Range: [co2.low, co2.high] as const }),
        ch4KgPerTj: ch4.value,
        n2oKgPerTj: best(factors, mode, fuel, technology, 'n2o').value,
        ...(still.ncvTjPerGg === undefined ? {} : { ncvTjPerGg: still.ncvTjPerGg }),
        biogenic: still.biogenic,
        source: ch4.source,
        locator: ch4.locator,
      };
    },
  };
}
