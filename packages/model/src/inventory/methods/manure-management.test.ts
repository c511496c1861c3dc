/** Worked example of manure; equations of Vol 4 Ch 10. */
import { describe, expect, it } from 'vitest';
import { manureManagement, manureMethane, manureNitrousOxide, nitrogenExcretedKg } from './manure-management.ts';

const source = 'ipcc-2006';

describe('manure management', () => {
  it('follows Eq. 10.23, 10.25 and 10.26', () => {
    const systems = [
      { share: 0.4, mcf: 0.02, n2oN: 0.005, volatilised: 0.3 },
      { share: 0.6, mcf: 0.7, n2oN: 0, volatilised: 0.4 },
    ];
    const { gases } = manureManagement(100, {
      volatileSolidsKg: 1000,
      bo: 0.13,
      nitrogenKg: 60,
      systems,
      depositedN2oN: 0.01,
      source,
    });
    // CH4: 100 · 1000 · 0.13 · 0.67 · (0.008 + 0.42) = 3 727.88 kg.
    expect(gases['CH4-biogenic']).toBeCloseTo(3.72788, 5);
    // N2O-N per N: 0.4·(0.005 + 0.003) + 0.6·0.004 = 0.0056; 6 000 kg N · 0.0056 · 44/28 = 52.8 kg.
    expect(gases['N2O']).toBeCloseTo(0.0528, 6);
  });

  it('Tier 1: 1 000 dairy cattle in Asia at 25 °C, kept in solid storage', () => {
    // Table 10.14: 26 kg CH4 a head. Table 10.19: 0.47 kg N per t and day · 350 kg · 365 = 60.04 kg N a head.
    expect(manureMethane(1000, 26, source).gases['CH4-biogenic']).toBeCloseTo(26, 9);
    const nitrogen = nitrogenExcretedKg(0.47, 350);
    expect(nitrogen).toBeCloseTo(60.0425, 9);
    // 60 042.5 kg · 0.005 · 44/28 = 471.76 kg N2O
    const { gases } = manureNitrousOxide(1000, nitrogen, [{ share: 1, n2oN: 0.005 }], source);
    expect(gases['N2O']).toBeCloseTo(0.47176, 5);
  });
});
