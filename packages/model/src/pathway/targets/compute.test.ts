import fc from 'fast-check';
import type { CountryProfile } from '../../reference.ts';
import { describe, expect, it } from 'vitest';
import { TARGET_KINDS, type TargetSpec } from '../types.ts';
import { computeTarget, computeTargets, standardTargets } from './compute.ts';
import { ceiling, country, inputs, series } from './fixture.case.ts';

const custom = (parameters: Record<string, number | string | boolean>): TargetSpec => ({
  id: 'c',
  kind: 'custom',
  parameters,
});

describe('zero by a named year', () => {
  it('falls in a straight line to 2040 for Pathway to Paris', () => {
    const path = computeTarget({ id: 'p', kind: 'pathway-to-paris' }, { ...inputs, baseYear: 2020 });
    expect(ceiling(path, 2030)).toBeCloseTo(500_000, 6);
    expect(ceiling(path, 2040)).toBe(0);
    expect(path.netZeroYear).toBe(2040);
    expect(path.inputs.find((input) => input.name.startsWith('renewable share'))?.value).toBe(1);
    // Σ 2021…2039 of 1 000 000 · (1 − t/20) = 1 000 000 · (20 − 1) / 2
    expect(path.cumulativeBudget).toBeCloseTo(9_500_000, 3);
  });

  it('lets no city be later than 2040, and some sooner', () => {
    const spec = (zeroYear: number): TargetSpec => ({ id: 'p', kind: 'pathway-to-paris', parameters: { zeroYear } });
    expect(() => computeTarget(spec(2041), inputs)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
    expect(computeTarget(spec(2035), inputs).netZeroYear).toBe(2035);
  });

  it('falls in a straight line to 2030 for Carbon Free 2030', () => {
    const path = computeTarget({ id: 'f', kind: 'carbon-free-2030' }, { ...inputs, baseYear: 2020 });
    expect(ceiling(path, 2025)).toBeCloseTo(500_000, 6);
    expect(path.netZeroYear).toBe(2030);
  });

  it('refuses a base year that is too late', () => {
    expect(() => computeTarget({ id: 'f', kind: 'carbon-free-2030' }, { ...inputs, baseYear: 2031 })).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });
});

describe('a target of the city’s own', () => {
  it('cuts against the base year: 40 % by 2030, then held', () => {
    const path = computeTarget(custom({ reduction: 0.4, targetYear: 2030 }), { ...inputs, baseYear: 2020 });
    expect(ceiling(path, 2025)).toBeCloseTo(800_000, 6);
    expect(ceiling(path, 2030)).toBeCloseTo(600_000, 6);
    expect(ceiling(path, 2050)).toBeCloseTo(600_000, 6);
    expect(path.netZeroYear).toBeUndefined();
  });

  it('joins several years and net zero', () => {
    const path = computeTarget(custom({ reduction2030: 0.4, reduction2040: 0.8, netZeroYear: 2045 }), inputs);
    expect([2030, 2035, 2040, 2045].map((year) => Math.round(ceiling(path, year)))).toEqual([
      600_000, 400_000, 200_000, 0,
    ]);
    expect(path.netZeroYear).toBe(2045);
  });

  it('cuts per head, so that growth of the city is allowed for', () => {
    const growing = { ...inputs, population: series('persons', { 2019: 100_000, 2030: 150_000, 2050: 150_000 }) };
    const path = computeTarget(custom({ basis: 'per-head', reduction: 0.5, targetYear: 2030 }), growing);
    // 10 t · 0.5 · 150 000
    expect(ceiling(path, 2030)).toBeCloseTo(750_000, 6);
  });

  it('cuts against business-as-usual', () => {
    const bauPath = Array.from({ length: 32 }, (_, i) => 1_000_000 + i * 10_000);
    const path = computeTarget(custom({ basis: 'bau', reduction: 0.2, targetYear: 2029 }), { ...inputs, bauPath });
    // business-as-usual of 2029 is 1 100 000 t
    expect(ceiling(path, 2029)).toBeCloseTo(880_000, 6);
    expect(() => computeTarget(custom({ basis: 'bau', reduction: 0.2, targetYear: 2029 }), inputs)).toThrow(
      expect.objectContaining({ code: 'missing-figure' }),
    );
  });

  it('goes to fixed levels', () => {
    const path = computeTarget(custom({ basis: 'fixed-level', level2029: 500_000, netZeroYear: 2050 }), inputs);
    expect(ceiling(path, 2024)).toBeCloseTo(750_000, 6);
    expect(ceiling(path, 2050)).toBe(0);
  });

  it.each([
    ['nothing said', {}, 'missing-figure'],
    ['a cut without a year', { reduction: 0.4 }, 'missing-figure'],
    ['a cut above 1', { reduction: 40, targetYear: 2030 }, 'out-of-range'],
    ['text for a number', { reduction: 'much', targetYear: 2030 }, 'not-a-number'],
    ['a year before the base year', { reduction2010: 0.4 }, 'out-of-range'],
    ['a level under a cut', { level2030: 10 }, 'out-of-range'],
    ['an unknown basis', { basis: 'wish', reduction2030: 0.4 }, 'out-of-range'],
    ['an unknown parameter', { reductio: 0.4 }, 'out-of-range'],
  ])('refuses %s', (_, parameters, code) => {
    expect(() => computeTarget(custom(parameters as Record<string, number>), inputs)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it('hits the cut named exactly, and allows less the more is cut', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 2020, max: 2050 }),
        (a, b, year) => {
          const [small, large] = a < b ? [a, b] : [b, a];
          const little = computeTarget(custom({ reduction: small, targetYear: year }), inputs);
          const much = computeTarget(custom({ reduction: large, targetYear: year }), inputs);
          expect(ceiling(much, year)).toBeCloseTo(1_000_000 * (1 - large), 6);
          expect(much.cumulativeBudget).toBeLessThanOrEqual(little.cumulativeBudget + 1e-6);
        },
      ),
    );
  });
});

