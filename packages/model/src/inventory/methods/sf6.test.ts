/** Worked example of SF6; factors of Vol 3 Table 8.3. */
import { describe, expect, it } from 'vitest';
import { sf6 } from './sf6.ts';

const source = 'ipcc-2006';

describe('SF6', () => {
  it('2.6 % of the bank of closed high-voltage gear', () => {
    // 500 kg · 0.026 = 13 kg
    expect(sf6({ bankKg: 500, leakShare: 0.026, source }).gases['SF6']).toBeCloseTo(0.013, 12);
  });

  it('gear taken out of use loses what is not recovered', () => {
    // 500 · 0.002 + 40 · (1 − 0.95) = 3 kg
    const bank = { bankKg: 500, leakShare: 0.002, retiredKg: 40, recoveredShare: 0.95, source };
    expect(sf6(bank).gases['SF6']).toBeCloseTo(0.003, 12);
  });
});
