/** The first half of a draft: inventory, cells, prices and drivers of a city, before anything is decided. */
import {
  splitIntoCells,
  type ActionLibrary,
  type CarrierFactorLookup,
  type CellSplit,
  type Finance,
  type SplitShares,
} from '../action/index.ts';
import type { GwpSet, GwpSetId } from '../gas.ts';
import {
  starterInventory,
  starterPopulation,
  totalsWithIntervals,
  type City,
  type Inventory,
  type StarterCoefficients,
} from '../inventory/index.ts';
import { defaultDrivers, defaultDriversFor, type Driver } from '../pathway/index.ts';
import type { CountryProfile, Reference } from '../reference.ts';

/** What a baseline is made from: the reference set and the default tables of split and starter. */
export interface BaselineKit {
  readonly reference: Reference;
  readonly starter: StarterCoefficients;
  readonly splits: SplitShares;
  readonly combustion: CarrierFactorLookup;
}

/** Everything a draft is made from. */
export interface DraftKit extends BaselineKit {
  readonly library: ActionLibrary;
}

/** Years of a baseline and what it stands on; see `DraftOptions`, which has more. */
export interface BaselineOptions {
  /** The city's own inventory; the starter inventory of `baseYear` is made when absent. */
  readonly inventory?: Inventory;
  readonly baseYear?: number;
  readonly horizonYear?: number;
  readonly gwpSet?: GwpSetId;
  /** Residents within the boundary in the base year, for the starter inventory; a public count is looked up when absent. */
  readonly residents?: number;
  /** What is known of the city's own climate and place; the country's degree days are taken otherwise. */
  readonly climate?: {
    readonly heatingDegreeDays?: number;
    readonly coolingDegreeDays?: number;
    readonly coastal?: boolean;
  };
}

/**
 * Years of a draft when nobody says otherwise: the base year is the latest that the national figures reach, the start the
 * first year in which anything can still begin. Fixed in the program, not read from the clock, so that the same command
 * gives the same plan on any day; they move with a release and the changelog says so.
 */
export const DRAFT_YEARS = { base: 2021, start: 2027, horizon: 2050 } as const;

/** Real social discount rate of a draft: an assumption, within the 3–5 % that public guidance uses. */
const DISCOUNT_RATE = 0.04;
const PRICE_YEAR = 2023;

export interface DraftBaseline {
  readonly country: CountryProfile;
  readonly gwpSet: GwpSet;
  readonly baseYear: number;
  readonly horizonYear: number;
  readonly inventory: Inventory;
  /** Residents in the inventory's boundary, else as the city says. */
  readonly population: number | undefined;
  /** Every price of the country, used or not. */
  readonly finance: Finance;
  readonly split: CellSplit;
  /** Those that cells name, and the population. */
  readonly drivers: readonly Driver[];
}

/**
 * Make the baseline of a city.
 *
 * @throws {DomainError} as `draftPlan`
 */
export function draftBaseline(city: City, kit: BaselineKit, options: BaselineOptions = {}): DraftBaseline {
  const { reference } = kit;
  const gwpSet = reference.gwpSet(options.inventory?.gwpSet ?? options.gwpSet ?? 'AR5');
  const baseYear = options.inventory?.year ?? options.baseYear ?? DRAFT_YEARS.base;
  const horizonYear = options.horizonYear ?? DRAFT_YEARS.horizon;
  const country = reference.country(city.country);
  const inventory =
    options.inventory ??
    starter(city, country, kit, {
      year: baseYear,
      gwpSet,
      ...(options.residents !== undefined && { residents: options.residents }),
    });
  const finance = draftFinance(country);
  const split = splitIntoCells(inventory, country, kit.splits, kit.combustion, {
    gwpSet,
    ...options.climate,
    drivers: defaultDriversFor,
    priceKeys: new Set(Object.keys(finance.prices)),
  });
  const named = new Set(split.cells.flatMap((cell) => [...cell.activityDrivers, ...cell.intensityDrivers]));
  const drivers = defaultDrivers({ country, baseYear, horizonYear }).filter(
    (driver) => named.has(driver.id) || driver.id === 'population',
  );
  const population = inventory.population ?? city.population;
  return { country, gwpSet, baseYear, horizonYear, inventory, population, finance, split, drivers };
}

/** The starter inventory of a year, for the residents of the city's own boundary in that year where they are known. */
function starter(
  city: City,
  country: CountryProfile,
  kit: BaselineKit,
  { year, gwpSet, residents }: { readonly year: number; readonly gwpSet: GwpSet; readonly residents?: number },
): Inventory {
  const population = residents ?? starterPopulation(city, country, kit.starter, year)?.value;
  const place: City = { ...city, ...(population !== undefined && { population }) };
  const inventory = starterInventory(place, country, kit.starter, { year, gwpSet });
  return { ...inventory, totalIntervals: totalsWithIntervals(inventory, kit.starter) };
}

function draftFinance(country: CountryProfile): Finance {
  const prices = Object.entries(country.energyPrices ?? {}).map(([key, fact]) => [
    key,
    {
      perUnit: fact.value,
      growthPerYear: 0,
      provenance: fact.provenance,
      sources: [fact.source],
      spread: { factor95: 1.3, sharedBy: `price:${key.split('/')[0]}` },
    },
  ]);
  return {
    currency: 'EUR',
    priceYear: PRICE_YEAR,
    discountRate: DISCOUNT_RATE,
    prices: Object.fromEntries(prices) as Finance['prices'],
  };
}
