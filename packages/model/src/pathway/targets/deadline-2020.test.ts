import { describe, expect, it } from 'vitest';
import { computeTarget } from './compute.ts';
import { deadline2020Group } from './deadline-2020.ts';
import { ceiling, country, inputs, series } from './fixture.case.ts';

const spec = { id: 'd', kind: 'deadline-2020' } as const;
const poor = { ...country, gdpPerHead: series('USD', { 2019: 4_000 }) };
/** 100 000 people throughout, so tonnes per head · 100 000 is the ceiling. */
const perHead = (tonnes: number) => ({ ...inputs, baseEmissions: tonnes * 100_000 });

describe('Deadline 2020', () => {
  it.each([
    [40_000, 8, 'steep decline'],
    [40_000, 4, 'steady decline'],
    [4_000, 8, 'early peak'],
    [4_000, 4, 'late peak'],
    [15_000, 5.1, 'late peak'],
  ])('puts GDP %i and %f t per head into the group "%s"', (gdp, emissions, group) => {
    expect(deadline2020Group(gdp, emissions)).toBe(group);
  });

  it('brings every high emitter to 2.9 t per head in 2030 and to nought in 2050', () => {
    for (const where of [country, poor]) {
      const path = computeTarget(spec, { ...perHead(8), country: where });
      expect(ceiling(path, 2030)).toBeCloseTo(290_000, 6);
      expect(ceiling(path, 2040)).toBeCloseTo(145_000, 6);
      expect(ceiling(path, 2050)).toBe(0);
      expect(path.netZeroYear).toBe(2050);
    }
  });

  it('lets a wealthy city fall at once and a poor high emitter hold first', () => {
    expect(ceiling(computeTarget(spec, perHead(8)), 2025)).toBeLessThan(800_000);
    const early = computeTarget(spec, { ...perHead(8), country: poor });
    expect(ceiling(early, 2026)).toBeCloseTo(800_000, 6);
    expect(ceiling(early, 2027)).toBeLessThan(800_000);
  });

  it('lets a poor low emitter rise by a tenth and no further than 2.9 t', () => {
    // 1 t per head may become 1.1 t; 2.8 t may become 2.9 t
    expect(ceiling(computeTarget(spec, { ...perHead(1), country: poor }), 2030)).toBeCloseTo(110_000, 6);
    expect(ceiling(computeTarget(spec, { ...perHead(2.8), country: poor }), 2030)).toBeCloseTo(290_000, 6);
  });

  it('never lets a wealthy city below 2.9 t rise to it', () => {
    // straight to zero: 2 t in 2019, 0 in 2050 → 2 · 20/31 in 2030
    expect(ceiling(computeTarget(spec, perHead(2)), 2030)).toBeCloseTo((200_000 * 20) / 31, 6);
  });

  it('follows the number of residents', () => {
    const growing = { ...perHead(8), population: series('persons', { 2019: 100_000, 2030: 150_000, 2050: 150_000 }) };
    expect(ceiling(computeTarget(spec, growing), 2030)).toBeCloseTo(2.9 * 150_000, 6);
  });

  it('names its group, and its own judgements as assumptions', () => {
    const path = computeTarget(spec, perHead(8));
    expect(path.inputs.find((input) => input.name === 'group')?.value).toBe('steep decline');
    expect(path.inputs.find((input) => input.name === 'peakYear')?.provenance).toBe('assumption');
  });

  it('refuses a country without GDP by name', () => {
    const { gdpPerHead: _gdp, ...without } = country;
    expect(() => computeTarget(spec, { ...inputs, country: without })).toThrow(
      expect.objectContaining({ code: 'missing-figure', message: expect.stringContaining('GDP per head of Exland') }),
    );
    expect(computeTarget({ ...spec, parameters: { gdpPerHead: 20_000 } }, { ...inputs, country: without }).counts).toBe(
      'co2e',
    );
  });
});
