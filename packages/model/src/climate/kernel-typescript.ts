/** The kernel in TypeScript, a piece of the model at a time: the oracle for the faster one, and the fallback. */
import { ch4Forcing, co2Forcing, n2oForcing } from './forcing.ts';
import * as at from './kernel-constants.ts';
import type { Kernel } from './kernel.ts';
import { exp, log, oneMinusExp, oneMinusExpTiny } from './maths.ts';

/** Members that are stepped together. Rows of the sizes in kernel-constants.ts, one after another. */
export interface Ensemble {
  readonly shared: Float64Array;
  /** Coefficients, [member × MEMBER_SIZE]. */
  readonly members: Float64Array;
  /** [member × STATE_SIZE]; changed in place. */
  readonly states: Float64Array;
  /** What one piece leaves for the next, and for whoever explains a step: [member × SCRATCH_SIZE]. */
  readonly scratch: Float64Array;
}

/** Places of scratch: 1/α of CO2; α of CH4; CH4 above baseline, ppb; forcing of gases; given forcing; their sum, W/m². */
export const CO2_RATE = 0;
export const CH4_ALPHA = 1;
export const METHANE_CHANGE = 2;
export const GASES = 3;
export const GIVEN = 4;
export const FORCING = 5;
export const SCRATCH_SIZE = 6;

/**
 * Step all members through the year whose row begins at `s`: carbon cycle, methane, forcing, energy balance
 * (docs/methods/climate.md). The order of operations is part of the result: the WebAssembly kernel has the same.
 */
export function stepYear(ensemble: Ensemble, rows: Float64Array, s: number): void {
  stepLifetimes(ensemble, rows, s);
  stepBoxes(ensemble, rows, s);
  stepMethane(ensemble, rows, s);
  stepGases(ensemble, rows, s);
  stepGiven(ensemble, rows, s);
  stepEnergyBalance(ensemble);
}

/** Gt CO2 above the baseline in all boxes. */
export function massOf(states: Float64Array, x: number): number {
  return states[x]! + states[x + 1]! + (states[x + 2]! + states[x + 3]!);
}

/** 1/α of CO2, from the state at the beginning of the year. */
function stepLifetimes({ shared, members, states, scratch }: Ensemble, rows: Float64Array, s: number): void {
  const toRate = shared[at.G1_INVERSE_NEGATIVE]!;
  const cumulative = rows[s + at.CO2_CUMULATIVE]!;
  for (let m = 0, x = 0, t = 0; m < members.length; m += at.MEMBER_SIZE, x += at.STATE_SIZE, t += SCRATCH_SIZE) {
    const airborne = massOf(states, x);
    const feedback = members[m + at.IIRF + 2]! * states[x + at.LAYER]! + members[m + at.IIRF + 3]! * airborne;
    const sum = members[m + at.IIRF]! + members[m + at.IIRF + 1]! * (cumulative - airborne) + feedback;
    const iirf = sum > at.IIRF_LIMIT ? at.IIRF_LIMIT : sum;
    scratch[t + CO2_RATE] = exp(iirf * toRate) * shared[at.G0_INVERSE]!;
  }
}

/** Carbon boxes to the end of the year: R' = R + (1 − e^−1/(ατ)) (E p α τ − R). */
function stepBoxes({ shared, states, scratch }: Ensemble, rows: Float64Array, s: number): void {
  const emitted = rows[s + at.CO2_EMITTED]!;
  for (let x = 0, t = 0; x < states.length; x += at.STATE_SIZE, t += SCRATCH_SIZE) {
    const rate = scratch[t + CO2_RATE]!;
    const scaled = emitted / rate;
    const never = states[x + at.BOX]!;
    const share = oneMinusExpTiny(rate * shared[at.BOX_RATE]!);
    states[x + at.BOX] = never + share * (scaled * shared[at.BOX_GAIN]! - never);
    for (let b = 1; b < 4; b++) {
      const box = states[x + at.BOX + b]!;
      const leaving = oneMinusExp(rate * shared[at.BOX_RATE + b]!);
      states[x + at.BOX + b] = box + leaving * (scaled * shared[at.BOX_GAIN + b]! - box);
    }
  }
}

/** Methane to the end of the year. Its lifetime is that of concentrations, warmth and chemistry at the beginning. */
function stepMethane({ shared, states, scratch }: Ensemble, rows: Float64Array, s: number): void {
  const perMass = shared[at.CH4_PER_MASS]!;
  for (let x = 0, t = 0; x < states.length; x += at.STATE_SIZE, t += SCRATCH_SIZE) {
    const mass = states[x + at.METHANE]!;
    const burden = 1 + mass * perMass * shared[at.CH4_SENSITIVITY]!;
    const warmth = 1 + states[x + at.LAYER]! * shared[at.CH4_TEMPERATURE]!;
    const product = rows[s + at.CH4_CHEMISTRY]! * burden * warmth;
    // Above 21.6 K the factor of warmth is negative: no lifetime makes sense there, and none is made up.
    const alpha = product <= 0 ? NaN : product;
    const share = oneMinusExp(shared[at.CH4_RATE]! / alpha);
    const after = mass + share * (rows[s + at.CH4_EMITTED]! * (alpha * shared[at.CH4_LIFETIME]!) - mass);
    states[x + at.METHANE] = after;
    scratch[t + CH4_ALPHA] = alpha;
    scratch[t + METHANE_CHANGE] = after * perMass;
  }
}