describe('every kind of target', () => {
  const specs: readonly TargetSpec[] = [
    ...standardTargets(),
    custom({ reduction: 0.5, targetYear: 2030, netZeroYear: 2050 }),
  ];

  it('is among those shown side by side', () => {
    expect(specs.map((spec) => spec.kind)).toEqual(TARGET_KINDS);
  });

  it.each(specs)('$kind tells formula, inputs with origin, sources and a plain explanation', (spec) => {
    const path = computeTarget(spec, inputs);
    expect(path.years).toHaveLength(32);
    expect(path.emissions).toHaveLength(32);
    expect(path.cumulativeBudget).toBeCloseTo(
      path.emissions.slice(1).reduce((a, b) => a + b, 0),
      6,
    );
    expect(path.formula.length).toBeGreaterThan(10);
    expect(path.sources.length).toBeGreaterThan(0);
    expect(path.explanation).not.toMatch(/NaN|undefined|Infinity/);
    expect(path.inputs.length).toBeGreaterThan(0);
    for (const input of path.inputs) expect(input.value).not.toBeNaN();
  });

  it.each(specs)('$kind is never negative and begins at the base year, for any city', (spec) => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        fc.integer({ min: 1_000, max: 40_000_000 }),
        fc.integer({ min: 2015, max: 2028 }),
        fc.double({ min: 500, max: 120_000, noNaN: true }),
        (baseEmissions, people, baseYear, gdp) => {
          const path = computeTarget(spec, {
            ...inputs,
            baseYear,
            baseEmissions,
            baseCo2: baseEmissions * 0.8,
            population: series('persons', { 2010: people, 2050: people * 1.5 }),
            country: { ...country, gdpPerHead: series('USD', { 2010: gdp, 2025: gdp }) },
          });
          expect(path.emissions[0]).toBeCloseTo(path.counts === 'co2' ? baseEmissions * 0.8 : baseEmissions, 3);
          for (const tonnes of path.emissions) expect(tonnes).toBeGreaterThanOrEqual(0);
          if (path.netZeroYear !== undefined && path.netZeroYear <= 2050)
            expect(ceiling(path, path.netZeroYear)).toBe(0);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('says in its parameters when the world stands in for a country without HDI', () => {
    const without: CountryProfile = { ...country };
    Reflect.deleteProperty(without, 'hdi');
    expect(standardTargets(country).every((spec) => spec.parameters === undefined)).toBe(true);
    const specs = standardTargets(without).filter((spec) => spec.parameters?.['hdi'] === 'world');
    expect(specs.map((spec) => spec.kind)).toEqual(['opcc', 'race-to-zero']);
    for (const spec of specs) expect(computeTarget(spec, { ...inputs, country: without }).netZeroYear).toBe(2050);
  });

  it('does not hide the others when one lacks a figure', () => {
    const { hdi: _hdi, ...without } = country;
    const results = computeTargets(specs, { ...inputs, country: without });
    const refused = results.filter((result) => 'refusal' in result).map((result) => result.spec.kind);
    expect(refused).toEqual(['opcc', 'race-to-zero']);
  });

  it.each([
    ['negative emissions', { baseEmissions: -1 }, 'out-of-range'],
    ['emissions that are no number', { baseEmissions: Number.NaN }, 'not-a-number'],
    ['a horizon before the base year', { horizonYear: 2010 }, 'out-of-range'],
  ])('refuses %s', (_, change, code) => {
    expect(() => computeTarget(custom({ reduction2030: 0.5 }), { ...inputs, ...change })).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it('refuses a kind it does not know', () => {
    expect(() => computeTarget({ id: 'x', kind: 'wish' as 'custom' }, inputs)).toThrow(
      expect.objectContaining({ code: 'unknown-target' }),
    );
  });
});
