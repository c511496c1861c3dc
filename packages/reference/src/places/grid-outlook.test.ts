import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRID_HORIZON, outlookOf, parseGridOutlook, projectGridIntensity } from './grid-outlook.ts';

const series = fc
  .record({ year: fc.integer({ min: 2000, max: 2049 }), value: fc.double({ min: 0, max: 1500, noNaN: true }) })
  .map((point) => [point]);
const outlook = fc.record({
  declinePerYear: fc.double({ min: 0, max: 0.2, noNaN: true }),
  residual: fc.double({ min: 0, max: 100, noNaN: true }),
});

describe('projectGridIntensity', () => {
  it('declines towards the residual: 520 g, 20 g left, 10 % a year → 20 + 500·0.9 = 470 after one year, 425 after two', () => {
    const points = projectGridIntensity([{ year: 2024, value: 520 }], { declinePerYear: 0.1, residual: 20 });
    expect(points[0]).toEqual({ year: 2025, value: 470 });
    expect(points[1]).toEqual({ year: 2026, value: 425 });
    expect(points.at(-1)!.year).toBe(GRID_HORIZON);
  });

  it('leaves a grid that is already cleaner than the residual as it is', () => {
    const points = projectGridIntensity([{ year: 2040, value: 5 }], { declinePerYear: 0.1, residual: 20 });
    expect(points.every((point) => point.value === 5)).toBe(true);
  });

  it('has nothing to say without a history', () => {
    expect(projectGridIntensity([], { declinePerYear: 0.1, residual: 20 })).toEqual([]);
  });

  it('never rises, never falls below the smaller of residual and start, and covers every year once', () => {
    fc.assert(
      fc.property(series, outlook, (history, rule) => {
        const [start] = history;
        const points = projectGridIntensity(history, rule);
        expect(points.map((point) => point.year)).toEqual(
          Array.from({ length: GRID_HORIZON - start!.year }, (_, i) => start!.year + 1 + i),
        );
        const floor = Math.min(start!.value, rule.residual);
        let before = start!.value;
        for (const { value } of points) {
          expect(value).toBeLessThanOrEqual(before + 0.05); // rounded to 0.1 g
          expect(value).toBeGreaterThanOrEqual(floor - 0.05);
          before = value;
        }
      }),
    );
  });
});

describe('parseGridOutlook', () => {
  const text = `group,decline_per_year,residual_g_per_kwh\nEurope/high,0.05,20\nhigh,0.04,20\nunknown,0.025,20\n`;

  it('prefers the region, then the income group, then the rest', () => {
    const table = parseGridOutlook(text);
    expect(outlookOf(table, 'Europe', 'high').declinePerYear).toBe(0.05);
    expect(outlookOf(table, 'Asia', 'high').declinePerYear).toBe(0.04);
    expect(outlookOf(table, 'Asia', 'low').declinePerYear).toBe(0.025);
  });

  it('refuses a table without a fallback', () => {
    expect(() => parseGridOutlook('group,decline_per_year,residual_g_per_kwh\nhigh,0.04,20\n')).toThrow(/unknown/);
  });
});
