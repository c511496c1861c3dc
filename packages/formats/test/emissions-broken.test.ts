/** Every way a table of world emissions is refused: one thing broken each, with the place and the remedy in the message. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError, readDeltaTable, readEmissionsTable, type FormatErrorCode } from '../src/index.ts';
import { LAST_YEAR, at, emissionFields, rowOf, textOf, type Fields } from './emissions.case.ts';

const bytes = (text: string) => [new TextEncoder().encode(text)];

async function refusalOf(reading: Promise<unknown>): Promise<FormatError> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof FormatError) return error;
    throw error;
  }
  throw new Error('the table was accepted');
}

interface Broken {
  readonly what: string;
  readonly code: FormatErrorCode;
  readonly row?: number;
  readonly column?: string;
  readonly says?: RegExp;
  readonly breakIt: (fields: Fields) => Fields | string;
}

/** Break one cell. */
const cell =
  (row: number, position: number, text: string) =>
  (fields: Fields): Fields => {
    fields[row]![position] = text;
    return fields;
  };
/** Break the header. */
const header =
  (change: (names: string[]) => string[]) =>
  (fields: Fields): Fields => [change(fields[0]!), ...fields.slice(1)];
const withoutColumn = (position: number) => (fields: Fields) => fields.map((row) => row.toSpliced(position, 1));
const METHANE = rowOf('CH4');
const FOSSIL = rowOf('CO2 FFI');

