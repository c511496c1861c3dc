import { describe, expect, it } from 'vitest';
import { directionNumbers, SOBOL_DIMENSIONS, sobolColumn, sobolInteger } from './sobol.ts';

const unscrambled = (dimension: number, count: number) =>
  Array.from({ length: count }, (_, n) => sobolInteger(dimension, n) / 2 ** 32);

describe('the Sobol sequence', () => {
  it('starts with the published points of the first three dimensions', () => {
    // Joe & Kuo (2008), in Gray code order, as every implementation of their numbers prints them.
    expect(unscrambled(0, 8)).toEqual([0, 0.5, 0.75, 0.25, 0.375, 0.875, 0.625, 0.125]);
    expect(unscrambled(1, 8)).toEqual([0, 0.5, 0.25, 0.75, 0.375, 0.875, 0.125, 0.625]);
    expect(unscrambled(2, 8)).toEqual([0, 0.5, 0.25, 0.75, 0.625, 0.125, 0.875, 0.375]);
  });

  it('has odd initial numbers below 2^k in every dimension, as the construction demands', () => {
    for (let dimension = 0; dimension < SOBOL_DIMENSIONS; dimension++)
      directionNumbers(dimension).forEach((v, k) => {
        const m = v / 2 ** (31 - k);
        expect(Number.isInteger(m) && m % 2 === 1 && m < 2 ** (k + 1)).toBe(true);
      });
  });

  it('has no direction numbers beyond its table', () => {
    expect(() => directionNumbers(SOBOL_DIMENSIONS)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });
});

describe('scrambled columns', () => {
  it.each([0, 1, 17, 255, 256, 400])('put one of 1,024 numbers in each of 1,024 strata, dimension %i', (dimension) => {
    const column = sobolColumn(dimension, 1024, 7);
    expect(new Set(Array.from(column, (u) => Math.floor(u * 1024))).size).toBe(1024);
    expect(column.every((u) => u > 0 && u < 1)).toBe(true);
  });

  it('keep the first two dimensions a net: one point in each of 64 × 64 boxes of 4,096', () => {
    const [x, y] = [sobolColumn(0, 4096, 3), sobolColumn(1, 4096, 3)];
    expect(new Set(Array.from(x, (u, n) => Math.floor(u * 64) * 64 + Math.floor(y[n]! * 64))).size).toBe(4096);
  });

  it('are the same for the same seed and others for another', () => {
    expect(sobolColumn(5, 100, 1)).toEqual(sobolColumn(5, 100, 1));
    expect(sobolColumn(5, 100, 1)).not.toEqual(sobolColumn(5, 100, 2));
    expect(sobolColumn(300, 100, 1)).toEqual(sobolColumn(300, 100, 1));
  });

  it('are not correlated between dimensions', () => {
    // 4,096 independent pairs of uniforms correlate by about 1/√4096 = 0.016; these stay well below.
    const columns = [0, 1, 2, 40, 100, 254, 255, 256, 257].map((dimension) => sobolColumn(dimension, 4096, 11));
    for (const [i, a] of columns.entries())
      for (const b of columns.slice(i + 1)) {
        const covariance = a.reduce((sum, u, n) => sum + (u - 0.5) * (b[n]! - 0.5), 0) / a.length;
        expect(Math.abs(covariance * 12)).toBeLessThan(0.05);
      }
  });
});
