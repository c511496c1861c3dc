import { describe, expect, it } from 'vitest';
import { flatWorld } from '../climate/climate.case.ts';
import { speciesIndex } from '../climate/species.ts';
import { FADE_YEARS, horizonTails, tailAfter } from './horizon.ts';
import type { HorizonRule } from './types.ts';

/** A world whose fossil CO2 falls from 40 Gt in 2050 by 1 Gt a year, below zero after 2090; everything else is flat. */
const world = (() => {
  const falling = flatWorld(2100);
  const row = speciesIndex('CO2 FFI') * 351;
  for (let year = 2050; year <= 2100; year++) falling.values[row + year - 1750] = 40 - (year - 2050);
  return falling;
})();

const years = { firstYear: 2020, lastYear: 2100 };
const tail = (rule: HorizonRule, last = 2050) => tailAfter(horizonTails(world, years, rule), last);
const inYear = (series: Float64Array, year: number): number => series[year - 2020]!;

describe('after the last own year', () => {
  it('references follow the index of their gas in the world, down to nothing', () => {
    const { co2, ch4 } = tail('hold-ratio').reference;
    // 30/40 ten years on; the world below zero after 2090 leaves nothing
    expect(inYear(co2, 2060)).toBeCloseTo(0.75, 12);
    expect(inYear(co2, 2095)).toBe(0);
    expect(inYear(ch4, 2060)).toBe(1);
  });

  it('CO2 from land is held', () => expect(inYear(tail('hold-ratio').reference.co2Land, 2100)).toBe(1));

  it('own years are left alone', () => expect(inYear(tail('hold-ratio').reference.co2, 2050)).toBe(0));

  it.each([
    ['hold-ratio', 0.75],
    ['hold-difference', 1],
    // 30/40, and half way through twenty years
    ['fade-out', 0.375],
  ] as const)('%s leaves %f of a difference ten years on', (rule, left) =>
    expect(inYear(tail(rule).difference.co2, 2060)).toBeCloseTo(left, 12),
  );

  it('a fading difference is gone in time', () =>
    expect(inYear(tail('fade-out').difference.ch4, 2050 + FADE_YEARS)).toBe(0));

  it('where the world has nothing left in the last own year, figures are held', () =>
    expect(inYear(tail('hold-ratio', 2095).reference.co2, 2100)).toBe(1));

  it('refuses a world that ends too early', () =>
    expect(() => horizonTails(flatWorld(2090), years, 'hold-ratio')).toThrow(
      expect.objectContaining({ code: 'year-outside-plan' }),
    ));
});
