import { describe, expect, it } from 'vitest';
import { bandung } from '../../../test/fixture.ts';
import { bandsOf, highest, lowest, pathwayOf } from './state.ts';

const { plan, evaluate } = bandung();
const outcome = evaluate(plan);
const series = pathwayOf(plan, outcome, undefined);

describe('the pathway chart', () => {
  it('has wedges that lead exactly from business-as-usual to the plan, every year', () => {
    const last = bandsOf(series).at(-1)!;
    const scale = outcome.emissions.bau[0]!;
    last.bottom.forEach((value, y) => expect(Math.abs(value - outcome.emissions.plan[y]!) / scale).toBeLessThan(1e-9));
  });

  it('leaves out sectors that save nothing', () => {
    const none = { ...plan, actions: plan.actions.map((a) => ({ ...a, schedule: { ...a.schedule, size: 0 } })) };
    expect(pathwayOf(none, evaluate(none), undefined).wedges).toEqual([]);
  });

  it('holds every line between its lowest and highest value, nought included', () => {
    expect(lowest(series)).toBeLessThanOrEqual(0);
    for (const value of [...series.bau, ...series.plan, ...series.target]) {
      expect(value).toBeGreaterThanOrEqual(lowest(series));
      expect(value).toBeLessThanOrEqual(highest(series));
    }
  });

  it('never shows a CO2 budget as a line among CO2e', () => {
    expect(outcome.targets.some(({ counts }) => counts === 'co2')).toBe(true);
    expect(series.targets.every(({ counts }) => counts === 'co2e')).toBe(true);
  });
});
