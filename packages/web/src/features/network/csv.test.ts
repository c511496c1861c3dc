import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fourCities } from '../../../test/network-fixture.ts';
import { csvOf } from '../../charts/table.ts';
import { FILE_COLUMNS, fileOf, sourceLines, type FileWords } from './csv.ts';
import { linesOf, withGaps, type NetworkRow } from './rows.ts';

/** RFC 4180, read without any help from what writes it. */
function parsed(csv: string): string[][] {
  const records: string[][] = [[]];
  let [cell, isQuoted] = ['', false];
  const end = () => records.at(-1)!.push(cell);
  for (let i = csv.startsWith('\ufeff') ? 1 : 0; i < csv.length; i++) {
    const letter = csv[i]!;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (csv[i + 1] === '"') cell += csv[++i]!;
      else isQuoted = false;
    } else if (letter === '"') isQuoted = true;
    else if (letter === ',') {
      end();
      cell = '';
    } else if (letter === '\r' && csv[i + 1] === '\n') {
      end();
      cell = '';
      records.push([]);
      i++;
    } else cell += letter;
  }
  return records.slice(0, -1);
}

const words: FileWords = {
  columns: FILE_COLUMNS,
  inventory: (kind) => kind,
  pledge: ({ pledgeState }) => pledgeState,
  plan: (plan) => plan,
  target: 'Zero by 2040',
};
const data = fourCities();
const names = { country: (_: string, english: string) => english, group: (_: string, english: string) => english };
const rows = withGaps(data, linesOf(data, names), 'pathway-to-paris', 'reference');
const read = (some: readonly NetworkRow[]) => parsed(csvOf(fileOf(some, words)));
const at = (record: readonly string[], column: (typeof FILE_COLUMNS)[number]) => record[FILE_COLUMNS.indexOf(column)]!;

describe('the file of what is shown', () => {
  it('has the rows in their order, figures raw, and a gap that is not known empty', () => {
    const [head, jakarta, , nairobi] = read(rows);
    expect(head).toEqual([...FILE_COLUMNS]);
    expect(at(jakarta!, 'tonnes')).toBe('60000000');
    expect(at(jakarta!, 'gap2030')).toBe('50000000');
    expect(at(jakarta!, 'planCut')).toBe('0.6');
    expect(at(nairobi!, 'gap2030')).toBe('');
    expect(at(nairobi!, 'planCut')).toBe('');
    expect(at(nairobi!, 'lat')).toBe('-1.3');
  });

  it('says below the table where the figures come from', () => {
    const notes = sourceLines(data, { source: 'Source:', kind: 'Estimated, not reported' });
    const records = parsed(csvOf(fileOf(rows, words), notes));
    expect(records.slice(5)).toEqual([
      [''],
      ['Estimated, not reported'],
      ['Source: made up for a test'],
      ['CC0-1.0, a-test 0'],
    ]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1'])('hands no formula on: %j', (name) => {
    expect(at(read([{ ...rows[0]!, name }])[1]!, 'name')).toBe(`'${name}`);
  });

  it('brings back every name and every figure, whatever they are', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 });
    fc.assert(
      fc.property(text, text, fc.double({ noNaN: true, noDefaultInfinity: true }), (name, country, gap2030) => {
        const [, record] = read([{ ...rows[0]!, name, country, gap2030 }]);
        const plain = (written: string, given: string) => written === given || written === `'${given}`;
        expect(plain(at(record!, 'name'), name)).toBe(true);
        expect(plain(at(record!, 'country'), country)).toBe(true);
        expect(Number(at(record!, 'gap2030'))).toBe(Math.round(gap2030) + 0);
      }),
    );
  });
});
