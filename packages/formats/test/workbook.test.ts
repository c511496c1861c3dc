/** Workbooks: read like tables, written back, and every broken or dangerous one refused. Files are built here, byte by byte. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { GPC_REFERENCES, type Inventory, type InventoryRow } from '@thousand-cities/model';
import {
  activityCalculator,
  FormatError,
  inventoryCsvTable,
  inventoryWorkbook,
  readInventoryTable,
  readInventoryWorkbook,
  type FormatErrorCode,
  type InventoryWorkbookOptions,
} from '../src/index.ts';
import { calculatorReference, countryCode } from './reference.ts';

const HEADER = ['city', 'country', 'year', 'population', 'gpc_ref', 'co2e_tonnes', 'notation_key'];
const ROW = ['Riga', 'LVA', 2021, 600_000, 'I.1.1', 1234.567, null];
const options = { file: 'riga.xlsx', countryCode, calculator: activityCalculator(calculatorReference) };

type Cells = (string | number | boolean | Date | null)[][];
const workbook = (...sheets: readonly (readonly [string, Cells])[]) =>
  writeXlsx({ sheets: sheets.map(([name, rows]) => ({ name, rows })) });
const read = (bytes: Uint8Array, more: Partial<InventoryWorkbookOptions> = {}) =>
  readInventoryWorkbook(bytes, { ...options, ...more });

async function refusalOf(bytes: Uint8Array, more: Partial<InventoryWorkbookOptions> = {}): Promise<FormatError> {
  try {
    await read(bytes, more);
  } catch (error) {
    if (error instanceof FormatError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

/** A workbook whose parts are changed before it is packed again. */
async function changed(change: (parts: Record<string, Uint8Array>) => void, rows: Cells = [HEADER, ROW]) {
  const parts = unzipSync(await workbook(['Data', rows]));
  change(parts);
  return zipSync(parts);
}

/** A workbook whose sheet has other cells in its second row. */
const withCells = (cells: string) =>
  changed((parts) => {
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    parts['xl/worksheets/sheet1.xml'] = strToU8(
      sheet.replace(/<row r="2".*?<\/row>/, `<row r="2"><c r="A2" t="inlineStr"><is><t>Riga</t></is></c><c r="B2" t="inlineStr"><is><t>LVA</t></is></c><c r="C2"><v>2021</v></c><c r="E2" t="inlineStr"><is><t>I.1.1</t></is></c>${cells}</row>`), // prettier-ignore
    );
  });

