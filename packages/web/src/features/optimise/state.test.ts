import { describe, expect, it } from 'vitest';
import { bandung } from '../../../test/fixture.ts';
import { entriesOf, optimiseAfter, progressShare, type OptimiseEvent, type OptimiseState } from './state.ts';

const { plan } = bandung();
const rest: OptimiseState = { phase: 'rest' };
const after = (...events: OptimiseEvent[]) => events.reduce(optimiseAfter, rest);
const progress = { kind: 'progress', value: 10, bound: 9, gap: 0.1, schedule: [] } as const;

describe('the optimiser', () => {
  it('shows its best plan so far while it works, and that it is being stopped', () => {
    const state = after({ kind: 'started', mode: 'prove' }, progress, { kind: 'cancelling' });
    expect(state).toMatchObject({ phase: 'working', cancelling: true, progress: { gap: 0.1 } });
  });

  it('ignores what arrives after it was ended', () => {
    expect(after({ kind: 'started', mode: 'prove' }, { kind: 'ended' }, progress)).toEqual(rest);
  });

  it('switches off what it left out and keeps when that would start', () => {
    const chosen = plan.actions[0]!;
    const entries = entriesOf(plan.actions, [{ id: chosen.id, size: 1, startYear: 2033 }]);
    expect(entries[0]).toEqual({ id: chosen.id, size: 1, startYear: 2033 });
    expect(entries.slice(1).every(({ size }) => size === 0)).toBe(true);
    expect(entries[1]!.startYear).toBe(plan.actions[1]!.schedule.startYear);
  });

  it('moves on as the gap closes: half way at 10 % of a wanted 1 %, done at it', () => {
    expect(progressShare(0.1, 0.01)).toBeCloseTo(0.5, 12);
    expect(progressShare(0.01, 0.01)).toBe(1);
    expect(progressShare(Infinity, 0.01)).toBe(0.05);
  });
});
