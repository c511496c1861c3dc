/**
 * The climate kernel in AssemblyScript, a subset of TypeScript that compiles to WebAssembly: `npm run climate:wasm`.
 *
 * It repeats ../src/climate/kernel-typescript.ts and maths.ts operation by operation, on two members at a time, and gives the same
 * bits; equations and reasons stand there. Sixteen members go through the years together, and each piece of the model is a short loop
 * over them: the processor then works on several at once, where the chain of a single member (lifetime, boxes, forcing, warming)
 * would keep it waiting.
 */
import * as at from '../src/climate/kernel-constants';

/** Members that go together: few enough that all their numbers stay in the nearest cache. Bytes of one place of a row for all of them. */
const CHUNK: i32 = 16;
const FIELD: i32 = 8 * CHUNK;
const VECTOR: i32 = 16;

// Scratch: what one piece leaves for the next.
const RATE: i32 = 0;
const SCALED: i32 = 1;
const METHANE_CHANGE: i32 = 2;
const GASES: i32 = 3;
const GIVEN: i32 = 4;

// Constants stand in memory: one load that fills both lanes is cheaper than making them anew in every loop.
const ZERO: usize = memory.data<f64>([0]);
const HALF: usize = memory.data<f64>([0.5]);
const ONE: usize = memory.data<f64>([1]);
const TWO: usize = memory.data<f64>([2]);
const LOG2_E_NEGATIVE: usize = memory.data<f64>([-at.LOG2_E]);
const ARGUMENT_LIMIT_NEGATIVE: usize = memory.data<f64>([-at.ARGUMENT_LIMIT]);
/** 2⁵², and 2⁵² + 1023: they turn the bits of an exponent into a number. */
const EXPONENT_BITS: usize = memory.data<f64>([4.503599627370496e15]);
const EXPONENT_BIAS: usize = memory.data<f64>([4.503599627371519e15]);
const LOG2_E: usize = memory.data<f64>([at.LOG2_E]);
const LN2_HIGH: usize = memory.data<f64>([at.LN2_HIGH]);
const LN2_LOW: usize = memory.data<f64>([at.LN2_LOW]);
const ROUNDER: usize = memory.data<f64>([at.ROUNDER]);
const ARGUMENT_LIMIT: usize = memory.data<f64>([at.ARGUMENT_LIMIT]);
const NEAR: usize = memory.data<f64>([at.NEAR]);
const TINY: usize = memory.data<f64>([at.TINY]);
const SIXTH: usize = memory.data<f64>([at.SIXTH]);
const TWENTYFOURTH: usize = memory.data<f64>([at.TWENTYFOURTH]);
const E2: usize = memory.data<f64>([at.E2]);
const E3: usize = memory.data<f64>([at.E3]);
const E4: usize = memory.data<f64>([at.E4]);
const E5: usize = memory.data<f64>([at.E5]);
const E6: usize = memory.data<f64>([at.E6]);
const E7: usize = memory.data<f64>([at.E7]);
const E8: usize = memory.data<f64>([at.E8]);
const E9: usize = memory.data<f64>([at.E9]);
const E10: usize = memory.data<f64>([at.E10]);
const E11: usize = memory.data<f64>([at.E11]);
const L1: usize = memory.data<f64>([at.L1]);
const L2: usize = memory.data<f64>([at.L2]);
const L3: usize = memory.data<f64>([at.L3]);
const L4: usize = memory.data<f64>([at.L4]);
const L5: usize = memory.data<f64>([at.L5]);
const L6: usize = memory.data<f64>([at.L6]);
const L7: usize = memory.data<f64>([at.L7]);
const LOG_FROM: usize = memory.data<f64>([at.LOG_FROM]);
const LOG_BELOW: usize = memory.data<f64>([at.LOG_BELOW]);
const IIRF_LIMIT: usize = memory.data<f64>([at.IIRF_LIMIT]);
const CO2_REFERENCE: usize = memory.data<f64>([at.CO2_REFERENCE]);
const CO2_REFERENCE_INVERSE: usize = memory.data<f64>([at.CO2_REFERENCE_INVERSE]);
const CO2_SPAN: usize = memory.data<f64>([at.CO2_SPAN]);
const ROOT_CH4_REFERENCE: usize = memory.data<f64>([at.ROOT_CH4_REFERENCE]);
const A1: usize = memory.data<f64>([at.A1]);
const B1: usize = memory.data<f64>([at.B1]);
const C1: usize = memory.data<f64>([at.C1]);
const D1: usize = memory.data<f64>([at.D1]);
const A2: usize = memory.data<f64>([at.A2]);
const B2: usize = memory.data<f64>([at.B2]);
const C2: usize = memory.data<f64>([at.C2]);
const D2: usize = memory.data<f64>([at.D2]);
const A3: usize = memory.data<f64>([at.A3]);
const B3: usize = memory.data<f64>([at.B3]);
const D3: usize = memory.data<f64>([at.D3]);

