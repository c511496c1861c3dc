import { describe, expect, it } from 'vitest';
import { checkRange, rangeAt, sigmaOf } from './distributions.ts';
import { inverseNormal, Z95 } from './normal.ts';

describe('the normal quantile', () => {
  it.each([
    // Tables of the normal distribution, and to 15 digits R 4 qnorm.
    [0.5, 0],
    [0.95, 1.6448536269514722],
    [0.975, 1.959963984540054],
    [0.999, 3.090232306167813],
    [1e-10, -6.361340902404056],
    [1e-300, -37.0470962993612],
  ])('of %d is %d', (p, z) => {
    expect(inverseNormal(p)).toBeCloseTo(z, 13);
  });

  it('is symmetric', () => {
    for (const p of [0.001, 0.05, 0.07, 0.2, 0.45]) expect(inverseNormal(1 - p)).toBeCloseTo(-inverseNormal(p), 12);
  });

  it.each([0, 1, -0.1, Number.NaN])('is refused at %d', (p) => {
    expect(() => inverseNormal(p)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });
});

describe('spreads and ranges', () => {
  it('take a spread’s factor95 as its 95th percentile', () => {
    expect(Math.exp(sigmaOf({ factor95: 1.3 }) * Z95)).toBeCloseTo(1.3, 12);
    expect(sigmaOf({ factor95: 1 })).toBe(0);
    expect(() => sigmaOf({ factor95: 0.9 })).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });

  it.each([
    { low: 2, central: 3, high: 9 },
    { low: 0, central: 1, high: 2 },
    { low: -5, central: -1, high: 10 },
    { low: 0.7, central: 1, high: 1 },
  ])('meet the three figures of %o', (range) => {
    expect(rangeAt(range, -Z95)).toBeCloseTo(range.low, 12);
    expect(rangeAt(range, 0)).toBe(range.central);
    expect(rangeAt(range, Z95)).toBeCloseTo(range.high, 12);
  });

  it('keep positive ranges positive, however far out the draw', () => {
    expect(rangeAt({ low: 0.01, central: 1, high: 1.1 }, -6)).toBeGreaterThan(0);
  });

  it('refuse a range out of order', () => {
    expect(() => checkRange({ low: 2, central: 1, high: 3 }, [])).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });
});
