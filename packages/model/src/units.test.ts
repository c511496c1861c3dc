import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { convert, fuelEnergyMwh, parseUnit } from './units.ts';

describe('units', () => {
  it.each([
    // 1 TJ = 10^12 J, 1 MWh = 3.6·10^9 J.
    [3.6, 'TJ', 'MWh', 1000],
    [1, 'GWh', 'MWh', 1000],
    // 1 toe = 41.868 GJ by definition = 11.63 MWh.
    [1, 'toe', 'MWh', 11.63],
    // 1 therm (IT) = 105.5055852… MJ.
    [1, 'therm', 'MJ', 105.505585262],
    [1, 'Gg', 't', 1000],
    [2000, 'lb', 'short ton', 1],
    [42, 'gal', 'bbl', 1],
    [1, 'bbl', 'L', 158.987294928],
    [1, 'km2', 'ha', 100],
    [1, 'vmt', 'vkm', 1.609344],
  ])('%d %s is in %s %d', (amount, from, to, expected) => {
    expect(convert(amount, from, to)).toBeCloseTo(expected, 9);
  });

  it('there and back is the same', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
        fc.constantFrom('kWh', 'TJ', 'ktoe', 'therm'),
        (amount, unit) => {
          expect(convert(convert(amount, unit, 'MWh'), 'MWh', unit) / amount).toBeCloseTo(1, 12);
        },
      ),
    );
  });

  it('reads other spellings, and refuses those that mean two things', () => {
    expect(parseUnit('mwh').name).toBe('MWh');
    expect(parseUnit('Tonnes').name).toBe('t');
    expect(parseUnit('Mg').name).toBe('t');
    expect(() => parseUnit('mg')).toThrow(expect.objectContaining({ code: 'unknown-unit' }));
    expect(() => parseUnit('furlong')).toThrow(expect.objectContaining({ code: 'unknown-unit' }));
  });

  it('does not turn mass into energy without a fuel', () => {
    expect(() => convert(1, 't', 'MWh')).toThrow(expect.objectContaining({ code: 'unit-mismatch' }));
  });

  it('brings fuels to energy', () => {
    // 1 Gg of diesel at 43.0 TJ/Gg is 43 TJ = 11 944.4 MWh.
    expect(fuelEnergyMwh(1, 'Gg', { ncvTjPerGg: 43 }, 'diesel')).toBeCloseTo(43_000 / 3.6, 9);
    // 1000 L at 0.835 kg/L is 0.835 t, times 43 GJ/t is 35.905 GJ.
    expect(fuelEnergyMwh(1000, 'L', { ncvTjPerGg: 43, densityTPerM3: 0.835 }, 'diesel')).toBeCloseTo(35.905 / 3.6, 9);
    expect(() => fuelEnergyMwh(1, 'head', {}, 'diesel')).toThrow(expect.objectContaining({ code: 'unit-mismatch' }));
    expect(() => fuelEnergyMwh(1, 'm3', { ncvTjPerGg: 43 }, 'coal')).toThrow(/density/);
  });
});
