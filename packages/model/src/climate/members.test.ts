import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runOf } from './climate.case.ts';
import { runOfMembers, spreadMembers } from './members.ts';

describe('some members of the ensemble', () => {
  it('are spread evenly from the first', () => {
    expect(spreadMembers(10, 4)).toEqual([0, 2, 5, 7]);
    expect(spreadMembers(841, 1)).toEqual([0]);
  });

  it('are different members, in order, and all of them when all are asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.double({ min: 0, max: 1, noNaN: true }), (total, share) => {
        const count = Math.max(1, Math.floor(share * total));
        const members = spreadMembers(total, count);
        expect(new Set(members).size).toBe(count);
        expect(members.every((member, i) => member < total && (i === 0 || member > members[i - 1]!))).toBe(true);
        expect(spreadMembers(total, total)).toEqual(Array.from({ length: total }, (_, i) => i));
      }),
    );
  });

  it.each([0, 842, 1.5, -1, NaN])('cannot be %d of 841', (count) => {
    expect(() => spreadMembers(841, count)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });

  it('keep their rows', () => {
    const run = runOf([[1, 2], [3, 4], [5, 6]], 2030); // prettier-ignore
    const some = runOfMembers(run, [0, 2]);
    expect([some.members, some.firstYear, some.lastYear, [...some.warming]]).toEqual([2, 2030, 2031, [1, 2, 5, 6]]);
    expect(() => runOfMembers(run, [3])).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });
});
