/**
 * Loops over the years of flat arrays, where the fast evaluator spends its time. Each is the plain loop its comment says,
 * written four years at a time, which engines run about twice as fast. `o`, `i`, `j`, `k` are offsets of the year series.
 */

/** out[o + y] = a[i + y] · b[j + y] for y in from…to. */
export function multiply(
  out: Float64Array,
  o: number,
  a: Float64Array,
  i: number,
  b: Float64Array,
  j: number,
  from: number,
  to: number,
): void {
  let y = from;
  for (; y + 3 < to; y += 4) {
    out[o + y] = a[i + y]! * b[j + y]!;
    out[o + y + 1] = a[i + y + 1]! * b[j + y + 1]!;
    out[o + y + 2] = a[i + y + 2]! * b[j + y + 2]!;
    out[o + y + 3] = a[i + y + 3]! * b[j + y + 3]!;
  }
  for (; y < to; y++) out[o + y] = a[i + y]! * b[j + y]!;
}

/** out[o + y] += a[i + y] · b[j + y] for y in from…to. */
export function addProduct(
  out: Float64Array,
  o: number,
  a: Float64Array,
  i: number,
  b: Float64Array,
  j: number,
  from: number,
  to: number,
): void {
  let y = from;
  for (; y + 3 < to; y += 4) {
    out[o + y]! += a[i + y]! * b[j + y]!;
    out[o + y + 1]! += a[i + y + 1]! * b[j + y + 1]!;
    out[o + y + 2]! += a[i + y + 2]! * b[j + y + 2]!;
    out[o + y + 3]! += a[i + y + 3]! * b[j + y + 3]!;
  }
  for (; y < to; y++) out[o + y]! += a[i + y]! * b[j + y]!;
}

/** out[y] += a[i + y] · b[j + y] · c[k + y] for y in from…to. */
export function addProductOfThree(
  out: Float64Array,
  a: Float64Array,
  i: number,
  b: Float64Array,
  j: number,
  c: Float64Array,
  k: number,
  from: number,
  to: number,
): void {
  let y = from;
  for (; y + 3 < to; y += 4) {
    out[y]! += a[i + y]! * b[j + y]! * c[k + y]!;
    out[y + 1]! += a[i + y + 1]! * b[j + y + 1]! * c[k + y + 1]!;
    out[y + 2]! += a[i + y + 2]! * b[j + y + 2]! * c[k + y + 2]!;
    out[y + 3]! += a[i + y + 3]! * b[j + y + 3]! * c[k + y + 3]!;
  }
  for (; y < to; y++) out[y]! += a[i + y]! * b[j + y]! * c[k + y]!;
}

/** out[y] += a[i + y] · (b[j + y] − 1) for y in from…to. */
export function addChange(
  out: Float64Array,
  a: Float64Array,
  i: number,
  b: Float64Array,
  j: number,
  from: number,
  to: number,
): void {
  let y = from;
  for (; y + 3 < to; y += 4) {
    out[y]! += a[i + y]! * (b[j + y]! - 1);
    out[y + 1]! += a[i + y + 1]! * (b[j + y + 1]! - 1);
    out[y + 2]! += a[i + y + 2]! * (b[j + y + 2]! - 1);
    out[y + 3]! += a[i + y + 3]! * (b[j + y + 3]! - 1);
  }
  for (; y < to; y++) out[y]! += a[i + y]! * (b[j + y]! - 1);
}

/** out[o + y] += scale · a[i + y] for y in from…to. */
export function addScaled(
  out: Float64Array,
  o: number,
  scale: number,
  a: Float64Array,
  i: number,
  from: number,
  to: number,
): void {
  let y = from;
  for (; y + 3 < to; y += 4) {
    out[o + y]! += scale * a[i + y]!;
    out[o + y + 1]! += scale * a[i + y + 1]!;
    out[o + y + 2]! += scale * a[i + y + 2]!;
    out[o + y + 3]! += scale * a[i + y + 3]!;
  }
  for (; y < to; y++) out[o + y]! += scale * a[i + y]!;
}

/** out[y] += scale · (b[j + y] − 1) for y in from…to. */
export function addScaledChange(
  out: Float64Array,
  scale: number,
  b: Float64Array,
  j: number,
  from: number,
  to: number,
): void {
  let y = from;
  for (; y + 3 < to; y += 4) {
    out[y]! += scale * (b[j + y]! - 1);
    out[y + 1]! += scale * (b[j + y + 1]! - 1);
    out[y + 2]! += scale * (b[j + y + 2]! - 1);
    out[y + 3]! += scale * (b[j + y + 3]! - 1);
  }
  for (; y < to; y++) out[y]! += scale * (b[j + y]! - 1);
}

/** out[y] += scale · a[i + y] · b[j + y] for y in from…to. */
export function addScaledProduct(
  out: Float64Array,
  scale: number,
  a: Float64Array,
  i: number,
  b: Float64Array,
  j: number,
  from: number,
  to: number,
): void {
  let y = from;
  for (; y + 3 < to; y += 4) {
    out[y]! += scale * a[i + y]! * b[j + y]!;
    out[y + 1]! += scale * a[i + y + 1]! * b[j + y + 1]!;
    out[y + 2]! += scale * a[i + y + 2]! * b[j + y + 2]!;
    out[y + 3]! += scale * a[i + y + 3]! * b[j + y + 3]!;
  }
  for (; y < to; y++) out[y]! += scale * a[i + y]! * b[j + y]!;
}
