/** Climate of a place from its degree days: a zone for tables, and weights that pass smoothly from one zone to the next. */
import type { CountryProfile } from '../../reference.ts';
import type { ClimateZone, IncomeGroup } from './types.ts';

/** Heating degree days (base 15.5 °C) at which a place is wholly hot, temperate and cold; between them it is a mixture. */
const HOT_BELOW = 150;
const TEMPERATE_AT = 1_000;
const COLD_ABOVE = 2_000;

export type ZoneWeights = Readonly<Record<ClimateZone, number>>;

/**
 * Weigh the three zones for a place with so many heating degree days; the weights sum to 1.
 *
 * @param heatingDegreeDays °C·days per year, base 15.5 °C; absent = temperate
 */
export function zoneWeights(heatingDegreeDays: number | undefined): ZoneWeights {
  if (heatingDegreeDays === undefined) return { hot: 0, temperate: 1, cold: 0 };
  if (heatingDegreeDays <= TEMPERATE_AT) {
    const temperate = Math.max(0, (heatingDegreeDays - HOT_BELOW) / (TEMPERATE_AT - HOT_BELOW));
    return { hot: 1 - temperate, temperate, cold: 0 };
  }
  const cold = Math.min(1, (heatingDegreeDays - TEMPERATE_AT) / (COLD_ABOVE - TEMPERATE_AT));
  return { hot: 0, temperate: 1 - cold, cold };
}

/** The zone with the greatest weight. */
export function climateZoneOf(heatingDegreeDays: number | undefined): ClimateZone {
  const weights = zoneWeights(heatingDegreeDays);
  if (weights.hot > weights.temperate) return 'hot';
  return weights.cold > weights.temperate ? 'cold' : 'temperate';
}

/** Income group for default tables. A country whose group is not known is read as upper-middle: the middle of the world's city dwellers. */
export function incomeGroupOf(country: Pick<CountryProfile, 'incomeGroup'>): IncomeGroup {
  return country.incomeGroup === 'unknown' ? 'upper-middle' : country.incomeGroup;
}
