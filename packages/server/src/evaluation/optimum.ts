/** What a search for a better plan came to, in short: what was reached, how close to the best it is, and what it would change. */
import type { Plan, PortfolioResult } from '@thousand-cities/model';

export interface Optimum {
  readonly meetsTarget: boolean;
  readonly aim: PortfolioResult['aim'];
  /** Of the aim; null where it is not finite. */
  readonly value: number | null;
  /** How far from the best it may be; null where that was not proven. */
  readonly gap: number | null;
  readonly stop: string;
  readonly schedule: readonly { readonly id: string; readonly startYear: number; readonly size: number }[];
  /** JSON pointers and values that turn the plan into it (RFC 6902). */
  readonly changes: readonly { readonly op: 'replace'; readonly path: string; readonly value: Plan['actions'][number]['schedule'] }[]; // prettier-ignore
}

/** @param before the plan that was asked about, its actions in the same order */
export function optimumOf(before: Plan, plan: Plan, result: PortfolioResult): Optimum {
  const { meetsTarget, aim, value, gap, stop, schedule } = result;
  // A bound that was never proven is infinitely far: null, since JSON has no infinity.
  const finite = (number: number) => (Number.isFinite(number) ? number : null);
  const changes = plan.actions.flatMap(({ schedule: after }, i) => {
    const was = before.actions[i]!.schedule;
    if (was.startYear === after.startYear && was.size === after.size) return [];
    return [{ op: 'replace' as const, path: `/actions/${i}/schedule`, value: after }];
  });
  return { meetsTarget, aim, value: finite(value), gap: finite(gap), stop, schedule: schedule.map(({ id, startYear, size }) => ({ id, startYear, size })), changes }; // prettier-ignore
}