describe('reading a workbook', () => {
  it('finds the table below titles, beside other sheets, and takes numbers as typed', async () => {
    const table = await read(
      await workbook(
        ['Read me', [['How to use this'], ['city', 'is the city']]],
        [
          'Data 2021',
          [['Inventory of Riga'], [], HEADER, ROW, [], ['Riga', 'LVA', 2021, 600_000, 'I.1.2', null, 'NE']],
        ],
      ),
    );
    expect(table.sheet).toBe('Data 2021');
    const [entry] = table.entries;
    expect(entry!.inventory).toMatchObject({ year: 2021, population: 600_000, city: { name: 'Riga', country: 'LVA' } });
    // 1234.567 in a cell of numbers is that number, though in a cell of text it may be 1 234 567 thousandths or thousands.
    expect(entry!.inventory.rows.map(({ co2eTonnes }) => co2eTonnes)).toEqual([1234.567, { keys: ['NE'] }]);
    expect(entry!.fileRows).toEqual([4, 6]);
  });

  it('reads the rows of CSV alike', async () => {
    const rows = GPC_REFERENCES.map(({ ref }, i) => ['Riga', 'LVA', 2021, 600_000, ref, i + 0.125, null]);
    const text = [HEADER, ...rows].map((row) => row.join(',')).join('\n');
    const { entries } = await readInventoryTable([strToU8(text)], { ...options, file: 'riga.csv' });
    const fromBook = await read(await workbook(['Data', [HEADER, ...rows]]));
    expect(fromBook.entries[0]!.inventory).toEqual(entries[0]!.inventory);
  });

  it('takes the value that was saved with a formula, and evaluates none', async () => {
    const table = await read(await withCells('<c r="F2"><f>1+1</f><v>42</v></c><c r="G2" t="str"><f>IF(TRUE,"","NE")</f><v></v></c>')); // prettier-ignore
    expect(table.entries[0]!.inventory.rows[0]!.co2eTonnes).toBe(42);
  });

  it('asks which sheet when two fit, and reads the one that is named', async () => {
    const other = [HEADER, ['Riga', 'LVA', 2022, 600_000, 'I.1.1', 7, null]];
    const bytes = await workbook(['2021', [HEADER, ROW]], ['2022', other]);
    expect(await refusalOf(bytes)).toMatchObject({ code: 'sheet-unclear', problem: expect.stringContaining('"2021", "2022"') as string }); // prettier-ignore
    expect((await read(bytes, { sheet: '2022' })).entries[0]!.inventory.year).toBe(2022);
    expect(await refusalOf(bytes, { sheet: '2023' })).toMatchObject({ code: 'sheet-missing' });
  });

  it('says what it left out: macros and links to other files', async () => {
    const bytes = await changed((parts) => {
      parts['xl/vbaProject.bin'] = strToU8('Sub Auto_Open()');
      parts['xl/externalLinks/externalLink1.xml'] = strToU8('<externalLink/>');
      // An archive within the archive is never opened.
      parts['xl/embeddings/oleObject1.zip'] = zipSync({ a: new Uint8Array(1000) });
    });
    const { findings, entries } = await read(bytes);
    expect(findings.map(({ code }) => code)).toEqual(['macros-ignored', 'links-ignored', 'gwp-set-assumed']);
    expect(entries[0]!.inventory.rows).toHaveLength(1);
  });

  it('gathers refused rows for a preview, each with sheet, row and column, and reads the rest', async () => {
    const refused: FormatError[] = [];
    const bad = ['Riga', 'LVA', 2021, 600_000, 'I.9.9', 1, null];
    const doubtful = ['Riga', 'LVA', 2021, 600_000, 'I.1.2', '1.234', null];
    const table = await read(await workbook(['Data', [HEADER, bad, ROW, doubtful]]), {
      refused: (error) => refused.push(error),
    });
    expect(table.entries[0]!.fileRows).toEqual([3]);
    expect(refused.map(({ code, place }) => [code, place])).toEqual([
      ['reference-unknown', { file: 'riga.xlsx', sheet: 'Data', row: 2, column: 'gpc_ref' }],
      ['number-ambiguous', { file: 'riga.xlsx', sheet: 'Data', row: 4, column: 'co2e_tonnes' }],
    ]);
  });
});

