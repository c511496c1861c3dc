/** A city's share of the remaining carbon budget, as a path of CO2. Never set against CO2e. */
import { DomainError } from '../../errors.ts';
import type { CarbonBudgetSet, FactSeries } from '../../reference.ts';
import { nearestValue } from '../series.ts';
import type { TargetPath } from '../types.ts';
import {
  choiceParameter,
  needFigure,
  numberParameter,
  optionalNumber,
  refuseUnknown,
  residents,
  use,
  type Work,
} from './inputs.ts';
import { pathOf, percent, targetYears, tonnesText } from './path.ts';

const PARAMETERS = new Set([
  'set',
  'limit',
  'probability',
  'allocation',
  'shape',
  'reserved',
  'share',
  'capabilityExponent',
  'capabilityNormaliser',
]);

export const BUDGET_ALLOCATIONS = ['population', 'grandfathering', 'capability'] as const;
export type BudgetAllocation = (typeof BUDGET_ALLOCATIONS)[number];

/**
 * Σ population · (world GDP per head / national GDP per head)^½ over all countries, divided by world population, 2022:
 * what makes the capability shares of all countries sum to 1. World Bank and United Nations figures.
 */
const CAPABILITY_NORMALISER = 1.77;

/**
 * Yearly cut of a constant-rate path that uses a budget exactly, for ever: Σ_{t≥1} E₀(1−r)^t = B ⇒ r = E₀ / (B + E₀).
 *
 * @param base emissions of the year before the first budget year, tonnes
 * @param budget tonnes; nought or less gives r = 1
 */
export function constantCutRate(base: number, budget: number): number {
  if (base === 0) return 0;
  return budget <= 0 ? 1 : base / (budget + base);
}

/**
 * Ceilings of a straight line to zero that uses a budget exactly: E_t = E₀ · (1 − t/n) with n = 2B/E₀ + 1.
 * n need not be whole: the last year with emissions takes what is left of the budget.
 */
function straightLine(base: number, budget: number, count: number): number[] {
  const n = (2 * budget) / base + 1;
  let left = budget;
  return Array.from({ length: count }, (_, i) => {
    const wanted = Math.max(0, base * (1 - (i + 1) / n));
    const isLast = i + 2 >= n;
    const taken = isLast ? Math.min(left, base) : Math.min(wanted, left);
    left -= taken;
    return taken;
  });
}

interface WorldBudget {
  readonly set: CarbonBudgetSet;
  readonly tonnes: number;
  readonly limit: string;
  readonly probability: string;
}

/** Accept 0.67, 67, "0.67" and "67 %"; answer as the budget table spells it. */
function keyOf(value: number | string | boolean | undefined, fallback: string, spell: (n: number) => string): string {
  if (value === undefined) return fallback;
  const number = typeof value === 'string' ? Number.parseFloat(value) : Number(value);
  return Number.isFinite(number) ? spell(number) : String(value);
}

function worldBudget(work: Work): WorldBudget {
  const { parameters } = work.spec;
  const { reference } = work.inputs;
  const wanted = parameters?.['set'];
  const set = reference.carbonBudgetSet(wanted === undefined ? reference.defaultCarbonBudgetSet : String(wanted));
  const given = (name: string) =>
    parameters?.[name] === undefined ? ('method-locked' as const) : ('city-value' as const);
  const limit = keyOf(parameters?.['limit'], '1.5', (n) => n.toFixed(1));
  const probability = keyOf(parameters?.['probability'], '0.5', (n) => String(n > 1 ? n / 100 : n));
  const gigatonnes = set.gtCo2[limit]?.[probability];
  if (gigatonnes === undefined) {
    const has = Object.entries(set.gtCo2).map(([key, row]) => `${key} °C at ${Object.keys(row).sort().join(', ')}`);
    throw new DomainError(
      'missing-figure',
      `budget set ${set.id} has no figure for ${limit} °C at probability ${probability}; it has ${has.join('; ')}`,
      ['targets', work.spec.id, 'parameters', 'limit'],
    );
  }
  use(work, 'budget set', set.id, { source: set.source, provenance: given('set') });
  use(work, 'warming limit', Number(limit), { unit: '°C', provenance: given('limit') });
  use(work, 'probability', Number(probability), { provenance: given('probability') });
  use(work, `world budget from 1 January ${set.fromYear}`, gigatonnes, {
    unit: 'Gt CO2',
    source: set.source,
    provenance: 'default',
  });
  return { set, tonnes: gigatonnes * 1e9, limit, probability };
}

