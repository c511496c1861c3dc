import { describe, expect, it } from 'vitest';
import { bandung } from '../../../test/fixture.ts';
import { abatementOf, cashOf, costRange, freeShare, paybackYear, type CashYear } from './state.ts';

const { plan, evaluate } = bandung();
const outcome = evaluate(plan);

const year = (at: number, capital: number, billSaved: number): CashYear => ({
  year: at,
  capital,
  operating: 0,
  billSaved,
  net: capital - billSaved,
});

describe('money by year', () => {
  it('nets capital and running cost against bills saved', () => {
    for (const { capital, operating, billSaved, net } of cashOf(outcome)) {
      expect(net).toBeCloseTo(capital + operating - billSaved, 3);
    }
  });

  it('is paid back in the first year whose running sum is not above nought and stays so: 100 − 40 − 40 − 40', () => {
    const cash = [year(2027, 100, 0), year(2028, 0, 40), year(2029, 0, 40), year(2030, 0, 40)];
    expect(paybackYear(cash)).toBe(2030);
  });

  it('is not paid back when a later investment takes it below again', () => {
    expect(paybackYear([year(2027, 10, 0), year(2028, 0, 20), year(2029, 50, 0)])).toBeUndefined();
  });

  it('has no payback where nothing was spent', () => {
    expect(paybackYear([year(2027, 0, 0)])).toBeUndefined();
  });
});

describe('the abatement curve', () => {
  const bars = abatementOf(plan, outcome);

  it('runs from cheapest to dearest, each bar where the last one ended', () => {
    expect(bars.length).toBeGreaterThan(1);
    bars.forEach((bar, i) => {
      const before = bars[i - 1];
      expect(bar.from).toBeCloseTo(before ? before.from + before.tonnes : 0, 6);
      if (before) expect(bar.perTonne).toBeGreaterThanOrEqual(before.perTonne);
    });
  });

  it('counts the share that pays for itself by tonnes: 30 of 40', () => {
    const bar = (id: string, tonnes: number, perTonne: number) => ({
      id,
      tonnes,
      perTonne,
      from: 0,
      sector: 'waste' as const,
    });
    expect(freeShare([bar('a', 30, -5), bar('b', 10, 20)])).toBe(0.75);
    expect(freeShare([])).toBe(0);
  });

  it('always has nought on its axis', () => {
    const [low, high] = costRange(bars);
    expect(low).toBeLessThanOrEqual(0);
    expect(high).toBeGreaterThanOrEqual(0);
  });
});
