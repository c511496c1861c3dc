/** The model's `Reference`, put together from factor tables, place tables and sources. */
import {
  DomainError,
  type CarbonBudgetSet,
  type FactorSlice,
  type Reference,
  type ReferenceSlice,
  type Source,
} from '@thousand-cities/model';
import { DEFAULT_CARBON_BUDGET_SET, parseCarbonBudgets } from './factors/carbon-budgets.ts';
import { parseGwpSets } from './factors/gwp.ts';
import { factorSliceOf } from './factors/slice.ts';
import { openGazetteer, type Gazetteer } from './places/gazetteer.ts';
import { lazy } from './places/lazy.ts';
import { openPlaces, type Places, type ReadTable } from './places/profile.ts';
import { parseSources } from './sources.ts';
import { parseActionSources } from './actions/load.ts';

/** Id and hash of a reference set: what goes into every plan. */
export interface ReferenceIdentity {
  readonly id: string;
  readonly hash: string;
}

/** A reference set with the places behind it, and what to hand to a browser. */
export interface ReferenceSet extends Reference {
  readonly places: Places;
  readonly gazetteer: Gazetteer;
  readonly sources: readonly Source[];
  readonly carbonBudgetSets: readonly CarbonBudgetSet[];
  /**
   * Everything a browser needs for a city of this country, as plain JSON: one country profile, all GWP sets, world
   * figures, carbon budgets and the sources named in them. Open it with the model's `referenceOf`.
   *
   * @throws {DomainError} `unknown-country`
   */
  countrySlice(iso3: string): ReferenceSlice;
  /**
   * The emission factors that may apply in this country, as plain JSON. Open it with the model's `calculatorReferenceOf`.
   *
   * @throws {DomainError} `unknown-country`
   */
  factorSlice(iso3: string): FactorSlice;
}

function find<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  code: 'unknown-gwp-set' | 'missing-figure',
  what: string,
): T {
  const found = list.find((item) => item.id === id);
  if (!found) {
    const known = list.map((item) => item.id).join(', ');
    throw new DomainError(code, `no ${what} "${id}" in the reference set; there are ${known}`, ['reference', what, id]);
  }
  return found;
}

/** Ids of sources named anywhere in a document under `source` or `sources`. */
function sourcesNamed(value: unknown, ids = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return ids;
  for (const [key, item] of Object.entries(value)) {
    if (key === 'source' && typeof item === 'string') ids.add(item);
    else sourcesNamed(item, ids);
  }
  return ids;
}

/**
 * Open a reference set. Nothing is parsed until it is asked for.
 *
 * @param read text of a table by its name below `tables/`
 * @param identify id and hash, asked for once and only when needed
 */
export function openReference(read: ReadTable, identify: () => ReferenceIdentity): ReferenceSet {
  const places = openPlaces(read);
  const gwpSets = lazy(() => parseGwpSets(read('factors/gwp')));
  const budgets = lazy(() => parseCarbonBudgets(read('factors/carbon-budgets')));
  const sources = lazy(() => [...parseSources(read('sources')), ...parseActionSources(read)]);
  const identity = lazy(identify);
  const countrySlice = (iso3: string): ReferenceSlice => {
    const content = {
      gwpSets: gwpSets(),
      countries: [places.profile(iso3)],
      world: places.world,
      carbonBudgets: budgets(),
    };
    const named = sourcesNamed(content);
    return {
      ...identity(),
      ...content,
      defaultCarbonBudgetSet: DEFAULT_CARBON_BUDGET_SET,
      sources: sources().filter((source) => named.has(source.id)),
    };
  };
  return {
    get id() {
      return identity().id;
    },
    get hash() {
      return identity().hash;
    },
    get world() {
      return places.world;
    },
    get sources() {
      return sources();
    },
    get carbonBudgetSets() {
      return budgets();
    },
    places,
    gazetteer: openGazetteer(read, () => places.countries),
    defaultCarbonBudgetSet: DEFAULT_CARBON_BUDGET_SET,
    gwpSet: (id) => find(gwpSets(), id, 'unknown-gwp-set', 'GWP set'),
    carbonBudgetSet: (id) => find(budgets(), id, 'missing-figure', 'carbon budget set'),
    source: (id) => find(sources(), id, 'missing-figure', 'source'),
    country: (iso3) => places.profile(iso3),
    countrySlice,
    factorSlice: (iso3) => {
      const { incomeGroup } = places.profile(iso3);
      const place = places.country(iso3);
      return factorSliceOf(read, { identity: identity(), place, incomeGroup, sources: sources() });
    },
  };
}
