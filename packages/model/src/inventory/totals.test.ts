import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { GPC_REFERENCES, refsIn } from './gpc.ts';
import {
  biogenicCo2Of,
  massesByGas,
  figuresByRef,
  totalsByScope,
  totalsBySector,
  totalOf,
  totalsOf,
} from './totals.ts';
import { inventoryOf, row } from './inventory.case.ts';
import type { Reported } from './types.ts';

const everyRef = (amount: (index: number) => number) =>
  inventoryOf(GPC_REFERENCES.map(({ ref }, index) => row(ref, amount(index))));

describe('totals', () => {
  it('counts one tonne at every reference as 32, 48, 49 and 27', () => {
    const totals = totalsOf(everyRef(() => 1));
    expect([totals.basic, totals.basicPlus, totals.basicPlusS3, totals.territorial].map((t) => t.co2eTonnes)).toEqual([
      32, 48, 49, 27,
    ]);
  });

  it('leaves grid generation and imported waste out of BASIC+, and keeps them in territorial', () => {
    const held = inventoryOf([row('I.4.4', 100), row('III.1.3', 10), row('III.1.2', 1)]);
    expect(totalOf(held, 'basicPlus').co2eTonnes).toBe(1);
    expect(totalOf(held, 'territorial').co2eTonnes).toBe(110);
  });

  it('adds rows of one reference and lets sinks be negative', () => {
    const held = inventoryOf([row('V.2', -50), row('V.2', 20)]);
    expect(figuresByRef(held).get('V.2')).toBe(-30);
    expect(totalOf(held, 'basicPlus').co2eTonnes).toBe(-30);
  });

  it('travels with its gaps: NE, C and a missing row are gaps, NO and IE are not', () => {
    const rows = GPC_REFERENCES.filter(({ ref }) => ref !== 'II.3.1').map(({ ref }) => row(ref, 1));
    const replace: Record<string, Reported> = {
      'I.1.1': { keys: ['NE'], explanation: 'no meters' },
      'I.2.1': { keys: ['C'] },
      'I.3.1': { keys: ['NO'] },
      'I.5.1': { keys: ['NO', 'IE'], includedIn: ['I.3.1'] },
    };
    const total = totalOf(
      inventoryOf(rows.map((r) => ({ ...r, co2eTonnes: replace[r.ref] ?? r.co2eTonnes }))),
      'basic',
    );
    expect(total.co2eTonnes).toBe(32 - 5);
    expect(total.complete).toBe(false);
    expect(total.gaps).toEqual([
      { ref: 'I.1.1', why: 'not-estimated', explanation: 'no meters' },
      { ref: 'I.2.1', why: 'confidential' },
      { ref: 'II.3.1', why: 'absent' },
    ]);
  });

  it('keeps credits and biogenic CO2 out of every total', () => {
    const held = inventoryOf([row('I.1.1', 100, { biogenicCo2Tonnes: 40 }), row('I.2.1', 5)], {
      credits: { bought: 60, sold: 10 },
    });
    expect(totalOf(held, 'basic').co2eTonnes).toBe(105);
    expect(biogenicCo2Of(held)).toBe(40);
    expect(biogenicCo2Of(inventoryOf([row('I.1.1', 1)]))).toBeUndefined();
  });

  it('refuses a reference it does not know', () => {
    expect(() => totalsOf(inventoryOf([row('I.9.1', 1)]))).toThrow(
      expect.objectContaining({ code: 'unknown-reference' }),
    );
  });

  it('sums gases over a boundary and says what is not split', () => {
    const held = inventoryOf([
      row('I.1.1', 28, { gases: { 'CH4-biogenic': 1 } }),
      row('II.1.1', 10, { gases: { CO2: 10 } }),
      row('III.1.1', 56, { gases: { 'CH4-biogenic': 2 } }),
      row('I.2.1', 7),
      row('I.4.4', 99, { gases: { CO2: 99 } }),
    ]);
    expect(massesByGas(held, 'basic')).toEqual({ masses: { 'CH4-biogenic': 3, CO2: 10 }, unsplitCo2eTonnes: 7 });
  });

  it('sectors add up to BASIC+S3, scope 1 to territorial, for any figures', () => {
    const amounts = fc.array(fc.double({ min: -1e6, max: 1e9, noNaN: true }), { minLength: 54, maxLength: 54 });
    fc.assert(
      fc.property(amounts, (list) => {
        const held = everyRef((index) => list[index]!);
        const totals = totalsOf(held);
        const sectors = Object.values(totalsBySector(held)).reduce((a, b) => a + b, 0);
        expect(Math.abs(sectors - totals.basicPlusS3.co2eTonnes)).toBeLessThan(1e-3);
        expect(Math.abs(totalsByScope(held)[1] - totals.territorial.co2eTonnes)).toBeLessThan(1e-3);
        expect(totals.basic.counted).toEqual(refsIn('basic'));
      }),
    );
  });
});
