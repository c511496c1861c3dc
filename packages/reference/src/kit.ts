/** Everything a draft plan is made from, put together from the reference set, and drafts for cities of the gazetteer. */
import {
  draftPlan,
  starterPathsOf,
  type City,
  type CityPaths,
  type Draft,
  type DraftKit,
  type DraftOptions,
} from '@thousand-cities/model';
import { parseActionLibrary } from './actions/load.ts';
import type { FactorLibrary } from './factors/load.ts';
import type { City as GazetteerCity } from './places/cities.ts';
import { parseCoastal } from './places/coastal.ts';
import { findCountry } from './places/find.ts';
import { lazy } from './places/lazy.ts';
import type { ReadTable } from './places/profile.ts';
import type { ReferenceSet } from './reference.ts';
import { parseSplitShares } from './splits/load.ts';
import { loadStarterCoefficients } from './starter/load.ts';

/** A kit that also knows which cities of the gazetteer lie within 20 km of the sea. */
export interface PlaceKit extends DraftKit {
  /** Distance to the sea, km, by GeoNames id; a city that is not listed lies farther inland. */
  readonly coastal?: ReadonlyMap<string, number>;
}

/** The kit, each part read when first asked for. */
export function openDraftKit(read: ReadTable, reference: ReferenceSet, factors: () => FactorLibrary): PlaceKit {
  const starter = lazy(() => loadStarterCoefficients(read));
  const splits = lazy(() => parseSplitShares(read));
  const library = lazy(() => parseActionLibrary(read));
  const coastal = lazy(() => parseCoastal(read('places/coastal')));
  return {
    reference,
    get starter() {
      return starter();
    },
    get splits() {
      return splits();
    },
    get combustion() {
      return factors();
    },
    get library() {
      return library();
    },
    get coastal() {
      return coastal();
    },
  };
}

/** A city of the gazetteer as the model knows it. @throws {DomainError} `unknown-country` */
export function modelCity(city: GazetteerCity, reference: ReferenceSet): City {
  return {
    id: city.id,
    name: city.name,
    country: findCountry(reference.places.countries, city.iso2).iso3,
    latitude: city.lat,
    longitude: city.lon,
    population: city.population,
    ...(city.locode !== undefined && { locode: city.locode }),
  };
}

/**
 * Draft a plan for a city of the gazetteer, with its own degree days and, where the kit knows, whether it lies by the sea.
 *
 * @throws {DomainError} as `draftPlan`
 */
export function draftFor(
  city: GazetteerCity,
  reference: ReferenceSet,
  kit: PlaceKit,
  options: DraftOptions = {},
): Draft {
  return draftPlan(modelCity(city, reference), kit, { climate: climateOf(city, kit), ...options });
}

/**
 * The path that a city of the gazetteer takes without a plan, from public figures alone: the one its draft begins from.
 *
 * @throws {DomainError} as `starterPathsOf`
 */
export function starterPathsFor(
  city: GazetteerCity,
  reference: ReferenceSet,
  kit: PlaceKit,
  options: { readonly residents?: number; readonly origin?: string } = {},
): CityPaths {
  return starterPathsOf(modelCity(city, reference), kit, { climate: climateOf(city, kit), ...options });
}

/** What the gazetteer knows of a city's climate and place. */
function climateOf(city: GazetteerCity, { coastal }: PlaceKit): NonNullable<DraftOptions['climate']> {
  const { heatingDegreeDays, coolingDegreeDays } = city;
  return { heatingDegreeDays, coolingDegreeDays, ...(coastal && { coastal: coastal.has(city.id) }) };
}
