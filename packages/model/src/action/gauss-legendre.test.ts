import { describe, expect, it } from 'vitest';
import { gaussLegendre } from './gauss-legendre.ts';

describe('Gauss–Legendre quadrature on 0…1', () => {
  it('has the known nodes of two and three points', () => {
    // On −1…1: ±1/√3 with weight 1; 0 and ±√(3/5) with weights 8/9 and 5/9. Moved to 0…1: (1 − x) / 2, half the weight.
    const two = gaussLegendre(2);
    expect(two.nodes[0]).toBeCloseTo((1 - 1 / Math.sqrt(3)) / 2, 15);
    expect(two.weights[0]).toBeCloseTo(0.5, 15);
    const three = gaussLegendre(3);
    expect(three.nodes[1]).toBeCloseTo(0.5, 15);
    expect([...three.weights].map((weight) => weight * 18)).toEqual([5, 8, 5].map((n) => expect.closeTo(n, 12)));
  });

  it.each([1, 2, 5, 10, 20, 40])('integrates every power up to degree 2k − 1 with k = %i nodes', (count) => {
    const { nodes, weights } = gaussLegendre(count);
    for (let degree = 0; degree < 2 * count; degree++) {
      const integral = nodes.reduce((sum, t, i) => sum + weights[i]! * t ** degree, 0);
      expect(Math.abs(integral - 1 / (degree + 1))).toBeLessThan(1e-13);
    }
  });
});
