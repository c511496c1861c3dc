/** Every way an inventory table is refused: one small broken file each, with the place and the remedy in the message. */
import { createReadStream, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GPC_REFERENCES } from '@thousand-cities/model';
import type { FormatErrorCode } from '../src/index.ts';
import { FormatError, activityCalculator, readInventoryTable } from '../src/index.ts';
import { calculatorReference, countryCode } from './reference.ts';

const HEADER = 'city,country,year,population,gpc_ref,co2e_tonnes,notation_key\n';
const folder = fileURLToPath(new URL('broken/', import.meta.url));

/** File, code, row, column. */
const BROKEN: readonly (readonly [string, FormatErrorCode, number?, string?])[] = [
  ['wrong-column.csv', 'column-unknown', 1, 'gpc_reff'],
  ['missing-column.csv', 'column-missing', 1, 'year'],
  ['repeated-column.csv', 'column-repeated', 1, 'year'],
  ['unknown-reference.csv', 'reference-unknown', 3, 'gpc_ref'],
  ['unknown-notation.csv', 'notation-unknown', 2, 'notation_key'],
  ['figure-and-key.csv', 'row-contradicts', 2, 'notation_key'],
  ['negative.csv', 'number-negative', 3, 'co2e_tonnes'],
  ['text-amount.csv', 'cell-not-a-number', 3, 'co2e_tonnes'],
  ['unquoted-decimal-comma.csv', 'table-malformed', 2],
  ['ambiguous-number.csv', 'number-ambiguous', 2, 'co2e_tonnes'],
  ['ambiguous-semicolon.csv', 'number-ambiguous', 2, 'co2e_tonnes'],
  ['duplicate-row.csv', 'row-duplicate', 4, 'gpc_ref'],
  ['missing-year.csv', 'year-missing', 2, 'year'],
  ['impossible-year.csv', 'year-invalid', 2, 'year'],
  ['missing-city.csv', 'cell-empty', 2, 'city'],
  ['two-populations.csv', 'row-contradicts', 3, 'population'],
  ['empty.csv', 'file-empty'],
  ['blank-lines.csv', 'file-empty'],
  ['only-header.csv', 'file-empty'],
  ['spreadsheet.csv', 'file-is-spreadsheet'],
  ['old-spreadsheet.csv', 'file-is-spreadsheet'],
  ['pdf.csv', 'file-not-text'],
  ['binary.csv', 'file-not-text'],
  ['windows-1252.csv', 'file-encoding'],
  ['cut-inside-row.csv', 'file-truncated', 3],
  ['cut-inside-quotes.csv', 'file-truncated', 3],
  ['cut-inside-character.csv', 'file-truncated'],
  ['stray-quote.csv', 'table-malformed', 2],
  ['unknown-unit.csv', 'unit-unknown', 2, 'unit'],
  ['unfit-unit.csv', 'unit-unfit', 2, 'unit'],
  ['unknown-carrier.csv', 'carrier-unknown', 2, 'carrier'],
  ['unknown-activity.csv', 'activity-unknown', 2, 'activity'],
  ['unknown-country.csv', 'country-unknown', 2, 'country'],
  ['no-factor.csv', 'factor-missing', 2, 'factor_source'],
  ['negative-amount.csv', 'number-negative', 2, 'amount'],
  ['activity-text-amount.csv', 'notation-unknown', 2, 'amount'],
  ['activity-duplicate.csv', 'row-duplicate', 3, 'gpc_ref'],
  ['repeated-row-id.csv', 'row-id-repeated', 4, 'row_id'],
  ['unfit-row-id.csv', 'row-id-unfit', 2, 'row_id'],
  ['activity-no-unit.csv', 'cell-empty', 2, 'unit'],
];

async function refusalOf(file: string): Promise<FormatError> {
  try {
    await readInventoryTable(createReadStream(folder + file), {
      file,
      countryCode,
      calculator: activityCalculator(calculatorReference),
    });
  } catch (error) {
    if (error instanceof FormatError) return error;
    throw error;
  }
  throw new Error(`${file} was accepted`);
}

