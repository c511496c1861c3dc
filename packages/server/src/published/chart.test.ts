import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apart, barChart, lineChart, niceTicks } from './chart.ts';

describe('the axis of a chart', () => {
  it('has round values that hold all that is drawn, and nought', () => {
    expect(niceTicks(0, 520)).toEqual([0, 200, 400, 600]);
    expect(niceTicks(-30, 100)).toEqual([-50, 0, 50, 100]);
  });

  it('holds any range', () => {
    const number = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [low, high] = [Math.min(a, b, 0), Math.max(a, b, 0)];
        const grain = 1e-9 * Math.max(1, high - low);
        const ticks = niceTicks(low, high);
        expect(ticks[0]!).toBeLessThanOrEqual(low + grain);
        expect(ticks.at(-1)!).toBeGreaterThanOrEqual(high - grain);
        expect(ticks.length).toBeLessThanOrEqual(8);
        expect(ticks.some((tick) => Math.abs(tick) < grain)).toBe(true);
      }),
    );
  });
});

describe('the names of lines', () => {
  it('stand apart where their ends meet, in the order of the ends', () => {
    const placed = apart([100, 101, 102]);
    expect(placed[1]! - placed[0]!).toBeGreaterThanOrEqual(13.5);
    expect(placed[2]! - placed[1]!).toBeGreaterThanOrEqual(13.5);
    expect(apart([20, 150])).toEqual([20, 150]);
  });
});

describe('a drawing', () => {
  it('takes names as text, and shows what is not known as a frame without a bar', () => {
    const drawn = barChart('a "title" & more', [
      { label: '<b>', text: '5', value: 5, look: 's-I' },
      { label: 'Waste', text: 'not known', value: undefined, look: 's-III' },
    ]);
    expect(drawn).toContain('aria-label="a &quot;title&quot; &amp; more"');
    expect(drawn).toContain('&lt;b&gt;');
    expect(drawn).toContain('class="unknown"');
    expect(drawn).not.toContain('class="s-III"');
  });

  it('has no figure that is none, whatever is drawn', () => {
    const years = [2025, 2026];
    const chart = (values: readonly number[]) =>
      lineChart({ title: 't', years, lines: [{ label: 'a', look: 'plan', values }], yearTicks: [], write: String });
    for (const values of [
      [0, 0],
      [5, -5],
      [1e9, 1e9],
    ])
      expect(chart(values)).not.toMatch(/NaN|Infinity/);
  });
});
