import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from './table.ts';

describe('the data behind a chart as CSV', () => {
  it('quotes what needs it, leaves gaps empty and numbers whole', () => {
    const csv = csvOf({
      columns: [{ label: 'Name' }, { label: 'Tonnes, a year', numeric: true }],
      rows: [
        ['Roofs; "solar"', 1234567.25],
        ['Unknown', null],
      ],
    });
    expect(csv).toBe('\ufeffName,"Tonnes, a year"\r\n"Roofs; ""solar""",1234567.25\r\nUnknown,\r\n');
  });

  it('hands no formula to a spreadsheet, whatever the text, and leaves numbers as they are', () => {
    const text = fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝'), fc.string())
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.double({ noNaN: true, noDefaultInfinity: true }), (cell, number) => {
        const csv = csvOf({ columns: [{ label: 'x' }], rows: [[number, cell]] });
        expect(csv).toMatch(/^\ufeffx\r\n/);
        const line = csv.slice('\ufeffx\r\n'.length, -2);
        expect(line.startsWith(`${String(number)},`)).toBe(true);
        expect(line.slice(String(number).length + 1)).toMatch(/^"?'/);
      }),
    );
  });

  it('does not hand a formula to a spreadsheet', () => {
    expect(csvOf({ columns: [{ label: 'x' }], rows: [['=HYPERLINK("http://x")']] })).toContain(
      `"'=HYPERLINK(""http://x"")"`,
    );
  });
});