describe('a broken inventory table', () => {
  it.each(BROKEN.map((broken) => ({ file: broken[0], code: broken[1], row: broken[2], column: broken[3] })))(
    '$file is refused as $code',
    async ({ file, code, row, column }) => {
      const refusal = await refusalOf(file);
      expect(refusal.code).toBe(code);
      expect(refusal.place).toEqual({ file, ...(row && { row }), ...(column && { column }) });
      expect(refusal.message).toContain(file);
      expect(refusal.remedy).not.toBe('');
    },
  );

  it('is tested for every file in the folder', () => {
    const tested = new Set(BROKEN.map(([file]) => file));
    expect(readdirSync(folder).filter((file) => !tested.has(file))).toEqual([]);
  });
});

describe('any bytes', () => {
  const options = { file: 'any.csv', countryCode, calculator: activityCalculator(calculatorReference) };
  const outcome = async (bytes: Uint8Array): Promise<unknown> => {
    try {
      return await readInventoryTable([bytes], options);
    } catch (error) {
      return error;
    }
  };
  const isClear = (result: unknown): void => {
    if (result instanceof Error && !(result instanceof FormatError)) throw result;
  };

  it('are read or refused, never a crash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => isClear(await outcome(bytes))),
    );
  });

  it('after a sound header are read or refused too', async () => {
    const headers = [HEADER, 'city,country,year,population,gpc_ref,activity,carrier,amount,unit,factor_source\n'];
    const cell = fc.constantFrom(
      'Riga',
      'Latvia',
      '2020',
      '1e3',
      'I.1.1',
      'II.1.2',
      'IV.2',
      'V.1',
      'III.4.1',
      'NE',
      'natural-gas',
      'R-410A',
      't',
      'MWh',
      'head',
      'cement',
      '"',
      '',
      '-1',
      '0.4 t/MWh',
    );
    const line = fc.array(cell, { minLength: 6, maxLength: 10 }).map((cells) => cells.join(','));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...headers), fc.array(line, { maxLength: 4 }), async (header, lines) =>
        isClear(await outcome(Buffer.from(header + lines.join('\n')))),
      ),
    );
  });

  it('in sound rows with any activity are read or refused too', async () => {
    const pick = fc.record({
      ref: fc.constantFrom(...GPC_REFERENCES.map(({ ref }) => ref)),
      activity: fc.constantFrom(
        'use',
        'landfill',
        'composting',
        'open burning',
        'incineration',
        'septic-system',
        'beer-malt',
        'cement',
        'steel-basic-oxygen-furnace',
        'refill',
        'chillers',
        'sheep',
        'rice',
        'urea',
        'fertiliser',
        'gas-distribution',
        'surface-mining',
      ),
      carrier: fc.constantFrom(
        '',
        'natural-gas',
        'electricity',
        'fuelwood',
        'lignite',
        'mixed-msw',
        'plastics',
        'SF6',
        'lubricants',
        'district-heat',
        'none',
        'anaerobic-reactor',
      ),
      unit: fc.constantFrom('MWh', 't', 'L', 'vkm', 'ha', 'head', 'person', 't CO2e'),
      country: fc.constantFrom('Latvia', 'Vietnam', 'Kenya', 'Tuvalu', 'Vatican City'),
    });
    await fc.assert(
      fc.asyncProperty(pick, async ({ ref, activity, carrier, unit, country }) => {
        const text = `city,country,year,population,gpc_ref,activity,carrier,amount,unit\nA,${country},2018,5,${ref},${activity},${carrier},7,${unit}\n`;
        isClear(await outcome(Buffer.from(text)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('memory', () => {
  it('stays bounded in a file without line ends', async () => {
    const endless = (function* () {
      yield Buffer.from(`${HEADER}"`);
      for (let piece = 0; piece < 10_000; piece++) yield Buffer.alloc(65_536, 'x');
    })();
    await expect(readInventoryTable(endless, { file: 'endless.csv' })).rejects.toMatchObject({
      code: 'table-malformed',
    });
  });

  it('stops at the row limit without reading on', async () => {
    let pieces = 0;
    const long = (function* () {
      yield Buffer.from(HEADER);
      for (; pieces < 10_000; pieces++) yield Buffer.from(`City ${pieces},X,2020,5,I.1.1,3,\n`.repeat(1));
    })();
    await expect(readInventoryTable(long, { file: 'long.csv', maxRows: 500 })).rejects.toMatchObject({
      code: 'file-too-large',
      place: { row: 502 },
    });
    expect(pieces).toBeLessThan(1_000);
  });
});
