import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseName } from './name.ts';

describe('normaliseName', () => {
  it.each([
    ['São Paulo', 'sao paulo'],
    ['Köln', 'koln'],
    ['Łódź', 'lodz'],
    ['Al Mawşil', 'al mawsil'],
    ['Xi’an', 'xian'],
    ['Frankfurt am Main', 'frankfurt am main'],
    ['Umeå', 'umea'],
    ['Reykjavík', 'reykjavik'],
    ['Washington, D.C.', 'washington d c'],
    ['İzmir', 'izmir'],
    ['Iğdır', 'igdir'],
    ['Gießen', 'giessen'],
  ])('folds %s to %s', (name, folded) => {
    expect(normaliseName(name)).toBe(folded);
  });

  it('is idempotent on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normaliseName(text);
        expect(normaliseName(once)).toBe(once);
      }),
    );
  });
});
