import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fourCities, manyCities } from '../../../test/network-fixture.ts';
import { folded } from './fold.ts';
import { COLUMNS, FIRST_QUERY, type NetworkQuery } from './query.ts';
import { linesOf, withGaps, type NetworkRow } from './rows.ts';
import { filtered, sorted } from './select.ts';

const names = { country: (_: string, english: string) => english, group: (_: string, english: string) => english };
const data = fourCities();
const rowsOf = (document: typeof data) => withGaps(document, linesOf(document, names), 'pathway-to-paris', 'reference');
const rows = rowsOf(data);
const found = (query: Partial<NetworkQuery>) =>
  filtered(rows, { ...FIRST_QUERY, ...query }, data).map(({ name }) => name);
const order = (column: NetworkQuery['sort']['column'], direction: 'ascending' | 'descending', locale = 'en') =>
  sorted(rows, { column, direction }, locale).map(({ name }) => name);

describe('folding', () => {
  it.each([
    ['Łódź', 'lodz'],
    ['São Paulo', 'sao paulo'],
    ['İstanbul', 'istanbul'],
    ['Reykjavík', 'reykjavik'],
    ['Đà Nẵng', 'da nang'],
    ['Nuku‘alofa', 'nuku alofa'],
    ['  Cox’s—Bāzār ', 'cox s bazar'],
    ['ΑΘΉΝΑ', 'αθηνα'],
    ['東京', '東京'],
  ])('takes %s as %s', (text, as) => expect(folded(text)).toBe(as));

  it('of what is folded changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(folded(folded(text))).toBe(folded(text));
      }),
    );
  });
});

describe('finding cities', () => {
  it('takes beginnings of words of city, country and region, in any order and without marks', () => {
    expect(found({ text: 'lodz' })).toEqual(['Łódź']);
    expect(found({ text: 'asia jak' })).toEqual(['Jakarta']);
    expect(found({ text: 'NEW ZEA' })).toEqual(['Auckland']);
    expect(found({ text: 'airobi' })).toEqual([]);
  });

  it('takes regions, networks, countries, and what figures and targets there are', () => {
    expect(found({ group: 'europe' })).toEqual(['Łódź']);
    expect(found({ group: 'two-friends' })).toEqual(['Jakarta', 'Nairobi']);
    expect(found({ country: 'KEN' })).toEqual(['Nairobi']);
    expect(found({ inventory: 'reported' })).toEqual(['Łódź']);
    expect(found({ pledge: 'none' })).toEqual(['Łódź', 'Auckland']);
    expect(found({ group: 'two-friends', text: 'poland' })).toEqual([]);
  });
});

describe('sorting cities', () => {
  it('goes by figures, with those that have none last either way', () => {
    expect(order('gap2050', 'descending')).toEqual(['Jakarta', 'Auckland', 'Łódź', 'Nairobi']);
    expect(order('gap2050', 'ascending')).toEqual(['Łódź', 'Auckland', 'Jakarta', 'Nairobi']);
  });

  it('goes by the alphabet of the language: Ł is an L in English and comes after it in Polish', () => {
    expect(order('name', 'ascending')).toEqual(['Auckland', 'Jakarta', 'Łódź', 'Nairobi']);
    const lima = { ...rows[0]!, name: 'Lyon' };
    const names = (locale: string) =>
      sorted([rows[1]!, lima], { column: 'name', direction: 'ascending' }, locale).map(({ name }) => name);
    expect(names('en')).toEqual(['Łódź', 'Lyon']);
    expect(names('pl')).toEqual(['Lyon', 'Łódź']);
  });

  it('puts stated targets before none, and those nobody looked for last', () => {
    expect(order('pledge', 'ascending')).toEqual(['Jakarta', 'Łódź', 'Auckland', 'Nairobi']);
  });
});

describe('whatever is asked', () => {
  const many = manyCities(300);
  const all = rowsOf(many);
  const anySort = fc.record({
    column: fc.constantFrom(...COLUMNS),
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
  });
  const anyFilter = fc.record({
    text: fc.constantFrom('', 'a', 'ile', 'town 1', 'indonesia'),
    group: fc.constantFrom('', 'europe', 'two-friends'),
    country: fc.constantFrom('', 'KEN'),
    inventory: fc.constantFrom('' as const, 'reported' as const),
    pledge: fc.constantFrom('' as const, 'unknown' as const),
  });
  const ids = (some: readonly NetworkRow[]) => some.map(({ id }) => id);

  it('filtering before sorting gives what sorting before filtering gives', () => {
    fc.assert(
      fc.property(anySort, anyFilter, (sort, filter) => {
        const first = sorted(filtered(all, filter, many), sort, 'en');
        const last = filtered(sorted(all, sort, 'en'), filter, many);
        expect(ids(first)).toEqual(ids(last));
      }),
    );
  });

  it('sorting twice is sorting once, and loses no city', () => {
    fc.assert(
      fc.property(anySort, anySort, (one, two) => {
        const once = sorted(all, one, 'en');
        expect(ids(sorted(once, one, 'en'))).toEqual(ids(once));
        expect(ids(sorted(once, two, 'en')).sort()).toEqual(ids(all).sort());
      }),
    );
  });

  it('rows alike in a column keep the order they had', () => {
    fc.assert(
      fc.property(fc.constantFrom('ascending' as const, 'descending' as const), (direction) => {
        const byCountry = sorted(all, { column: 'country', direction }, 'en');
        for (const [i, row] of byCountry.entries()) {
          const before = byCountry[i - 1];
          if (before?.country === row.country) expect(before.place).toBeLessThan(row.place);
        }
      }),
    );
  });
});
