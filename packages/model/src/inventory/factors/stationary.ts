/** Lookups over the stationary combustion defaults of the 2006 IPCC Guidelines. */
import { DomainError } from '../../errors.ts';
import type { Factor, StationaryFactors } from './types.ts';

const findFactor = (factors: readonly Factor[], keys: Readonly<Record<string, string>>): Factor | undefined =>
  factors.find((factor) => Object.entries(keys).every(([column, value]) => factor.keys[column] === value));

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

/** Make the lookups from rows keyed by fuel, name, biogenic, sector and parameter. */
export function stationaryFactorsOf(rows: readonly Factor[]): StationaryFactors {
  const byFuel = new Map<string, Factor[]>();
  for (const factor of rows) {
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
