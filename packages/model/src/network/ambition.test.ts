import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AMBITION_KINDS, type Ambition } from './ambition-ratios.ts';
import { applyChoice, DEFAULT_CHOICE, selectCities, type NetworkChoice } from './ambition.ts';
import type { ThousandData } from './thousand-data.ts';
import { testThousand } from './thousand.case.ts';
import { openThousand } from './thousand.ts';
import { NETWORK_GASES, type CityPaths } from './types.ts';
import { thousandYears } from './yearly-reader.ts';

const thousand = openThousand(testThousand);
const choose = (ambition: Ambition, startYear = 2027, delivery = 1): readonly CityPaths[] =>
  applyChoice(thousand, { selection: {}, ambition, startYear, delivery });
/** CO2 with the plan of the city at a place. */
const co2 = (cities: readonly CityPaths[], place: number, year: number): number =>
  cities[place]!.plan!.co2[year - 2021]!;

describe('a plan under a named target', () => {
  it('goes straight from the start year to the next named year, then along the target: 40 % left in 2031, 0 in 2041', () => {
    const cities = choose({ kind: 'race-to-zero' });
    expect(co2(cities, 0, 2027)).toBe(1000);
    // half way from 2027 (all) to 2031 (0.4): 0.7
    expect(co2(cities, 0, 2029)).toBeCloseTo(700, 9);
    expect(co2(cities, 0, 2031)).toBeCloseTo(400, 9);
    // half way between the ceilings of 2031 and 2041: 0.2
    expect(co2(cities, 0, 2036)).toBeCloseTo(200, 9);
    expect(co2(cities, 0, 2041)).toBe(0);
    expect(co2(cities, 0, 2051)).toBe(0);
  });

  it('is held against the city’s own business-as-usual: a ceiling of 120 t in 2031 leaves 60 % of the 200 t there', () => {
    const cities = choose({ kind: 'race-to-zero' });
    expect(co2(cities, 1, 2031)).toBeCloseTo(120, 9);
    // ceiling (120 + 0) / 2 = 60 of the 250 t of 2036
    expect(co2(cities, 1, 2036)).toBeCloseTo(60, 9);
  });

  it('makes for the year after next when the next is less than three years on: from all in 2029 to nothing in 2041', () => {
    expect(co2(choose({ kind: 'race-to-zero' }, 2028), 0, 2031)).toBeCloseTo(400, 9);
    const late = choose({ kind: 'race-to-zero' }, 2029);
    expect(co2(late, 0, 2031)).toBeCloseTo(1000 * (1 - 2 / 12), 9);
    expect(co2(late, 0, 2035)).toBeCloseTo(500, 9);
  });

  it('takes ten years to the target’s path when it names no year any more: from 2029 to 2039, zero there', () => {
    const cities = choose({ kind: 'carbon-free-2030' }, 2029);
    expect(co2(cities, 0, 2034)).toBeCloseTo(500, 9);
    expect(co2(cities, 0, 2039)).toBe(0);
  });

  it('changes nothing where the ceiling is above business-as-usual', () => {
    expect(co2(choose({ kind: 'carbon-free-2030' }), 1, 2031)).toBe(200);
  });

  it('gives no plan where the target cannot be worked out', () => {
    const [, , ceton] = choose({ kind: 'race-to-zero' });
    expect(ceton).toBe(thousand.cities[2]);
  });

  it('cuts every gas, grid electricity and generation, and leaves a sink as it is', () => {
    const [aville] = choose({ kind: 'race-to-zero' });
    const y = 2031 - 2021;
    expect(aville!.plan!.ch4[y]).toBeCloseTo(4, 9);
    expect(aville!.grid!.plan![y]).toBeCloseTo(160, 9);
    expect(aville!.generation!.plan![y]).toBeCloseTo(40, 9);
    expect(aville!.plan!.co2Land[y]).toBe(-50);
  });

  it('cuts CO2 and the grid only where the target counts CO2 only: methane stays', () => {
    const [aville] = choose({ kind: 'carbon-budget' }, 2031);
    // no named year: ten years on, at 2041, the ceiling is 0.25 · 1600 t of the 1600 t there
    expect(aville!.plan!.co2[2041 - 2021]).toBeCloseTo(250, 9);
    expect(aville!.plan!.co2[2036 - 2021]).toBeCloseTo(625, 9);
    expect(aville!.grid!.plan![2041 - 2021]).toBeCloseTo(100, 9);
    expect([...aville!.plan!.ch4]).toEqual([...aville!.reference.ch4]);
  });

  it('delivers what is promised in part: 80 % of the 600 t asked leaves 520 t', () => {
    expect(co2(choose({ kind: 'race-to-zero' }, 2027, 0.8), 0, 2031)).toBeCloseTo(520, 9);
  });

  it('brings its target along in the boundary the target is stated in: 2000 t, of which 800 t may be left in 2031', () => {
    const [aville] = choose({ kind: 'race-to-zero' }, 2027, 0.5);
    const y = 2031 - 2021;
    expect(aville!.target).toMatchObject({ kind: 'race-to-zero', counts: 'co2e', boundary: 'basic' });
    expect([aville!.target!.ceiling[y], aville!.target!.planned[y], aville!.target!.reference[y]]).toEqual([800, 1400, 2000]); // prettier-ignore
  });
});

