/** What the model needs to be told about the world: facts passed in, so that the model does no I/O. `packages/reference` provides it. */
import { DomainError } from './errors.ts';
import type { GwpSet, GwpSetId } from './gas.ts';
import type { Provenance, Source } from './source.ts';

/** A figure with where it came from. */
export interface Fact {
  readonly value: number;
  readonly unit: string;
  readonly year?: number;
  readonly source: string;
  readonly provenance: Provenance;
}

/** A yearly series of facts with one unit and source; `projectedFrom` is the first year that is not an observation. */
export interface FactSeries {
  readonly unit: string;
  readonly source: string;
  readonly points: readonly { readonly year: number; readonly value: number }[];
  readonly projectedFrom?: number;
  readonly note?: string;
}

/** Remaining carbon budget from a base date, Gt CO2, by warming limit (°C as text, `1.5`) and probability (0.5, 0.67, 0.83 as text). */
export interface CarbonBudgetSet {
  readonly id: string;
  /** First year counted: emissions from 1 January of this year. */
  readonly fromYear: number;
  readonly source: string;
  readonly gtCo2: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** What is known of a country. Absent = not known; nothing is filled with 0. ISO 3166-1 alpha-3 codes. */
export interface CountryProfile {
  readonly iso3: string;
  readonly name: string;
  readonly region: string;
  readonly incomeGroup: 'low' | 'lower-middle' | 'upper-middle' | 'high' | 'unknown';
  readonly population?: FactSeries;
  readonly urbanShare?: FactSeries;
  readonly gdpPerHead?: FactSeries;
  readonly hdi?: FactSeries;
  readonly heatingDegreeDays?: Fact;
  readonly coolingDegreeDays?: Fact;
  /** g CO2 (or CO2e, said in the unit) per kWh, history and stated projection to 2050. */
  readonly gridIntensity?: FactSeries;
  /** Share of electricity lost between plant and meter, 0…1. */
  readonly gridLosses?: Fact;
  /** National emissions by sector key and gas, tonnes per head, latest year. */
  readonly emissionsPerHead?: Readonly<Record<string, Fact>>;
  /** The same over the years, to carry a figure to the year of an inventory. */
  readonly emissionsPerHeadByYear?: Readonly<Record<string, FactSeries>>;
  /** Electricity generated per head, kWh, and the share of renewables in it, 0…1. */
  readonly electricityPerHead?: FactSeries;
  readonly renewableShare?: FactSeries;
  /** National total CO2, t per year. */
  readonly co2Tonnes?: FactSeries;
  /** Consumer prices by price key, EUR per unit, with the region they stand for. */
  readonly energyPrices?: Readonly<Record<string, Fact>>;
}

/** World figures that targets need. */
export interface WorldFigures {
  readonly hdi: FactSeries;
  readonly population: FactSeries;
  readonly gdpPerHead: FactSeries;
  /** World CO2 emissions, t per year. */
  readonly co2Tonnes: FactSeries;
}

/**
 * A reference set as the model sees it. Versioned and immutable: `id` and `hash` go into every plan.
 * Lookups that find nothing throw a `DomainError` that names what is missing.
 */
export interface Reference {
  readonly id: string;
  readonly hash: string;
  gwpSet(id: GwpSetId): GwpSet;
  country(iso3: string): CountryProfile;
  readonly world: WorldFigures;
  carbonBudgetSet(id: string): CarbonBudgetSet;
  readonly defaultCarbonBudgetSet: string;
  source(id: string): Source;
}

/** Everything a `Reference` answers from, as plain JSON: what the server hands to a browser for one country. */
export interface ReferenceSlice {
  readonly id: string;
  readonly hash: string;
  readonly gwpSets: readonly GwpSet[];
  readonly countries: readonly CountryProfile[];
  readonly world: WorldFigures;
  readonly carbonBudgets: readonly CarbonBudgetSet[];
  readonly defaultCarbonBudgetSet: string;
  readonly sources: readonly Source[];
}

/**
 * Make a `Reference` that answers from a slice.
 *
 * @throws {DomainError} from its lookups: `unknown-gwp-set`, `unknown-country`, `missing-figure` for a budget set or source that is not in the slice.
 */
export function referenceOf(slice: ReferenceSlice): Reference {
  const find = <T extends { id: string }>(
    list: readonly T[],
    id: string,
    code: 'unknown-gwp-set' | 'missing-figure',
    what: string,
  ): T => {
    const found = list.find((item) => item.id === id);
    if (!found)
      throw new DomainError(code, `reference set ${slice.id} holds no ${what} "${id}"`, ['reference', what, id]);
    return found;
  };
  return {
    id: slice.id,
    hash: slice.hash,
    world: slice.world,
    defaultCarbonBudgetSet: slice.defaultCarbonBudgetSet,
    gwpSet: (id) => find(slice.gwpSets, id, 'unknown-gwp-set', 'GWP set'),
    carbonBudgetSet: (id) => find(slice.carbonBudgets, id, 'missing-figure', 'carbon budget set'),
    source: (id) => find(slice.sources, id, 'missing-figure', 'source'),
    country: (iso3) => {
      const found = slice.countries.find((country) => country.iso3 === iso3);
      if (!found)
        throw new DomainError('unknown-country', `no country "${iso3}" in reference set ${slice.id}`, [
          'city',
          'country',
        ]);
      return found;
    },
  };
}
