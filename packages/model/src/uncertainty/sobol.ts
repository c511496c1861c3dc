/** Seeded quasi-random numbers: a scrambled Sobol sequence, column by column. Method: docs/methods/uncertainty.md. */
import { DomainError } from '../errors.ts';
import { SOBOL_DIRECTIONS } from './sobol-directions.ts';

/** Dimensions that have direction numbers. Later ones are stratified at random (Latin hypercube), each on its own. */
export const SOBOL_DIMENSIONS = 256;

const BITS = 32;

/**
 * Direction numbers of a dimension, v_1 … v_32, as 32-bit integers: v_k = m_k · 2^(32−k).
 *
 * m_k follows from the s before it by the primitive polynomial x^s + a_1 x^(s−1) + … + 1:
 * m_k = 2 a_1 m_{k−1} ⊕ … ⊕ 2^(s−1) a_{s−1} m_{k−s+1} ⊕ 2^s m_{k−s} ⊕ m_{k−s}. The first dimension is all ones.
 */
export function directionNumbers(dimension: number): Uint32Array {
  const v = new Uint32Array(BITS);
  if (dimension === 0) return v.map((_, k) => 2 ** (BITS - 1 - k));
  const row = SOBOL_DIRECTIONS.split(',')[dimension - 1];
  if (row === undefined) throw new DomainError('out-of-range', `no direction numbers for dimension ${dimension}`);
  const [polynomial, ...initial] = row.split(' ').map((digits) => Number.parseInt(digits, 36));
  const degree = initial.length;
  for (let k = 0; k < BITS; k++) {
    if (k < degree) {
      v[k] = initial[k]! * 2 ** (BITS - 1 - k);
      continue;
    }
    let value = v[k - degree]! ^ (v[k - degree]! >>> degree);
    for (let i = 1; i < degree; i++) if ((polynomial! >> (degree - i)) & 1) value ^= v[k - i]!;
    v[k] = value;
  }
  return v;
}

/**
 * Numbers 1 … `count` of one dimension of the sequence, each strictly between 0 and 1.
 *
 * The points are Owen-scrambled by a hash of seed and dimension (Laine & Karras 2011, with the constants of Burley 2020 by
 * Vegdahl), which keeps the even cover of the Sobol sequence and makes each number uniform. The same seed gives the same
 * bits everywhere: only 32-bit integer arithmetic is used.
 *
 * @param dimension from 0
 */
export function sobolColumn(dimension: number, count: number, seed: number): Float64Array {
  const own = mix(mix(seed | 0) ^ (dimension + 1));
  if (dimension >= SOBOL_DIMENSIONS) return stratified(count, own);
  const column = new Float64Array(count);
  const v = directionNumbers(dimension).map(reverseBits);
  // Gray code order: from one point to the next, one direction number changes. Bits are kept reversed, as scrambling needs.
  let x = 0;
  for (let n = 0; n < count; n++) {
    if (n > 0) x ^= v[trailingZeros(n)]!;
    column[n] = (reverseBits(scrambleReversed(x, own)) + 0.5) / 2 ** BITS;
  }
  return column;
}

/** Unscrambled point `n` of a dimension as 32 bits, for checking against published sequences. */
export function sobolInteger(dimension: number, n: number): number {
  const v = directionNumbers(dimension);
  const gray = n ^ (n >>> 1);
  return v.reduce((x, direction, k) => ((gray >>> k) & 1 ? (x ^ direction) >>> 0 : x), 0);
}

/** One number in each of `count` equal strata, in seeded random order. */
function stratified(count: number, seed: number): Float64Array {
  const column = new Float64Array(count);
  let state = seed;
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    return (mix(state) >>> 0) / 2 ** BITS;
  };
  for (let n = 0; n < count; n++) column[n] = (n + next() * 0.999_999 + 5e-7) / count;
  for (let n = count - 1; n > 0; n--) {
    const other = Math.floor(next() * (n + 1));
    [column[n], column[other]] = [column[other]!, column[n]!];
  }
  return column;
}

/** Owen scrambling of a number whose bits are reversed: each bit is flipped by a hash of the bits above it and the seed. */
function scrambleReversed(bits: number, seed: number): number {
  let x = bits;
  x ^= Math.imul(x, 0x3d20adea);
  x = (x + seed) | 0;
  x = Math.imul(x, (seed >>> 16) | 1);
  x ^= Math.imul(x, 0x05526c56);
  x ^= Math.imul(x, 0x53a22864);
  return x;
}

function reverseBits(bits: number): number {
  let x = bits;
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return ((x >>> 16) | (x << 16)) >>> 0;
}

function trailingZeros(n: number): number {
  return 31 - Math.clz32(n & -n);
}

/** Mix 32 bits well (the finaliser of MurmurHash3). */
function mix(bits: number): number {
  let x = bits;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