// prettier-ignore
// @ts-ignore: decorator
@inline
function add(a: v128, b: v128): v128 { return f64x2.add(a, b); }
// @ts-ignore: decorator
@inline
function sub(a: v128, b: v128): v128 { return f64x2.sub(a, b); }
// @ts-ignore: decorator
@inline
function mul(a: v128, b: v128): v128 { return f64x2.mul(a, b); }
// @ts-ignore: decorator
@inline
function div(a: v128, b: v128): v128 { return f64x2.div(a, b); }

/** A constant, in both lanes. */
// @ts-ignore: decorator
@inline
function c(place: usize): v128 { return v128.load64_splat(place); }

/** A place of a row that all members share, in both lanes. */
// @ts-ignore: decorator
@inline
function same(row: usize, place: i32): v128 { return v128.load64_splat(row + <usize>(8 * place)); }

/** A place of the rows of a chunk, for the two members at `i`. */
// @ts-ignore: decorator
@inline
function get(rows: usize, place: i32, i: i32): v128 { return v128.load(rows + <usize>i + <usize>(FIELD * place)); }
// @ts-ignore: decorator
@inline
function set(rows: usize, place: i32, i: i32, value: v128): void { v128.store(rows + <usize>i + <usize>(FIELD * place), value); }

// @ts-ignore: decorator
@inline
function expm1Reduced(r: v128): v128 {
  const r2 = mul(r, r);
  const r4 = mul(r2, r2);
  const low = add(add(c(E2), mul(r, c(E3))), mul(add(c(E4), mul(r, c(E5))), r2));
  const middle = add(add(c(E6), mul(r, c(E7))), mul(add(c(E8), mul(r, c(E9))), r2));
  const high = add(c(E10), mul(r, c(E11)));
  return add(r, mul(r2, add(add(low, mul(middle, r4)), mul(high, mul(r4, r4)))));
}

/** 2^k, from what rounding k left in the low bits. */
// @ts-ignore: decorator
@inline
function powerOfTwo(rounded: v128): v128 {
  return i64x2.shl(i64x2.add(rounded, i64x2.splat(1023)), 52);
}

// @ts-ignore: decorator
@inline
function exp(x: v128): v128 {
  const held = f64x2.pmax(f64x2.pmin(x, c(ARGUMENT_LIMIT)), c(ARGUMENT_LIMIT_NEGATIVE));
  const rounded = add(mul(held, c(LOG2_E)), c(ROUNDER));
  const power = sub(rounded, c(ROUNDER));
  const r = sub(sub(held, mul(power, c(LN2_HIGH))), mul(power, c(LN2_LOW)));
  return mul(powerOfTwo(rounded), add(c(ONE), expm1Reduced(r)));
}

/** Where no lane is far from 0, nothing is split off; the general way would give the same bits. */
// @ts-ignore: decorator
@inline
function oneMinusExp(delta: v128): v128 {
  if (!v128.any_true(f64x2.gt(delta, c(NEAR)))) return sub(c(ZERO), expm1Reduced(sub(c(ZERO), delta)));
  return oneMinusExpFar(delta);
}

