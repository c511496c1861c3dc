/** Worked examples of refrigerants; Vol 3 Ch 7. */
import { describe, expect, it } from 'vitest';
import { refrigerants } from './refrigerants.ts';

const source = 'ipcc-2006';

describe('refrigerants', () => {
  it('R-410A: leakage of a bank and a quarter of the retired gas', () => {
    // 1 000 kg · 0.1 + 200 kg · (1 − 0.75) = 150 kg, half of it each species.
    const bank = { bankKg: 1000, leakShare: 0.1, retiredKg: 200, recoveredShare: 0.75, source };
    const { gases } = refrigerants(bank, { 'HFC-32': 0.5, 'HFC-125': 0.5 });
    expect(gases).toEqual({ 'HFC-32': expect.closeTo(0.075, 12), 'HFC-125': expect.closeTo(0.075, 12) });
  });

  it('charging new equipment loses gas too', () => {
    // 400 kg charged · 0.01 = 4 kg.
    const { gases } = refrigerants(
      { bankKg: 0, leakShare: 0, chargedKg: 400, chargingLossShare: 0.01, source },
      { 'HFC-134a': 1 },
    );
    expect(gases['HFC-134a']).toBeCloseTo(0.004, 12);
  });

  it('refuses a blend that is not whole', () => {
    expect(() => refrigerants({ bankKg: 1, leakShare: 0.1, source }, { 'HFC-32': 0.5 })).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });
});
