import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { inventoryOf, row } from './inventory.case.ts';
import type { RecalculationReason } from './recalculation.ts';
import { DEFAULT_RECALCULATION_RULE, recalculateBaseYear } from './recalculation.ts';
import { totalOf } from './totals.ts';

const base = inventoryOf([row('I.1.1', 600), row('II.1.1', 400), row('III.1.1', { keys: ['NE'] })], { year: 2015 });
const factor: RecalculationReason = {
  kind: 'factor',
  refs: ['I.1.1'],
  explanation: 'grid factor corrected by the utility',
};

describe('recalculating a base year', () => {
  it('is required from 5 % on, and lists the number and the reason', () => {
    const revised = { ...base, rows: [row('I.1.1', 650), ...base.rows.slice(1)] };
    const result = recalculateBaseYear(base, revised, [factor]);
    expect(result).toMatchObject({ required: true, beforeTonnes: 1000, afterTonnes: 1050, refused: [], findings: [] });
    expect(result.change).toBeCloseTo(0.05, 12);
    expect(result.figures).toEqual([
      { ref: 'I.1.1', before: 600, after: 650, differenceTonnes: 50, reasons: [factor] },
    ]);
    expect(totalOf(result.baseYear, 'basic').co2eTonnes).toBe(1050);
  });

  it('is not required below, and then leaves the base year as it was', () => {
    const revised = { ...base, rows: [row('I.1.1', 640), ...base.rows.slice(1)] };
    const result = recalculateBaseYear(base, revised, [factor]);
    expect(result).toMatchObject({ required: false, afterTonnes: 1000, figures: [{ differenceTonnes: 40 }] });
    expect(result.baseYear).toBe(base);
    expect(
      recalculateBaseYear(base, revised, [factor], { ...DEFAULT_RECALCULATION_RULE, threshold: 0.03 }).required,
    ).toBe(true);
  });

  it('does not take over growth: a change without a reason is refused', () => {
    const revised = { ...base, rows: [row('I.1.1', 700), row('II.1.1', 900)] };
    const result = recalculateBaseYear(base, revised, [factor]);
    expect(result.refused.map(({ ref }) => ref)).toEqual(['II.1.1', 'III.1.1']);
    expect(result.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['change-unexplained', 'error'],
      ['change-unexplained', 'error'],
    ]);
    expect(totalOf(result.baseYear, 'basic').co2eTonnes).toBe(1100);
  });

  it('sees a source newly estimated', () => {
    const method: RecalculationReason = { kind: 'method', refs: ['III.1.1'], explanation: 'landfill survey' };
    const revised = { ...base, rows: [...base.rows.slice(0, 2), row('III.1.1', 120)] };
    expect(recalculateBaseYear(base, revised, [method]).figures).toMatchObject([
      { ref: 'III.1.1', before: { keys: ['NE'] }, after: 120, differenceTonnes: 120 },
    ]);
  });

  it('sees two changes that cancel, by the gross measure', () => {
    const error: RecalculationReason = { kind: 'error', refs: 'all', explanation: 'fuel booked to the wrong sector' };
    const revised = { ...base, rows: [row('I.1.1', 500), row('II.1.1', 500), base.rows[2]!] };
    expect(recalculateBaseYear(base, revised, [error]).required).toBe(true);
    const net = { ...DEFAULT_RECALCULATION_RULE, measure: 'net' as const };
    expect(recalculateBaseYear(base, revised, [error], net).required).toBe(false);
  });

  it('takes over the warming potentials when nothing is refused', () => {
    const set: RecalculationReason = { kind: 'factor', refs: 'all', explanation: 'from AR4 to AR5' };
    const old = inventoryOf([row('III.1.1', 2500)], { gwpSet: 'AR4' });
    const revised = inventoryOf([row('III.1.1', 2800)], { gwpSet: 'AR5' });
    expect(recalculateBaseYear(old, revised, [set]).baseYear.gwpSet).toBe('AR5');
  });

  it('accounts for the whole change of the total', () => {
    const figure = fc.double({ min: 1, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(figure, figure, figure, figure, (a, b, c, d) => {
        const one = inventoryOf([row('I.1.1', a), row('II.1.1', b)]);
        const other = inventoryOf([row('I.1.1', c), row('II.1.1', d)]);
        const all: RecalculationReason = { kind: 'error', refs: 'all', explanation: 'x' };
        const { figures } = recalculateBaseYear(one, other, [all]);
        const sum = figures.reduce((total, { differenceTonnes }) => total + differenceTonnes, 0);
        expect(sum).toBeCloseTo(c + d - a - b, 4);
      }),
    );
  });
});
