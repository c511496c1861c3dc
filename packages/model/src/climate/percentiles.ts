/** Percentiles over the members of a run. */
import { DomainError } from '../errors.ts';
import { selectRanks } from './select-ranks.ts';
import type { TemperatureRun, WarmingPercentiles } from './types.ts';

/** Percentiles of one figure over members: 5, 17, 50, 83 and 95 % of members lie at or below. 17–83 is the IPCC's "likely" range. */
export interface FigurePercentilesOfMembers {
  readonly p05: number;
  readonly p17: number;
  readonly p50: number;
  readonly p83: number;
  readonly p95: number;
}

const SHARES = [0.05, 0.17, 0.5, 0.83, 0.95] as const;

/**
 * Percentiles of one figure for each member, linear between neighbours: the figure at place (n − 1)·p of the ordered members, as numpy's
 * default and Hyndman & Fan type 7 have it.
 *
 * @param values one for each member; reordered by the call
 * @throws {DomainError} `not-a-number`, `missing-figure` for no members
 */
export function memberPercentiles(values: Float64Array): FigurePercentilesOfMembers {
  const [p05, p17, p50, p83, p95] = fiveOf(values, ranksOf(values.length));
  return { p05, p17, p50, p83, p95 };
}

/**
 * Percentiles of warming, or of a difference of warming, year by year.
 *
 * @param from first year wanted; default the first of the run
 * @param to last year wanted; default the last of the run
 * @throws {DomainError} `year-outside-plan`, `not-a-number`, `missing-figure`
 */
export function warmingPercentiles(
  run: TemperatureRun,
  from: number = run.firstYear,
  to: number = run.lastYear,
): WarmingPercentiles {
  checkYears(run, from, to);
  const ranks = ranksOf(run.members);
  const span = run.lastYear - run.firstYear + 1;
  const figures = new Float64Array(run.members);
  const years: number[] = [];
  const [p05, p17, p50, p83, p95]: number[][] = [[], [], [], [], []] as const;
  for (let year = from; year <= to; year++) {
    for (let m = 0, at = year - run.firstYear; m < run.members; m++, at += span) figures[m] = run.warming[at]!;
    const five = fiveOf(figures, ranks);
    years.push(year);
    p05.push(five[0]);
    p17.push(five[1]);
    p50.push(five[2]);
    p83.push(five[3]);
    p95.push(five[4]);
  }
  return { years, p05, p17, p50, p83, p95 };
}

/**
 * Percentiles of the mean over a span of years, taken in each member first: what "2081–2100" means in the reports of the IPCC.
 *
 * @throws {DomainError} `year-outside-plan`, `not-a-number`, `missing-figure`
 */
export function periodPercentiles(run: TemperatureRun, from: number, to: number): FigurePercentilesOfMembers {
  checkYears(run, from, to);
  const span = run.lastYear - run.firstYear + 1;
  const means = new Float64Array(run.members);
  for (let m = 0; m < run.members; m++) {
    let sum = 0;
    for (let year = from; year <= to; year++) sum += run.warming[m * span + year - run.firstYear]!;
    means[m] = sum / (to - from + 1);
  }
  return memberPercentiles(means);
}

function checkYears({ name, firstYear, lastYear }: TemperatureRun, from: number, to: number): void {
  if (Number.isInteger(from) && Number.isInteger(to) && firstYear <= from && from <= to && to <= lastYear) return;
  throw new DomainError(
    'year-outside-plan',
    `years ${from} to ${to} of ${name}, which has ${firstYear} to ${lastYear}`,
    [name, from],
  );
}

/** The ordered places that the percentiles are read from. */
function ranksOf(members: number): readonly number[] {
  const places = SHARES.flatMap((share) => {
    const below = Math.floor((members - 1) * share);
    return [below, Math.min(below + 1, members - 1)];
  });
  return [...new Set(places)].sort((a, b) => a - b);
}

type Five = [number, number, number, number, number];

function fiveOf(values: Float64Array, ranks: readonly number[]): Five {
  if (values.length === 0) throw new DomainError('missing-figure', 'percentiles need at least one member');
  // A NaN would take a place of its own in the order and leave figures that look sound.
  if (values.some(Number.isNaN)) throw new DomainError('not-a-number', 'the warming of a member is not a number');
  selectRanks(values, ranks);
  return SHARES.map((share) => quantile(values, share)) as Five;
}

function quantile(ordered: Float64Array, share: number): number {
  const place = (ordered.length - 1) * share;
  const below = Math.floor(place);
  const low = ordered[below]!;
  const high = ordered[Math.min(below + 1, ordered.length - 1)]!;
  return low + (place - below) * (high - low);
}
