/** A first plan for a city: inventory, cells, drivers, targets and every action that applies, none of them chosen yet. */
import {
  defaultActions,
  splitIntoCells,
  type ActionLibrary,
  type CarrierFactorLookup,
  type Finance,
  type NotApplicable,
  type SplitShares,
} from '../action/index.ts';
import { DomainError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import type { GwpSet, GwpSetId } from '../gas.ts';
import {
  inBoundary,
  starterInventory,
  starterPopulation,
  totalsWithIntervals,
  type Boundary,
  type City,
  type Inventory,
  type StarterCoefficients,
} from '../inventory/index.ts';
import {
  computeTargets,
  defaultDrivers,
  defaultDriversFor,
  populationSeries,
  standardTarget,
  standardTargets,
  type Driver,
  type TargetSpec,
} from '../pathway/index.ts';
import type { CountryProfile, FactSeries, Reference } from '../reference.ts';
import type { Source } from '../source.ts';
import { PLAN_SCHEMA, PLAN_VERSION, type Plan } from './types.ts';

/** Everything a draft is made from: the reference set and the default tables of split, starter and library. */
export interface DraftKit {
  readonly reference: Reference;
  readonly starter: StarterCoefficients;
  readonly splits: SplitShares;
  readonly combustion: CarrierFactorLookup;
  readonly library: ActionLibrary;
}

export interface DraftOptions {
  /** The city's own inventory; the starter inventory of `baseYear` is made when absent. */
  readonly inventory?: Inventory;
  readonly baseYear?: number;
  readonly horizonYear?: number;
  /** First year in which an action can begin. */
  readonly startYear?: number;
  readonly boundary?: Boundary;
  readonly gwpSet?: GwpSetId;
  readonly mainTarget?: TargetSpec;
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

export interface Draft {
  readonly plan: Plan;
  /** Library actions that do not apply to the city, and why. */
  readonly skipped: readonly (NotApplicable & { readonly id: string })[];
  readonly findings: readonly Finding[];
}

/**
 * Draft a plan.
 *
 * @throws {DomainError} `unknown-country`, `missing-figure` (the city's population, or a national figure without which
 *   nothing can be said), `unknown-gwp-set`
 */
export function draftPlan(city: City, kit: DraftKit, options: DraftOptions = {}): Draft {
  const { reference } = kit;
  const gwpSetId = options.inventory?.gwpSet ?? options.gwpSet ?? 'AR5';
  const gwpSet = reference.gwpSet(gwpSetId);
  const baseYear = options.inventory?.year ?? options.baseYear ?? DRAFT_YEARS.base;
  const horizonYear = options.horizonYear ?? DRAFT_YEARS.horizon;
  const boundary = options.boundary ?? 'basic';
  const startYear = Math.max(options.startYear ?? DRAFT_YEARS.start, baseYear + 1);
  const country = reference.country(city.country);
  const inventory = options.inventory ?? starter(city, country, kit, baseYear, gwpSet);
  const population = inventory.population ?? city.population;
  const place: City = { ...city, ...(population === undefined ? {} : { population }) };
  const climate = options.climate ?? {};
  const heating = climate.heatingDegreeDays ?? country.heatingDegreeDays?.value;
  const cooling = climate.coolingDegreeDays ?? country.coolingDegreeDays?.value;
  const finance = draftFinance(country);
  const split = splitIntoCells(inventory, country, kit.splits, kit.combustion, {
    gwpSet,
    ...climate,
    drivers: defaultDriversFor,
    priceKeys: new Set(Object.keys(finance.prices)),
  });
  const { actions, skipped } = defaultActions(kit.library.templates, {
    city: place,
    country,
    cells: split.cells,
    climate: {
      ...climate,
      ...(heating === undefined ? {} : { heatingDegreeDays: heating }),
    },
    finance,
    gwpSet,
    startYear,
    counts: (ref) => inBoundary(ref, boundary),
    library: kit.library,
  });
  const named = new Set(split.cells.flatMap((cell) => [...cell.activityDrivers, ...cell.intensityDrivers]));
  const drivers = defaultDrivers({ country, baseYear, horizonYear }).filter(
    (driver) => named.has(driver.id) || driver.id === 'population',
  );
  const mainTarget = options.mainTarget
    ? withKnownHdi(options.mainTarget, country)
    : usualTarget(country, reference, {
        baseYear,
        horizonYear,
        population: residentsByYear(population, drivers, baseYear, horizonYear),
      });
  const otherTargets = standardTargets(country).filter(({ kind }) => kind !== mainTarget.kind);
  const body = {
    schema: PLAN_SCHEMA,
    version: PLAN_VERSION,
    title: `${city.name}: draft climate action plan`,
    reference: { id: reference.id, hash: reference.hash },
    city: place,
    inventories: [inventory],
    baseline: {
      baseYear,
      horizonYear,
      gwpSet: gwpSetId,
      boundary,
      cells: split.cells,
      drivers,
    },
    targets: [mainTarget, ...otherTargets],
    mainTarget: mainTarget.id,
    actions,
    finance: onlyUsedPrices(finance, split.cells),
    context: contextOf(country, heating, cooling),
  } as const;
  return { plan: { ...body, sources: sourcesIn(body, reference, inventory) }, skipped, findings: split.findings };
}

/** The starter inventory of a year, for the residents of the city's own boundary in that year where they are known. */
function starter(city: City, country: CountryProfile, kit: DraftKit, year: number, gwpSet: GwpSet): Inventory {
  const residents = starterPopulation(city, country, kit.starter, year);
  const place: City = { ...city, ...(residents && { population: residents.value }) };
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

function onlyUsedPrices(finance: Finance, cells: readonly { readonly price?: string }[]): Finance {
  const used = new Set(cells.map((cell) => cell.price));
  return { ...finance, prices: Object.fromEntries(Object.entries(finance.prices).filter(([key]) => used.has(key))) };
}

/**
 * Race to Zero; where a figure that its fair share needs is not known (Puerto Rico, Mayotte), zero by 2040, which needs none
 * of them.
 */
function usualTarget(
  country: CountryProfile,
  reference: Reference,
  known: { readonly baseYear: number; readonly horizonYear: number; readonly population: FactSeries | undefined },
): TargetSpec {
  const spec = standardTarget('race-to-zero', country);
  const { baseYear, horizonYear, population } = known;
  const inputs = { baseYear, horizonYear, baseEmissions: 1, ...(population && { population }), country, reference };
  const [result] = computeTargets([spec], inputs);
  return result && 'refusal' in result ? standardTarget('pathway-to-paris', country) : spec;
}

/** Residents by year, where their number is known. */
function residentsByYear(
  residents: number | undefined,
  drivers: readonly Driver[],
  baseYear: number,
  horizonYear: number,
): FactSeries | undefined {
  const driver = drivers.find(({ id }) => id === 'population');
  if (residents === undefined || !driver) return undefined;
  const years = Array.from({ length: horizonYear - baseYear + 1 }, (_, i) => baseYear + i);
  return populationSeries(residents, driver, years);
}

/** A target given without an HDI takes the stand-in that `standardTarget` would give it. */
function withKnownHdi(spec: TargetSpec, country: CountryProfile): TargetSpec {
  const standIn = standardTarget(spec.kind, country).parameters;
  return standIn ? { ...spec, parameters: { ...standIn, ...spec.parameters } } : spec;
}

/** Country figures worth having beside the plan, for a reader of the file. */
function contextOf(country: CountryProfile, heating: number | undefined, cooling: number | undefined): Plan['context'] {
  const latest = (series: CountryProfile['hdi']) =>
    series?.points.filter(({ year }) => year < (series.projectedFrom ?? Infinity)).at(-1)?.value;
  const figures = {
    country: country.name,
    region: country.region,
    incomeGroup: country.incomeGroup,
    hdi: latest(country.hdi),
    gdpPerHead: latest(country.gdpPerHead),
    gridIntensity: latest(country.gridIntensity),
    heatingDegreeDays: heating,
    coolingDegreeDays: cooling,
  };
  return Object.fromEntries(
    Object.entries(figures).filter((entry): entry is [string, string | number] => entry[1] !== undefined),
  );
}

/** Every source named under `source` or `sources` anywhere in a document, described. */
function sourcesIn(document: unknown, reference: Reference, inventory: Inventory): Readonly<Record<string, Source>> {
  const ids = new Set<string>();
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (key === 'source' || key === 'sources') ids.add(value);
    } else if (Array.isArray(value)) for (const item of value) visit(item, key);
    else if (typeof value === 'object' && value !== null)
      for (const [name, item] of Object.entries(value)) visit(item, name);
  };
  visit(document, '');
  const own = new Set(inventory.rows.flatMap(({ sources }) => sources));
  const sourceOf = (id: string): Source => describe(id, reference, own.has(id) ? inventory : undefined);
  return Object.fromEntries([...ids].sort().map((id) => [id, sourceOf(id)]));
}

/** A source of the reference set, or one that the city's own inventory names in its own words ("utility report 2021"). */
function describe(id: string, reference: Reference, named: Inventory | undefined): Source {
  try {
    return reference.source(id);
  } catch (cause) {
    if (named) {
      return { id, title: id, publisher: `named in the inventory of ${named.city.name}`, year: named.year, licence: 'not stated' }; // prettier-ignore
    }
    throw new DomainError(
      'missing-figure',
      `the source "${id}" is named in a default and described nowhere`,
      ['sources', id],
      { cause },
    );
  }
}
