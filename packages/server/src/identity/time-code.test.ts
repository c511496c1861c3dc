import { describe, expect, it } from 'vitest';
import { isCodeOfNow, timeCode } from './time-code.ts';

/** RFC 6238, appendix B: the seed of its table, and the last six of its eight digits. */
const SEED = '12345678901234567890';

describe('a code of the time', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('is that of RFC 6238 at %i s', (seconds, code) => {
    expect(timeCode(SEED, seconds * 1000)).toBe(code);
  });

  it('is good for its half minute, five seconds before and ten after', () => {
    // The step of 1,111,111,110 s begins there: 1111111110 = 30 × 37037037.
    const begin = 1_111_111_110_000;
    const isGood = (ms: number) => isCodeOfNow(SEED, '050471', begin + ms);
    expect([-5001, -5000, 0, 29_999, 39_999, 40_000].map(isGood)).toEqual([false, true, true, true, true, false]);
    expect(['', '05047', '0504711', '050472'].map((code) => isCodeOfNow(SEED, code, begin))).not.toContain(true);
  });
});
