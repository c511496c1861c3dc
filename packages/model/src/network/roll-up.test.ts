import { describe, expect, it } from 'vitest';
import { flatWorld } from '../climate/climate.case.ts';
import { series, testCity } from './city.case.ts';
import { createRollUp, rollUp } from './roll-up.ts';

const world = flatWorld(2100);
/** To 2028: the test cities' own figures end in 2027, and one year follows by rule. */
const options = { world, toYear: 2028 };
const refusal = (code: string) => expect.objectContaining({ code }) as Error;

describe('two cities by hand', () => {
  // A: 100 t CO2 a year, with its plan 100, 80, 60; it begins in 2025. B: 50 t CO2 and 1 t CH4 a year from 2026, no plan.
  const a = testCity('a', { plan: { co2: [100, 80, 60] }, region: 'north' });
  const b = testCity('b', {
    firstYear: 2026,
    lastYear: 2027,
    reference: { co2: [50, 50], ch4: [1, 1] },
    inventory: { kind: 'starter', year: 2015 },
    country: 'BBB',
    region: 'south',
  });
  const sum = rollUp([a, b], options);

  it('has the years from the first of any city to the last asked for', () => {
    expect([sum.firstYear, sum.lastYear]).toEqual([2025, 2028]);
    expect(sum.total.covered).toEqual(Uint32Array.of(1, 2, 2, 2));
  });

  it('sums references where there are figures, and carries on the last by rule', () => {
    expect(sum.total.reference.co2).toEqual(series(100, 150, 150, 150));
    expect(sum.total.reference.ch4).toEqual(series(0, 1, 1, 1));
  });

  it('only differences of plans enter', () => {
    expect(sum.total.difference.co2).toEqual(series(0, -20, -40, -40));
    expect(sum.total.difference.ch4).toEqual(series(0, 0, 0, 0));
  });

  it('counts what there is', () => {
    expect(sum.counts).toEqual({
      cities: 2,
      withPlan: 1,
      withoutPlan: 1,
      reported: 1,
      starter: 1,
      within: 0,
      plansSetAside: 0,
      duplicates: 0, // prettier-ignore
    });
    expect([sum.total.cities, sum.total.withPlan]).toEqual([2, 1]);
  });

  it('keeps starters, countries and regions apart', () => {
    expect(sum.byInventory.starter.reference.co2).toEqual(series(0, 50, 50, 50));
    expect(sum.byInventory.reported.reference.co2).toEqual(series(100, 100, 100, 100));
    expect([...sum.byCountry.keys()]).toEqual(['AAA', 'BBB']);
    expect(sum.byRegion.get('south')!.reference.ch4).toEqual(series(0, 1, 1, 1));
  });

  it('says how much is reported and how old it is', () => {
    // first years: A 100 t, B 50 + 27.9 = 77.9 t CO2e. Mean year (100 · 2020 + 77.9 · 2015) / 177.9; as of the latest year, 2020
    const { reference, difference } = sum.total.quality;
    expect(reference).toMatchObject({ tonnes: 177.9, reportedTonnes: 100 });
    expect(reference.starterTonnes).toBeCloseTo(77.9, 10);
    expect(reference.reportedShare).toBeCloseTo(100 / 177.9, 12);
    expect(reference.meanYear).toBeCloseTo(2020 - (5 * 77.9) / 177.9, 9);
    expect(reference.meanAge).toBeCloseTo((5 * 77.9) / 177.9, 9);
    expect(reference.byYear.map(({ year, cities }) => [year, cities])).toEqual([[2015, 1], [2020, 1]]); // prettier-ignore
    // 20 + 40 t over the own years, all of A
    expect(difference).toMatchObject({ tonnes: 60, reportedShare: 1, meanYear: 2020 });
  });

  it('says how much of the saving is carried on by rule', () => {
    // 60 t in the own years, 40 after
    expect(sum.findings).toMatchObject([{ code: 'network-horizon', values: { share: 0.4, lastYear: 2028 } }]);
  });

  it('keeps each city’s difference for attribution', () => {
    expect(sum.ledger.blocks[0]!.subarray(0, 3)).toEqual(series(0, -20, -40));
    expect(sum.ledger.blocks[1]).toBeUndefined();
  });
});