/** A world or national series in the nearest year it covers, noted with that year. */
function nearest(work: Work, series: FactSeries | undefined, year: number, what: string) {
  const found = series && nearestValue(series, year);
  if (!series || !found) {
    throw new DomainError('missing-figure', `target "${work.spec.id}" needs the ${what}, which is not known`, [
      'targets',
      work.spec.id,
    ]);
  }
  use(work, `${what} ${found.year}`, found.value, { unit: series.unit, source: series.source, provenance: 'default' });
  return found;
}

function populationShare(work: Work, year: number): number {
  const people = residents(work, year);
  const { population } = work.inputs.reference.world;
  const world = needFigure(work, population, year, 'population of the world');
  use(work, `world population ${year}`, world, { unit: 'persons', source: population.source, provenance: 'default' });
  return people / world;
}

/** Share of the budget: by heads, by present emissions, or by heads weighed against wealth. */
function shareOf(work: Work, allocation: BudgetAllocation, baseCo2: number): number {
  const { baseYear, country, reference } = work.inputs;
  const { world } = reference;
  switch (allocation) {
    case 'population':
      return populationShare(work, baseYear);
    case 'grandfathering':
      return baseCo2 / nearest(work, world.co2Tonnes, baseYear, 'CO2 of the world').value;
    case 'capability': {
      const exponent = numberParameter(work, 'capabilityExponent', 0.5, { min: 0, max: 2, source: 'assumption' });
      const normaliser = capabilityNormaliser(work, exponent);
      const national = nearest(work, country.gdpPerHead, baseYear, `GDP per head of ${country.name}`);
      const global = nearest(work, world.gdpPerHead, national.year, 'GDP per head of the world');
      return (populationShare(work, baseYear) * (global.value / national.value) ** exponent) / normaliser;
    }
  }
}

/** Known for the default exponent, and for 0 (plain population); another exponent needs its own. */
function capabilityNormaliser(work: Work, exponent: number): number {
  const own = optionalNumber(work, 'capabilityNormaliser', { min: 0.1, max: 100 });
  if (own !== undefined) return own;
  const known = exponent === 0.5 ? CAPABILITY_NORMALISER : exponent === 0 ? 1 : undefined;
  if (known === undefined) {
    throw new DomainError(
      'missing-figure',
      `target "${work.spec.id}" needs capabilityNormaliser for an exponent of ${exponent}, so that all shares sum to 1`,
      ['targets', work.spec.id, 'parameters', 'capabilityNormaliser'],
    );
  }
  return use(work, 'capabilityNormaliser', known, { source: 'world-bank-wdi', provenance: 'default' });
}

interface Spending {
  readonly emissions: number[];
  /** Budget not used by the horizon, tonnes. */
  readonly left: number;
  readonly rate?: number;
}

/**
 * Spend a budget after the base year. Years before the budget begins are held at the base level and are not counted
 * against it; years since it began, up to the base year, are counted at the base level.
 */
function spend(
  work: Work,
  baseCo2: number,
  budget: number,
  fromYear: number,
  shape: 'constant-rate' | 'straight-line',
): Spending {
  const { baseYear } = work.inputs;
  const years = targetYears(work.inputs);
  const alreadySpent = Math.max(0, baseYear - fromYear + 1) * baseCo2;
  if (alreadySpent > 0) {
    use(work, `spent from ${fromYear} to ${baseYear}, at the level of ${baseYear}`, alreadySpent, {
      unit: 't CO2',
      provenance: 'assumption',
    });
  }
  const left = use(work, 'budget left to the city', Math.max(0, budget - alreadySpent), {
    unit: 't CO2',
    provenance: 'method-locked',
  });
  const free = years.filter((year) => year > baseYear && year < fromYear);
  const counted = years.filter((year) => year > baseYear && year >= fromYear).length;
  const rate = constantCutRate(baseCo2, left);
  const path =
    shape === 'constant-rate'
      ? Array.from({ length: counted }, (_, i) => baseCo2 * (1 - rate) ** (i + 1))
      : baseCo2 === 0
        ? Array.from({ length: counted }, () => 0)
        : straightLine(baseCo2, left, counted);
  if (free.length > 0) {
    use(work, `held at the level of ${baseYear} until the budget begins`, free.length, {
      unit: 'years',
      provenance: 'assumption',
    });
  }
  return {
    emissions: [baseCo2, ...free.map(() => baseCo2), ...path],
    left: left - path.reduce((sum, tonnes) => sum + tonnes, 0),
    ...(shape === 'constant-rate' ? { rate } : {}),
  };
}

