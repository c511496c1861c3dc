/** e^x with 90 decimal digits in whole-number arithmetic: an outsider to judge floating-point functions by. */

const BITS = 300n;
const ONE = 1n << BITS;

/** A float64 as a fixed-point number with 300 binary places; exact for |x| ≥ 2⁻²⁴⁰ or so. */
export function fixed(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const exponent = (bits >> 52n) & 0x7ffn;
  const mantissa = (bits & 0xfffffffffffffn) | (exponent === 0n ? 0n : 1n << 52n);
  const shift = (exponent === 0n ? 1n : exponent) - 1075n + BITS;
  const magnitude = shift >= 0n ? mantissa << shift : mantissa >> -shift;
  return x < 0 ? -magnitude : magnitude;
}

/** e^x of a fixed-point number, |x| ≤ 100: halved until small, summed by Taylor, squared back. */
export function exactExp(x: bigint): bigint {
  const halvings = 16n;
  const small = x >> halvings;
  let term = ONE;
  let sum = ONE;
  for (let n = 1n; n < 60n; n++) {
    term = (term * small) / (n * ONE);
    sum += term;
  }
  for (let i = 0n; i < halvings; i++) sum = (sum * sum) >> BITS;
  return sum;
}

/** By how many units in the last place of `value` it differs from a fixed-point number. */
export function ulpsFrom(value: number, exact: bigint): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(value));
  view.setBigUint64(0, view.getBigUint64(0) + 1n);
  const unit = fixed(view.getFloat64(0)) - fixed(Math.abs(value));
  const difference = fixed(value) - exact;
  const magnitude = difference < 0n ? -difference : difference;
  return Number((magnitude * 1000n) / unit) / 1000;
}

export const exactOne = ONE;
