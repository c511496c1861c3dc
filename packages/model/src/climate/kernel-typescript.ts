/** The kernel in TypeScript: one member, one year at a time. The oracle for the faster one, and the fallback. */
import { ch4Forcing, co2Forcing, n2oForcing } from './forcing.ts';
import * as at from './kernel-constants.ts';
import type { Kernel } from './kernel.ts';
import { exp, log, oneMinusExp } from './maths.ts';

/** What a step found on its way, for explanation: 1/α of CO2, α of CH4, the forcing that the energy balance was given (W/m²). */
export interface Trace {
  co2Rate: number;
  ch4Lifetime: number;
  forcing: number;
}

/**
 * Step one member through one year: carbon cycle, methane, forcing, energy balance (docs/methods/climate.md). The order of operations
 * is part of the result: the WebAssembly kernel has the same.
 *
 * `m`, `s` and `x` are where the member's coefficients, the year's row and the member's state begin.
 */
export function stepMember(
  shared: Float64Array,
  members: Float64Array,
  m: number,
  rows: Float64Array,
  s: number,
  states: Float64Array,
  x: number,
  trace: Trace,
): void {
  const warm = states[x + at.LAYER]!;
  const methaneBefore = states[x + at.METHANE]! * shared[at.CH4_PER_MASS]!;
  const co2 = stepCarbon(shared, members, m, rows, s, states, x, trace);
  const methane = stepMethane(shared, rows, s, states, x, methaneBefore, warm, trace);
  const rootCo2 = Math.sqrt(co2);
  const rootCh4 = Math.sqrt(shared[at.CH4_BASELINE]! + methane);
  const rootN2o = rows[s + at.ROOT_N2O]!;
  const gases =
    members[m + at.SCALE_CO2]! * co2Forcing(co2, rootN2o) +
    members[m + at.SCALE_CH4]! * ch4Forcing(rootCh4, rootN2o) +
    members[m + at.SCALE_N2O]! * n2oForcing(rootCo2, rootCh4, rootN2o, rows[s + at.ROOT_N2O_CHANGE]!);
  const feedbacks = members[m + at.PER_METHANE]! * methane + shared[at.OZONE_TEMPERATURE]! * warm;
  const given = linearForcing(members, m, rows, s) + cloudForcing(members, m, rows, s);
  trace.forcing = gases + feedbacks + given - members[m + at.FORCING_OFFSET]!;
  stepEnergyBalance(members, m + at.EBM, trace.forcing, states, x + at.LAGGED);
}

/** Carbon boxes to the end of the year; returns the new CO2 concentration, ppm. */
function stepCarbon(
  shared: Float64Array,
  members: Float64Array,
  m: number,
  rows: Float64Array,
  s: number,
  states: Float64Array,
  x: number,
  trace: Trace,
): number {
  const airborne = states[x]! + states[x + 1]! + (states[x + 2]! + states[x + 3]!);
  const uptake = rows[s + at.CO2_CUMULATIVE]! - airborne;
  const sum =
    members[m + at.IIRF]! +
    members[m + at.IIRF + 1]! * uptake +
    (members[m + at.IIRF + 2]! * states[x + at.LAYER]! + members[m + at.IIRF + 3]! * airborne);
  const iirf = sum > at.IIRF_LIMIT ? at.IIRF_LIMIT : sum;
  const rate = exp(iirf * shared[at.G1_INVERSE_NEGATIVE]!) * shared[at.G0_INVERSE]!;
  const scaled = rows[s + at.CO2_EMITTED]! / rate;
  trace.co2Rate = rate;
  for (let b = 0; b < 4; b++) {
    const box = states[x + b]!;
    const share = oneMinusExp(rate * shared[at.BOX_RATE + b]!);
    states[x + b] = box + share * (scaled * shared[at.BOX_GAIN + b]! - box);
  }
  const mass = states[x]! + states[x + 1]! + (states[x + 2]! + states[x + 3]!);
  return members[m + at.CO2_BASELINE]! + mass * shared[at.CO2_PER_MASS]!;
}

