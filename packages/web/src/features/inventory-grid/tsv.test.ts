import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBlock, writeBlock } from './tsv.ts';

describe('a block on the clipboard', () => {
  it.each([
    ['a\tb\nc\td', [['a', 'b'], ['c', 'd']]],
    ['a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']]],
    ['a\t\n\tb', [['a', ''], ['', 'b']]],
    ['"a\tb\nc"\td', [['a\tb\nc', 'd']]],
    ['"say ""so"""', [['say "so"']]],
    ['"not closed\tb', [['"not closed', 'b']]],
    ['6" pipe\tb', [['6" pipe', 'b']]],
    ['', [['']]],
    ['a\n\nb', [['a'], [''], ['b']]],
  ])('%j is read as a spreadsheet wrote it', (text, block) => {
    expect(readBlock(text)).toEqual(block);
  }); // prettier-ignore

  it('is never a formula where it comes out', () => {
    expect(writeBlock([['=HYPERLINK("x")', '-5']], (column) => column === 1)).toBe('\'=HYPERLINK("x")\t-5');
  });

  it('comes back as it went out', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('', '"', '\t', 'a\nb', '=1+1', "'=x", '-5', '"a"', '\r'));
    // A last row of one empty cell cannot be told from the line end that spreadsheets add.
    const block = fc
      .array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
      .filter((rows) => rows.length === 1 || rows.at(-1)!.join('\t') !== '');
    fc.assert(
      fc.property(block, (rows) => {
        expect(readBlock(writeBlock(rows))).toEqual(rows);
      }),
    );
  });
});
