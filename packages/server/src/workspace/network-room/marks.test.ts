/** What is said of a city, what is counted, and what is left open. */
import type { CityStanding } from '@thousand-cities/store';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MARKS, marksOf } from './marks.ts';
import { ORDERS, select, type Wanted } from './select.ts';
import { standingCsv } from './standing-csv.ts';

const ages = { thisYear: 2026, years: 4 };
const member: CityStanding = {
  cityId: 'a',
  name: 'Semarang',
  country: 'IDN',
  shares: ['inventory', 'plan'],
  askedAt: '2026-01-01T00:00:00Z',
  acceptedAt: '2026-02-01T00:00:00Z',
  seesInventory: true,
  inventory: null,
  seesPlan: true,
  plan: null,
};
const inventoryOf = (year: number) => ({ id: 'i', year, version: 2, state: 'approved' }) as const;
const planOf = (meetsTarget: boolean, open: number) =>
  ({ id: 'p', name: 'Plan', version: 3, state: 'published', publishedAt: '2026-03-01T00:00:00Z', assessment: { target: 't', meetsTarget, open } }) as const; // prettier-ignore

describe('the marks of a city', () => {
  it('tell what is not there from what is not shown', () => {
    expect(marksOf(member, ages)).toEqual(['no-inventory', 'no-plan']);
    expect(marksOf({ ...member, seesInventory: false, seesPlan: false }, ages)).toEqual(['not-shown']);
    expect(marksOf({ ...member, seesInventory: false, inventory: inventoryOf(2024) }, ages)).toEqual(['inventory', 'no-plan']); // prettier-ignore
  });

  it('call an inventory old when its year is more than so many years ago, and only where a newer one would be seen', () => {
    // 2026 − 2022 = 4 is as old as it may be; 2021 is 5 years ago.
    expect(marksOf({ ...member, inventory: inventoryOf(2022) }, ages)).not.toContain('old-inventory');
    expect(marksOf({ ...member, inventory: inventoryOf(2021) }, ages)).toContain('old-inventory');
    expect(marksOf({ ...member, seesInventory: false, inventory: inventoryOf(2001) }, ages)).not.toContain('old-inventory'); // prettier-ignore
  });

  it('say of a published plan that it is adopted, and what the assessment said', () => {
    expect(marksOf({ ...member, plan: planOf(true, 0) }, ages)).toEqual(['no-inventory', 'adopted', 'published', 'meets']); // prettier-ignore
    expect(marksOf({ ...member, plan: planOf(false, 2) }, ages).slice(3)).toEqual(['misses', 'findings']);
    expect(marksOf({ ...member, plan: { ...planOf(true, 0), assessment: null } }, ages).slice(1)).toEqual(['adopted', 'published']); // prettier-ignore
  });

  it('count a city that asks with none of the members', () => {
    const asking = { ...member, acceptedAt: null, plan: planOf(true, 0) };
    expect(marksOf(asking, ages)).toEqual(['asking']);
  });
});

const cities = fc.array(
  fc.record({
    cityId: fc.uuid(),
    name: fc.constantFrom('São Paulo', 'Sao Tome', 'Bandung', '=cmd()', '“Ümit”'),
    country: fc.constantFrom('BRA', 'IDN', 'DEU'),
    acceptedAt: fc.constantFrom(null, '2026-02-01T00:00:00Z'),
    seesInventory: fc.boolean(),
    seesPlan: fc.boolean(),
    inventory: fc.option(fc.integer({ min: 2000, max: 2026 }).map(inventoryOf), { nil: null }),
    plan: fc.option(fc.record({ meets: fc.boolean(), open: fc.nat(3) }).map(({ meets, open }) => planOf(meets, open)), { nil: null }), // prettier-ignore
  }),
  { maxLength: 30 },
);
const first: Wanted = {
  ...ages,
  text: '',
  country: '',
  show: undefined,
  everyone: false,
  order: 'name',
  descending: false,
};

describe('the table', () => {
  it('shows under each number as many cities as the number says; every member is with or without, or not shown', () => {
    fc.assert(
      fc.property(cities, fc.constantFrom(...ORDERS), fc.boolean(), (some, order, descending) => {
        const all = some.map((city) => ({ ...member, ...city }));
        const { summary, cities: members } = select(all, { ...first, order, descending });
        expect(members).toHaveLength(summary.members);
        for (const show of MARKS) {
          expect(select(all, { ...first, show, order, descending }).cities).toHaveLength(summary.marks[show]);
        }
        const { inventory, adopted, asking } = summary.marks;
        const unknown = (kind: 'Inventory' | 'Plan') =>
          all.filter((city) => city.acceptedAt !== null && !city[`sees${kind}`] && city[kind === 'Plan' ? 'plan' : 'inventory'] === null).length; // prettier-ignore
        expect(inventory + summary.marks['no-inventory'] + unknown('Inventory')).toBe(all.length - asking);
        expect(adopted + summary.marks['no-plan'] + unknown('Plan')).toBe(all.length - asking);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('finds a name without its accents, and sorts what has no year last either way', () => {
    const named = (name: string, year?: number): CityStanding => ({ ...member, cityId: name, name, inventory: year === undefined ? null : inventoryOf(year) }); // prettier-ignore
    const all = [named('São Paulo', 2020), named('Bandung'), named('Saopa', 2024)];
    const names = (wanted: Partial<Wanted>) => select(all, { ...first, ...wanted }).cities.map(({ city }) => city.name);
    expect(names({ text: ' SAO P' })).toEqual(['São Paulo']);
    expect(names({ order: 'inventory' })).toEqual(['São Paulo', 'Saopa', 'Bandung']);
    expect(names({ order: 'inventory', descending: true })).toEqual(['Saopa', 'São Paulo', 'Bandung']);
  });

  it('becomes a file in which a name is no formula, and a gap says which kind it is', () => {
    const odd = { ...member, name: '=HYPERLINK("x")', seesPlan: false };
    const [, line] = standingCsv([{ city: odd, marks: ['no-inventory', 'not-shown'] }], new Map()).split('\n');
    expect(line).toBe('a,"\'=HYPERLINK(""x"")",IDN,inventory plan,2026-01-01,2026-02-01,none,none,,,not shown,not shown,,,,,no-inventory not-shown'); // prettier-ignore
  });
});
