/** The exponential of a small dense matrix, by the same operations on every machine. */

/** Square matrix, row by row. */
export type Matrix = Float64Array;

/** Numerator coefficients of the [13/13] Padé approximant of exp (Higham 2005, SIAM J. Matrix Anal. Appl. 26, 1179). */
const PADE_13 = [
  64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000, 10559470521600,
  670442572800, 33522128640, 1323241920, 40840800, 960960, 16380, 182, 1,
] as const;

/** The 1-norm up to which the approximant is exact to double precision (same paper, table 2.3). */
const THETA_13 = 5.371920351148152;

/**
 * Calculate e^M by scaling and squaring with the [13/13] Padé approximant.
 *
 * @param size rows and columns of `matrix`
 */
export function matrixExponential(matrix: Matrix, size: number): Matrix {
  const squarings = squaringsFor(norm1(matrix, size));
  let result = pade13(scaled(matrix, 2 ** -squarings), size);
  for (let i = 0; i < squarings; i++) result = multiply(result, result, size);
  return result;
}

function squaringsFor(norm: number): number {
  let squarings = 0;
  for (let rest = norm; rest > THETA_13; rest /= 2) squarings++;
  return squarings;
}

function pade13(a: Matrix, size: number): Matrix {
  const a2 = multiply(a, a, size);
  const a4 = multiply(a2, a2, size);
  const a6 = multiply(a4, a2, size);
  const powers = [identity(size), a2, a4, a6];
  // Even (first = 0) or odd (first = 1) coefficients; the highest three are gathered behind one factor A⁶.
  const combine = (first: 0 | 1): Matrix => {
    const weights = (...places: number[]): number[] => places.map((n) => PADE_13[n + first]!);
    const high = multiply(a6, sum(powers.slice(1), weights(8, 10, 12)), size);
    return add(high, sum(powers, weights(0, 2, 4, 6)));
  };
  const odd = multiply(a, combine(1), size);
  const even = combine(0);
  return solve(add(even, scaled(odd, -1)), add(even, odd), size);
}

/** Solve A X = B by Gaussian elimination with row pivots; `b` has as many columns as fit. */
export function solve(a: Matrix, b: Matrix, size: number): Matrix {
  const left = Float64Array.from(a);
  const right = Float64Array.from(b);
  const columns = b.length / size;
  for (let k = 0; k < size; k++) {
    const pivot = pivotOf(left, size, k);
    swapRows(left, size, k, pivot);
    swapRows(right, columns, k, pivot);
    for (let i = k + 1; i < size; i++) {
      const factor = left[i * size + k]! / left[k * size + k]!;
      for (let j = k; j < size; j++) left[i * size + j]! -= factor * left[k * size + j]!;
      for (let j = 0; j < columns; j++) right[i * columns + j]! -= factor * right[k * columns + j]!;
    }
  }
  for (let k = size - 1; k >= 0; k--) {
    for (let j = 0; j < columns; j++) {
      let rest = right[k * columns + j]!;
      for (let i = k + 1; i < size; i++) rest -= left[k * size + i]! * right[i * columns + j]!;
      right[k * columns + j] = rest / left[k * size + k]!;
    }
  }
  return right;
}

function pivotOf(a: Matrix, size: number, k: number): number {
  let best = k;
  for (let i = k + 1; i < size; i++) if (Math.abs(a[i * size + k]!) > Math.abs(a[best * size + k]!)) best = i;
  return best;
}

function swapRows(a: Matrix, columns: number, i: number, j: number): void {
  if (i === j) return;
  for (let c = 0; c < columns; c++) {
    const kept = a[i * columns + c]!;
    a[i * columns + c] = a[j * columns + c]!;
    a[j * columns + c] = kept;
  }
}

/** A B for square A and B. */
export function multiply(a: Matrix, b: Matrix, size: number): Matrix {
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      const factor = a[i * size + k]!;
      for (let j = 0; j < size; j++) result[i * size + j]! += factor * b[k * size + j]!;
    }
  }
  return result;
}

export function identity(size: number): Matrix {
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++) result[i * size + i] = 1;
  return result;
}

const scaled = (a: Matrix, factor: number): Matrix => a.map((value) => value * factor);
const add = (a: Matrix, b: Matrix): Matrix => a.map((value, i) => value + b[i]!);
const sum = (matrices: readonly Matrix[], weights: readonly number[]): Matrix =>
  matrices.map((matrix, i) => scaled(matrix, weights[i]!)).reduce(add);

/** Largest column sum of absolute values. */
function norm1(a: Matrix, size: number): number {
  let most = 0;
  for (let j = 0; j < size; j++) {
    let column = 0;
    for (let i = 0; i < size; i++) column += Math.abs(a[i * size + j]!);
    most = Math.max(most, column);
  }
  return most;
}
