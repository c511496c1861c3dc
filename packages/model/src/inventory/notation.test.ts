import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { formatNotation, parseNotation } from './notation.ts';
import type { NotationKey } from './types.ts';

describe('parseNotation', () => {
  it.each([
    ['NE', { keys: ['NE'] }],
    [' ne ', { keys: ['NE'] }],
    ['NO; IE', { keys: ['NO', 'IE'] }],
    ['NO/IE', { keys: ['NO', 'IE'] }],
    ['IE (II.1.1)', { keys: ['IE'], includedIn: ['II.1.1'] }],
    ['IE (II.1.1, II.5.1); NO', { keys: ['IE', 'NO'], includedIn: ['II.1.1', 'II.5.1'] }],
    ['IE -> V.3', { keys: ['IE'], includedIn: ['V.3'] }],
    ['NE - no meters', { keys: ['NE'], explanation: 'no meters' }],
    ['NE (no meters)', { keys: ['NE'], explanation: 'no meters' }],
    ['Not occurring', { keys: ['NO'] }],
    ['C', { keys: ['C'] }],
  ])('reads %j', (text, expected) => {
    expect(parseNotation(text)).toEqual(expected);
  });

  it.each(['', 'n/a', '0', 'NOx', 'NE IE', 'no-occurrance'])('does not take %j for a notation', (text) => {
    expect(parseNotation(text)).toBeUndefined();
  });

  it('keeps the explanation of its own column', () => {
    expect(parseNotation('NE', 'below 1 % of the total')?.explanation).toBe('below 1 % of the total');
  });

  it('reads back what it writes', () => {
    const keys = fc.uniqueArray(fc.constantFrom<NotationKey[]>('NO', 'NE', 'IE', 'C', 'unknown'), { minLength: 1 });
    const refs = fc.uniqueArray(fc.constantFrom('I.1.1', 'II.1.1', 'V.3', 'VI.1'), { maxLength: 3 });
    fc.assert(
      fc.property(keys, refs, (list, where) => {
        const missing = { keys: list, ...(list.includes('IE') && where.length > 0 && { includedIn: where }) };
        expect(parseNotation(formatNotation(missing))).toEqual(missing);
      }),
    );
  });
});