// @ts-ignore: decorator
@inline
function oneMinusExpFar(delta: v128): v128 {
  const held = f64x2.pmin(delta, c(ARGUMENT_LIMIT));
  const rounded = add(mul(held, c(LOG2_E_NEGATIVE)), c(ROUNDER));
  const power = sub(rounded, c(ROUNDER));
  const r = sub(sub(sub(c(ZERO), held), mul(power, c(LN2_HIGH))), mul(power, c(LN2_LOW)));
  const factor = powerOfTwo(rounded);
  return sub(sub(c(ONE), factor), mul(factor, expm1Reduced(r)));
}

// @ts-ignore: decorator
@inline
function oneMinusExpTiny(delta: v128): v128 {
  const inner = sub(c(HALF), mul(delta, sub(c(SIXTH), mul(delta, c(TWENTYFOURTH)))));
  const tiny = mul(delta, sub(c(ONE), mul(delta, inner)));
  const larger = f64x2.ge(delta, c(TINY));
  if (!v128.any_true(larger)) return tiny;
  return v128.bitselect(oneMinusExp(delta), tiny, larger);
}

const ONE_MINUS_ROOT_HALF: i64 = (0x3ff00000 - 0x3fe6a09e) << 32;
const ROOT_HALF: i64 = 0x3fe6a09e << 32;

// @ts-ignore: decorator
@inline
function log(x: v128): v128 {
  const shifted = i64x2.add(x, i64x2.splat(ONE_MINUS_ROOT_HALF));
  const exponent = sub(v128.or(i64x2.shr_u(shifted, 52), c(EXPONENT_BITS)), c(EXPONENT_BIAS));
  const mantissa = i64x2.add(v128.and(shifted, i64x2.splat(0x000fffffffffffff)), i64x2.splat(ROOT_HALF));
  const f = sub(mantissa, c(ONE));
  const s = div(f, add(c(TWO), f));
  const z = mul(s, s);
  const z2 = mul(z, z);
  const low = add(add(c(L1), mul(z, c(L2))), mul(add(c(L3), mul(z, c(L4))), z2));
  const high = add(add(c(L5), mul(z, c(L6))), mul(c(L7), z2));
  const series = mul(z, add(low, mul(high, mul(z2, z2))));
  const small = sub(sub(mul(s, sub(f, series)), mul(exponent, c(LN2_LOW))), f);
  const inside = v128.and(f64x2.ge(x, c(LOG_FROM)), f64x2.lt(x, c(LOG_BELOW)));
  // All bits set is one of the ways to write NaN.
  return v128.or(sub(mul(exponent, c(LN2_HIGH)), small), v128.not(inside));
}

/** 1/α of CO2 from the state at the beginning of the year, and this year's emissions times α. */
function lifetimes(shared: usize, m: usize, s: usize, x: usize, t: usize): void {
  for (let i = 0; i < FIELD; i += VECTOR) {
    const airborne = add(add(get(x, at.BOX, i), get(x, at.BOX + 1, i)), add(get(x, at.BOX + 2, i), get(x, at.BOX + 3, i)));
    const uptake = sub(same(s, at.CO2_CUMULATIVE), airborne);
    const feedback = add(mul(get(m, at.IIRF + 2, i), get(x, at.LAYER, i)), mul(get(m, at.IIRF + 3, i), airborne));
    const sum = add(add(get(m, at.IIRF, i), mul(get(m, at.IIRF + 1, i), uptake)), feedback);
    const iirf = f64x2.pmin(sum, c(IIRF_LIMIT));
    const rate = mul(exp(mul(iirf, same(shared, at.G1_INVERSE_NEGATIVE))), same(shared, at.G0_INVERSE));
    set(t, RATE, i, rate);
    set(t, SCALED, i, div(same(s, at.CO2_EMITTED), rate));
  }
}

// @ts-ignore: decorator
@inline
function fill(shared: usize, x: usize, t: usize, i: i32, b: i32, share: v128): void {
  const box = get(x, at.BOX + b, i);
  const target = mul(get(t, SCALED, i), same(shared, at.BOX_GAIN + b));
  set(x, at.BOX + b, i, add(box, mul(share, sub(target, box))));
}

