import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fourCities } from '../../../test/network-fixture.ts';
import { answerable, COLUMNS, FIRST_QUERY, isNarrowed, queryOf, searchOf, targetsOf, widened } from './query.ts';
import { PLEDGE_STATES } from './rows.ts';

const anyQuery = fc.record({
  text: fc.string({ maxLength: 40, unit: 'grapheme' }).map((text) => text.trim()),
  group: fc.constantFrom('', 'europe', 'two-friends'),
  country: fc.constantFrom('', 'IDN'),
  inventory: fc.constantFrom('' as const, 'reported' as const, 'starter' as const),
  pledge: fc.constantFrom('' as const, ...PLEDGE_STATES),
  target: fc.constantFrom('pathway-to-paris' as const, 'carbon-budget' as const, 'pledged' as const),
  basis: fc.constantFrom('reference' as const, 'plan' as const),
  sort: fc.record({
    column: fc.constantFrom(...COLUMNS),
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
  }),
});

describe('the address of what is shown', () => {
  it('is empty for the first look, and names only what differs', () => {
    expect(searchOf(FIRST_QUERY)).toBe('');
    const query = { ...FIRST_QUERY, group: 'europe', sort: { column: 'gap2050', direction: 'descending' } as const };
    expect(searchOf(query)).toBe('?in=europe&sort=-gap2050');
  });

  it('brings back the same query, whatever it was', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        expect(queryOf(searchOf(query))).toEqual(query);
      }),
    );
  });

  it('is read kindly: what it does not know is left out', () => {
    expect(queryOf('?inventory=guessed&sort=-tonnage&target=custom&pledge=%00')).toEqual(FIRST_QUERY);
  });
});

describe('a query and a document', () => {
  const data = fourCities();

  it('keeps only groups, countries and targets the document has', () => {
    const query = { ...FIRST_QUERY, group: 'atlantis', country: 'XXX', target: 'opcc' as const };
    expect(answerable(query, data)).toEqual(FIRST_QUERY);
    expect(answerable({ ...FIRST_QUERY, group: 'europe', country: 'POL' }, data)).toMatchObject({ country: 'POL' });
  });

  it('offers the targets that are there, the claim’s own first, and the stated ones', () => {
    expect(targetsOf(data)).toEqual(['pathway-to-paris', 'carbon-budget', 'pledged']);
    const silent = { ...data, pledges: { ...data.pledges, stated: [] } };
    expect(targetsOf(silent)).not.toContain('pledged');
  });

  it('is narrowed by what leaves cities out, not by order or target', () => {
    const narrow = { ...FIRST_QUERY, text: 'x', target: 'opcc' as const, group: 'europe' };
    expect(isNarrowed(narrow)).toBe(true);
    expect(isNarrowed(widened(narrow))).toBe(false);
    expect(widened(narrow).target).toBe('opcc');
  });
});
