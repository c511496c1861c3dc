import { describe, expect, it } from 'vitest';
import { flatWorld } from '../climate/climate.case.ts';
import type { WarmingPercentiles } from '../climate/types.ts';
import type { CarbonBudgetSet } from '../reference.ts';
import { testCity } from './city.case.ts';
import { parisGap, type ParisOptions } from './paris.ts';
import type { NetworkResponse } from './response-types.ts';
import { rollUp } from './roll-up.ts';

const budgets: CarbonBudgetSet = { id: 'B', fromYear: 2025, source: 's', gtCo2: { '1.5': { '0.5': 130 } } };
/** Potentials that make sums easy; HFC-134a is there, the other halogenated gases are not, and do not count. */
const gwp = { id: 'AR6', source: 's', values: { CO2: 1, 'CH4-biogenic': 30, N2O: 300, 'HFC-134a': 1000 } } as const;
const reference = flatWorld(2100, { 'CO2 FFI': 40, 'CO2 AFOLU': 4, CH4: 100, N2O: 10 });
const ambitious = flatWorld(2100, { 'CO2 FFI': 10, 'CO2 AFOLU': 0, CH4: 50, N2O: 10 });

// 5 Gt CO2 a year from 2025 to 2050; the plan leaves 1 Gt. After that the flat world holds both.
const years = Array.from({ length: 26 }, () => 5e9);
const city = testCity('a', { lastYear: 2050, reference: { co2: years }, plan: { co2: years.map(() => 1e9) } });
const sum = rollUp([city], { world: reference });
const options: ParisOptions = { budgets, gwp, reference, ambitious, gridShare: true };

describe('against the remaining budget', () => {
  const { budget, network, world } = parisGap(sum, options);

  it('names the set, its date and the odds', () =>
    expect(budget).toEqual({
      set: 'B',
      source: 's',
      fromYear: 2025,
      limit: '1.5',
      probability: '0.5',
      gigatonnes: 130,
    }));

  it('sums the cities’ CO2 from the first year counted', () => {
    // 26 years to 2050, 76 to 2100; 5 · 26 = 130 is not above 130, the 27th year is
    expect(network.reference).toEqual({ to2050: 130, toEnd: 380, spentIn: 2051 });
    expect(network.plan.to2050).toBeCloseTo(26, 9);
    expect(network.plan.spentIn).toBeUndefined();
  });

  it('sums the world’s, land included, and says when the budget is spent', () => {
    // 44 Gt a year: 132 at the end of the third year; 40 with plans: 160 at the end of the fourth; 10 in the ambitious world: 130 after 13
    expect(world.reference).toMatchObject({ spentIn: 2027, to2050: 44 * 26 });
    expect(world.withPlans.spentIn).toBe(2028);
    expect(world.ambitious).toEqual({ to2050: 260, toEnd: 760, spentIn: 2038 });
  });

  it('credits the grid share to the world, not to what the cities emit themselves', () => {
    const grid = { reference: Float64Array.from(years), plan: Float64Array.from(years, () => 3e9) };
    const credited = parisGap(rollUp([{ ...city, grid }], { world: reference }), options);
    expect(credited.network.plan.to2050).toBe(network.plan.to2050);
    // 2 Gt a year more than without
    expect(credited.world.withPlans.to2050).toBeCloseTo(world.withPlans.to2050 - 52, 9);
  });

  it('refuses a budget that the set does not hold', () =>
    expect(() => parisGap(sum, { ...options, probability: '0.9' })).toThrow(
      expect.objectContaining({ code: 'missing-figure' }),
    ));

  it('says when the cities begin after the budget does', () => {
    const late = rollUp([testCity('a', { firstYear: 2030 })], { world: reference });
    expect(parisGap(late, options).findings.map(({ code }) => code)).toEqual(['network-begins-after-budget']);
  });
});

describe('the part of the gap that is closed', () => {
  it('in emissions: Gt CO2e by the potentials of the set', () => {
    // 44 + 100 · 30 / 1000 + 10 · 300 / 1000 + 10 kt · 1000 / 1e6 = 50.01; ambitious 10 + 1.5 + 3 + 0.01 = 14.51; 4 of 35.5 closed
    const [in2030] = parisGap(sum, options).gaps;
    expect(in2030).toMatchObject({ measure: 'emissions', year: 2030, unit: 'Gt CO2e/yr' });
    expect(in2030!.reference).toBeCloseTo(50.01, 9);
    expect(in2030!.ambitious).toBeCloseTo(14.51, 9);
    expect(in2030!.share).toBeCloseTo(4 / 35.5, 9);
  });

  it('in cumulative CO2: 4 of 34 Gt a year', () => {
    const gaps = parisGap(sum, options).gaps.filter(({ measure }) => measure === 'cumulative-co2');
    expect(gaps.map(({ year }) => year)).toEqual([2050, 2100]);
    for (const { share } of gaps) expect(share).toBeCloseTo(4 / 34, 9);
  });

  it('in warming: medians of both readings', () => {
    const band = (...p50: number[]) => ({ years: [2050, 2100], p50 }) as unknown as WarmingPercentiles;
    const response = {
      reference: { warming: band(2, 3) },
      ghgOnly: { warming: band(1.9, 2.5) },
      withCoEmitted: { warming: band(2.1, 2.6) },
    } as NetworkResponse;
    const { gaps } = parisGap(sum, { ...options, warming: { response, ambitious: band(1.5, 1) } });
    const shares = gaps.filter(({ measure }) => measure === 'warming').map((gap) => [gap.year, gap.case, gap.share]);
    expect(shares.map(([year, name]) => `${year} ${name}`)).toEqual([
      '2050 ghgOnly',
      '2050 withCoEmitted',
      '2100 ghgOnly',
      '2100 withCoEmitted',
    ]);
    // 0.1 of 0.5, −0.1 of 0.5, 0.5 of 2, 0.4 of 2
    [0.2, -0.2, 0.25, 0.2].forEach((share, i) => expect(shares[i]![2]).toBeCloseTo(share, 9));
  });

  it('no share where there is no gap', () => {
    const [in2030] = parisGap(sum, { ...options, ambitious: reference }).gaps;
    expect(in2030).not.toHaveProperty('share');
  });
});
