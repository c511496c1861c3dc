/** Worked examples of cement; factors of Vol 3 Ch 2. */
import { describe, expect, it } from 'vitest';
import { cementProduction, clinkerOfCement } from './cement.ts';

const source = 'ipcc-2006';

describe('cement', () => {
  it('clinker · 0.51 · 1.02', () => {
    // 1 000 t of unknown blend at 75 % clinker, 100 t clinker imported: 650 t · 0.51 · 1.02 = 338.13 t.
    const tonnes = clinkerOfCement([{ tonnes: 1000, clinkerShare: 0.75 }], 100);
    const { gases } = cementProduction({ tonnes, kilnDust: 1.02 }, { tonnesPerTonne: 0.51, source });
    expect(gases['CO2']).toBeCloseTo(338.13, 9);
  });

  it('the factor is the lime of clinker: 65 % CaO, 44.01/56.08 t CO2 per t of it', () => {
    // Eq. 2.4: 0.65 · 0.7848 = 0.5101 before kiln dust, · 1.02 = 0.5203, printed as 0.52. The 1.02 is in it, and is not applied again.
    const before = (0.65 * 44.01) / 56.08;
    expect(before).toBeCloseTo(0.51, 2);
    const dust = cementProduction({ tonnes: 1, kilnDust: 1.02 }, { tonnesPerTonne: before, source }).gases['CO2']!;
    expect(dust).toBeCloseTo(0.52, 2);
  });

  it('refuses more imported clinker than the cement holds', () => {
    expect(() => clinkerOfCement([{ tonnes: 100, clinkerShare: 0.75 }], 100)).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });

  it('exported clinker was calcined here', () => {
    // 1 000 · 0.95 + 50
    expect(clinkerOfCement([{ tonnes: 1000, clinkerShare: 0.95 }], 0, 50)).toBeCloseTo(1000, 9);
  });
});
