/**
 * Three-layer energy balance: Cummins, Stephenson and Stott (2020), J. Climate 33, 7909, with deep-ocean efficacy (Geoffroy et al.
 * 2013) and a forcing that is felt with a lag γ.
 */
import { identity, matrixExponential, solve, type Matrix } from './matrix-exponential.ts';

/** Heat capacities C (W m⁻² yr K⁻¹) and exchanges κ (W m⁻² K⁻¹) of the layers, surface first; κ1 is the climate feedback. */
export interface EnergyBalance {
  /** Yearly rate at which the felt forcing follows the given one, 1/yr. */
  readonly gamma: number;
  readonly capacity: readonly [number, number, number];
  readonly exchange: readonly [number, number, number];
  /** Efficacy ε of heat uptake by the deepest layer. */
  readonly efficacy: number;
}

/** dx/dt = M x + (γ, 0, 0, 0)ᵀ F, with x = (felt forcing, T1, T2, T3). */
export function balanceMatrix({ gamma, capacity, exchange, efficacy }: EnergyBalance): Matrix {
  const [c1, c2, c3] = capacity;
  const [k1, k2, k3] = exchange;
  const deep = efficacy * k3;
  // prettier-ignore
  return Float64Array.of(
    -gamma, 0, 0, 0,
    1 / c1, -(k1 + k2) / c1, k2 / c1, 0,
    0, k2 / c2, -(k2 + deep) / c2, deep / c2,
    0, 0, k3 / c3, -k3 / c3,
  );
}

/** One year at constant forcing: x' = A x + b F. `a` is 4 × 4. */
export function yearlyStep(balance: EnergyBalance): { readonly a: Matrix; readonly b: Matrix } {
  const m = balanceMatrix(balance);
  const a = matrixExponential(m, 4);
  const change = a.map((value, i) => value - identity(4)[i]!);
  const b = solve(
    m,
    Float64Array.from({ length: 4 }, (_, row) => change[row * 4]! * balance.gamma),
    4,
  );
  return { a, b };
}

/** Years in which CO2 doubles at 1 % a year: ln 2 / ln 1.01. */
const DOUBLING_YEARS = 69.66071689357483;

/** Equilibrium climate sensitivity, K: forcing of a doubling, half that of a quadrupling, over the feedback. */
export function equilibriumSensitivity(balance: EnergyBalance, forcing4xCo2: number): number {
  return forcing4xCo2 / 2 / balance.exchange[0];
}

/**
 * Transient climate response, K: warming in the year of doubling when CO2 grows by 1 % a year, so that forcing grows linearly. The
 * ramp and the constant that drives it are two more states, which makes the answer one matrix exponential.
 */
export function transientResponse(balance: EnergyBalance, forcing4xCo2: number): number {
  const layers = balanceMatrix(balance);
  const augmented = new Float64Array(25);
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) augmented[i * 5 + j] = layers[(i + 1) * 4 + j + 1]! * DOUBLING_YEARS;
  }
  augmented[3] = layers[4]! * DOUBLING_YEARS;
  augmented[19] = forcing4xCo2 / 2;
  return matrixExponential(augmented, 5)[4]!;
}
