/** Worked example of rice; factors of the 2019 Refinement, Vol 4 Tables 5.11 and 5.12. */
import { describe, expect, it } from 'vitest';
import { riceCultivation } from './rice.ts';

const source = 'ipcc-2019';

describe('rice', () => {
  it('1 000 ha, 100 days, 1.30 kg/ha/day, drained several times', () => {
    // 1 000 · 100 · 1.30 · 0.52 = 67 600 kg
    const field = { hectares: 1000, days: 100, baseline: 1.3, waterDuring: 0.52, waterBefore: 1, organic: 1, source };
    expect(riceCultivation(field).gases['CH4-biogenic']).toBeCloseTo(67.6, 9);
  });
});
