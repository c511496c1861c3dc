import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identity, matrixExponential, multiply, solve } from './matrix-exponential.ts';

const entries = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 9, maxLength: 9 });
const largest = (matrix: Float64Array): number => matrix.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
const difference = (a: Float64Array, b: Float64Array): number => largest(a.map((value, i) => value - b[i]!));

describe('the exponential of a matrix', () => {
  it('turns a quarter round for the generator of rotations', () => {
    // exp(θ [[0, −1], [1, 0]]) = [[cos θ, −sin θ], [sin θ, cos θ]]; θ = π/2.
    const quarter = matrixExponential(Float64Array.of(0, -Math.PI / 2, Math.PI / 2, 0), 2);
    expect(difference(quarter, Float64Array.of(0, -1, 1, 0))).toBeLessThan(1e-15);
  });

  it('is a short sum for a nilpotent matrix', () => {
    // M² = [[0,0,1],[0,0,0],[0,0,0]], M³ = 0: e^M = I + M + M²/2.
    const m = Float64Array.of(0, 1, 0, 0, 0, 1, 0, 0, 0);
    expect([...matrixExponential(m, 3)]).toEqual([1, 1, 0.5, 0, 1, 1, 0, 0, 1]);
  });

  it('takes the exponential of each entry of a diagonal', () => {
    const result = matrixExponential(Float64Array.of(-26.65, 0, 0, 3), 2);
    expect(result[0]! / Math.exp(-26.65)).toBeCloseTo(1, 12);
    expect(result[3]! / Math.exp(3)).toBeCloseTo(1, 14);
  });

  it('of M and −M are inverse to each other', () => {
    const law = fc.property(entries, (values) => {
      const m = Float64Array.from(values, (value) => value / 8);
      const forth = matrixExponential(m, 3);
      const back = matrixExponential(
        m.map((value) => -value),
        3,
      );
      const scale = largest(forth) * largest(back);
      return difference(multiply(forth, back, 3), identity(3)) <= 1e-13 * scale;
    });
    fc.assert(law);
  });
});

it('solves linear equations, rows in any order', () => {
  // First pivot zero: 0 x + 2 y = 4, 3 x + y = 5 → y = 2, x = 1.
  expect([...solve(Float64Array.of(0, 2, 3, 1), Float64Array.of(4, 5), 2)]).toEqual([1, 2]);
});
