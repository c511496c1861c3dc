import { describe, expect, it } from 'vitest';
import { readThousand } from './read-thousand.ts';
import { testThousand } from './thousand.case.ts';
import { openThousand, thousandCity } from './thousand.ts';

describe('a city of the document', () => {
  it('is yearly, straight between knots: 100 t in 2021 and 200 t in 2031 make 150 t in 2026', () => {
    const beton = thousandCity(testThousand, 1);
    expect(beton.reference.co2).toHaveLength(31);
    expect(beton.reference.co2[5]).toBeCloseTo(150, 9);
    expect(beton.reference.co2[30]).toBe(400);
  });

  it('says who it is and what its figures stand on, and has no plan of its own', () => {
    expect(thousandCity(testThousand, 0)).toMatchObject({
      id: 'a',
      name: 'Aville',
      country: 'AAA',
      region: 'north',
      locode: 'AAAVI',
      inventory: { kind: 'starter', year: 2021 },
      firstYear: 2021,
      lastYear: 2051,
      weights: { ch4: 28 },
    });
    expect(thousandCity(testThousand, 1)).not.toHaveProperty('locode');
    expect(openThousand(testThousand).cities.every(({ plan }) => plan === undefined)).toBe(true);
  });

  it('is refused by a number the document does not have', () => {
    expect(() => thousandCity(testThousand, 3)).toThrow(expect.objectContaining({ code: 'unknown-city' }));
  });
});

describe('reading', () => {
  it('takes text and parsed JSON alike', () => {
    expect(readThousand(JSON.stringify(testThousand))).toEqual(testThousand);
    expect(readThousand(structuredClone(testThousand))).toEqual(testThousand);
  });

  const { cities, paths, targets, pledges, groups } = testThousand;
  it.each([
    ['no JSON', '{"schema"', []],
    ['nothing', null, []],
    ['another document', { ...testThousand, schema: 'thousand-cities/plan' }, ['schema']],
    ['a version of nobody’s', { ...testThousand, version: 0 }, ['version']],
    ['years that fall', { ...testThousand, knots: [2021, 2031, 2025, 2051] }, ['knots']],
    ['a column that is missing', { ...testThousand, paths: { ...paths, ch4: undefined } }, ['paths', 'ch4']],
    ['a column that is short', { ...testThousand, grid: testThousand.grid.slice(1) }, ['grid']],
    ['a hole', { ...testThousand, paths: { ...paths, co2: [null, ...paths.co2.slice(1)] } }, ['paths', 'co2', 0]],
    ['a negative ceiling', { ...testThousand, targets: { ...targets, opcc: { counts: 'co2e', milestones: [], ceilings: [-1, ...Array<number>(11).fill(0)] } } }, ['targets', 'opcc', 'ceilings', 0]], // prettier-ignore
    ['a target of no kind', { ...testThousand, targets: { ...targets, other: targets['race-to-zero'] } }, ['targets', 'other']], // prettier-ignore
    ['a city twice', { ...testThousand, cities: { ...cities, id: ['a', 'b', 'a'] } }, ['cities', 'id']],
    ['an inventory of no kind', { ...testThousand, cities: { ...cities, inventoryKind: ['starter', 'guess', 'starter'] } }, ['cities', 'inventoryKind', 1]], // prettier-ignore
    ['a group of strangers', { ...testThousand, groups: [...groups, { ...groups[1]!, cities: [3] }] }, ['groups', 2, 'cities']], // prettier-ignore
    ['a pledge of a stranger', { ...testThousand, pledges: { ...pledges, stated: [{ ...pledges.stated[0]!, city: 7 }] } }, ['pledges', 'stated', 0, 'city']], // prettier-ignore
    ['a pledge that leaves nobody knows what', { ...testThousand, pledges: { ...pledges, stated: [{ ...pledges.stated[0]!, steps: [{ year: 2030 }] }] } }, ['pledges', 'stated', 0, 'steps', 0]], // prettier-ignore
  ])('refuses %s, and says where', (_, document, at) => {
    expect(() => readThousand(document)).toThrow(expect.objectContaining({ code: 'document-invalid', at }));
  });

  it('refuses a later version as such', () => {
    expect(() => readThousand({ ...testThousand, version: 2 })).toThrow(
      expect.objectContaining({ code: 'plan-newer' }),
    );
  });
});
