/** The optimiser as a value: resting, at work with its best plan so far, done or failed. No worker, no clock. */
import type { Action } from '@thousand-cities/model';
import type { ScheduleEntry } from '../plan/state.ts';
import type { OptimiseMode, OptimiseOutcome, OptimiseProgress, OptimiseReply } from './messages.ts';

export type OptimiseState =
  | { readonly phase: 'rest' }
  | {
      readonly phase: 'working';
      readonly mode: OptimiseMode;
      readonly progress?: OptimiseProgress;
      readonly cancelling: boolean;
    }
  | { readonly phase: 'done'; readonly mode: OptimiseMode; readonly outcome: OptimiseOutcome }
  | { readonly phase: 'failed'; readonly code: string; readonly message: string };

export type OptimiseEvent =
  | { readonly kind: 'started'; readonly mode: OptimiseMode }
  | { readonly kind: 'cancelling' }
  /** The worker was ended by force; the best plan so far stands. */
  | { readonly kind: 'ended' }
  | OptimiseReply;

export function optimiseAfter(state: OptimiseState, event: OptimiseEvent): OptimiseState {
  switch (event.kind) {
    case 'started':
      return { phase: 'working', mode: event.mode, cancelling: false };
    case 'cancelling':
      return state.phase === 'working' ? { ...state, cancelling: true } : state;
    case 'ended':
      return { phase: 'rest' };
    case 'progress': {
      if (state.phase !== 'working') return state;
      const { value, bound, gap, schedule } = event;
      return { ...state, progress: { value, bound, gap, schedule } };
    }
    case 'done':
      return state.phase === 'working' ? { phase: 'done', mode: state.mode, outcome: event.outcome } : state;
    case 'failed':
      return { phase: 'failed', code: event.code, message: event.message };
  }
}

/** Schedules for every action: those the optimiser left out have size 0 and keep their start year. */
export function entriesOf(
  actions: readonly Action[],
  schedule: readonly { readonly id: string; readonly size: number; readonly startYear: number }[],
): readonly ScheduleEntry[] {
  const chosen = new Map(schedule.map((each) => [each.id, each]));
  return actions.map(({ id, schedule: { startYear } }) => {
    const choice = chosen.get(id);
    return choice ? { id, size: choice.size, startYear: choice.startYear } : { id, size: 0, startYear };
  });
}

/** How far the search has come, 0…1, from its gap: half the way at 10 %, done at the gap asked for. */
export function progressShare(gap: number, wanted: number): number {
  if (!Number.isFinite(gap) || gap >= 1) return 0.05;
  if (gap <= wanted) return 1;
  return Math.min(0.97, Math.max(0.05, Math.log(gap) / Math.log(wanted)));
}
