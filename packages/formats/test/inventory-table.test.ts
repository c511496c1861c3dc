/** What an inventory table may look like and still be read: encodings, line ends, delimiters, spellings of numbers and keys. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { InventoryTableOptions } from '../src/index.ts';
import { parseFigure, readInventoryTable } from '../src/index.ts';

const read = (bytes: Uint8Array | string, more: Partial<InventoryTableOptions> = {}) =>
  readInventoryTable([typeof bytes === 'string' ? Buffer.from(bytes) : bytes], { file: 'table.csv', ...more });

const TABLE = [
  'city,country,year,population,gpc_ref,co2e_tonnes,notation_key',
  'Medellín,Colombia,2018,2427129,I.1.1,1200.5,',
  'Medellín,Colombia,2018,2427129,II.1.2,,IE (I.1.2)',
  'Medellín,Colombia,2017,2400000,V.2,-46855.94,',
  '"Washington, DC",USA,2018,,I.1.1,0,',
  '',
].join('\n');

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

describe('an inventory table', () => {
  it('becomes one inventory for each city and year', async () => {
    const { entries, rowCount, shape } = await read(TABLE);
    expect([rowCount, shape]).toEqual([4, 'long']);
    expect(entries.map(({ inventory: i, firstRow }) => [i.city.name, i.year, i.population, firstRow])).toEqual([
      ['Medellín', 2018, 2427129, 2],
      ['Medellín', 2017, 2400000, 4],
      ['Washington, DC', 2018, undefined, 5],
    ]);
    expect(entries[0]?.inventory.rows[1]?.co2eTonnes).toEqual({ keys: ['IE'], includedIn: ['I.1.2'] });
    expect(entries[2]?.inventory.rows[0]).toMatchObject({ co2eTonnes: 0, provenance: 'confirmed-zero' });
  });

  it.each([
    ['a byte order mark', Buffer.from(`\ufeff${TABLE}`)],
    ['CRLF', Buffer.from(TABLE.replaceAll('\n', '\r\n'))],
    ['old Macintosh line ends', Buffer.from(TABLE.replaceAll('\n', '\r'))],
    ['UTF-16 little-endian', utf16(TABLE, false, true)],
    ['UTF-16 big-endian', utf16(TABLE, true, true)],
    ['UTF-16 without a mark', utf16(TABLE, false, false)],
    ['tabs', Buffer.from(TABLE.replaceAll(/,(?! )/g, '\t'))],
    ['semicolons', Buffer.from(TABLE.replaceAll(/,(?! )/g, ';'))],
    [
      'semicolons and decimal commas',
      Buffer.from(TABLE.replaceAll(/,(?! )/g, ';').replaceAll(/;(-?\d+)\.(\d+);/g, ';$1,$2;')),
    ],
    ['capitals and spaces in the header', Buffer.from(TABLE.replace('gpc_ref,co2e_tonnes', 'GPC ref, CO2e tonnes '))],
    ['a last line without its end', Buffer.from(TABLE.trimEnd())],
  ])('is the same with %s', async (_, bytes) => {
    expect((await read(bytes)).entries).toEqual((await read(TABLE)).entries);
  });

  it('is the same however the bytes are cut into pieces', async () => {
    const bytes = Buffer.from(TABLE);
    const whole = (await read(TABLE)).entries;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (size) => {
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
          bytes.subarray(i * size, (i + 1) * size),
        );
        expect((await readInventoryTable(pieces, { file: 'table.csv' })).entries).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });

  it('says which columns it does not use, and which warming potentials it assumes', async () => {
    const { findings } = await read(TABLE.replaceAll(/$/gm, ',x').replace(',x', ',remark').replace(/\n,x$/, '\n'));
    expect(findings).toEqual([
      expect.objectContaining({ code: 'column-ignored', values: { column: 'remark' } }),
      expect.objectContaining({ code: 'gwp-set-assumed', values: { set: 'AR5' } }),
    ]);
  });

  it('takes the warming potentials from their column, one set for each inventory', async () => {
    const header = 'city,country,year,population,gpc_ref,co2e_tonnes,notation_key,gwp_set';
    const { entries, findings } = await read(`${header}\nA,B,2020,1,I.1.1,5,,AR4\nA,B,2021,1,I.1.1,5,,ar6\n`);
    expect(entries.map(({ inventory }) => inventory.gwpSet)).toEqual(['AR4', 'AR6']);
    expect(findings).toEqual([]);
    const torn = read(`${header}\nA,B,2020,1,I.1.1,5,,AR4\nA,B,2020,1,I.2.1,5,,AR6\n`);
    await expect(torn).rejects.toMatchObject({ code: 'row-contradicts', place: { row: 3, column: 'gwp_set' } });
  });

  it('takes nought beside a key for the key, and a blank cell for unknown', async () => {
    const { entries } = await read(
      'city,country,year,population,gpc_ref,co2e_tonnes,notation_key,explanation\nA,B,2020,1,I.1.1,0,NO,\nA,B,2020,1,I.2.1,,,\nA,B,2020,1,I.3.1,,NE,no survey\n',
    );
    expect(entries[0]?.inventory.rows.map((row) => row.co2eTonnes)).toEqual([
      { keys: ['NO'] },
      { keys: ['unknown'] },
      { keys: ['NE'], explanation: 'no survey' },
    ]);
  });
});

describe('parseFigure', () => {
  it.each([
    ['1234.5', true, 1234.5],
    ['1.234', true, 1.234],
    ['0.123', false, 0.123],
    ['1234,5', false, 1234.5],
    ['1,234.5', true, 1234.5],
    ['1.234,5', false, 1234.5],
    ['1,234,567', true, 1234567],
    ['1.234.567', false, 1234567],
    ['1\u00a0234,5', false, 1234.5],
    ["1'234.5", true, 1234.5],
    ['-5e3', true, -5000],
    ['1234.567', false, 1234.567],
  ])('reads %s (point is decimal: %s)', (text, point, value) => {
    expect(parseFigure(text, point)).toEqual({ ok: true, value });
  });

  it.each([
    ['1,234', true],
    ['1,234', false],
    ['1.234', false],
    ['12.345', false],
  ])('finds %s ambiguous (point is decimal: %s)', (text, point) => {
    expect(parseFigure(text, point)).toMatchObject({ ok: false, why: 'ambiguous' });
  });

  it.each(['abc', '12 apples', '1,23,4', '--5', '1e999', 'NaN', 'Infinity', '0x10', ''])('does not take %j', (text) => {
    expect(parseFigure(text, true)).toEqual({ ok: false, why: 'not-a-number' });
  });

  it('reads back every number that JavaScript writes', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (drawn) => {
        const value = Object.is(drawn, -0) ? 0 : drawn;
        expect(parseFigure(String(value), true)).toEqual({ ok: true, value });
      }),
    );
  });
});
