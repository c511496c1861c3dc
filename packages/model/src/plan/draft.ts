/** A first plan for a city: inventory, cells, drivers, targets and every action that applies, none of them chosen yet. */
import { defaultActions, type Finance, type NotApplicable } from '../action/index.ts';
import { DomainError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { inBoundary, type Boundary, type City, type Inventory } from '../inventory/index.ts';
import {
  computeTargets,
  populationSeries,
  standardTarget,
  standardTargets,
  type Driver,
  type TargetSpec,
} from '../pathway/index.ts';
import type { CountryProfile, FactSeries, Reference } from '../reference.ts';
import type { Source } from '../source.ts';
import { DRAFT_YEARS, draftBaseline, type BaselineOptions, type DraftKit } from './draft-baseline.ts';
import { PLAN_SCHEMA, PLAN_VERSION, type Plan } from './types.ts';

export interface DraftOptions extends BaselineOptions {
  /** First year in which an action can begin. */
  readonly startYear?: number;
  readonly boundary?: Boundary;
  readonly mainTarget?: TargetSpec;
}

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
  const boundary = options.boundary ?? 'basic';
  const baseline = draftBaseline(city, kit, options);
  const { gwpSet, baseYear, horizonYear, country, inventory, population, finance, split, drivers } = baseline;
  const startYear = Math.max(options.startYear ?? DRAFT_YEARS.start, baseYear + 1);
  const place: City = { ...city, ...(population === undefined ? {} : { population }) };
  const climate = options.climate ?? {};
  const heating = climate.heatingDegreeDays ?? country.heatingDegreeDays?.value;
  const cooling = climate.coolingDegreeDays ?? country.coolingDegreeDays?.value;
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
      gwpSet: gwpSet.id,
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