/** Year in which a constant-rate path first lies below 5 % of the base year: near zero. */
function nearZeroYear(years: readonly number[], emissions: readonly number[]): number | undefined {
  const found = emissions.findIndex((tonnes, i) => i > 0 && tonnes < 0.05 * emissions[0]!);
  return found === -1 ? undefined : years[found];
}

/**
 * `carbon-budget`: world budget × share of the city, spent at a constant yearly rate (Tyndall) or in a straight line.
 *
 * @throws {DomainError} `missing-figure`, `out-of-range`, `not-a-number`
 */
export function carbonBudgetTarget(work: Work): TargetPath {
  refuseUnknown(work.spec, (name) => PARAMETERS.has(name));
  const { baseYear, baseCo2 } = work.inputs;
  if (baseCo2 === undefined) {
    throw new DomainError(
      'missing-figure',
      `target "${work.spec.id}" counts CO2 only and needs the CO2 of ${baseYear}; an amount of CO2e cannot stand in for it`,
      ['targets', work.spec.id],
    );
  }
  const world = worldBudget(work);
  use(work, `CO2 ${baseYear}`, baseCo2, { unit: 't CO2', provenance: 'city-value' });
  const allocation = choiceParameter(work, 'allocation', 'population', BUDGET_ALLOCATIONS);
  const shape = choiceParameter(work, 'shape', 'constant-rate', ['constant-rate', 'straight-line']);
  const reserved = numberParameter(work, 'reserved', 0, { min: 0, max: 0.99, source: 'assumption' });
  const share =
    optionalNumber(work, 'share', { min: 0, max: 1 }) ??
    use(work, 'share of the world budget', shareOf(work, allocation, baseCo2), { provenance: 'method-locked' });
  const budget = use(work, 'budget of the city', world.tonnes * (1 - reserved) * share, {
    unit: 't CO2',
    provenance: 'method-locked',
  });
  const spent = spend(work, baseCo2, budget, world.set.fromYear, shape);
  return tell(work, world, { allocation, budget, spent });
}

interface Told {
  readonly allocation: BudgetAllocation;
  readonly budget: number;
  readonly spent: Spending;
}

function tell(work: Work, world: WorldBudget, { allocation, budget, spent }: Told): TargetPath {
  const years = targetYears(work.inputs);
  use(work, `budget left after ${years.at(-1)!}`, spent.left, { unit: 't CO2', provenance: 'method-locked' });
  const near = nearZeroYear(years, spent.emissions);
  if (near !== undefined) use(work, 'near-zero year (below 5 %)', near, { provenance: 'method-locked' });
  const pace = paceOf(spent);
  return pathOf(work, spent.emissions, {
    counts: 'co2',
    milestones: [],
    budget: { fromYear: world.set.fromYear, tonnes: budget },
    formula:
      spent.rate === undefined
        ? 'B = RCB · share; E(t) = E_base · (1 − t / n), n = 2B / E_base + 1'
        : 'B = RCB · share; r = E_base / (B + E_base); E(t) = E_base · (1 − r)^t',
    sources: [world.set.source, ...(allocation === 'capability' ? ['world-bank-wdi'] : [])],
    explanation: `From ${world.set.fromYear} the world may still emit ${Math.round(world.tonnes / 1e9)} Gt CO2 for a ${percent(Number(world.probability))} chance of staying below ${world.limit} °C. Shared out by ${ALLOCATION_WORDS[allocation]}, ${tonnesText(budget)} CO2 fall to the city. ${pace} It counts CO2 alone: other gases need targets of their own.`,
  });
}

function paceOf({ rate, emissions, left }: Spending): string {
  if (left <= 0 && emissions.slice(1).every((tonnes) => tonnes === 0)) {
    return 'It has been spent: every further tonne goes beyond it.';
  }
  return rate === undefined
    ? 'It is spent in a straight line to zero.'
    : `It lasts if emissions fall by ${percent(rate)} a year, every year.`;
}

const ALLOCATION_WORDS: Readonly<Record<BudgetAllocation, string>> = {
  population: 'number of people',
  grandfathering: 'present emissions',
  capability: 'number of people, with more for poorer countries',
};
