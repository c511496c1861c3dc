import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from './edit-distance.ts';

const word = fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'b', 'c', ' ') });

describe('editDistance', () => {
  it.each([
    ['kitten', 'sitting', 3], // the textbook case: two substitutions and one insertion
    ['jakarta', 'jakrata', 1], // one swap of neighbours
    ['koln', 'koln', 0],
    ['bandung', 'bandug', 1],
    ['', 'abc', 3],
  ])('is %s / %s = %i', (a, b, expected) => {
    expect(editDistance(a, b, 5)).toBe(expected);
  });

  it('gives up above the limit', () => {
    expect(editDistance('kitten', 'sitting', 2)).toBe(3);
    expect(editDistance('a', 'abcdef', 2)).toBe(3);
  });

  it('is symmetric, nought only for equals, and never above the longer length', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b, 20);
        expect(editDistance(b, a, 20)).toBe(distance);
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
    );
  });

  it('does not depend on the limit as long as the limit is not reached', () => {
    fc.assert(
      fc.property(word, word, fc.nat(12), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(editDistance(a, b, 20), limit + 1));
      }),
    );
  });
});
