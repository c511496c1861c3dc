import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOfHash, hashOf } from './link.ts';

const entry = fc.record({
  id: fc.string({ minLength: 1 }),
  size: fc.integer({ min: 0, max: 100 }).map((share) => share / 100),
  startYear: fc.integer({ min: 1990, max: 2100 }),
});

describe('a link that carries the plan', () => {
  it('gives back what was put in, whatever the ids', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1 }), fc.option(fc.string({ minLength: 1 })), (entries, target) => {
        const changes = target === null ? { entries } : { entries, mainTarget: target };
        expect(changesOfHash(hashOf(changes))).toEqual(changes);
      }),
    );
  });

  it('is empty when nothing was changed, and says nothing when there is no hash', () => {
    expect(hashOf({ entries: [] })).toBe('');
    expect(changesOfHash('')).toBeUndefined();
    expect(changesOfHash('#cost')).toBeUndefined();
  });

  it('is refused when it was cut anywhere', () => {
    const hash = hashOf({ entries: [{ id: 'bus-rapid-transit', size: 0.5, startYear: 2030 }] });
    for (let length = 4; length < hash.length - 2; length++) {
      expect(changesOfHash(hash.slice(0, length))).toBe('unreadable');
    }
  });

  it('is refused when a size or year is out of range, or it is far too long', () => {
    expect(changesOfHash(hashOf({ entries: [{ id: 'a', size: 2, startYear: 2030 }] }))).toBe('unreadable');
    expect(changesOfHash(hashOf({ entries: [{ id: 'a', size: 1, startYear: 2030.5 }] }))).toBe('unreadable');
    expect(changesOfHash(`#p=${'A'.repeat(30_000)}`)).toBe('unreadable');
  });

  it('stays short enough for any messenger with forty actions changed', () => {
    const entries = Array.from({ length: 40 }, (_, i) => ({
      id: `action-number-${i}`,
      size: i / 40,
      startYear: 2027 + (i % 20),
    }));
    expect(hashOf({ entries }).length).toBeLessThan(1500);
  });
});
