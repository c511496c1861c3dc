import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  claimAfter,
  countAt,
  countSteps,
  DEFAULT_CLAIM,
  firstClaim,
  placeOfCount,
  sameClaim,
  type ClaimEvent,
} from './state.ts';

const after = (...events: ClaimEvent[]) => events.reduce(claimAfter, firstClaim);

describe('the question of the page', () => {
  it('opens with the claim itself: every city, the initiative’s target, kept in full', () => {
    expect(firstClaim.choice).toEqual(DEFAULT_CLAIM);
    expect(firstClaim.choice.delivery).toBe(1);
    expect(firstClaim.choice.selection).toEqual({});
  });

  it('takes the largest of a place, and all of another place', () => {
    const state = after({ kind: 'count', count: 100 }, { kind: 'place', place: { group: 'europe' } });
    expect(state.choice.selection).toEqual({ group: 'europe' });
    expect(claimAfter(state, { kind: 'count', count: 20 }).choice.selection).toEqual({ group: 'europe', count: 20 });
  });

  it('keeps year and depth of one’s own while a named target is tried', () => {
    const state = after(
      { kind: 'own', year: 2035, cutPercent: 60 },
      { kind: 'ambition', ambition: 'opcc' },
      { kind: 'ambition', ambition: 'custom' },
    );
    expect(state.choice.ambition).toEqual({ kind: 'custom', custom: { year: 2035, cutPercent: 60 } });
  });

  it('brings figures to what can be chosen', () => {
    const state = after(
      { kind: 'start', year: 2060 },
      { kind: 'delivery', percent: 10 },
      { kind: 'own', year: 1990, cutPercent: 130 },
    );
    expect(state.choice).toMatchObject({ startYear: 2040, delivery: 0.5 });
    expect(state.own).toEqual({ year: 2028, cutPercent: 100 });
  });

  it('is the same object when the same is asked again, so that nothing is worked out twice', () => {
    const state = after({ kind: 'start', year: 2030 });
    expect(claimAfter(state, { kind: 'asked', choice: { ...state.choice } })).toBe(state);
  });

  it('tells questions apart by each of their parts', () => {
    const others: ClaimEvent[] = [
      { kind: 'count', count: 5 },
      { kind: 'place', place: { country: 'IDN' } },
      { kind: 'ambition', ambition: 'opcc' },
      { kind: 'start', year: 2031 },
      { kind: 'delivery', percent: 70 },
      { kind: 'gridShare', counts: !DEFAULT_CLAIM.gridShare },
    ];
    for (const event of others) expect(sameClaim(after(event).choice, DEFAULT_CLAIM)).toBe(false);
  });
});

describe('the slider over the number of cities', () => {
  it('goes by tens where there are many, by one where there are few, and ends at all of them', () => {
    expect(countSteps(1000)).toEqual({ step: 10, last: 100 });
    expect(countSteps(83)).toEqual({ step: 1, last: 83 });
    expect(countAt(100, 1000)).toBeUndefined();
    expect(countAt(99, 1000)).toBe(990);
    expect(countAt(35, 347)).toBeUndefined();
  });

  it('stands where its number of cities is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1500 }), fc.integer({ min: 1, max: 150 }), (pool, place) => {
        const { last } = countSteps(pool);
        const at = Math.min(place, last);
        expect(placeOfCount(countAt(at, pool), pool)).toBe(at);
      }),
    );
  });
});
