import { describe, expect, it } from 'vitest';
import { stepsOf, type Head } from './overview-state.ts';

const head = (change: Partial<Head> = {}): Head => ({
  id: 'one',
  name: '',
  state: 'draft',
  version: 1,
  approvedVersion: null,
  publishedVersion: null,
  ...change,
});
const standings = (inventories: readonly Head[], plans: readonly Head[]) =>
  stepsOf(inventories, plans).map(({ standing }) => standing);

describe('the way of a city', () => {
  it('begins with the inventory, also where only first drafts are there', () => {
    expect(standings([], [])).toEqual(['next', 'later', 'later', 'later', 'later']);
    expect(standings([head({ year: 2021 })], [head()])).toEqual(['next', 'later', 'later', 'later', 'later']);
  });

  it('goes on with the first step that is not done, whatever came before', () => {
    const edited = head({ version: 3, year: 2021 });
    expect(standings([edited], [head({ version: 4 })])).toEqual(['done', 'next', 'done', 'later', 'later']);
    const approved = head({ version: 5, state: 'approved', approvedVersion: 5, year: 2021 });
    expect(standings([approved], [head({ version: 4 })])).toEqual(['done', 'done', 'done', 'next', 'later']);
  });

  it('is all done with a published plan', () => {
    const settled = head({ version: 6, state: 'published', approvedVersion: 5, publishedVersion: 6, year: 2021 });
    expect(new Set(standings([settled], [settled]))).toEqual(new Set(['done']));
  });

  it('is about the newest year, and the plan that has come furthest', () => {
    const steps = stepsOf(
      [head({ id: 'old', year: 2019 }), head({ id: 'new', year: 2022 })],
      [head({ id: 'often', version: 9 }), head({ id: 'adopted', version: 4, approvedVersion: 4 })],
    );
    expect(steps[0]!.documentId).toBe('new');
    expect(steps[3]!.documentId).toBe('adopted');
  });
});
