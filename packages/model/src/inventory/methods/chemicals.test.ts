/** Worked examples of chemicals; factors of Vol 3 Tables 3.1 and 3.3. */
import { describe, expect, it } from 'vitest';
import { chemicals } from './chemicals.ts';

const source = 'ipcc-2006';

describe('chemicals', () => {
  it('nitric acid with 80 % abated', () => {
    // 1 000 t · 7 kg/t · 0.2 = 1.4 t N2O
    expect(chemicals(1000, { tonnesPerTonne: { N2O: 0.007 }, source }, 0.8).gases['N2O']).toBeCloseTo(1.4, 9);
  });

  it('ammonia by conventional reforming: 1.694 t CO2 per t', () => {
    expect(chemicals(500, { tonnesPerTonne: { CO2: 1.694 }, source }).gases['CO2']).toBeCloseTo(847, 9);
  });
});
