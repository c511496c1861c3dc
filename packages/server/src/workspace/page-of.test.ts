import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cursorOf, pageOf } from './page-of.ts';

const itself = (item: string) => item;

/** All pages one after the other; `between` changes the list after each. */
function pages(
  list: readonly string[],
  limit: number,
  between: (list: readonly string[], page: number) => readonly string[],
) {
  const seen: string[] = [];
  let now = list;
  let cursor: string | undefined;
  for (let page = 0; ; page++) {
    const { items, next } = pageOf(now, { limit, cursor }, itself);
    seen.push(...items);
    if (next === null) return seen;
    cursor = next;
    now = between(now, page);
  }
}

const lists = fc.uniqueArray(fc.string({ unit: fc.constantFrom(...'abcdefgh-@0123'), minLength: 1, maxLength: 6 }), { maxLength: 30 }); // prettier-ignore

it('pages give every item once, whatever comes in before or after meanwhile', () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 7 }), fc.boolean(), (list, limit, before) => {
      const seen = pages(list, limit, (now, page) => (page > 50 ? now : before ? [`NEW${page}`, ...now] : now));
      expect(seen.filter((item) => !item.startsWith('NEW'))).toEqual(list);
    }),
  );
});

it('go on where the last item that was given has gone: none is given twice, none left out', () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 7 }), (list, limit) => {
      let given = 0;
      const seen = pages(list, limit, (now) => {
        given += limit;
        return now.filter((item) => item !== list[given - 1]);
      });
      expect(seen).toEqual(list);
    }),
  );
});

it.each(['x', '', cursorOf('a'), cursorOf('@3'), cursorOf('a@-1'), cursorOf('a@b')])(
  'refuses a cursor that is none: %s',
  (cursor) => {
    expect(() => pageOf(['a', 'b'], { cursor }, itself)).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'bad-cursor' }) as object })); // prettier-ignore
  },
);
