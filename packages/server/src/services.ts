/** What the server needs from the reference set, as an interface, so that routes are tested without 24,000 cities. */
import type { ActionWords, Boundary, FactorSlice, Inventory, Plan, ReferenceSlice } from '@thousand-cities/model';
import type { NetworkServices } from './network-services.ts';

/** A city as search shows it. */
export interface CityHit {
  /** GeoNames id as text. */
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2: the code browsers know country names by. */
  readonly iso2?: string;
  /** ISO 3166-1 alpha-3. */
  readonly iso3: string;
  /** English name. */
  readonly country: string;
  /** First administrative division, where known: tells two cities of one name apart. */
  readonly admin?: string;
  readonly population?: number;
  readonly lat?: number;
  readonly lon?: number;
}

/** A city of the thousand, in the short form the map downloads. */
export interface MapCity {
  readonly id: string;
  readonly name: string;
  readonly iso3: string;
  readonly lat: number;
  readonly lon: number;
  readonly pop: number;
}

/** What a draft on an inventory keeps of the plan it is made for. */
export interface DraftYears {
  readonly horizonYear: number;
  readonly boundary: Boundary;
}

/** Everything the routes ask for. `packages/reference` answers in production, a handful of cities in tests. */
export interface CityServices {
  /** Best matches first; tolerant of typing errors. `country` is an ISO3 code. */
  search(query: string, options: { readonly country?: string; readonly limit: number }): readonly CityHit[];
  /** The thousand, largest first. */
  thousand(): readonly MapCity[];
  /** One city by id, or undefined. */
  city(id: string): CityHit | undefined;
  /**
   * The draft plan of a city.
   *
   * @throws {DomainError} `unknown-city`, `missing-figure`
   */
  makePlan(id: string): Plan;
  /**
   * The draft plan of a city on an inventory of its own.
   *
   * @throws {DomainError} `unknown-city`, `missing-figure`
   */
  draftOn(id: string, inventory: Inventory, options: DraftYears): Plan;
  /**
   * What the model must know of a country to evaluate a plan there.
   *
   * @throws {DomainError} `unknown-country`
   */
  referenceSlice(iso3: string): ReferenceSlice;
  /**
   * The emission factors that may apply in a country: what a browser needs to calculate an inventory.
   *
   * @throws {DomainError} `unknown-country`
   */
  factorSlice(iso3: string): FactorSlice;
  /** Words for library actions in a language, by library id; undefined when the language is not there. */
  actionNames(locale: string): Readonly<Record<string, ActionWords>> | undefined;
  /** A country by its ISO 3166-1 alpha-3 code, or undefined. */
  country(iso3: string): { readonly iso2: string; readonly name: string } | undefined;
  /** Every country that there is data of. */
  countries(): readonly { readonly iso3: string; readonly iso2: string; readonly name: string }[];
  /** The thousand as a network, and the climate they act on. */
  readonly network: NetworkServices;
}
