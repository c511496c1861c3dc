/**
 * exp and log as fixed sequences of IEEE 754 operations. `Math.exp` and `Math.log` may differ in the last bit from one engine to the
 * next; these do not, and the WebAssembly kernel repeats them operation by operation. Accuracy: within 1 unit in the last place.
 */

const LOG2_E = 1.4426950408889634;
/** ln 2 in two parts: the first has trailing zeros, so that its product with an exponent is exact. */
const LN2_HIGH = 6.93147180369123816e-1;
const LN2_LOW = 1.9082149292705877e-10;
/** 1.5 · 2⁵²: added and taken away, it rounds to the nearest integer. */
const ROUNDER = 6755399441055744;
/** Beyond ±700 arguments are held: e^±700 is as good as 0 and ∞ here, and the power of two stays within range. */
const ARGUMENT_LIMIT = 700;

const SMALLEST_EXPONENT = -1022;
/** 2^−1022 … 2^1023, made by doubling: exact. */
const powersOfTwo = /* @__PURE__ */ doublings(2 ** SMALLEST_EXPONENT, 2046);

function doublings(first: number, count: number): Float64Array {
  const values = new Float64Array(count);
  for (let i = 0, value = first; i < count; i++, value *= 2) values[i] = value;
  return values;
}

/** e^r − 1 for |r| ≤ ½ ln 2: the Taylor series to r¹³, whose remainder is below 2⁻⁵⁶ of the result. Summed in pairs (Estrin). */
function expm1Reduced(r: number): number {
  const r2 = r * r;
  const r4 = r2 * r2;
  const r8 = r4 * r4;
  const low = 0.5 + r * (1 / 6) + (1 / 24 + r * (1 / 120)) * r2;
  const middle = 1 / 720 + r * (1 / 5040) + (1 / 40320 + r * (1 / 362880)) * r2;
  const high = 1 / 3628800 + r * (1 / 39916800) + (1 / 479001600 + r * (1 / 6227020800)) * r2;
  return r + r2 * (low + middle * r4 + high * r8);
}

/** e^x. Arguments beyond ±700 give e^±700; NaN gives NaN. */
export function exp(x: number): number {
  const below = x > ARGUMENT_LIMIT ? ARGUMENT_LIMIT : x;
  const held = below < -ARGUMENT_LIMIT ? -ARGUMENT_LIMIT : below;
  const k = held * LOG2_E + ROUNDER - ROUNDER;
  const r = held - k * LN2_HIGH - k * LN2_LOW;
  return powersOfTwo[(k | 0) - SMALLEST_EXPONENT]! * (1 + expm1Reduced(r));
}

/**
 * 1 − e^−δ for δ ≥ 0, to full precision for small δ too. FaIR's own `1 − exp(−δ)` loses seven digits for the carbon box that never
 * empties (τ = 10⁹ years, δ ≈ 10⁻⁹).
 */
export function oneMinusExp(delta: number): number {
  const held = delta > ARGUMENT_LIMIT ? ARGUMENT_LIMIT : delta;
  const k = held * -LOG2_E + ROUNDER - ROUNDER;
  const r = 0 - held - k * LN2_HIGH - k * LN2_LOW;
  const power = powersOfTwo[(k | 0) - SMALLEST_EXPONENT]!;
  return 1 - power - power * expm1Reduced(r);
}

/** Where logarithms are taken: normal numbers with a power of two in the table. */
const LOG_FROM = 2 ** SMALLEST_EXPONENT;
const LOG_BELOW = 2 ** 1023;
const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);
const HIGH_WORD = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;
/** High words of 1 and of √½: mantissas are brought to [√½, √2). */
const ONE = 0x3ff00000;
const ROOT_HALF = 0x3fe6a09e;

/**
 * ln x for 2⁻¹⁰²² ≤ x < 2¹⁰²³; NaN for anything else, zero and infinity included: a concentration that makes no sense must be seen.
 *
 * x = 2^k m; with f = m − 1, s = f/(2 + f), z = s²: ln m = f − s (f − R), R = 2 (z/3 + z²/5 + …), cut after z¹¹ (below 2⁻⁵⁶).
 */
export function log(x: number): number {
  if (!(x >= LOG_FROM && x < LOG_BELOW)) return NaN;
  number[0] = x;
  const k = ((words[HIGH_WORD]! + (ONE - ROOT_HALF)) >>> 20) - 1023;
  const f = x * powersOfTwo[-k - SMALLEST_EXPONENT]! - 1;
  const s = f / (2 + f);
  const z = s * s;
  const z2 = z * z;
  const z4 = z2 * z2;
  const low = 2 / 3 + z * (2 / 5) + (2 / 7 + z * (2 / 9)) * z2;
  const middle = 2 / 11 + z * (2 / 13) + (2 / 15 + z * (2 / 17)) * z2;
  const high = 2 / 19 + z * (2 / 21) + (2 / 23) * z2;
  const series = z * (low + middle * z4 + high * (z4 * z4));
  return k * LN2_HIGH - (s * (f - series) - k * LN2_LOW - f);
}