/** The carbon boxes to the end of the year. */
function boxes(shared: usize, x: usize, t: usize): void {
  for (let i = 0; i < FIELD; i += VECTOR) {
    fill(shared, x, t, i, 0, oneMinusExpTiny(mul(get(t, RATE, i), same(shared, at.BOX_RATE))));
  }
  for (let b = 1; b < 4; b++) {
    for (let i = 0; i < FIELD; i += VECTOR) {
      fill(shared, x, t, i, b, oneMinusExp(mul(get(t, RATE, i), same(shared, at.BOX_RATE + b))));
    }
  }
}

/** Methane to the end of the year. */
function methane(shared: usize, s: usize, x: usize, t: usize): void {
  for (let i = 0; i < FIELD; i += VECTOR) {
    const mass = get(x, at.METHANE, i);
    const before = mul(mass, same(shared, at.CH4_PER_MASS));
    const burden = add(c(ONE), mul(before, same(shared, at.CH4_SENSITIVITY)));
    const warmth = add(c(ONE), mul(get(x, at.LAYER, i), same(shared, at.CH4_TEMPERATURE)));
    const product = mul(mul(same(s, at.CH4_CHEMISTRY), burden), warmth);
    const alpha = v128.or(product, f64x2.le(product, c(ZERO)));
    const share = oneMinusExp(div(same(shared, at.CH4_RATE), alpha));
    const target = mul(same(s, at.CH4_EMITTED), mul(alpha, same(shared, at.CH4_LIFETIME)));
    const after = add(mass, mul(share, sub(target, mass)));
    set(x, at.METHANE, i, after);
    set(t, METHANE_CHANGE, i, mul(after, same(shared, at.CH4_PER_MASS)));
  }
}

// @ts-ignore: decorator
@inline
function co2Forcing(co2: v128, rootN2o: v128): v128 {
  const x = f64x2.pmin(f64x2.pmax(sub(co2, c(CO2_REFERENCE)), c(ZERO)), c(CO2_SPAN));
  const strength = add(add(c(D1), mul(add(mul(c(A1), x), c(B1)), x)), mul(c(C1), rootN2o));
  return mul(strength, log(mul(co2, c(CO2_REFERENCE_INVERSE))));
}

/** Forcing of CO2, CH4 and N2O, and what follows from methane and warmth. */
function gases(shared: usize, m: usize, s: usize, x: usize, t: usize): void {
  const rootN2o = same(s, at.ROOT_N2O);
  for (let i = 0; i < FIELD; i += VECTOR) {
    const mass = add(add(get(x, at.BOX, i), get(x, at.BOX + 1, i)), add(get(x, at.BOX + 2, i), get(x, at.BOX + 3, i)));
    const co2 = add(get(m, at.CO2_BASELINE, i), mul(mass, same(shared, at.CO2_PER_MASS)));
    const change = get(t, METHANE_CHANGE, i);
    const rootCo2 = f64x2.sqrt(co2);
    const rootCh4 = f64x2.sqrt(add(same(shared, at.CH4_BASELINE), change));
    const ch4Strength = add(add(mul(c(A3), rootCh4), mul(c(B3), rootN2o)), c(D3));
    const ch4 = mul(ch4Strength, sub(rootCh4, c(ROOT_CH4_REFERENCE)));
    const n2oStrength = add(add(mul(c(A2), rootCo2), mul(c(B2), rootN2o)), add(mul(c(C2), rootCh4), c(D2)));
    const n2o = mul(n2oStrength, same(s, at.ROOT_N2O_CHANGE));
    const two = add(mul(get(m, at.SCALE_CO2, i), co2Forcing(co2, rootN2o)), mul(get(m, at.SCALE_CH4, i), ch4));
    const three = add(two, mul(get(m, at.SCALE_N2O, i), n2o));
    const ozone = mul(same(shared, at.OZONE_TEMPERATURE), get(x, at.LAYER, i));
    set(t, GASES, i, add(three, add(mul(get(m, at.PER_METHANE, i), change), ozone)));
  }
}

// @ts-ignore: decorator
@inline
function term(m: usize, s: usize, i: i32, j: i32): v128 {
  return mul(get(m, at.PER_LINEAR + j, i), same(s, at.LINEAR + j));
}