describe('what a sum is told', () => {
  it('delivers a share of what plans promise', () => {
    const half = rollUp([testCity('a', { plan: { co2: [100, 80, 60] } })], { ...options, delivery: 0.5 });
    expect(half.total.difference.co2).toEqual(series(0, -10, -20, -20));
  });

  it('F-gases become HFC-134a by the potential of each plan’s own set', () => {
    // 1300 t CO2e less: 1 t by AR5; 1530 t less: 1 t by AR6, which is taken where nothing is said
    const cut = (id: string, tonnes: number, told = {}) =>
      testCity(id, { reference: { fgas: [5000, 5000, 5000] }, plan: { fgas: [5000, 5000, 5000 - tonnes] }, ...told });
    const sum = rollUp([cut('a', 1300, { gwpSet: 'AR5' }), cut('b', 1530)], options);
    expect(sum.total.hfc134a).toEqual(series(0, 0, -2, -2));
    expect(sum.total.difference.fgas[2]).toBe(-2830);
  });

  it('credits saved grid energy once in a country, apart from the territory', () => {
    // A saves 32 t at the socket; B's plant saves 8 t, B nothing at the socket: 24 t are left, signed like a difference
    const a = testCity('a', {
      plan: { co2: [100, 100, 100] },
      grid: { reference: series(60, 60, 60), plan: series(60, 60, 28) },
    });
    const b = testCity('b', {
      plan: { co2: [100, 100, 92] },
      grid: { reference: series(5, 5, 5), plan: series(5, 5, 5) },
      generation: { reference: series(40, 40, 40), plan: series(40, 40, 32) },
    });
    const sum = rollUp([a, b], options);
    expect(sum.total.gridShare).toEqual(series(0, 0, -24, -24));
    expect(sum.total.difference.co2).toEqual(series(0, 0, -8, -8));
    expect(sum.ledger.gridShare[0]).toEqual(series(0, 0, -24, -24));
    // in another country nothing is shared
    expect(rollUp([a, { ...b, country: 'BBB' }], options).total.gridShare).toEqual(series(0, 0, -32, -32));
  });

  it('sums the targets of a kind over the cities that have one', () => {
    const target = { id: 't', kind: 'race-to-zero', counts: 'co2e', boundary: 'basic' } as const;
    const held = {
      ...target,
      ceiling: series(90, 60, 30),
      planned: series(100, 80, 60),
      reference: series(100, 100, 100),
    };
    const a = testCity('a', { plan: { co2: [100, 80, 60] }, target: held });
    const [sum] = rollUp([a, testCity('b')], options).targets;
    expect(sum).toMatchObject({ kind: 'race-to-zero', cities: 1, shareOfNetwork: 0.5 });
    expect(sum!.ceiling).toEqual(series(90, 60, 30, 0));
    expect(sum!.planned).toEqual(series(100, 80, 60, 0));
    expect(sum!.covered).toEqual(Uint32Array.of(1, 1, 1, 0));
  });
});

describe('bodies that overlap', () => {
  const core = testCity('core', { name: 'X', reference: { co2: [40, 40, 40] }, plan: { co2: [40, 30, 20] } });
  const metro = testCity('metro', { name: 'Greater X' });

  it('a core with a plan in a metro without: the metro’s reference, the core’s difference', () => {
    const sum = rollUp([core, metro], options);
    expect(sum.total.reference.co2).toEqual(series(100, 100, 100, 100));
    expect(sum.total.difference.co2).toEqual(series(0, -10, -20, -20));
    expect(sum.counts).toMatchObject({ within: 1, plansSetAside: 0 });
    expect(sum.cities.map(({ countsReference, countsPlan }) => [countsReference, countsPlan])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it('both with a plan: the metro’s alone, and a finding names what is set aside', () => {
    const sum = rollUp(
      [core, { ...metro, plan: testCity('p', { reference: { co2: [100, 90, 80] } }).reference }],
      options,
    );
    expect(sum.total.difference.co2).toEqual(series(0, -10, -20, -20));
    expect(sum.counts.plansSetAside).toBe(1);
    expect(sum.findings).toContainEqual(
      expect.objectContaining({ code: 'network-plan-set-aside', values: expect.objectContaining({ id: 'core', larger: 'Greater X', tonnes: -30 }) as object }), // prettier-ignore
    );
  });
});

describe('refusals', () => {
  it('a city given twice is counted once, with a finding', () => {
    const sum = rollUp([testCity('a'), testCity('a')], options);
    expect(sum.total.reference.co2[0]).toBe(100);
    expect(sum.counts.duplicates).toBe(1);
    expect(sum.findings.map(({ code }) => code)).toEqual(['network-duplicate-city']);
  });

  it('a broken city leaves the sum as it was', () => {
    const sum = createRollUp(options);
    sum.add(testCity('a'));
    expect(() => sum.add(testCity('b', { plan: { co2: [1, NaN, 1] } }))).toThrow(refusal('not-a-number'));
    expect(() => sum.add(testCity('b', { plan: { co2: [1, 1] } }))).toThrow(refusal('plan-invalid'));
    expect(() => sum.add({ ...testCity('b'), lastYear: 2020 })).toThrow(refusal('plan-invalid'));
    sum.add(testCity('b'));
    expect(sum.finish().counts.cities).toBe(2);
  });

  it('no cities, a delivery above one, or a last year before the first', () => {
    expect(() => rollUp([], options)).toThrow(refusal('missing-figure'));
    expect(() => createRollUp({ ...options, delivery: 1.1 })).toThrow(refusal('out-of-range'));
    expect(() => rollUp([testCity('a')], { ...options, toYear: 2020 })).toThrow(refusal('year-outside-plan'));
  });

  it('can be asked in between', () => {
    const sum = createRollUp(options);
    sum.add(testCity('a'));
    expect(sum.finish().total.reference.co2[0]).toBe(100);
    sum.add(testCity('b'));
    expect(sum.finish().total.reference.co2[0]).toBe(200);
  });
});