describe('writing a workbook', () => {
  const row = (ref: string, more: Partial<InventoryRow>): InventoryRow => ({
    ref,
    co2eTonnes: 0,
    provenance: 'city-value',
    sources: [],
    ...more,
  });
  const inventory: Inventory = {
    city: { name: 'Riga', country: 'LVA' },
    year: 2021,
    population: 600_000,
    gwpSet: 'AR6',
    rows: [
      row('I.1.1', { co2eTonnes: 2020.25, activity: { activity: 'heating', carrier: 'natural-gas', amount: 10_000, unit: 'MWh' }, sources: ['gas works, 2022'] }), // prettier-ignore
      row('I.1.1', { co2eTonnes: { keys: ['NE'], explanation: '=HYPERLINK("http://example.org","no meters")' } }),
      row('III.1.1', {
        co2eTonnes: 12.5,
        activity: { activity: 'landfill', carrier: '', amount: 3, unit: 'of our own' },
      }),
      row('V.2', { co2eTonnes: -431.75 }),
      row('VI.1', { co2eTonnes: { keys: ['IE'], includedIn: ['I.1.1'] } }),
    ],
  };
  const long: Inventory = { ...inventory, rows: inventory.rows.slice(1).map(({ activity: _, ...rest }) => rest) };
  const figures = ({ rows }: Inventory) => rows.map(({ ref, co2eTonnes }) => [ref, co2eTonnes]);

  it.each([
    ['activity data', inventory],
    ['one figure a reference', long],
  ])('is read back to the same figures: %s', async (_, before) => {
    const fromBook = (await read(await inventoryWorkbook(before))).entries[0]!.inventory;
    expect(fromBook).toMatchObject({ year: 2021, gwpSet: 'AR6', population: 600_000 });
    expect(figures(fromBook)).toEqual(figures(before));
    const text = inventoryCsvTable(before).replaceAll("'=HYPER", '=HYPER');
    const fromText = await readInventoryTable([strToU8(text)], { ...options, file: 'riga.csv' });
    expect(figures(fromText.entries[0]!.inventory)).toEqual(figures(before));
  });

  it('carries the ids of rows, where there are any; rows of one name stay two', async () => {
    const gas = { activity: 'heating', carrier: 'natural-gas', amount: 10_000, unit: 'MWh' };
    const twice = { co2eTonnes: 2020.25, activity: gas };
    const named: Inventory = {
      ...inventory,
      rows: [row('I.1.1', { id: 'r1a', ...twice }), row('I.1.1', { id: 'r1b', ...twice }), row('V.2', { id: 'Own-3' }), row('VI.1', {})], // prettier-ignore
    };
    const ids = ({ rows }: Inventory) => rows.map(({ id, activity }) => [id, activity?.activity]);
    const wanted = [['r1a', 'heating'], ['r1b', 'heating'], ['Own-3', 'emissions'], [undefined, 'emissions']]; // prettier-ignore
    expect(ids((await read(await inventoryWorkbook(named))).entries[0]!.inventory)).toEqual(wanted);
    const table = await readInventoryTable([strToU8(inventoryCsvTable(named))], { ...options, file: 'riga.csv' });
    expect(ids(table.entries[0]!.inventory)).toEqual(wanted);
    expect(inventoryCsvTable(long)).not.toContain('row_id');
    const bare = inventoryCsvTable({ ...long, rows: long.rows.map((each, n) => ({ ...each, id: `r${n}` })) });
    expect(bare.split('\n')[0]).toMatch(/,row_id$/);
  });

  it('writes nothing that runs: text that begins like a formula is text', async () => {
    const parts = unzipSync(await inventoryWorkbook(inventory));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('References!$A$2:$A$55');
    expect(inventoryCsvTable(inventory)).toContain(`"'=HYPERLINK(`);
  });
});

/** The bytes of a zip archive of one file whose table of contents says what it likes. */
function zipOf(name: string, content: Uint8Array, said: { readonly size?: number; readonly flags?: number } = {}) {
  const bytes = zipSync({ [name]: content }, { level: 6 });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const directory = view.getUint32(bytes.length - 6, true);
  if (said.size !== undefined) view.setUint32(directory + 24, said.size, true);
  if (said.flags !== undefined) view.setUint16(directory + 8, said.flags, true);
  return bytes;
}

