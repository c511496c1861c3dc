/** Worked example of railways; factors of Vol 2 Table 3.4.1. */
import { describe, expect, it } from 'vitest';
import { TJ, diesel } from './factors.case.ts';
import { railFuel } from './rail.ts';

describe('rail', () => {
  it('2 TJ of diesel, 30 % of the line in the city', () => {
    const { inside, outside } = railFuel(2 * TJ, diesel, 0.3);
    // 2 · 74 100 kg = 148.2 t CO2 in all, · 0.3 inside; N2O 2 · 28.6 = 57.2 kg, · 0.7 outside.
    expect(inside.gases['CO2']).toBeCloseTo(44.46, 9);
    expect(outside.gases['N2O']).toBeCloseTo(0.0572 * 0.7, 9);
  });
});
