/** Worked example of leakage from a gas network. */
import { describe, expect, it } from 'vitest';
import { gasLeakage } from './gas-leakage.ts';

describe('gas leakage', () => {
  it('a million m3, 1 % lost, 95 % methane of 0.678 kg/m3', () => {
    // 1e6 · 0.01 · 0.95 = 9 500 m3 CH4 of 16.043 g/mol / 23.645 L/mol = 0.6785 kg/m3: 6.446 t.
    const leak = gasLeakage({ m3: 1e6, leakShare: 0.01, methaneShare: 0.95, source: 'x' });
    expect(leak.gases['CH4-fossil']).toBeCloseTo(9500 * 0.6785e-3, 3);
  });
});
