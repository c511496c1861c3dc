/** Worked examples of the methods for industry, products, livestock, soils and land; factors of the IPCC Guidelines, Vol 3 and 4. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  carbonateUse,
  cementProduction,
  clinkerOfCement,
  containedGases,
  entericFermentation,
  glassProduction,
  landConversion,
  limeAndUrea,
  limeProduction,
  lubricants,
  managedSoils,
  manureManagement,
  processProduction,
  riceCultivation,
  stockDifference,
} from './index.ts';

const source = 'ipcc-2006';

describe('industry and products', () => {
  it('cement: clinker · 0.52 · 1.02', () => {
    // 1 000 t of unknown blend at 75 % clinker, 100 t clinker imported: 650 t · 0.52 · 1.02 = 344.76 t.
    const clinker = clinkerOfCement([{ tonnes: 1000, clinkerShare: 0.75 }], 100);
    expect(
      cementProduction({ tonnes: clinker, kilnDust: 1.02 }, { tonnesPerTonne: 0.52, source }).gases['CO2'],
    ).toBeCloseTo(344.76, 9);
    expect(() => clinkerOfCement([{ tonnes: 100, clinkerShare: 0.75 }], 100)).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });

  it('lime, glass and carbonates', () => {
    expect(limeProduction(100, { tonnesPerTonne: 0.75, source }, 1.02).gases['CO2']).toBeCloseTo(76.5, 9);
    // Half of the glass is cullet: 100 · 0.20 · 0.5.
    expect(glassProduction(100, { tonnesPerTonne: 0.2, source }, 0.5).gases['CO2']).toBeCloseTo(10, 9);
    expect(carbonateUse(100, { tonnesPerTonne: 0.41492, source }).gases['CO2']).toBeCloseTo(41.492, 9);
  });

  it('aluminium: CO2 and CF4 beside each other', () => {
    const { gases } = processProduction('metals', 1000, { tonnesPerTonne: { CO2: 1.6, CF4: 0.0004 }, source });
    expect(gases).toEqual({ CO2: expect.closeTo(1600, 9), CF4: expect.closeTo(0.4, 9) });
  });

  it('nitric acid with 80 % abated', () => {
    // 1 000 t · 7 kg/t · 0.2 = 1.4 t N2O
    expect(
      processProduction('chemicals', 1000, { tonnesPerTonne: { N2O: 0.007 }, source }, 0.8).gases['N2O'],
    ).toBeCloseTo(1.4, 9);
  });

  it('lubricants: 1 TJ · 20 t C/TJ · 0.2 · 44/12', () => {
    const { gases } = lubricants(1000 / 3.6, { carbonTPerTj: 20, oxidisedDuringUse: 0.2, source });
    expect(gases['CO2']).toBeCloseTo(14.6667, 4);
  });

  it('refrigerant R-410A: leakage of a bank and a quarter of the retired gas', () => {
    // 1 000 kg · 0.1 + 200 kg · (1 − 0.75) = 150 kg, half of it each species.
    const bank = { bankKg: 1000, leakShare: 0.1, retiredKg: 200, recoveredShare: 0.75, source };
    const { gases } = containedGases('refrigerants', bank, { 'HFC-32': 0.5, 'HFC-125': 0.5 });
    expect(gases).toEqual({ 'HFC-32': expect.closeTo(0.075, 12), 'HFC-125': expect.closeTo(0.075, 12) });
  });

  it('SF6: 2.6 % of the bank of closed high-voltage gear', () => {
    expect(containedGases('sf6', { bankKg: 500, leakShare: 0.026, source }, { SF6: 1 }).gases['SF6']).toBeCloseTo(
      0.013,
      12,
    );
    expect(() => containedGases('sf6', { bankKg: 1, leakShare: 0.1, source }, { SF6: 0.5 })).toThrow();
  });
});

describe('livestock', () => {
  it('enteric: 1 000 dairy cattle in Asia at 78 kg', () => {
    expect(entericFermentation(1000, 78, source).gases['CH4-biogenic']).toBeCloseTo(78, 9);
  });

  it('manure: Eq. 10.23 and 10.25', () => {
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
});

describe('soils and rice', () => {
  const factors = {
    ef1: 0.01,
    ef1Rice: 0.004,
    ef3Pasture: 0.004,
    ef4: 0.01,
    ef5: 0.011,
    fracGasSynthetic: 0.11,
    fracGasOrganic: 0.21,
    fracLeach: 0.24,
    source: 'ipcc-2019',
  };

  it('N2O, direct and indirect', () => {
    // 100 t synthetic, 20 t of it on rice: direct 80·0.01 + 20·0.004 = 0.88 t; volatilised 11·0.01 = 0.11; leached 24·0.011 = 0.264 t N2O-N.
    const { gases } = managedSoils(
      { syntheticKg: 1e5, organicKg: 0, residuesKg: 0, onRiceKg: 2e4, pastureKg: 0 },
      factors,
    );
    expect(gases['N2O']).toBeCloseTo((1.254 * 44) / 28, 9);
  });

  it('pasture takes its own factor', () => {
    // 1 t: 0.004 + 0.21·0.01 + 0.24·0.011 = 0.00874
    const { gases } = managedSoils({ syntheticKg: 0, organicKg: 0, residuesKg: 0, pastureKg: 1000 }, factors);
    expect(gases['N2O']).toBeCloseTo((0.00874 * 44) / 28, 9);
  });

  it('lime and urea', () => {
    expect(limeAndUrea('liming', 100, 0.12, source).gases['CO2']).toBeCloseTo(44, 9);
    expect(limeAndUrea('urea', 30, 0.2, source).gases['CO2']).toBeCloseTo(22, 9);
  });

  it('rice: 1 000 ha, 100 days, 1.30 kg/ha/day, drained several times', () => {
    const field = { hectares: 1000, days: 100, baseline: 1.3, waterDuring: 0.52, waterBefore: 1, organic: 1, source };
    expect(riceCultivation(field).gases['CH4-biogenic']).toBeCloseTo(67.6, 9);
  });
});

describe('land', () => {
  it('growing stocks are removals', () => {
    // (1 150 − 1 000) t C over 5 years = 30 t C/yr = −110 t CO2.
    const change = { fromYear: 2015, toYear: 2020, fromTonnesC: 1000, toTonnesC: 1150, source };
    expect(stockDifference(change).gases['CO2']).toBeCloseTo(-110, 9);
    expect(() => stockDifference({ ...change, toYear: 2015 })).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
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