describe('a cut of the reader’s own', () => {
  it('is of the base year, reached in its year and held', () => {
    const cities = choose({ kind: 'custom', custom: { year: 2041, cutPercent: 50 } }, 2031);
    // from 2031 to 2041 straight to half
    expect(co2(cities, 0, 2036)).toBeCloseTo(750, 9);
    expect(co2(cities, 0, 2051)).toBeCloseTo(500, 9);
    // 50 t are half of the 100 t of 2021, and 1/6 of the 300 t of 2041
    expect(co2(cities, 1, 2041)).toBeCloseTo(50, 9);
    expect(co2(cities, 1, 2051)).toBeCloseTo(50, 9);
  });
});

describe('what cities have pledged', () => {
  it('is followed step by step', () => {
    const cities = choose({ kind: 'pledged' });
    expect(co2(cities, 0, 2031)).toBeCloseTo(400, 9);
    expect(co2(cities, 0, 2041)).toBe(0);
  });

  it('gives no plan to a city whose target is only proposed, or that has stated none', () => {
    const cities = choose({ kind: 'pledged' });
    expect(cities[1]!.plan).toBeUndefined();
    expect(cities[2]!.plan).toBeUndefined();
  });

  it('may be a cut from business-as-usual of the same year, held after it', () => {
    const cities = pledging({ year: 2031, cut: 0.4, from: 'bau', left: 0.6 });
    // 60 % of 200 t in 2031, of 300 t in 2041
    expect(co2(cities, 1, 2031)).toBeCloseTo(120, 9);
    expect(co2(cities, 1, 2041)).toBeCloseTo(180, 9);
  });

  it('says nothing any more when its year has passed', () => {
    expect(pledging({ year: 2020, cut: 0.2, from: 'year', left: 0.8 })[1]!.plan).toBeUndefined();
  });

  function pledging(step: ThousandData['pledges']['stated'][number]['steps'][number]): readonly CityPaths[] {
    const stated = [{ city: 1, status: 'in law', counts: 'co2e', steps: [step] }] as const;
    const data = { ...testThousand, pledges: { ...testThousand.pledges, stated } };
    return applyChoice(openThousand(data), { ...DEFAULT_CHOICE, ambition: { kind: 'pledged' } });
  }
});

describe('what the action library reaches', () => {
  it('is straight between its first year and the next knot: 600 of 1000 t in 2031, so 800 t in 2029', () => {
    const cities = choose({ kind: 'library' });
    expect(co2(cities, 0, 2027)).toBe(1000);
    expect(co2(cities, 0, 2029)).toBeCloseTo(800, 9);
    expect(co2(cities, 0, 2036)).toBeCloseTo(400, 9);
  });

  it('moves with the start year, and holds its last ratio', () => {
    const cities = choose({ kind: 'library' }, 2037);
    expect(co2(cities, 0, 2037)).toBe(1000);
    expect(co2(cities, 0, 2046)).toBeCloseTo(400, 9);
    expect(co2(choose({ kind: 'library' }, 2025), 0, 2051)).toBeCloseTo(200, 9);
  });

  it('is never above the reference, though a gas may rise in the library’s own plan', () => {
    expect(choose({ kind: 'library' })[0]!.plan!.ch4[2031 - 2021]).toBe(10);
  });
});

