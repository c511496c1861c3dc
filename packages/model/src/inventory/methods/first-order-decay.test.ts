/** Worked examples of first-order decay; factors of Vol 5 Ch 3. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Landfill } from './first-order-decay.ts';
import { firstOrderDecay } from './first-order-decay.ts';
import { methaneCommitment } from './methane-commitment.ts';

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

function years(from: number, to: number): Landfill['history'] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({ year: from + index, tonnes: {}, mcf: 1 }));
}
