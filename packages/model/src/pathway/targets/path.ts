/** From the corners of a target to a ceiling for every year. */
import type { TargetPath } from '../types.ts';
import type { TargetInputs, Work } from './inputs.ts';

/** A corner of a path: straight lines run between corners, the last one is held. */
export interface Corner {
  readonly year: number;
  readonly tonnes: number;
}

/** Base year to horizon. */
export function targetYears({ baseYear, horizonYear }: Pick<TargetInputs, 'baseYear' | 'horizonYear'>): number[] {
  return Array.from({ length: horizonYear - baseYear + 1 }, (_, i) => baseYear + i);
}

/** Ceiling in a year: straight between corners, held outside them, never below nought. */
export function ceilingAt(corners: readonly Corner[], year: number): number {
  const next = corners.findIndex((corner) => corner.year >= year);
  const after = corners[next];
  if (!after) return Math.max(0, corners.at(-1)!.tonnes);
  const before = corners[next - 1];
  if (!before || after.year === year) return Math.max(0, after.tonnes);
  const along = (year - before.year) / (after.year - before.year);
  return Math.max(0, before.tonnes + along * (after.tonnes - before.tonnes));
}

/** First year after the base year from which every ceiling is nought. */
function firstZero(years: readonly number[], emissions: readonly number[]): number | undefined {
  let found: number | undefined;
  for (let i = years.length - 1; i > 0 && emissions[i] === 0; i--) found = years[i];
  return found;
}

/** What a kind of target adds to the numbers. */
export interface Telling {
  readonly counts?: 'co2e' | 'co2';
  readonly milestones: readonly number[];
  readonly budget?: TargetPath['budget'];
  readonly netZeroYear?: number;
  readonly formula: string;
  readonly sources: readonly string[];
  readonly explanation: string;
}

/** Put a path together. The net-zero year is read off the path unless the formula names one beyond the horizon. */
export function pathOf(work: Work, emissions: readonly number[], telling: Telling): TargetPath {
  const years = targetYears(work.inputs);
  const netZeroYear = firstZero(years, emissions) ?? telling.netZeroYear;
  return {
    id: work.spec.id,
    kind: work.spec.kind,
    years,
    emissions,
    counts: telling.counts ?? 'co2e',
    cumulativeBudget: emissions.slice(1).reduce((sum, tonnes) => sum + tonnes, 0),
    milestones: telling.milestones.filter((year) => year <= work.inputs.horizonYear),
    ...(telling.budget === undefined ? {} : { budget: telling.budget }),
    ...(netZeroYear === undefined ? {} : { netZeroYear }),
    inputs: work.used,
    formula: telling.formula,
    sources: telling.sources,
    explanation: telling.explanation,
  };
}

/** A path along straight lines between corners. */
export function pathAlong(work: Work, corners: readonly Corner[], telling: Omit<Telling, 'milestones'>): TargetPath {
  const emissions = targetYears(work.inputs).map((year) => ceilingAt(corners, year));
  return pathOf(work, emissions, { ...telling, milestones: corners.slice(1).map(({ year }) => year) });
}

/** A share as text, `63.3 %`. */
export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

/** Tonnes as text for an explanation: three significant figures and a word. */
export function tonnesText(tonnes: number): string {
  const [scale, word] = tonnes >= 1e6 ? [1e6, 'million t'] : tonnes >= 1e3 ? [1e3, 'thousand t'] : [1, 't'];
  return `${Number((tonnes / scale).toPrecision(3))} ${word}`;
}
