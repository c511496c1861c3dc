/** The share of business-as-usual that an ambition leaves, year by year. Method: docs/methods/ambition.md. */
import { TARGET_KINDS, type TargetKind } from '../pathway/types.ts';
import { PER_MILLE, type PledgeStep } from './thousand-data.ts';
import { gasPaths } from './thousand.ts';
import type { GasPaths } from './types.ts';
import type { YearlyReader } from './yearly-reader.ts';

/**
 * How far the cities go: one of the named targets, a cut of the reader's own, what each city has pledged in public
 * (`pledged`; cities without a pledge have no plan), or what the action library reaches (`library`).
 */
export const AMBITION_KINDS = [...TARGET_KINDS, 'pledged', 'library'] as const;
export type AmbitionKind = (typeof AMBITION_KINDS)[number];

export type Ambition =
  | { readonly kind: Exclude<TargetKind, 'custom'> }
  | { readonly kind: 'pledged' }
  | { readonly kind: 'library' }
  | {
      readonly kind: 'custom';
      /** Cut of what the boundary emitted in the base year, 0…100 %, reached in `year` in a straight line and held. */
      readonly custom: { readonly year: number; readonly cutPercent: number };
    };

/** A named year nearer than this to the start is out of reach, so the plan makes for the next one. */
export const SHORTEST_RUN = 3;
/** Years a late plan takes to come back to its target's path when the target names no year any more. */
export const CATCH_UP = 10;

/** r(t), 0…1, over the years of the document. */
export interface PlanRatios {
  readonly gases: GasPaths;
  readonly grid: Float64Array;
  readonly generation: Float64Array;
  /** The target the ratios come from, with r of what it counts. Absent where the target cannot be worked out. */
  readonly target?: {
    readonly kind: TargetKind;
    readonly counts: 'co2e' | 'co2';
    readonly ceiling: Float64Array;
    readonly reference: Float64Array;
    readonly ratio: Float64Array;
  };
}

interface Ceiling {
  readonly kind: TargetKind;
  readonly counts: 'co2e' | 'co2';
  /** Tonnes per year of the document. */
  readonly ceiling: Float64Array;
  readonly milestones: readonly number[];
}

/**
 * r(t) = ceiling(t) / business-as-usual(t), never above 1. Up to the start year r is 1; from there a straight line to the
 * first year the target names that is at least `SHORTEST_RUN` years on (`CATCH_UP` years on when there is none); then the
 * target's own path.
 *
 * @returns undefined where the ambition asks nothing of the city: no ceiling can be worked out, or no pledge was made
 */
export function targetRatios(
  reader: YearlyReader,
  city: number,
  ambition: Exclude<Ambition, { readonly kind: 'library' }>,
  startYear: number,
): PlanRatios | undefined {
  const ceiling = ceilingOf(reader, city, ambition);
  if (!ceiling) return undefined;
  const bau = reader.read(reader.data.counted[ceiling.counts], city);
  const own = reader.make((y) => (bau[y]! > 0 ? Math.min(1, Math.max(0, ceiling.ceiling[y]!) / bau[y]!) : 1));
  const ratio = joined(reader, own, startYear, joinYear(startYear, ceiling.milestones));
  const isCo2Only = ceiling.counts === 'co2';
  const none = isCo2Only ? reader.make(() => 1) : ratio;
  return {
    gases: gasPaths((gas) => (isCo2Only && gas !== 'co2' && gas !== 'co2Land' ? none : ratio)),
    grid: ratio,
    generation: ratio,
    target: { kind: ceiling.kind, counts: ceiling.counts, ceiling: ceiling.ceiling, reference: bau, ratio },
  };
}

/** Year in which a plan that starts in `startYear` comes back to its target's own path. */
export function joinYear(startYear: number, milestones: readonly number[]): number {
  return milestones.find((year) => year >= startYear + SHORTEST_RUN) ?? startYear + CATCH_UP;
}

