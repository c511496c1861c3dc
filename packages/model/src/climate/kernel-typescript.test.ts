import { describe, expect, it } from 'vitest';
import * as at from './kernel-constants.ts';
import { CH4_ALPHA, CO2_RATE, FORCING, SCRATCH_SIZE, stepYear, type Ensemble } from './kernel-typescript.ts';

/** One member with nothing in it: every coefficient 0, except those without which there is no number. */
function blank(): Ensemble {
  const shared = new Float64Array(at.SHARED_SIZE);
  const members = new Float64Array(at.MEMBER_SIZE);
  shared.set([1], at.G0_INVERSE);
  shared.set([1 / 10, 1 / 20, 1 / 30, 1 / 40], at.BOX_RATE);
  shared.set([0.125], at.CO2_PER_MASS);
  shared.set([1 / 10], at.CH4_RATE);
  shared.set([10], at.CH4_LIFETIME);
  shared.set([700], at.CH4_BASELINE);
  members.set([280], at.CO2_BASELINE);
  return { shared, members, states: new Float64Array(at.STATE_SIZE), scratch: new Float64Array(SCRATCH_SIZE) };
}

/** A year in which nothing is emitted. */
function quietYear(): Float64Array {
  const row = new Float64Array(at.ROW_SIZE);
  row.set([1], at.CH4_CHEMISTRY);
  return row;
}

describe('a step of one member, by hand', () => {
  it('fills a box and lets it leak: E τ (1 − e^−1/τ) after one year, and the same share of it gone each year after', () => {
    // E = 10 Gt, τ = 10 years, p = 1, α = 1: R = 10 · 10 · (1 − e^−0.1) = 9.516258196404043; C = 280 + 0.125 R = 281.1895322745505.
    // Then nothing is emitted: R e^−0.1 = 9.516258196404043 · 0.9048374180359595 = 8.610666496….
    const ensemble = blank();
    ensemble.shared.set([10], at.BOX_GAIN);
    const year = quietYear();
    year.set([10], at.CO2_EMITTED);
    stepYear(ensemble, year, 0);
    expect(ensemble.scratch[CO2_RATE]).toBe(1);
    expect(ensemble.states[at.BOX]).toBeCloseTo(9.516258196404043, 13);
    stepYear(ensemble, quietYear(), 0);
    expect(ensemble.states[at.BOX]).toBeCloseTo(9.516258196404043 * 0.9048374180359595, 13);
    expect([...ensemble.states.subarray(at.BOX + 1, at.BOX + 4)]).toEqual([0, 0, 0]);
  });

  it('lengthens the lifetime of CO2 with uptake, warmth and what is in the air, to iIRF100 = 100 and no further', () => {
    // r = (30, 0.01, 2, 0.005), emitted 400 Gt, in the air 160 (4 · 40), T = 1.5 K:
    // iIRF = 30 + 0.01 · 240 + 2 · 1.5 + 0.005 · 160 = 36.2; with g0 = 0.01, g1 = 11.4: α = 0.01 e^(36.2/11.4) = 0.2394….
    const ensemble = blank();
    ensemble.shared.set([1 / 0.01], at.G0_INVERSE);
    ensemble.shared.set([-1 / 11.4], at.G1_INVERSE_NEGATIVE);
    ensemble.members.set([30, 0.01, 2, 0.005], at.IIRF);
    const set = (): void => {
      ensemble.states.set([40, 40, 40, 40], at.BOX);
      ensemble.states.set([1.5], at.LAYER);
    };
    const year = quietYear();
    year.set([400], at.CO2_CUMULATIVE);
    set();
    stepYear(ensemble, year, 0);
    expect(1 / ensemble.scratch[CO2_RATE]!).toBeCloseTo(0.01 * Math.exp(36.2 / 11.4), 14);
    year.set([400_000], at.CO2_CUMULATIVE);
    set();
    stepYear(ensemble, year, 0);
    expect(1 / ensemble.scratch[CO2_RATE]!).toBeCloseTo(0.01 * Math.exp(100 / 11.4), 10);
  });

  it('shortens the lifetime of methane with warmth and lengthens it with methane', () => {
    // M 1000 ppb above its baseline, χ = 1.67283e-4; T = 1 K, χ_T = −0.0463; chemistry 0.98:
    // α = 0.98 · 1.167283 · 0.9537 = 1.0909730412. E = 50 Mt, τ = 10: R' = R + (1 − e^−1/(10α)) (50 · 10α − R) with R = 2500 Mt.
    const ensemble = blank();
    ensemble.shared.set([0.4], at.CH4_PER_MASS);
    ensemble.shared.set([1.67283e-4, -0.0463], at.CH4_SENSITIVITY);
    ensemble.states.set([2500], at.METHANE);
    ensemble.states.set([1], at.LAYER);
    const year = quietYear();
    year.set([0.98], at.CH4_CHEMISTRY);
    year.set([50], at.CH4_EMITTED);
    stepYear(ensemble, year, 0);
    expect(ensemble.scratch[CH4_ALPHA]).toBeCloseTo(0.98 * 1.167283 * 0.9537, 14);
    const tau = 10 * 0.98 * 1.167283 * 0.9537;
    expect(ensemble.states[at.METHANE]).toBeCloseTo(50 * tau + (2500 - 50 * tau) * Math.exp(-1 / tau), 10);
  });

  it('gives the energy balance the sum of what is linear, what clouds do, and the feedback of ozone on the old warmth', () => {
    // 2 · 0.5 (SO2) + 3 · 0.1 (volcanic) = 1.3; −2 [ln(1 + 0.1 · 10) − ln(1 + 0.1 · 5)] = −2 ln(2/1.5) = −0.575364; −0.037 · 2 K = −0.074.
    const ensemble = blank();
    ensemble.shared.set([-0.037], at.OZONE_TEMPERATURE);
    ensemble.members.set([2], at.PER_LINEAR);
    ensemble.members.set([3], at.PER_LINEAR + at.LINEAR_SIZE - 1);
    ensemble.members.set([-2, Math.log(1.5), 0.1], at.CLOUD_SCALE);
    ensemble.states.set([2], at.LAYER);
    const year = quietYear();
    year.set([10], at.SULFUR);
    year.set([0.5], at.LINEAR);
    year.set([0.1], at.VOLCANIC);
    stepYear(ensemble, year, 0);
    expect(ensemble.scratch[FORCING]).toBeCloseTo(1.3 - 2 * Math.log(2 / 1.5) - 0.074, 14);
  });

  it('steps felt forcing and layers by A x + b F', () => {
    const ensemble = blank();
    // a00 = ½; rows of A; b. x = (1, 2, 3, 4), F = 10 from one linear figure.
    ensemble.members.set([0.5, 0.1, 0.2, 0.3, 0.4, 1, 0, 0, 0, 0, 0, 0, 2, 7, 0.01, 0.02, 0.03], at.EBM);
    ensemble.members.set([10], at.PER_LINEAR);
    ensemble.states.set([1, 2, 3, 4], at.LAGGED);
    const year = quietYear();
    year.set([1], at.LINEAR);
    stepYear(ensemble, year, 0);
    // ½ + 70; 0.1 + 0.4 + 0.9 + 1.6 + 0.1; 1 + 0.2; 8 + 0.3.
    const after = [...ensemble.states.subarray(at.LAGGED, at.LAGGED + 4)];
    [70.5, 3.1, 1.2, 8.3].forEach((value, i) => expect(after[i]).toBeCloseTo(value, 14));
  });
});