const BROKEN: readonly Broken[] = [
  { what: 'missing species', code: 'species-missing', row: 2, column: 'variable', says: /mine lacks CH4\. .*not taken for zero/, breakIt: (fields) => fields.toSpliced(METHANE, 1) },
  { what: 'most species missing', code: 'species-missing', row: 2, column: 'variable', says: /NH3 and 43 more/, breakIt: (fields) => fields.slice(0, 3) },
  { what: 'species given twice', code: 'row-duplicate', row: 53, column: 'variable', says: /given in row 4 already/, breakIt: (fields) => [...fields, fields[METHANE]!] },
  { what: 'unknown species', code: 'species-unknown', row: 4, column: 'variable', says: /"Methane"/, breakIt: cell(METHANE, 2, 'Methane') },
  { what: 'species by another name', code: 'species-unknown', row: 6, column: 'variable', says: /Write "Sulfur"/, breakIt: cell(rowOf('Sulfur'), 2, 'SO2') },
  { what: 'species in other letters', code: 'species-unknown', row: 4, column: 'variable', says: /Write "CH4"/, breakIt: cell(METHANE, 2, 'Emissions|CH4') },
  { what: 'fossil and land CO2 in one', code: 'species-unknown', row: 2, column: 'variable', says: /"CO2 FFI" and "CO2 AFOLU"/, breakIt: cell(FOSSIL, 2, 'CO2') },
  { what: 'natural forcing', code: 'species-unknown', row: 2, column: 'variable', says: /part of the calibration/, breakIt: cell(FOSSIL, 2, 'Volcanic') },
  { what: 'no species', code: 'cell-empty', row: 4, column: 'variable', breakIt: cell(METHANE, 2, ' ') },
  { what: 'unit a thousand times too small', code: 'unit-unfit', row: 2, column: 'unit', says: /"Gt CO2\/yr" is expected.*Multiply the row by 1e-3/, breakIt: cell(FOSSIL, 3, 'Mt CO2/yr') },
  { what: 'carbon in place of CO2', code: 'unit-unfit', row: 2, column: 'unit', says: /44\.009\/12\.011/, breakIt: cell(FOSSIL, 3, 'GtC/yr') },
  { what: 'unit of another gas', code: 'unit-unfit', row: 4, column: 'unit', says: /"Mt CH4\/yr" is expected/, breakIt: cell(METHANE, 3, 'Mt CO2e/yr') },
  { what: 'unit in small letters', code: 'unit-unfit', row: 4, column: 'unit', breakIt: cell(METHANE, 3, 'mt CH4/yr') },
  { what: 'no unit', code: 'cell-empty', row: 4, column: 'unit', breakIt: cell(METHANE, 3, '') },
  { what: 'region', code: 'region-unknown', row: 4, column: 'region', says: /sum the regions/, breakIt: cell(METHANE, 1, 'R5ASIA') },
  { what: 'no region', code: 'cell-empty', row: 4, column: 'region', breakIt: cell(METHANE, 1, '') },
  { what: 'no scenario', code: 'cell-empty', row: 4, column: 'scenario', breakIt: cell(METHANE, 0, '') },
  { what: 'empty cell', code: 'cell-empty', row: 4, column: '1999.5', says: /not taken for zero/, breakIt: cell(METHANE, at(1999), '') },
  { what: 'NaN', code: 'cell-not-a-number', row: 4, column: '1999.5', breakIt: cell(METHANE, at(1999), 'NaN') },
  { what: 'nan of pandas', code: 'cell-not-a-number', row: 4, column: '1999.5', breakIt: cell(METHANE, at(1999), 'nan') },
  { what: 'text', code: 'cell-not-a-number', row: 4, column: '1999.5', breakIt: cell(METHANE, at(1999), 'n/a') },
  { what: 'infinity', code: 'cell-not-a-number', row: 4, column: '1999.5', breakIt: cell(METHANE, at(1999), 'Infinity') },
  { what: 'figure beyond all numbers', code: 'cell-not-a-number', row: 4, column: '1999.5', breakIt: cell(METHANE, at(1999), '1e999') },
  { what: 'negative methane', code: 'number-negative', row: 4, column: '2030.5', says: /year,species,unit,delta/, breakIt: cell(METHANE, at(2030), '-5') },
  { what: 'negative fossil CO2 in the past', code: 'number-negative', row: 2, column: '1999.5', says: /Check the sign/, breakIt: cell(FOSSIL, at(1999), '-0.1') },
  { what: 'negative fossil CO2 too early', code: 'number-negative', row: 2, column: '2034.5', says: /before 2035/, breakIt: cell(FOSSIL, at(2034), '-0.1') },
  { what: 'a halogen far below zero', code: 'number-negative', row: 1 + rowOf('CFC-11'), column: '1999.5', breakIt: cell(rowOf('CFC-11'), at(1999), '-2') },
  { what: 'year gap', code: 'year-gap', row: 1, column: '2001.5', says: /from 1999 to 2001/, breakIt: withoutColumn(at(2000)) },
  { what: 'years backwards', code: 'year-order', row: 1, column: '1998.5', breakIt: header((names) => names.toSpliced(at(2000), 1, '1998.5')) },
  { what: 'year twice', code: 'year-order', row: 1, column: '1999.5', says: /1999 appears twice/, breakIt: header((names) => names.toSpliced(at(2000), 1, '1999.5')) },
  { what: 'header that is no year', code: 'year-invalid', row: 1, column: 'notes', breakIt: header((names) => names.toSpliced(at(2000), 1, 'notes')) },
  { what: 'date for a year', code: 'year-invalid', row: 1, column: '2000-01-01', breakIt: header((names) => names.toSpliced(at(2000), 1, '2000-01-01')) },
  { what: 'middle and whole years mixed', code: 'year-invalid', row: 1, column: '2000', says: /not written as the years before/, breakIt: header((names) => names.toSpliced(at(2000), 1, '2000')) },
  { what: 'column without a name', code: 'year-invalid', row: 1, column: '', breakIt: header((names) => [...names, '']) },
  { what: 'year before 1750', code: 'year-invalid', row: 1, column: '1749.5', says: /outside 1750 to 2500/, breakIt: header((names) => names.toSpliced(4, 0, '1749.5')) },
  { what: 'year after 2500', code: 'year-invalid', row: 1, column: '2501.5', says: /outside 1750 to 2500/, breakIt: () => textOf(emissionFields(['mine'], 2501)) },
  { what: 'no history', code: 'history-missing', row: 1, column: '2015.5', says: /begin in 2015.*1750 to 2022.*harmonise/, breakIt: (fields) => fields.map((row) => row.toSpliced(4, 2015 - 1750)) },
  { what: 'end before the baseline', code: 'history-missing', row: 1, column: '1899.5', says: /1850 to 1900/, breakIt: () => textOf(emissionFields(['mine'], 1899)) },
  { what: 'no years', code: 'year-missing', row: 1, breakIt: (fields) => fields.map((row) => row.slice(0, 4)) },
  { what: 'no column of units', code: 'column-missing', row: 1, column: 'unit', says: /scenario,region,variable,unit/, breakIt: withoutColumn(3) },
  { what: 'column twice', code: 'column-repeated', row: 1, column: 'unit', breakIt: (fields) => fields.map((row) => [...row, row[3]!]) },
  { what: 'row too short', code: 'file-truncated', row: 4, breakIt: (fields) => fields.with(METHANE, fields[METHANE]!.slice(0, 40)) },
  { what: 'row too long', code: 'table-malformed', row: 4, says: /decimal comma/, breakIt: (fields) => fields.with(METHANE, [...fields[METHANE]!, '5']) },
  { what: 'unquoted decimal comma', code: 'table-malformed', row: 4, breakIt: cell(METHANE, at(1999), '3,25') },
  { what: 'figure readable in two ways', code: 'number-ambiguous', row: 4, column: '1999.5', breakIt: (fields) => textOf(cell(METHANE, at(1999), '1.234')(fields), ';') },
  { what: 'only a header', code: 'file-empty', breakIt: (fields) => fields.slice(0, 1) },
  { what: 'nothing', code: 'file-empty', breakIt: () => '' },
  { what: 'only blank lines', code: 'file-empty', breakIt: () => '\n\n' },
  { what: 'a workbook', code: 'file-is-spreadsheet', breakIt: () => 'PK\u0003\u0004' },
  { what: 'a quotation mark that never closes', code: 'file-truncated', row: 4, breakIt: cell(METHANE, 0, '"mine') },
]; // prettier-ignore