/** Forcing of CO2, CH4 and N2O at the end of the year, and what follows from methane and (old) warmth. */
function stepGases({ shared, members, states, scratch }: Ensemble, rows: Float64Array, s: number): void {
  const rootN2o = rows[s + at.ROOT_N2O]!;
  const rootN2oChange = rows[s + at.ROOT_N2O_CHANGE]!;
  for (let m = 0, x = 0, t = 0; m < members.length; m += at.MEMBER_SIZE, x += at.STATE_SIZE, t += SCRATCH_SIZE) {
    const co2 = members[m + at.CO2_BASELINE]! + massOf(states, x) * shared[at.CO2_PER_MASS]!;
    const change = scratch[t + METHANE_CHANGE]!;
    const rootCh4 = Math.sqrt(shared[at.CH4_BASELINE]! + change);
    const three =
      members[m + at.SCALE_CO2]! * co2Forcing(co2, rootN2o) +
      members[m + at.SCALE_CH4]! * ch4Forcing(rootCh4, rootN2o) +
      members[m + at.SCALE_N2O]! * n2oForcing(Math.sqrt(co2), rootCh4, rootN2o, rootN2oChange);
    const ozone = shared[at.OZONE_TEMPERATURE]! * states[x + at.LAYER]!;
    scratch[t + GASES] = three + (members[m + at.PER_METHANE]! * change + ozone);
  }
}

/** Forcing that no state changes: linear in figures of the scenario (even and odd places side by side), and through clouds. */
function stepGiven({ members, scratch }: Ensemble, rows: Float64Array, s: number): void {
  const v = s + at.LINEAR;
  for (let m = 0, t = 0; m < members.length; m += at.MEMBER_SIZE, t += SCRATCH_SIZE) {
    const c = m + at.PER_LINEAR;
    let even = members[c]! * rows[v]!;
    let odd = members[c + 1]! * rows[v + 1]!;
    for (let j = 2; j + 1 < at.LINEAR_SIZE; j += 2) {
      even += members[c + j]! * rows[v + j]!;
      odd += members[c + j + 1]! * rows[v + j + 1]!;
    }
    even += members[c + at.LINEAR_SIZE - 1]! * rows[v + at.LINEAR_SIZE - 1]!;
    scratch[t + GIVEN] = even + odd + cloudForcing(members, m, rows, s);
  }
}

/** Aerosol-cloud interactions, W/m². `log(1 + x)`, as FaIR has it: with β near −43,000 the rounding of 1 + x shows. */
export function cloudForcing(members: Float64Array, m: number, rows: Float64Array, s: number): number {
  const c = m + at.CLOUD_SENSITIVITY;
  const carbon = members[c + 1]! * rows[s + at.BLACK_CARBON]! + members[c + 2]! * rows[s + at.ORGANIC_CARBON]!;
  const argument = 1 + (members[c]! * rows[s + at.SULFUR]! + carbon);
  return members[m + at.CLOUD_SCALE]! * (log(argument) - members[m + at.CLOUD_BASELINE]!);
}

/** x' = A x + b F of the three-layer energy balance. */
function stepEnergyBalance({ members, states, scratch }: Ensemble): void {
  for (let m = 0, x = 0, t = 0; m < members.length; m += at.MEMBER_SIZE, x += at.STATE_SIZE, t += SCRATCH_SIZE) {
    const forcing = scratch[t + GASES]! + scratch[t + GIVEN]! - members[m + at.FORCING_OFFSET]!;
    scratch[t + FORCING] = forcing;
    const lagged = states[x + at.LAGGED]!;
    const surface = states[x + at.LAYER]!;
    const middle = states[x + at.LAYER + 1]!;
    const deep = states[x + at.LAYER + 2]!;
    states[x + at.LAGGED] = members[m + at.EBM]! * lagged + members[m + at.EBM + 13]! * forcing;
    for (let row = 0; row < 3; row++) {
      const a = m + at.EBM + 1 + 4 * row;
      const upper = members[a]! * lagged + members[a + 1]! * surface;
      const lower = members[a + 2]! * middle + members[a + 3]! * deep;
      states[x + at.LAYER + row] = upper + lower + members[m + at.EBM + 14 + row]! * forcing;
    }
  }
}

/** @param shared see kernel-constants.ts @param members coefficients, [member × MEMBER_SIZE] */
export function typescriptKernel(shared: Float64Array, members: Float64Array): Kernel {
  const count = members.length / at.MEMBER_SIZE;
  const scratch = new Float64Array(count * SCRATCH_SIZE);
  return {
    name: 'typescript',
    run(rows, years, states, surface) {
      const ensemble: Ensemble = { shared, members, states, scratch };
      for (let year = 0; year < years; year++) {
        stepYear(ensemble, rows, year * at.ROW_SIZE);
        for (let m = 0; m < count; m++) surface[m * years + year] = states[m * at.STATE_SIZE + at.LAYER]!;
      }
    },
  };
}
