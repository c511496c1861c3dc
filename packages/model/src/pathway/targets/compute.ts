/** Every kind of target behind one function. */
import { assertNever, DomainError } from '../../errors.ts';
import type { CountryProfile } from '../../reference.ts';
import { TARGET_KINDS, type TargetKind, type TargetPath, type TargetSpec } from '../types.ts';
import { carbonBudgetTarget } from './carbon-budget.ts';
import { customTarget } from './custom.ts';
import { deadline2020Target } from './deadline-2020.ts';
import { opccTarget, raceToZeroTarget } from './fair-share.ts';
import { carbonFree2030Target, pathwayToParisTarget } from './fixed-year.ts';
import type { TargetInputs, Work } from './inputs.ts';

function checkInputs({ baseYear, horizonYear, baseEmissions, baseCo2 }: TargetInputs, spec: TargetSpec): void {
  const place = ['targets', spec.id];
  if (!Number.isInteger(baseYear) || !Number.isInteger(horizonYear) || horizonYear <= baseYear) {
    throw new DomainError(
      'out-of-range',
      `the horizon ${horizonYear} must be a year after the base year ${baseYear}`,
      place,
    );
  }
  for (const [name, value] of [
    ['emissions', baseEmissions],
    ['CO2', baseCo2],
  ] as const) {
    if (value === undefined) continue;
    if (!Number.isFinite(value))
      throw new DomainError('not-a-number', `${name} of the base year must be a number`, place);
    if (value < 0) {
      throw new DomainError(
        'out-of-range',
        `${name} of the base year are ${value}; a target needs gross emissions, nought or more`,
        place,
      );
    }
  }
}

function pathFor(work: Work): TargetPath {
  switch (work.spec.kind) {
    case 'opcc':
      return opccTarget(work);
    case 'race-to-zero':
      return raceToZeroTarget(work);
    case 'deadline-2020':
      return deadline2020Target(work);
    case 'carbon-budget':
      return carbonBudgetTarget(work);
    case 'pathway-to-paris':
      return pathwayToParisTarget(work);
    case 'carbon-free-2030':
      return carbonFree2030Target(work);
    case 'custom':
      return customTarget(work);
    default:
      return assertNever(work.spec.kind);
  }
}

/**
 * Work a target out for a city: a ceiling per year, the budget they sum to, the inputs used with their sources, the formula
 * and an explanation. The first ceiling is the base year's emissions; no ceiling is negative.
 *
 * @throws {DomainError} `missing-figure` naming what the target needs and is not known (an HDI, a population, a GDP, the CO2
 *   of the base year); `out-of-range` or `not-a-number` for a parameter; nothing is filled in silently
 */
export function computeTarget(spec: TargetSpec, inputs: TargetInputs): TargetPath {
  if (!TARGET_KINDS.includes(spec.kind)) {
    throw new DomainError(
      'unknown-target',
      `no target of kind "${String(spec.kind)}"; there are ${TARGET_KINDS.join(', ')}`,
      ['targets', spec.id, 'kind'],
    );
  }
  checkInputs(inputs, spec);
  return pathFor({ spec, inputs, used: [] });
}

/** A target that could be worked out, or the refusal that says what it lacks. */
export type TargetResult =
  | { readonly spec: TargetSpec; readonly path: TargetPath }
  | { readonly spec: TargetSpec; readonly refusal: DomainError };

/** Work several targets out side by side; one that lacks a figure does not hide the others. */
export function computeTargets(specs: readonly TargetSpec[], inputs: TargetInputs): readonly TargetResult[] {
  return specs.map((spec) => {
    try {
      return { spec, path: computeTarget(spec, inputs) };
    } catch (error) {
      if (error instanceof DomainError) return { spec, refusal: error };
      throw error;
    }
  });
}

/**
 * The kinds that need no choice of the city's, each with its defaults: what is shown side by side at first.
 *
 * @param country where it has no HDI, the fair-share kinds say in their parameters that the world's stands in; the plan
 *   file shows it, and the result marks it as an assumption. Without a country nothing stands in.
 */
export function standardTargets(country?: Pick<CountryProfile, 'hdi'>): readonly TargetSpec[] {
  return TARGET_KINDS.filter((kind) => kind !== 'custom').map((kind) => standardTarget(kind, country));
}

/** One kind with its defaults, as `standardTargets` gives it. */
export function standardTarget(kind: TargetKind, country?: Pick<CountryProfile, 'hdi'>): TargetSpec {
  const fairShare = kind === 'opcc' || kind === 'race-to-zero';
  const standIn = fairShare && country !== undefined && country.hdi === undefined;
  return { id: kind, kind, ...(standIn ? { parameters: { hdi: 'world' } } : {}) };
}
