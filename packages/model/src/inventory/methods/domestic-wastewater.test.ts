/** Worked examples of domestic wastewater; factors of Vol 5 Ch 6. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { domesticWastewater } from './domestic-wastewater.ts';

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

  it('takes out of the effluent what left with sludge and from advanced plants', () => {
    // 550 000 kg N; plants: 100 000 · 1.25 · 3.2 g = 400 kg N2O = 254.545 kg N; sludge 50 000 kg.
    // Effluent: 499 745.455 kg · 0.005 · 44/28 = 3 926.571 kg; with the plants 4 326.571 kg N2O.
    const ways = [{ share: 1, mcf: 0, collected: true, advancedPlant: true }];
    const nitrogen = { ...factors.nitrogen, sludgeKg: 50_000 };
    expect(domesticWastewater(100_000, ways, { ...factors, nitrogen }).gases['N2O']).toBeCloseTo(4.326571, 6);
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