/** 1 up to the start, a straight line to where the own path is joined, and that path from there on. */
function joined(
  { make, firstYear, length }: YearlyReader,
  own: Float64Array,
  startYear: number,
  joinedIn: number,
): Float64Array {
  const end = Math.min(joinedIn, firstYear + length - 1);
  const atEnd = own[end - firstYear]!;
  return make((y) => {
    const year = firstYear + y;
    if (year <= startYear) return 1;
    return year >= end ? own[y]! : 1 - ((1 - atEnd) * (year - startYear)) / (end - startYear);
  });
}

function ceilingOf(
  reader: YearlyReader,
  city: number,
  ambition: Exclude<Ambition, { readonly kind: 'library' }>,
): Ceiling | undefined {
  const { data } = reader;
  switch (ambition.kind) {
    case 'custom': {
      const { year, cutPercent } = ambition.custom;
      return through(reader, city, 'co2e', [{ year, left: 1 - cutPercent / 100, from: 'year' }]);
    }
    case 'pledged': {
      const pledge = data.pledges.stated.find((each) => each.city === city);
      if (!pledge || pledge.status === 'proposed') return undefined;
      return through(reader, city, pledge.counts, pledge.steps);
    }
    default: {
      const target = data.targets[ambition.kind];
      if (!target || target.ceilings[city * data.knots.length] === null) return undefined;
      const { counts, milestones } = target;
      const base = data.counted[counts][city * data.knots.length]!;
      const shares = reader.read(target.ceilings, city);
      const ceiling = reader.make((y) => (shares[y]! / PER_MILLE) * base);
      return { kind: ambition.kind, counts, ceiling, milestones };
    }
  }
}

type Step = Pick<PledgeStep, 'year' | 'left' | 'from'>;

/**
 * Straight lines in tonnes from the first year's emissions through what each step leaves; after the last step what is left
 * is held, of the first year or of business-as-usual as the step says. Steps that lie in the past say nothing any more.
 */
function through(
  reader: YearlyReader,
  city: number,
  counts: 'co2e' | 'co2',
  steps: readonly Step[],
): Ceiling | undefined {
  const { firstYear, data } = reader;
  const bau = reader.read(data.counted[counts], city);
  const leftOf = ({ from, left }: Step, y: number): number => left * (from === 'bau' ? bau[y]! : bau[0]!);
  const ahead = steps
    .filter(({ year }) => year > firstYear)
    .map((step) => ({ step, y: Math.min(step.year - firstYear, bau.length - 1) }));
  const last = ahead.at(-1);
  if (!last) return undefined;
  const corners = [{ y: 0, tonnes: bau[0]! }, ...ahead.map(({ step, y }) => ({ y, tonnes: leftOf(step, y) }))];
  const ceiling = reader.make((y) => (y > last.y ? leftOf(last.step, y) : along(corners, y)));
  return { kind: 'custom', counts, ceiling, milestones: ahead.map(({ step }) => step.year) };
}

/** Tonnes in year y on the straight lines between corners, of which the last is not before y. */
function along(corners: readonly { readonly y: number; readonly tonnes: number }[], y: number): number {
  const next = corners.findIndex((corner) => corner.y >= y);
  const after = corners[next]!;
  const before = corners[next - 1];
  if (!before) return after.tonnes;
  return before.tonnes + ((after.tonnes - before.tonnes) * (y - before.y)) / (after.y - before.y);
}

/**
 * What the action library reaches, moved so that its first year falls on `startYear`: an action that begins later bites
 * later. Between the library's first year, where nothing is saved yet, and the next knot the line is straight; past the
 * last knot the last ratio is held.
 */
export function libraryRatios(reader: YearlyReader, city: number, startYear: number): PlanRatios {
  const { data, firstYear, length } = reader;
  const { library } = data;
  const shift = startYear - library.startYear;
  const nextKnot = data.knots.find((year) => year > library.startYear) ?? library.startYear;
  const moved = (column: readonly number[]): Float64Array => {
    const shares = reader.read(column, city);
    const own = reader.make((y) => Math.min(1, shares[y]! / PER_MILLE));
    const begun = joined(reader, own, library.startYear, nextKnot);
    return reader.make((y) => (firstYear + y <= startYear ? 1 : begun[Math.min(length - 1, y - shift)]!));
  };
  return {
    gases: gasPaths((gas) => moved(library.ratios[gas])),
    grid: moved(library.grid),
    generation: moved(library.generation),
  };
}
