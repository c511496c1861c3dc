import { describe, expect, it } from 'vitest';
import { equilibriumSensitivity, transientResponse, yearlyStep, type EnergyBalance } from './energy-balance.ts';

const balance: EnergyBalance = { gamma: 2, capacity: [4, 20, 100], exchange: [1.25, 2, 1], efficacy: 1.3 };
/** Layers below cut off, or as good as: the surface is alone. */
const alone: EnergyBalance = { gamma: 2, capacity: [4, 20, 100], exchange: [1, 1e-12, 1], efficacy: 1 };

describe('one year of the energy balance', () => {
  it('warms a surface that is alone as the solution by hand says', () => {
    // C dT/dt = F̃ − κT with F̃ = F (1 − e^−γt): T(t) = F/κ (1 − (γ e^−kt − k e^−γt)/(γ − k)), k = κ/C = ¼, γ = 2, F = 1, t = 1:
    // 1 − (2·0.7788007831 − ¼·0.1353352832)/1.75 = 0.1292755741. Felt forcing: 1 − e⁻² = 0.8646647168.
    const { b } = yearlyStep(alone);
    expect(b[0]).toBeCloseTo(0.8646647167633873, 14);
    expect(b[1]).toBeCloseTo(0.1292755740950534, 11);
  });

  it('rests where forcing is balanced: felt in full, F/κ1 in every layer', () => {
    const { a, b } = yearlyStep(balance);
    const rest = [1, 0.8, 0.8, 0.8];
    for (let row = 0; row < 4; row++) {
      const next = rest.reduce((total, value, column) => total + a[row * 4 + column]! * value, b[row]!);
      expect(next).toBeCloseTo(rest[row]!, 13);
    }
  });

  it('loses no heat where none can leave: with hardly any feedback and efficacy 1 the warmth of the layers is what came in', () => {
    // κ1 → 0: d(ΣC T)/dt = F̃, and the year's felt forcing is F (1 − (1 − e^−γ)/γ) = 1 − 0.4323323584 = 0.5676676416.
    const { b } = yearlyStep({ ...balance, exchange: [1e-4, 2, 1], efficacy: 1 });
    const heat = balance.capacity.reduce((total, capacity, layer) => total + capacity * b[layer + 1]!, 0);
    // A surface below 0.15 K loses less than 1.5e-5 of it.
    expect(heat).toBeLessThan(0.5676676416183064);
    expect(heat).toBeGreaterThan(0.5676676416183064 - 1.5e-5);
  });
});

describe('sensitivity', () => {
  it('at equilibrium is half the forcing of four times CO2, over the feedback', () => {
    // 8 / 2 / 1.25 = 3.2 K.
    expect(equilibriumSensitivity(balance, 8)).toBe(3.2);
  });

  it('in transition is what a ramp of forcing has warmed a lone surface by at its end', () => {
    // T(D) = F2x/κ (1 − (1 − e^−kD)/(kD)) with k = ¼, D = 69.66071689: kD = 17.41517922, e^−kD ≈ 2.7e-8:
    // 4 · (1 − 0.99999997/17.41517922) = 3.77031497…
    const kD = 69.66071689357483 / 4;
    expect(transientResponse(alone, 8)).toBeCloseTo(4 * (1 - (1 - Math.exp(-kD)) / kD), 9);
    expect(transientResponse(alone, 8)).toBeCloseTo(3.77031, 4);
  });

  it('in transition is less than at equilibrium', () => {
    expect(transientResponse(balance, 8)).toBeLessThan(3.2);
    expect(transientResponse(balance, 8)).toBeGreaterThan(1.5);
  });
});