/** Methane to the end of the year; returns what it is above its baseline then, ppb. */
function stepMethane(
  shared: Float64Array,
  rows: Float64Array,
  s: number,
  states: Float64Array,
  x: number,
  before: number,
  warm: number,
  trace: Trace,
): number {
  const product =
    rows[s + at.CH4_CHEMISTRY]! * (1 + before * shared[at.CH4_SENSITIVITY]!) * (1 + warm * shared[at.CH4_TEMPERATURE]!);
  // Above 21.6 K the temperature factor would be negative: no lifetime makes sense, and none is made up.
  const alpha = product <= 0 ? NaN : product;
  trace.ch4Lifetime = alpha;
  const mass = states[x + at.METHANE]!;
  const share = oneMinusExp(shared[at.CH4_RATE]! / alpha);
  const after = mass + share * (rows[s + at.CH4_EMITTED]! * (alpha * shared[at.CH4_LIFETIME]!) - mass);
  states[x + at.METHANE] = after;
  return after * shared[at.CH4_PER_MASS]!;
}

/** Forcing that is linear in figures of the scenario, W/m². Two sums run side by side: even places and odd. */
function linearForcing(members: Float64Array, m: number, rows: Float64Array, s: number): number {
  const c = m + at.PER_LINEAR;
  const v = s + at.LINEAR;
  let even = members[c]! * rows[v]!;
  let odd = members[c + 1]! * rows[v + 1]!;
  for (let j = 2; j + 1 < at.LINEAR_SIZE; j += 2) {
    even += members[c + j]! * rows[v + j]!;
    odd += members[c + j + 1]! * rows[v + j + 1]!;
  }
  return even + members[c + at.LINEAR_SIZE - 1]! * rows[v + at.LINEAR_SIZE - 1]! + odd;
}

/** Aerosol-cloud interactions, W/m². `log(1 + x)`, as FaIR has it: with β near −43,000 the rounding of 1 + x shows. */
function cloudForcing(members: Float64Array, m: number, rows: Float64Array, s: number): number {
  const c = m + at.CLOUD_SENSITIVITY;
  const carbon = members[c + 1]! * rows[s + at.BLACK_CARBON]! + members[c + 2]! * rows[s + at.ORGANIC_CARBON]!;
  const argument = 1 + (members[c]! * rows[s + at.SULFUR]! + carbon);
  return members[m + at.CLOUD_SCALE]! * (log(argument) - members[m + at.CLOUD_BASELINE]!);
}

/** x' = A x + b F of the three-layer energy balance. */
function stepEnergyBalance(members: Float64Array, a: number, forcing: number, states: Float64Array, x: number): void {
  const x0 = states[x]!;
  const x1 = states[x + 1]!;
  const x2 = states[x + 2]!;
  const x3 = states[x + 3]!;
  states[x] = members[a]! * x0 + members[a + 13]! * forcing;
  for (let row = 0; row < 3; row++) {
    const r = a + 1 + 4 * row;
    states[x + 1 + row] =
      members[r]! * x0 +
      members[r + 1]! * x1 +
      (members[r + 2]! * x2 + members[r + 3]! * x3) +
      members[a + 14 + row]! * forcing;
  }
}

/** @param shared see kernel-constants.ts @param members coefficients, [member × MEMBER_SIZE] */
export function typescriptKernel(shared: Float64Array, members: Float64Array): Kernel {
  const count = members.length / at.MEMBER_SIZE;
  const trace: Trace = { co2Rate: 0, ch4Lifetime: 0, forcing: 0 };
  return {
    name: 'typescript',
    run(rows, years, states, surface) {
      for (let member = 0; member < count; member++) {
        const m = member * at.MEMBER_SIZE;
        const x = member * at.STATE_SIZE;
        for (let year = 0; year < years; year++) {
          stepMember(shared, members, m, rows, year * at.ROW_SIZE, states, x, trace);
          surface[member * years + year] = states[x + at.LAYER]!;
        }
      }
    },
  };
}
