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

  it('does not hand a formula to a spreadsheet', () => {
    expect(csvOf({ columns: [{ label: 'x' }], rows: [['=HYPERLINK("http://x")']] })).toContain(
      `"'=HYPERLINK(""http://x"")"`,
    );
  });
});
