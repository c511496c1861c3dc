/** Stationary combustion defaults of the 2006 IPCC Guidelines: 54 fuels by four sectors. */
import { DomainError } from '@thousand-cities/model';
import { findFactor, parseFactors, type Factor } from './factor-table.ts';

export const STATIONARY_SECTORS = [
  'energy-industries',
  'manufacturing',
  'commercial',
  'residential-agriculture',
] as const;
export type StationarySector = (typeof STATIONARY_SECTORS)[number];

/** What burning one TJ (net calorific value) of a fuel emits. */
export interface CombustionFactor {
  readonly fuel: string;
  readonly name: string;
  /** kg CO2 per TJ; for biogenic fuels a memo item, never in totals. */
  readonly co2KgPerTj: number;
  /** 95 % range of the CO2 factor, kg/TJ. */
  readonly co2Range?: readonly [number, number];
  readonly ch4KgPerTj: number;
  readonly n2oKgPerTj: number;
  /** TJ per Gg; absent where the source gives none (industrial wastes). */
  readonly ncvTjPerGg?: number;
  readonly biogenic: boolean;
  readonly source: string;
  readonly locator: string;
}

/** Lookups over `stationary-combustion.csv`. */
export interface StationaryFactors {
  readonly fuels: readonly string[];
  /** @throws {DomainError} `unknown-carrier` when the fuel is not one of the 54 */
  stationaryFactor(fuel: string, sector: StationarySector): CombustionFactor;
}

function need(factors: readonly Factor[], fuel: string, sector: string, parameter: string): Factor {
  const found = findFactor(factors, { fuel, sector, parameter });
  if (!found) {
    throw new DomainError('missing-figure', `no ${parameter} factor for ${fuel} in ${sector}`, [
      'factors',
      fuel,
      sector,
    ]);
  }
  return found;
}

/** Read `stationary-combustion.csv`. */
export function parseStationary(text: string): StationaryFactors {
  const byFuel = new Map<string, Factor[]>();
  for (const factor of parseFactors('stationary-combustion', text)) {
    const fuel = factor.keys['fuel']!;
    const list = byFuel.get(fuel);
    if (list) list.push(factor);
    else byFuel.set(fuel, [factor]);
  }
  return {
    fuels: [...byFuel.keys()],
    stationaryFactor: (fuel, sector) => {
      const factors = byFuel.get(fuel);
      if (!factors)
        throw new DomainError('unknown-carrier', `no combustion factors for fuel "${fuel}"`, ['fuel', fuel]);
      const co2 = need(factors, fuel, 'all', 'co2');
      const ch4 = need(factors, fuel, sector, 'ch4');
      const ncv = findFactor(factors, { sector: 'all', parameter: 'ncv' });
      return {
        fuel,
        name: co2.keys['name']!,
        co2KgPerTj: co2.value,
        ...(co2.low === undefined || co2.high === undefined ? {} : { co2Range: [co2.low, co2.high] as const }),
        ch4KgPerTj: ch4.value,
        n2oKgPerTj: need(factors, fuel, sector, 'n2o').value,
        ...(ncv ? { ncvTjPerGg: ncv.value } : {}),
        biogenic: co2.keys['biogenic'] === 'yes',
        source: co2.source,
        locator: ch4.locator,
      };
    },
  };
}
