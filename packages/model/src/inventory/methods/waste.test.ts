/** Worked examples of the waste methods; factors of the 2006 IPCC Guidelines, Vol 5. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  GPC_COMMITMENT_DOCF,
  biologicalTreatment,
  domesticWastewater,
  firstOrderDecay,
  industrialWastewater,
  methaneCommitment,
  mixedDoc,
  openlyBurnedTonnes,
  wasteBurning,
} from './index.ts';
import type { Landfill } from './index.ts';

const food = { doc: 0.15, docf: 0.5, k: 0.185, source: 'ipcc-2006' };
const landfill = (history: Landfill['history'], more: Partial<Landfill> = {}): Landfill => ({
  history,
  decay: { food },
  methaneShare: 0.5,
  oxidation: 0,
  recoveredTonnes: 0,
  ...more,
});

describe('first-order decay', () => {
  const once = landfill([{ year: 2000, tonnes: { food: 1000 }, mcf: 1 }, ...years(2001, 2003)]);

  it('follows Eq. 3.2 to 3.6 for one deposit', () => {
    // DDOCm = 1000 · 0.15 · 0.5 = 75 t C. First year: 75·(1 − e^−0.185)·0.5·16/12 = 8.4448 t CH4; then times e^−0.185 a year.
    const first = 75 * (1 - Math.exp(-0.185)) * (2 / 3);
    expect(first).toBeCloseTo(8.4448, 3);
    expect(firstOrderDecay(once, 2000).gases['CH4-biogenic']).toBe(0);
    expect(firstOrderDecay(once, 2001).gases['CH4-biogenic']).toBeCloseTo(first, 9);
    expect(firstOrderDecay(once, 2003).gases['CH4-biogenic']).toBeCloseTo(first * Math.exp(-0.37), 9);
  });

  it('subtracts recovery before oxidation', () => {
    const kept = landfill(once.history, { recoveredTonnes: 2, oxidation: 0.1 });
    const generated = 75 * (1 - Math.exp(-0.185)) * (2 / 3);
    expect(firstOrderDecay(kept, 2001).gases['CH4-biogenic']).toBeCloseTo((generated - 2) * 0.9, 9);
    expect(() => firstOrderDecay({ ...kept, recoveredTonnes: 50 }, 2001)).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });

  it('refuses a year left out', () => {
    const holed = landfill([once.history[0]!, ...years(2002, 2003)]);
    expect(() => firstOrderDecay(holed, 2004)).toThrow(expect.objectContaining({ code: 'missing-figure' }));
  });

  it('makes in all years what methane commitment books in one, with the same DOCf', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        (tonnes, mcf) => {
          const site = landfill([{ year: 1900, tonnes: { food: tonnes }, mcf }, ...years(1901, 2100)]);
          let sum = 0;
          for (let year = 1901; year <= 2100; year++) sum += firstOrderDecay(site, year).gases['CH4-biogenic']!;
          const committed = methaneCommitment({
            tonnes,
            doc: 0.15,
            docf: 0.5,
            mcf,
            methaneShare: 0.5,
            recoveredShare: 0,
            oxidation: 0,
            source: 'x',
          });
          expect(sum / committed.gases['CH4-biogenic']!).toBeCloseTo(1, 9);
        },
      ),
      { numRuns: 5 },
    );
  });
});

describe('methane commitment', () => {
  it('takes the GPC constants', () => {
    // DOC of 50 % food, 20 % paper, 30 % plastics = 0.075 + 0.08 + 0 = 0.155. L0 = 1 · 0.155 · 0.6 · 0.5 · 16/12 = 0.062 t/t.
    const doc = mixedDoc([
      { share: 0.5, doc: 0.15 },
      { share: 0.2, doc: 0.4 },
      { share: 0.3, doc: 0 },
    ]);
    expect(doc).toBeCloseTo(0.155, 12);
    const emission = methaneCommitment({
      tonnes: 1000,
      doc,
      docf: GPC_COMMITMENT_DOCF,
      mcf: 1,
      methaneShare: 0.5,
      recoveredShare: 0.2,
      oxidation: 0.1,
      source: 'gpc',
    });
    expect(emission.gases['CH4-biogenic']).toBeCloseTo(62 * 0.8 * 0.9, 9);
  });

  it('refuses a mix that is not whole', () => {
    expect(() => mixedDoc([{ share: 0.5, doc: 0.15 }])).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });
});

describe('biological treatment', () => {
  it('counts both gases of composting', () => {
    // 1 000 t wet: 4 g/kg CH4 = 4 t, 0.24 g/kg N2O = 0.24 t.
    const { gases } = biologicalTreatment(1000, { ch4GPerKg: 4, n2oGPerKg: 0.24, source: 'ipcc-2006' });
    expect(gases).toEqual({ 'CH4-biogenic': expect.closeTo(4, 12), N2O: expect.closeTo(0.24, 12) });
  });
});

describe('incineration and open burning', () => {
  const mix = [
    { share: 0.2, dryMatter: 1, carbon: 0.75, fossil: 1 },
    { share: 0.8, dryMatter: 0.4, carbon: 0.38, fossil: 0 },
  ];

  it('counts fossil carbon and keeps biogenic apart', () => {
    // Plastics: 0.2 · 1 · 0.75 · 44/12 = 0.55 t CO2/t; food: 0.8 · 0.4 · 0.38 · 44/12 = 0.44587 t/t biogenic.
    const factor = { oxidation: 1, ch4GPerTonne: 0.2, n2oGPerTonne: 50, n2oBasis: 'wet' as const, source: 'ipcc-2006' };
    const { gases, biogenicCo2Tonnes } = wasteBurning('incineration', 1000, mix, factor);
    expect(gases['CO2']).toBeCloseTo(550, 9);
    expect(biogenicCo2Tonnes).toBeCloseTo(445.8667, 3);
    expect(gases['N2O']).toBeCloseTo(0.05, 12);
  });

  it('burns in the open at 0.58, 6,500 g CH4 per t wet, 150 g N2O per t dry', () => {
    const factor = {
      oxidation: 0.58,
      ch4GPerTonne: 6500,
      n2oGPerTonne: 150,
      n2oBasis: 'dry' as const,
      source: 'ipcc-2006',
    };
    const { gases } = wasteBurning('open-burning', 1000, mix, factor);
    expect(gases['CO2']).toBeCloseTo(319, 9);
    expect(gases['CH4-biogenic']).toBeCloseTo(6.5, 9);
    // Dry matter 0.2 + 0.32 = 0.52.
    expect(gases['N2O']).toBeCloseTo(0.078, 12);
  });

  it('estimates what is burned in the open', () => {
    // 100 000 people, 30 % burn, 0.2 t a head, 60 % of it burns.
    expect(openlyBurnedTonnes(100_000, 0.3, 0.2, 0.6)).toBeCloseTo(3600, 9);
  });
});

describe('domestic wastewater', () => {
  const factors = {
    bodGPerPersonDay: 40,
    bo: 0.6,
    nitrogen: {
      proteinKgPerYear: 25,
      nitrogenInProtein: 0.16,
      nonConsumed: 1.1,
      industrial: 1.25,
      effluentN2oN: 0.005,
      plantGPerPerson: 3.2,
    },
    source: 'ipcc-2006',
  };

  it('follows Eq. 6.1 to 6.8', () => {
    // TOW per head 40 g · 365 = 14.6 kg. 100 000 people: septic 60 %: 60 000 · 14.6 kg · 0.6 · 0.5 = 262.8 t CH4;
    // sewer to an overloaded plant 40 %: 40 000 · 14.6 kg · 1.25 · 0.6 · 0.3 = 131.4 t.
    const ways = [
      { share: 0.6, mcf: 0.5, collected: false },
      { share: 0.4, mcf: 0.3, collected: true },
    ];
    const { gases } = domesticWastewater(100_000, ways, factors);
    expect(gases['CH4-biogenic']).toBeCloseTo(394.2, 6);
    // N: 100 000 · 25 · 0.16 · 1.1 · 1.25 = 550 000 kg; · 0.005 · 44/28 = 4 321.4 kg N2O.
    expect(gases['N2O']).toBeCloseTo(4.3214, 4);
  });

  it('rises with the share of residents, never falls', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (part) => {
        const ways = [
          { share: part, mcf: 0.8, collected: false },
          { share: 1 - part, mcf: 0, collected: false },
        ];
        // 100 000 · part · 14.6 kg · 0.6 · 0.8
        expect(domesticWastewater(100_000, ways, factors).gases['CH4-biogenic']).toBeCloseTo(700.8 * part, 6);
      }),
    );
  });

  it('refuses residents counted twice', () => {
    const ways = [
      { share: 0.7, mcf: 0.5, collected: false },
      { share: 0.7, mcf: 0.5, collected: false },
    ];
    expect(() => domesticWastewater(1, ways, factors)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });
});

describe('industrial wastewater', () => {
  it('follows Eq. 6.4', () => {
    // 1 000 t beer · 6.3 m3/t · 2.9 kg COD/m3 = 18 270 kg COD; · 0.25 · 0.8 = 3.654 t CH4.
    const plant = { productTonnes: 1000, m3PerTonne: 6.3, codKgPerM3: 2.9, bo: 0.25, mcf: 0.8, source: 'ipcc-2006' };
    expect(industrialWastewater(plant).gases['CH4-biogenic']).toBeCloseTo(3.654, 9);
    expect(industrialWastewater({ ...plant, recoveredTonnes: 3 }).gases['CH4-biogenic']).toBeCloseTo(0.654, 9);
  });
});

function years(from: number, to: number): Landfill['history'] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({ year: from + index, tonnes: {}, mcf: 1 }));
}
