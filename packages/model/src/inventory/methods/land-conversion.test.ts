/** Worked examples of land that changes its use. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { landConversion } from './land-conversion.ts';

const source = 'ipcc-2006';

describe('land conversion', () => {
  it('10 ha of forest to houses: biomass at once, soil over 20 years', () => {
    const land = {
      hectares: 10,
      biomassBefore: 120,
      biomassAfter: 0,
      soilBefore: 80,
      soilAfter: 64,
      yearConverted: 2020,
      transitionYears: 20,
      source,
    };
    // 2020: 10 · (120 + 16/20) · 44/12 = 4 429.33 t; 2021 to 2039: 10 · 0.8 · 44/12 = 29.33 t; 2040: none.
    expect(landConversion(land, 2020).gases['CO2']).toBeCloseTo(4429.33, 2);
    expect(landConversion(land, 2039).gases['CO2']).toBeCloseTo(29.33, 2);
    expect(landConversion(land, 2040).gases['CO2']).toBeCloseTo(0, 12);
  });

  it('a conversion emits, over all its years, the carbon that left', () => {
    const carbon = fc.double({ min: 0, max: 300, noNaN: true });
    fc.assert(
      fc.property(carbon, carbon, carbon, carbon, (biomassBefore, biomassAfter, soilBefore, soilAfter) => {
        const land = {
          hectares: 10,
          biomassBefore,
          biomassAfter,
          soilBefore,
          soilAfter,
          yearConverted: 2000,
          transitionYears: 20,
          source,
        };
        let sum = 0;
        for (let year = 1995; year < 2030; year++) sum += landConversion(land, year).gases['CO2']!;
        const left = biomassBefore + soilBefore - biomassAfter - soilAfter;
        expect(sum).toBeCloseTo((10 * left * 44) / 12, 6);
      }),
    );
  });
});
