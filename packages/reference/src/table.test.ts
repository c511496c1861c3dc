import { describe, expect, it } from 'vitest';
import { parseTable, TableError } from './table.ts';

describe('parseTable', () => {
  it('reads quoted fields with commas, quotation marks and line breaks', () => {
    const table = parseTable('t', 'a,b\n"x, ""y""\nz",2\r\nlast,3\n');
    expect(table.rows.map((row) => [row.text('a'), row.number('b'), row.line])).toEqual([
      ['x, "y"\nz', 2, 2],
      ['last', 3, 4],
    ]);
  });

  it('names table, line and column of a figure that is not a number', () => {
    const table = parseTable('wage', 'a,b\nx,1\ny,"1,5"\n');
    expect(() => table.rows[1]!.number('b')).toThrow('wage.csv, line 3, column "b": "1,5" is not a number');
  });

  it('keeps a blank apart from nought', () => {
    const row = parseTable('t', 'a,b\nx,\n').rows[0]!;
    expect(row.optionalNumber('b')).toBeUndefined();
    expect(() => row.number('b')).toThrow(TableError);
  });

  it.each([
    ['an empty table', '', 'empty'],
    ['a missing column', 'a\n1\n', 'missing'],
    ['a column given twice', 'a,b,a\n1,2,3\n', 'twice'],
    ['a row of the wrong width', 'a,b\n1\n', '1 fields, the header 2'],
    ['an open quotation mark', 'a,b\n"1,2\n', 'never closed'],
  ])('refuses %s', (_, text, problem) => {
    expect(() => parseTable('t', text, ['a', 'b'])).toThrow(problem);
  });

  it('refuses hexadecimal, infinity and text as numbers', () => {
    for (const bad of ['0x10', 'Infinity', 'NaN', '1 000', '12a', '-']) {
      expect(() => parseTable('t', `a,b\nx,${bad}\n`).rows[0]!.number('b')).toThrow(TableError);
    }
  });
});
