import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AGES, FIRST_QUERY, HAVE, LACK, paramsOf, queryOf, searchOf, type RoomQuery } from './query.ts';

const queries: fc.Arbitrary<RoomQuery> = fc.record({
  text: fc.constantFrom('', 'São Paulo', 'a&b=c', '100 %'),
  country: fc.constantFrom('', 'IDN', 'BRA'),
  show: fc.constantFrom('' as const, 'asking' as const, ...HAVE, ...LACK),
  years: fc.constantFrom(...AGES),
  sort: fc.record({
    column: fc.constantFrom('name' as const, 'country' as const, 'asked' as const, 'inventory' as const, 'plan' as const), // prettier-ignore
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
  }),
});

it('an address leads back to what it was made from, and says nothing of what is usual', () => {
  expect(searchOf(FIRST_QUERY)).toBe('');
  fc.assert(
    fc.property(queries, (query) => {
      expect(queryOf(searchOf(query))).toEqual(query);
    }),
    { seed: 3 },
  );
});

it('an address that was typed wrongly shows all members', () => {
  expect(queryOf('?show=everything&country=<b>&years=0&sort=-shoes')).toEqual(FIRST_QUERY);
  expect(paramsOf(FIRST_QUERY)).toEqual({ years: 4, order: 'name', descending: 'false' });
});
