/** The target a plan answers to, beside what the plan comes to in the same boundary and count. */
import { DomainError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import type { Plan } from '../plan/index.ts';
import { targetsOf } from '../plan/targets.ts';
import type { Reference } from '../reference.ts';
import type { CityTarget } from './types.ts';

/** Paths inside the plan's own boundary: t CO2e and t CO2 per year. */
export interface BoundaryPaths {
  readonly reference: Float64Array;
  readonly plan: Float64Array;
}

/**
 * Work out the main target. One that lacks a figure it needs is left out and said; the city's emissions stand without it.
 *
 * @throws {DomainError} `unknown-target` when the plan names none of its targets as the main one, `unknown-country`
 */
export function cityTarget(
  plan: Plan,
  reference: Reference,
  paths: Readonly<Record<CityTarget['counts'], BoundaryPaths>>,
): { readonly path?: CityTarget; readonly findings: readonly Finding[] } {
  const spec = plan.targets.find(({ id }) => id === plan.mainTarget);
  if (!spec) throw new DomainError('unknown-target', `the plan has no target "${plan.mainTarget}"`, ['mainTarget']);
  const basis = { total: paths.co2e.reference, co2: paths.co2.reference[0]! };
  const [result] = targetsOf(plan, reference, basis, [spec]);
  if (!result) throw new Error('a target came to nothing; this is a bug, please report it');
  if ('refusal' in result) return { findings: [leftOut(plan, result.refusal)] };
  const { id, kind, counts, emissions } = result.path;
  const { reference: without, plan: planned } = paths[counts];
  const ceiling = Float64Array.from(emissions);
  return { path: { id, kind, counts, boundary: plan.baseline.boundary, ceiling, planned, reference: without }, findings: [] }; // prettier-ignore
}

function leftOut({ city, mainTarget }: Plan, refusal: DomainError): Finding {
  return {
    code: 'target-not-computed',
    severity: 'warning',
    path: ['targets', mainTarget],
    message: `the target ${mainTarget} of ${city.name} is left out: ${refusal.message}`,
    remedy: 'give the figure it needs, or choose another target',
    values: { city: city.name, target: mainTarget },
  };
}
