/** Gauss–Legendre quadrature on 0…1: with k nodes, exact for polynomials of degree 2k − 1. */

/**
 * Work out the nodes and weights, by Newton's method on the Legendre polynomial P_k from the Tricomi estimate of its roots
 * (Abramowitz & Stegun 25.4.29, moved from −1…1 to 0…1).
 */
export function gaussLegendre(count: number): { readonly nodes: Float64Array; readonly weights: Float64Array } {
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    for (let round = 0; round < 100; round++) {
      const [value, derivative] = legendre(count, x);
      const step = value / derivative;
      x -= step;
      if (Math.abs(step) < 1e-15) break;
    }
    const [, slope] = legendre(count, x);
    nodes[i] = (1 - x) / 2;
    weights[i] = 1 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}

/** P_k(x) and its derivative, by the three-term recurrence. */
function legendre(degree: number, x: number): readonly [number, number] {
  let before = 1;
  let value = x;
  for (let n = 2; n <= degree; n++) [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n];
  return [value, (degree * (x * value - before)) / (x * x - 1)];
}
