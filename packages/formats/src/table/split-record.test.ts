import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { splitRecord } from './split-record.ts';

describe('splitRecord', () => {
  it.each([
    ['a,b,,c', ['a', 'b', '', 'c']],
    ['"Washington, DC",USA', ['Washington, DC', 'USA']],
    ['"say ""no""",""', ['say "no"', '']],
    ['"two\nlines",x,', ['two\nlines', 'x', '']],
    ['"open,a', 'open'],
    ['a,"open ""', 'open'],
    ['"shut"x,a', 'stray'],
    ['Ri"ga,a', 'stray'],
  ])('splits %j', (record, expected) => {
    expect(splitRecord(record, ',')).toEqual(expected);
  });

  it('agrees with a general CSV parser on any fields', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '1', '.', ' ', ',', ';', '"', '\n', 'é') });
    fc.assert(
      fc.property(fc.array(field, { minLength: 2, maxLength: 6 }), fc.constantFrom(',', ';'), (fields, delimiter) => {
        const record = fields
          .map((text) => (/[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
          .join(delimiter);
        expect(splitRecord(record, delimiter)).toEqual(fields);
        expect(parse(record, { delimiter })[0]).toEqual(fields);
      }),
    );
  });
});