describe('a broken table of world emissions', () => {
  it.each(BROKEN)('is refused for $what as $code', async ({ code, row, column, says, breakIt }) => {
    const broken = breakIt(emissionFields());
    const text = typeof broken === 'string' ? broken : textOf(broken);
    const refusal = await refusalOf(readEmissionsTable(bytes(text), { file: 'world.csv' }));
    expect(refusal).toMatchObject({ code, place: { file: 'world.csv', ...(row && { row }), ...(column !== undefined && { column }) } }); // prettier-ignore
    expect(refusal.message).toContain('world.csv');
    expect(refusal.remedy).not.toBe('');
    if (says !== undefined) expect(refusal.message).toMatch(says);
  });

  it('names the scenario that lacks a species, among several', async () => {
    const fields = emissionFields(['a', 'b']).toSpliced(51 + rowOf('N2O'), 1);
    const refusal = await refusalOf(readEmissionsTable(bytes(textOf(fields)), { file: 'world.csv' }));
    expect(refusal).toMatchObject({ code: 'species-missing', place: { row: 53 } });
    expect(refusal.problem).toBe('b lacks N2O.');
  });

  it('is refused beyond a number of scenarios', async () => {
    const text = textOf(emissionFields(['a', 'b', 'c'], 1900));
    const refusal = await refusalOf(readEmissionsTable(bytes(text), { file: 'world.csv', maxScenarios: 2 }));
    expect(refusal).toMatchObject({ code: 'file-too-large', place: { row: 104, column: 'scenario' } });
  });

  it('is refused as one endless row, before it fills the memory', async () => {
    const endless = (function* () {
      const piece = new TextEncoder().encode('1750.5,'.repeat(20_000));
      for (;;) yield piece;
    })();
    expect(await refusalOf(readEmissionsTable(endless, { file: 'world.csv' }))).toMatchObject({ code: 'table-malformed' }); // prettier-ignore
  });
});

const DELTA_HEADER = 'year,species,unit,delta\n';
const GOOD = '2030,CH4,Mt CH4/yr,-5\n';

