import type { ClaimTonnes } from '@thousand-cities/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfOf, partsOf } from './parts.ts';

const tonnes = (...byCity: number[]) => ({ byCity: Float64Array.from(byCity) }) as unknown as ClaimTonnes;

describe('whose part is how large', () => {
  it('names the largest first and leaves out who was not chosen', () => {
    const parts = partsOf(tonnes(1, NaN, 6, 3));
    expect(parts.map(({ at }) => at)).toEqual([2, 3, 0]);
    expect(parts[0]!.share).toBeCloseTo(0.6, 12);
  });

  it('has no shares where nothing is avoided', () => {
    expect(partsOf(tonnes(0, 0))).toEqual([
      { at: 0, tonnes: 0 },
      { at: 1, tonnes: 0 },
    ]);
  });

  it('counts the few that make half', () => {
    expect(halfOf(partsOf(tonnes(1, 5, 2, 2)))).toBe(1);
    expect(halfOf(partsOf(tonnes(1, 1, 1, 1)))).toBe(2);
    expect(halfOf(partsOf(tonnes(0)))).toBe(0);
  });

  it('has shares that make one', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 40 }), (each) => {
        const sum = partsOf(tonnes(...each)).reduce((all, { share }) => all + share!, 0);
        expect(sum).toBeCloseTo(1, 9);
      }),
    );
  });
});
