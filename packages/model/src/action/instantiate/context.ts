/** What fitting an action to a city needs to know. */
import type { GwpSet } from '../../gas.ts';
import type { City } from '../../inventory/types.ts';
import type { CountryProfile } from '../../reference.ts';
import { climateZoneOf, incomeGroupOf } from '../split/climate.ts';
import type { ClimateZone, IncomeGroup } from '../split/types.ts';
import type { ActionLibrary } from '../template.ts';
import type { Cell, Finance } from '../types.ts';

export interface ActionContext {
  readonly city: City;
  /** Residents in the base year where the city record does not say. */
  readonly population?: number;
  readonly country: CountryProfile;
  /** Cells of the base year, landing cells included. */
  readonly cells: readonly Cell[];
  readonly climate?: { readonly heatingDegreeDays?: number; readonly coastal?: boolean };
  readonly finance: Pick<Finance, 'priceYear'>;
  readonly gwpSet: GwpSet;
  /** Year in which adoption would begin. */
  readonly startYear: number;
  /**
   * Whether the plan's boundary counts a reference. Actions whose levers act only outside it are not offered, and moves
   * to another sub-sector are taken from counted references alone. Absent = everything counts.
   */
  readonly counts?: (ref: string) => boolean;
  /** Locale of the action's name; English where the library has no other. */
  readonly locale?: string;
  readonly library: Pick<ActionLibrary, 'exchange' | 'consumerPrices' | 'priceLevels' | 'priceLevelSource'>;
}

/** The place as default tables see it. */
export interface ActionPlace {
  readonly iso3: string;
  readonly zone: ClimateZone;
  readonly income: IncomeGroup;
  readonly population: number | undefined;
}

export function placeOf(context: ActionContext): ActionPlace {
  const degreeDays = context.climate?.heatingDegreeDays ?? context.country.heatingDegreeDays?.value;
  return {
    iso3: context.country.iso3,
    zone: climateZoneOf(degreeDays),
    income: incomeGroupOf(context.country),
    population: context.population ?? context.city.population,
  };
}
