/** A target as cities state it in public, a cut by a year, as a ceiling for every year of the city's path. */
import type { Finding } from '../finding.ts';
import type { CityPaths, CityTarget } from './types.ts';
import { NETWORK_GASES } from './types.ts';

/** "60 % less than in 2019 by 2035": `cutPercent` 60, `baseYear` 2019, `targetYear` 2035. */
export interface StatedTarget {
  readonly targetYear: number;
  /** 0…100. */
  readonly cutPercent: number;
  readonly baseYear: number;
}

/**
 * The city with a stated target, held against its territorial t CO2e:
 *
 *   ceiling(y) = E(first) + (E(base) · (1 − cut) − E(first)) · (y − first) / (target − first)   to the target year, then held,
 *
 * with E the city's path without a plan. A target is no plan: it changes no path. Where the path does not hold the base year,
 * the target is left out, with a finding.
 */
export function withStatedTarget(city: CityPaths, stated: StatedTarget): CityPaths {
  const { firstYear, lastYear } = city;
  const { targetYear, cutPercent, baseYear } = stated;
  if (baseYear < firstYear || baseYear > lastYear) return withoutTarget(city, stated);
  const reference = co2eOf(city, city.reference);
  const start = reference[0]!;
  const end = reference[baseYear - firstYear]! * (1 - cutPercent / 100);
  const ceiling = reference.map((_, y) => {
    const along = firstYear + y >= targetYear ? 1 : y / (targetYear - firstYear);
    return start + (end - start) * along;
  });
  const planned = city.plan ? co2eOf(city, city.plan) : reference;
  const target: CityTarget = { id: 'stated', kind: 'custom', counts: 'co2e', boundary: 'territorial', ceiling, planned, reference }; // prettier-ignore
  return { ...city, target };
}

function co2eOf({ weights }: CityPaths, paths: CityPaths['reference']): Float64Array {
  return paths.co2.map((_, y) => NETWORK_GASES.reduce((sum, gas) => sum + weights[gas] * paths[gas][y]!, 0));
}

function withoutTarget(city: CityPaths, { baseYear, targetYear, cutPercent }: StatedTarget): CityPaths {
  const finding: Finding = {
    code: 'target-not-computed',
    severity: 'warning',
    path: [city.id],
    message: `the target of ${city.name}, ${cutPercent} % below ${baseYear} by ${targetYear}, is left out: its figures are of ${city.firstYear} to ${city.lastYear}`,
    remedy: 'give the emissions of the base year, or the target from a year that is in the figures',
    values: { target: `${cutPercent} % / ${targetYear}`, city: city.name, baseYear, targetYear },
  };
  return { ...city, findings: [...(city.findings ?? []), finding] };
}
