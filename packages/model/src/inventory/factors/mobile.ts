/** Lookups over the mobile combustion defaults of the 2006 IPCC Guidelines: road, off-road, rail, waterborne, aviation. */
import { DomainError } from '../../errors.ts';
import type { Factor, MobileFactors, StationaryFactors } from './types.ts';

/** Technology taken when none is named, where the table has several. */
const DEFAULT_TECHNOLOGY: Readonly<Record<string, string>> = {
  'road:motor-gasoline': 'low-mileage-1995-or-later',
  'road:biogasoline': 'as-motor-gasoline',
  'road:biodiesel': 'as-diesel-oil',
  'off-road:diesel-oil': 'industry',
  'off-road:motor-gasoline': 'industry-4-stroke',
};

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

/**
 * Make the lookups from rows keyed by mode, fuel, technology and parameter. Net calorific value and the biogenic mark come from
 * the stationary factors.
 */
export function mobileFactorsOf(factors: readonly Factor[], stationary: StationaryFactors): MobileFactors {
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
