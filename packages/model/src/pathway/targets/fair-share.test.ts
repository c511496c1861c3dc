import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeTarget } from './compute.ts';
import { fairShareOfReduction } from './fair-share.ts';
import { ceiling, country, inputs, series } from './fixture.case.ts';

const opcc = { id: 't', kind: 'opcc' } as const;
/** A base year of 2018 needs no national trend. */
const from2018 = { ...inputs, baseYear: 2018 };

describe('One Planet City Challenge', () => {
  it('asks the United States for 63.3 % less per head (0.50 · 0.926 / 0.731; ICLEI USA publishes 63.3 %)', () => {
    expect(fairShareOfReduction(0.5, 0.926, 0.731)).toBeCloseTo(0.633, 3);
  });

  it('follows a worked example: 10 t per head, 63.338 % less, 120 000 people in 2030', () => {
    // 0.5·0.926/0.731 = 0.633379; 10 t · (1 − 0.633379) · 120 000 = 439 945 t; from 1 000 000 t in 2018
    const path = computeTarget(opcc, {
      ...from2018,
      population: series('persons', { 2018: 100_000, 2030: 120_000, 2050: 120_000 }),
    });
    expect(ceiling(path, 2030)).toBeCloseTo(439_945.3, 0);
    // halfway in time is halfway in tonnes
    expect(ceiling(path, 2024)).toBeCloseTo((1_000_000 + 439_945.3) / 2, 0);
    expect(ceiling(path, 2050)).toBe(0);
    expect(path.netZeroYear).toBe(2050);
  });

  it('brings a later base year back to 2018 by the national trend of CO2 per head', () => {
    // 10 t per head in 2022; Exland fell from 10 to 8 t per head, so 2018 counts 10 · 10/8 = 12.5 t; · 0.366621 · 100 000
    const path = computeTarget(opcc, { ...inputs, baseYear: 2022 });
    expect(ceiling(path, 2030)).toBeCloseTo(12.5 * (1 - (0.5 * 0.926) / 0.731) * 100_000, 3);
    expect(path.inputs.find((input) => input.name.startsWith('national CO2 per head'))).toMatchObject({
      value: 1.25,
      source: 'made-up',
      provenance: 'default',
    });
  });

  it('takes the city’s own figures when it gives them', () => {
    const path = computeTarget(
      { ...opcc, parameters: { hdi: 0.8, worldHdi: 0.8, referenceEmissionsPerHead: 8 } },
      { ...inputs, baseYear: 2022 },
    );
    expect(ceiling(path, 2030)).toBeCloseTo(8 * 0.5 * 100_000, 6);
    expect(path.inputs.find((input) => input.name === 'hdi')?.provenance).toBe('city-value');
  });

  it('shows the world’s HDI as a default with its source', () => {
    const path = computeTarget(opcc, from2018);
    expect(path.inputs.find((input) => input.name === 'HDI of the world 2018')).toMatchObject({
      value: 0.731,
      source: 'made-up',
      provenance: 'default',
    });
  });

  it('reads the HDI between published years in a straight line', () => {
    const path = computeTarget({ ...opcc, parameters: { hdiYear: 2020 } }, from2018);
    expect(path.inputs.find((input) => input.name === 'HDI of Exland 2020')?.value).toBeCloseTo(0.928, 12);
  });

  it('refuses a country without HDI by name', () => {
    const { hdi: _hdi, ...without } = country;
    expect(() => computeTarget(opcc, { ...from2018, country: without })).toThrow(
      expect.objectContaining({ code: 'missing-figure', message: expect.stringContaining('HDI of Exland') }),
    );
  });

  it('takes the nearest year a country has, and the world of that year', () => {
    const path = computeTarget(opcc, { ...from2018, country: { ...country, hdi: series('1', { 2022: 0.5 }) } });
    const hdi = path.inputs.filter((input) => input.name.startsWith('HDI')).map(({ name, value }) => [name, value]);
    expect(hdi).toEqual([
      ['HDI of the world 2022', 0.739],
      ['HDI of Exland 2022', 0.5],
    ]);
  });

  it('lets the world stand in only when asked, and shows that as an assumption', () => {
    const { hdi: _hdi, ...without } = country;
    const path = computeTarget({ ...opcc, parameters: { hdi: 'world' } }, { ...from2018, country: without });
    expect(ceiling(path, 2030)).toBeCloseTo(500_000, 6);
    expect(path.inputs.find((input) => input.name.startsWith('HDI of Exland'))?.provenance).toBe('assumption');
  });

  it('refuses a missing population by name and year', () => {
    expect(() => computeTarget(opcc, { ...from2018, population: series('persons', { 2018: 1, 2020: 1 }) })).toThrow(
      expect.objectContaining({
        code: 'missing-figure',
        message: expect.stringContaining('population of the city in 2030'),
      }),
    );
  });

  it('refuses a base year in or after 2030', () => {
    expect(() => computeTarget(opcc, { ...inputs, baseYear: 2030 })).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });

  it('asks more of a country with higher development, and never more than all', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b, global) => {
          const [low, high] = a < b ? [a, b] : [b, a];
          const less = fairShareOfReduction(global, low, 0.739);
          const more = fairShareOfReduction(global, high, 0.739);
          expect(more).toBeGreaterThanOrEqual(less);
          expect(more).toBeLessThanOrEqual(1);
          expect(less).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe('Race to Zero', () => {
  it('asks for the same in 2030 as the One Planet City Challenge', () => {
    const race = computeTarget({ id: 'r', kind: 'race-to-zero' }, inputs);
    expect(ceiling(race, 2030)).toBe(ceiling(computeTarget(opcc, inputs), 2030));
  });

  it('lets no city be later than 2050', () => {
    expect(() => computeTarget({ id: 'r', kind: 'race-to-zero', parameters: { netZeroYear: 2051 } }, inputs)).toThrow(
      expect.objectContaining({ code: 'out-of-range', at: ['targets', 'r', 'parameters', 'netZeroYear'] }),
    );
    expect(computeTarget({ ...opcc, parameters: { netZeroYear: 2060 } }, inputs).netZeroYear).toBe(2060);
  });

  it('may be sooner', () => {
    const path = computeTarget({ id: 'r', kind: 'race-to-zero', parameters: { netZeroYear: 2040 } }, inputs);
    expect(path.netZeroYear).toBe(2040);
    expect(ceiling(path, 2040)).toBe(0);
    expect(ceiling(path, 2039)).toBeGreaterThan(0);
  });
});
