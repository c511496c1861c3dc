/** What is decided about each action of a compiled plan, and the adoption that follows from it. */
import { DomainError } from '../errors.ts';
import type { CompiledPlan } from './compiled.ts';
import type { Action } from './types.ts';

/** What is decided about each action, in the order of `CompiledPlan.actionIds`. */
export interface Schedule {
  /** Calendar year in which adoption begins. A year after the horizon is allowed and does nothing. */
  readonly start: Int32Array | readonly number[];
  /** 0…1; 0 = not in the plan. */
  readonly size: Float64Array | readonly number[];
}

/** Collect the schedules of a plan's actions in the order of the compiled plan. */
export function scheduleOf(compiled: Pick<CompiledPlan, 'actionIds'>, actions: readonly Action[]): Schedule {
  const byId = new Map(actions.map((action) => [action.id, action.schedule]));
  const schedules = compiled.actionIds.map((id) => {
    const schedule = byId.get(id);
    if (!schedule) throw new DomainError('unknown-action', `no action "${id}" to schedule`, ['actions', id]);
    return schedule;
  });
  return {
    start: Int32Array.from(schedules, (schedule) => schedule.startYear),
    size: Float64Array.from(schedules, (schedule) => schedule.size),
  };
}

/**
 * Refuse a schedule that cannot be evaluated.
 *
 * @throws {DomainError} `plan-invalid` when its length is not the number of actions, `out-of-range` for a size outside
 * 0…1, `year-outside-plan` for a start before the base year: the base year's inventory would already hold its effect.
 */
export function checkSchedule(compiled: CompiledPlan, { start, size }: Schedule): void {
  const count = compiled.actionIds.length;
  if (start.length !== count || size.length !== count)
    throw new DomainError('plan-invalid', `a schedule for ${size.length} actions, the plan has ${count}`, ['actions']);
  for (let a = 0; a < count; a++) {
    if (!(size[a]! >= 0 && size[a]! <= 1))
      throw new DomainError('out-of-range', `size ${size[a]} of "${compiled.actionIds[a]}" is not within 0…1`, [
        'actions',
        compiled.actionIds[a]!,
        'schedule',
        'size',
      ]);
    if (!(start[a]! >= compiled.years[0]!))
      throw new DomainError('year-outside-plan', `"${compiled.actionIds[a]}" starts before the base year`, [
        'actions',
        compiled.actionIds[a]!,
        'schedule',
        'startYear',
      ]);
  }
}

/**
 * Fill `adoption` [curve × year] with every curve's adoption under a schedule: size · unit[y − start], 0 before the start.
 */
export function fillAdoption(compiled: CompiledPlan, { start, size }: Schedule, adoption: Float64Array): void {
  const { curveAction, curveUnit } = compiled;
  const yearCount = compiled.years.length;
  const baseYear = compiled.years[0]!;
  for (let c = 0; c < curveAction.length; c++) {
    const row = c * yearCount;
    const scale = size[curveAction[c]!]!;
    const first = Math.min(start[curveAction[c]!]! - baseYear, yearCount);
    for (let y = 0; y < first; y++) adoption[row + y] = 0;
    for (let y = first; y < yearCount; y++) adoption[row + y] = scale * curveUnit[row + y - first]!;
  }
}