const BROKEN_DELTAS: readonly (readonly [string, string, FormatErrorCode, number?, string?])[] = [
  ['no rows', DELTA_HEADER, 'file-empty'],
  ['nothing', '', 'file-empty'],
  ['no unit column', 'year,species,delta\n2030,CH4,-5\n', 'column-missing', 1, 'unit'],
  ['a column that is not known', 'year,species,unit,delta,note\n2030,CH4,Mt CH4/yr,-5,x\n', 'column-unknown', 1, 'note'],
  ['a column twice', 'year,species,unit,delta,unit\n2030,CH4,Mt CH4/yr,-5,x\n', 'column-repeated', 1, 'unit'],
  ['a year that is none', `${DELTA_HEADER}soon,CH4,Mt CH4/yr,-5\n`, 'year-invalid', 2, 'year'],
  ['no year', `${DELTA_HEADER},CH4,Mt CH4/yr,-5\n`, 'year-invalid', 2, 'year'],
  ['a year before 1750', `${DELTA_HEADER}1749,CH4,Mt CH4/yr,-5\n`, 'year-invalid', 2, 'year'],
  ['a year after 2500', `${DELTA_HEADER}2501,CH4,Mt CH4/yr,-5\n`, 'year-invalid', 2, 'year'],
  ['an unknown species', `${DELTA_HEADER}2030,Methane,Mt CH4/yr,-5\n`, 'species-unknown', 2, 'species'],
  ['another unit', `${DELTA_HEADER}2030,CH4,Gt CH4/yr,-5\n`, 'unit-unfit', 2, 'unit'],
  ['NaN', `${DELTA_HEADER}2030,CH4,Mt CH4/yr,NaN\n`, 'cell-not-a-number', 2, 'delta'],
  ['no figure', `${DELTA_HEADER}2030,CH4,Mt CH4/yr,\n`, 'cell-empty', 2, 'delta'],
  ['a year given twice', `${DELTA_HEADER}${GOOD}${GOOD}`, 'row-duplicate', 3, 'year'],
  ['a gap of years', `${DELTA_HEADER}${GOOD}2032,CH4,Mt CH4/yr,-6\n`, 'year-gap', 3, 'year'],
  ['a row too short', `${DELTA_HEADER}2030,CH4,Mt CH4/yr\n`, 'file-truncated', 2],
  ['a decimal comma', `${DELTA_HEADER}2030,CH4,Mt CH4/yr,-5,5\n`, 'table-malformed', 2],
]; // prettier-ignore

describe('a broken table of changes', () => {
  const cases = BROKEN_DELTAS.map(([what, text, code, row, column]) => ({ what, text, code, row, column }));
  it.each(cases)('is refused for $what', async ({ text, code, row, column }) => {
    const refusal = await refusalOf(readDeltaTable(bytes(text), { file: 'less.csv' }));
    expect(refusal.code).toBe(code);
    expect(refusal.place).toEqual({ file: 'less.csv', ...(row && { row }), ...(column && { column }) });
    expect(refusal.remedy).not.toBe('');
  });
});

describe('a table with any damage', () => {
  const sound = textOf(emissionFields(['mine'], 1901));
  const delta = `${DELTA_HEADER}${GOOD}2031,CH4,Mt CH4/yr,-6\n`;
  const damage = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    cut: fc.nat({ max: 12 }),
    put: fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('\n', '"', ',', ';', '\0', '-', 'e999', '\ufeff', '.5')),
  });

  it('is accepted or refused with a place and a remedy; there is no third way', async () => {
    const attempt = async (text: string, read: (text: string) => Promise<unknown>) => {
      try {
        await read(text);
      } catch (error) {
        if (!(error instanceof FormatError)) throw error;
        expect(error.place.file).toBe('any.csv');
        expect(error.remedy).not.toBe('');
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (list) => {
        const hurt = (text: string): string =>
          list.reduce((now, { at: where, cut, put }) => {
            const from = Math.floor(where * now.length);
            return now.slice(0, from) + put + now.slice(from + cut);
          }, text);
        await attempt(hurt(sound), (text) => readEmissionsTable(bytes(text), { file: 'any.csv' }));
        await attempt(hurt(delta), (text) => readDeltaTable(bytes(text), { file: 'any.csv' }));
      }),
      { numRuns: 200 },
    );
  });
});

it('the small table is sound before it is broken', async () => {
  const { scenarios } = await readEmissionsTable(bytes(textOf(emissionFields())), { file: 'world.csv' });
  expect(scenarios.map(({ name, lastYear }) => [name, lastYear])).toEqual([['mine', LAST_YEAR]]);
});