/** Forcing that is linear in figures of the scenario. */
function linear(m: usize, s: usize, t: usize): void {
  for (let i = 0; i < FIELD; i += VECTOR) {
    let even = add(term(m, s, i, 0), term(m, s, i, 2));
    let odd = add(term(m, s, i, 1), term(m, s, i, 3));
    even = add(even, term(m, s, i, 4));
    odd = add(odd, term(m, s, i, 5));
    even = add(even, term(m, s, i, 6));
    odd = add(odd, term(m, s, i, 7));
    even = add(even, term(m, s, i, 8));
    odd = add(odd, term(m, s, i, 9));
    even = add(even, term(m, s, i, 10));
    odd = add(odd, term(m, s, i, 11));
    even = add(even, term(m, s, i, 12));
    set(t, GIVEN, i, add(even, odd));
  }
}

/** Aerosol-cloud interactions, added to the linear forcing. */
function clouds(m: usize, s: usize, t: usize): void {
  for (let i = 0; i < FIELD; i += VECTOR) {
    const black = mul(get(m, at.CLOUD_SENSITIVITY + 1, i), same(s, at.BLACK_CARBON));
    const organic = mul(get(m, at.CLOUD_SENSITIVITY + 2, i), same(s, at.ORGANIC_CARBON));
    const sulfur = mul(get(m, at.CLOUD_SENSITIVITY, i), same(s, at.SULFUR));
    const argument = add(c(ONE), add(sulfur, add(black, organic)));
    const cloud = mul(get(m, at.CLOUD_SCALE, i), sub(log(argument), get(m, at.CLOUD_BASELINE, i)));
    set(t, GIVEN, i, add(get(t, GIVEN, i), cloud));
  }
}

// @ts-ignore: decorator
@inline
function layer(m: usize, i: i32, row: i32, x0: v128, x1: v128, x2: v128, x3: v128, forcing: v128): v128 {
  const a = at.EBM + 1 + 4 * row;
  const upper = add(mul(get(m, a, i), x0), mul(get(m, a + 1, i), x1));
  const lower = add(mul(get(m, a + 2, i), x2), mul(get(m, a + 3, i), x3));
  return add(add(upper, lower), mul(get(m, at.EBM + 14 + row, i), forcing));
}

/** The energy balance to the end of the year; the surface temperature goes to `out`. */
function balance(m: usize, x: usize, t: usize, out: usize): void {
  for (let i = 0; i < FIELD; i += VECTOR) {
    const forcing = sub(add(get(t, GASES, i), get(t, GIVEN, i)), get(m, at.FORCING_OFFSET, i));
    const x0 = get(x, at.LAGGED, i);
    const x1 = get(x, at.LAYER, i);
    const x2 = get(x, at.LAYER + 1, i);
    const x3 = get(x, at.LAYER + 2, i);
    const surface = layer(m, i, 0, x0, x1, x2, x3, forcing);
    set(x, at.LAGGED, i, add(mul(get(m, at.EBM, i), x0), mul(get(m, at.EBM + 13, i), forcing)));
    set(x, at.LAYER, i, surface);
    set(x, at.LAYER + 1, i, layer(m, i, 1, x0, x1, x2, x3, forcing));
    set(x, at.LAYER + 2, i, layer(m, i, 2, x0, x1, x2, x3, forcing));
    set(out, 0, i, surface);
  }
}

/**
 * Step chunks of sixteen members through the years. All arguments after `years` are addresses. Members, states and surface are rows of
 * chunks, [chunk × place × 16] (a place of the surface is a year); scratch has five places.
 */
export function run(chunks: i32, years: i32, shared: usize, members: usize, rows: usize, states: usize, scratch: usize, surface: usize): void {
  for (let chunk = 0; chunk < chunks; chunk++) {
    const m = members + <usize>(chunk * FIELD * at.MEMBER_SIZE);
    const x = states + <usize>(chunk * FIELD * at.STATE_SIZE);
    for (let year = 0; year < years; year++) {
      const s = rows + <usize>(year * 8 * at.ROW_SIZE);
      linear(m, s, scratch);
      clouds(m, s, scratch);
      lifetimes(shared, m, s, x, scratch);
      boxes(shared, x, scratch);
      methane(shared, s, x, scratch);
      gases(shared, m, s, x, scratch);
      balance(m, x, scratch, surface + <usize>((chunk * years + year) * FIELD));
    }
  }
}