const LAUGHS = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>`;
const nothing = new Uint8Array(6 * 1024 * 1024);

/** What is wrong, the file, the code. */
const BROKEN: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>, FormatErrorCode, RegExp?])[] = [
  ['empty', () => new Uint8Array(), 'file-empty'],
  ['not a workbook', () => strToU8('city,country'), 'file-unreadable'],
  ['larger than allowed', () => new Uint8Array(11 * 1024 * 1024).fill(0x50, 0, 1), 'file-too-large'],
  ['cut short', async () => (await workbook(['Data', [HEADER, ROW]])).slice(0, -300), 'file-truncated'],
  ['another thing appended', async () => Uint8Array.from([...(await workbook(['Data', [HEADER, ROW]])), 0]), 'file-truncated'], // prettier-ignore
  ['protected by a password', async () => writeXlsx({ sheets: [{ name: 'A', rows: [HEADER] }], encryption: { password: 'x', spinCount: 1 } }), 'file-encrypted'], // prettier-ignore
  ['of the old kind', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Array<number>(600).fill(0)]), 'file-unreadable', /\.xls\)/], // prettier-ignore
  ['an entry that is encrypted', () => zipOf('xl/workbook.xml', strToU8('<x/>'), { flags: 1 }), 'file-encrypted'],
  ['a text document', () => zipSync({ 'word/document.xml': strToU8('<x/>') }), 'file-unreadable', /text document/],
  ['a binary workbook', () => zipSync({ 'xl/workbook.bin': strToU8('x') }), 'file-unreadable', /xlsb/],
  ['a bomb: one file of nothing', () => changed((parts) => (parts['xl/worksheets/sheet2.xml'] = nothing)), 'file-unsafe', /200 times/], // prettier-ignore
  ['a bomb that says it is small', () => zipOf('xl/workbook.xml', nothing.subarray(0, 900_000), { size: 10 }), 'file-unsafe', /larger than it says/], // prettier-ignore
  ['many files', () => zipSync(Object.fromEntries(Array.from({ length: 1100 }, (_, i) => [`xl/${i}.xml`, strToU8('x')]))), 'file-unsafe', /1100 files/], // prettier-ignore
  ['files that overlap', overlapping, 'file-unsafe', /overlap/],
  ['a name that leaves the folder', () => zipSync({ '../xl/workbook.xml': strToU8('x') }), 'file-unsafe', /name/],
  ['a name of another system', () => zipSync({ 'C:\\xl\\workbook.xml': strToU8('x') }), 'file-unsafe', /name/],
  ['the same name twice', () => zipSync({ 'xl/workbook.xml': strToU8('x'), 'XL/workbook.xml': strToU8('y') }), 'file-unsafe', /same name/], // prettier-ignore
  ['a billion laughs', () => changed((parts) => (parts['xl/worksheets/sheet1.xml'] = strToU8(LAUGHS))), 'file-unsafe', /entities/], // prettier-ignore
  ['entities in the relations', () => changed((parts) => (parts['xl/_rels/workbook.xml.rels'] = strToU8('<!doctype x SYSTEM "file:///etc/passwd">'))), 'file-unsafe', /entities/], // prettier-ignore
  ['a changed byte', damaged, 'file-unreadable'],
  ['a sheet that stops', () => changed((parts) => (parts['xl/worksheets/sheet1.xml'] = strToU8('<worksheet><sheetData><row'))), 'file-truncated', /sheet1/], // prettier-ignore
  ['text that is not UTF-8', () => changed((parts) => (parts['xl/sharedStrings.xml'] = Uint8Array.from([0xff, 0xfe, 0x3c]))), 'file-unreadable'], // prettier-ignore
  ['a sheet that is not there', () => changed((parts) => delete parts['xl/worksheets/sheet1.xml']), 'file-unreadable'],
  ['a cell in the last corner', () => withCells('<c r="XFD1048576"><v>1</v></c>'), 'file-too-large', /XFD1048576/],
  [
    'the same, between other quotation marks',
    () => withCells("<c r='XFD1048576'><v>1</v></c>"),
    'file-too-large',
    /XFD1048576/,
  ],
  [
    'the same, with room around the sign',
    () => withCells('<c t=">" r = "XFD1048576"><v>1</v></c>'),
    'file-too-large',
    /XFD1048576/,
  ],
  ['the same, after a text that looks like it', () => withCells(`<c t=" r='A2'" r="XFD1048576"><v>1</v></c>`), 'file-too-large', /XFD1048576/], // prettier-ignore
  ['the same in small letters', () => withCells('<c r="xfd1048576"><v>1</v></c>'), 'file-unreadable', /xfd1048576/],
  [
    'the same, spelled by a reference',
    () => withCells('<c r="&#88;FD1048576"><v>1</v></c>'),
    'file-unreadable',
    /&#88;FD1048576/,
  ],
  [
    'the same under a prefix',
    () => withCells('<a-b:c r="XFD1048576"><v>1</v></a-b:c>'),
    'file-too-large',
    /XFD1048576/,
  ],
  ['the same in a sheet that lies elsewhere', () => elsewhere(), 'file-too-large', /XFD1048576/],
  ['a cell that never ends', () => withCells('<c '.repeat(200_000)), 'file-unreadable', /sheet1/],
  ['too many rows', () => changed((parts) => (parts['xl/worksheets/sheet1.xml'] = strToU8(`<worksheet><sheetData>${'<row/>'.repeat(25_001)}</sheetData></worksheet>`))), 'file-too-large', /25001 rows/], // prettier-ignore
  ['too many sheets', () => changed((parts) => { for (let i = 0; i < 101; i++) parts[`xl/worksheets/more${i}.xml`] = strToU8('<worksheet></worksheet>'); }), 'file-too-large', /100 sheets/], // prettier-ignore
  ['no table', () => workbook(['Data', [['Name', 'Amount'], ['Riga', 3]]]), 'sheet-missing', /"Data"/], // prettier-ignore
  ['a misspelt column', () => workbook(['Data', [HEADER.map((name) => (name === 'year' ? 'yeer' : name)), ROW]]), 'column-unknown', /yeer/], // prettier-ignore
  ['only a header', () => workbook(['Data', [HEADER]]), 'file-empty'],
  ['a formula without a value', () => withCells('<c r="F2"><f>SUM(F3:F9)</f></c>'), 'cell-unsaved', /SUM\(F3:F9\)/],
  ['a formula that failed', () => withCells('<c r="F2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'), 'cell-fault', /#DIV\/0!/],
];

/** A workbook whose relations name a sheet beside the folder of sheets. */
const elsewhere = () =>
  changed((parts) => {
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    parts['xl/data.xml'] = strToU8(sheet.replace('r="A1"', 'r="XFD1048576"'));
    const relations = strFromU8(parts['xl/_rels/workbook.xml.rels']!);
    parts['xl/_rels/workbook.xml.rels'] = strToU8(relations.replace('worksheets/sheet1.xml', 'data.xml'));
    delete parts['xl/worksheets/sheet1.xml'];
  });

/** Two entries that share their bytes, as in archives that say one gigabyte a thousand times. */
function overlapping(): Uint8Array {
  const bytes = zipSync({ 'xl/workbook.xml': strToU8('aaaa'), 'xl/second.xml': strToU8('bbbb') }, { level: 0 });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const directory = view.getUint32(bytes.length - 6, true);
  const second = directory + 46 + 'xl/workbook.xml'.length;
  view.setUint32(second + 42, 0, true);
  return bytes;
}

async function damaged(): Promise<Uint8Array> {
  const bytes = await changed(() => undefined);
  const parts = unzipSync(bytes);
  const stored = zipSync(parts, { level: 0 });
  const at = Buffer.from(stored).indexOf('1234.567');
  stored[at] = 0x39;
  return stored;
}

describe('a broken or dangerous workbook', () => {
  for (const [what, make, code, words] of BROKEN) {
    it(`is refused: ${what}`, async () => {
      const error = await refusalOf(await make());
      expect({ code: error.code, message: error.message }).toMatchObject({ code });
      if (words) expect(error.message).toMatch(words);
      expect(error.place.file).toBe('riga.xlsx');
      expect(error.remedy).not.toBe('');
    });
  }

  it('names sheet, row and column of a cell', async () => {
    const { place } = await refusalOf(await withCells('<c r="F2"><f>SUM(F3:F9)</f></c>'));
    expect(place).toEqual({ file: 'riga.xlsx', sheet: 'Data', row: 2, column: 'co2e_tonnes' });
  });

  it('is read or refused, and never anything else, whatever bytes are changed', async () => {
    const good = await workbook(['Data', [HEADER, ROW]]);
    const change = fc.tuple(fc.nat(good.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = good.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        await read(bytes).catch((error: unknown) => expect(error).toBeInstanceOf(FormatError));
      }),
      { numRuns: 150 },
    );
  });
});