describe('which cities', () => {
  it.each([
    [{}, [0, 1, 2]],
    [{ count: 2 }, [0, 1]],
    [{ count: 5 }, [0, 1, 2]],
    [{ country: 'AAA' }, [0, 1]],
    [{ group: 'south' }, [2]],
    [{ group: 'league' }, [0, 2]],
    [{ group: 'league', count: 1 }, [0]],
    [{ group: 'league', country: 'CCC' }, [2]],
  ])('%j takes %j', (selection, places) => {
    expect(selectCities(testThousand, selection)).toEqual(places);
  });

  it('gives a plan to the chosen ones only', () => {
    const cities = applyChoice(thousand, { ...DEFAULT_CHOICE, ambition: { kind: 'race-to-zero' }, selection: { count: 1 } }); // prettier-ignore
    expect(cities.map(({ plan }) => plan !== undefined)).toEqual([true, false, false]);
  });

  it.each([
    [{ group: 'north' }, 'unknown-path'],
    [{ country: 'BBB' }, 'unknown-country'],
    [{ count: 0 }, 'out-of-range'],
    [{ count: 1.5 }, 'out-of-range'],
  ])('%j is refused', (selection, code) => {
    expect(() => selectCities(testThousand, selection)).toThrow(expect.objectContaining({ code }));
  });
});

it.each([
  ['startYear', { startYear: 2024 }],
  ['startYear', { startYear: 2030.5 }],
  ['delivery', { delivery: 1.01 }],
  ['delivery', { delivery: NaN }],
  ['customYear', { ambition: { kind: 'custom', custom: { year: 2051, cutPercent: 50 } } }],
  ['cutPercent', { ambition: { kind: 'custom', custom: { year: 2040, cutPercent: -1 } } }],
] as const)('a choice outside its limits is refused: %s', (name, wrong) => {
  expect(() => applyChoice(thousand, { ...DEFAULT_CHOICE, ...wrong } as NetworkChoice)).toThrow(
    expect.objectContaining({ code: 'out-of-range', at: [name] }),
  );
});

describe('laws', () => {
  const ambition: fc.Arbitrary<Ambition> = fc.oneof(
    fc.constantFrom(...AMBITION_KINDS.filter((kind) => kind !== 'custom')).map((kind) => ({ kind })),
    fc.record({
      kind: fc.constant('custom' as const),
      custom: fc.record({ year: fc.integer({ min: 2028, max: 2050 }), cutPercent: fc.integer({ min: 0, max: 100 }) }),
    }),
  );
  const startYear = fc.integer({ min: 2025, max: 2040 });
  const delivery = fc.double({ min: 0.5, max: 1, noNaN: true });
  const series = (city: CityPaths, which: 'reference' | 'plan') => [
    ...NETWORK_GASES.map((gas) => (city[which] ?? city.reference)[gas]),
    city.grid![which] ?? city.grid!.reference,
    city.generation![which] ?? city.generation!.reference,
  ];

  it('a plan is never above the reference, never below the smaller of it and nought, and differs only after the start', () => {
    fc.assert(
      fc.property(ambition, startYear, delivery, (kind, start, share) => {
        for (const city of choose(kind, start, share)) {
          const planned = series(city, 'plan');
          series(city, 'reference').forEach((reference, s) =>
            reference.forEach((tonnes, y) => {
              const plan = planned[s]![y]!;
              expect(plan).toBeLessThanOrEqual(tonnes);
              expect(plan).toBeGreaterThanOrEqual(Math.min(0, tonnes));
              if (2021 + y <= start) expect(plan).toBe(tonnes);
            }),
          );
        }
      }),
    );
  });

  it('more delivered is never more emitted', () => {
    fc.assert(
      fc.property(ambition, startYear, delivery, delivery, (kind, start, one, other) => {
        const little = choose(kind, start, Math.min(one, other));
        const much = choose(kind, start, Math.max(one, other));
        little.forEach((city, i) =>
          series(city, 'plan').forEach((less, s) =>
            less.forEach((tonnes, y) => expect(series(much[i]!, 'plan')[s]![y]!).toBeLessThanOrEqual(tonnes + 1e-9)),
          ),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('nothing delivered is the reference', () => {
    fc.assert(
      fc.property(ambition, startYear, (kind, start) => {
        for (const city of choose(kind, start, 0)) expect(series(city, 'plan')).toEqual(series(city, 'reference'));
      }),
    );
  });

  it('an earlier start is never more emitted, to 2051', () => {
    const sum = (cities: readonly CityPaths[]) =>
      cities.flatMap((city) => series(city, 'plan')).reduce((total, one) => total + one.reduce((a, b) => a + b, 0), 0);
    fc.assert(
      fc.property(ambition, startYear, startYear, (kind, one, other) => {
        expect(sum(choose(kind, Math.min(one, other)))).toBeLessThanOrEqual(sum(choose(kind, Math.max(one, other))) + 1e-6); // prettier-ignore
      }),
    );
  });

  it('years are those of the document', () => {
    expect(thousandYears(testThousand)).toEqual({ firstYear: 2021, lastYear: 2051 });
  });
});
