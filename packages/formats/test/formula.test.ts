/** No table we write holds a text that a spreadsheet would run; and what is written reads back as it was. */
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { EMISSION_SPECIES, type CityPaths, type Inventory, type WorldEmissions } from '@thousand-cities/model';
import {
  inventoryCsvTable,
  inventoryWorkbook,
  readInventoryTable,
  writeEmissionsTable,
  writeNetworkTable,
} from '../src/index.ts';

/** What spreadsheets take for the beginning of a formula, before a text that may hold anything. */
const nasty = fc
  .tuple(fc.constantFrom('=', '+', '-', '@', '＝', '＠', '', ' '), fc.string({ unit: 'grapheme', minLength: 1 }))
  .map(([sign, text]) => `${sign}${text}`.replaceAll('\0', ''))
  .filter((text) => text.trim() !== '');

/** The fields of CSV with commas, by RFC 4180, read here and not by our reader. */
function fieldsOf(csv: string): string[] {
  const fields = [...csv.replace(/^\uFEFF/, '').matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(?:,|\r?\n|$)/g)];
  return fields.map(([, raw]) => (raw!.startsWith('"') ? raw!.slice(1, -1).replaceAll('""', '"') : raw!));
}

const isNumber = (text: string): boolean => text !== '' && Number.isFinite(Number(text));

/** Every field is a number as it stands, or begins with nothing that runs. */
function expectHarmless(csv: string): void {
  for (const field of fieldsOf(csv)) {
    if (!isNumber(field)) expect(field).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
  }
}

function inventoryOf(name: string, note: string): Inventory {
  const row = { ref: 'V.2', co2eTonnes: -46_855.94, provenance: 'city-value', sources: [note] } as const;
  const missing = { ...row, ref: 'I.1.1', co2eTonnes: { keys: ['NE'], explanation: note } } as const;
  return { city: { name, country: 'DEU' }, year: 2025, gwpSet: 'AR6', rows: [row, missing] };
}

const zeros = () => new Float64Array(2);
const gases = () => ({ co2: zeros(), co2Land: Float64Array.of(-5, -6), ch4: zeros(), n2o: zeros(), fgas: zeros() });

describe('a table of ours', () => {
  it('of an inventory runs nothing, and gives the same words back', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, nasty, async (name, note) => {
        const csv = inventoryCsvTable(inventoryOf(name, note));
        expectHarmless(csv);
        expect(fieldsOf(csv)).toContain('-46855.94');
        const { entries } = await readInventoryTable([Buffer.from(csv)], { file: 'x.csv' });
        expect(entries[0]!.inventory.city.name).toBe(name.trim());
      }),
      { numRuns: 150 },
    );
  });

  it('of a network runs nothing', () => {
    fc.assert(
      fc.property(nasty, nasty, (name, region) => {
        const city = {
          ...{ id: '-1', name, country: 'DEU', region, latitude: -6.2, longitude: -1, population: 1 },
          ...{ firstYear: 2025, lastYear: 2026, weights: { ch4: 28, n2o: 265 } },
          ...{ inventory: { kind: 'reported', year: 2025, reportedShare: 1 }, reference: gases() },
        } as unknown as CityPaths;
        const csv = [...writeNetworkTable([city], [2025, 2026])].join('');
        expectHarmless(csv);
        expect(fieldsOf(csv)).toContain('-6.2');
        expect(fieldsOf(csv)).toContain('-5');
      }),
      { numRuns: 150 },
    );
  });

  it('of world emissions runs nothing', () => {
    fc.assert(
      fc.property(nasty, (name) => {
        const values = new Float64Array(EMISSION_SPECIES.length).fill(-1.5);
        const world = { name, firstYear: 1750, lastYear: 1750, values } as unknown as WorldEmissions;
        const csv = [...writeEmissionsTable([world])].join('');
        expectHarmless(csv);
        expect(fieldsOf(csv)).toContain('-1.5');
      }),
      { numRuns: 150 },
    );
  });

  it('as a workbook has no formula: every text is typed as text', async () => {
    const files = unzipSync(await inventoryWorkbook(inventoryOf('=HYPERLINK("http://x")', '+cmd|calc')));
    const sheets = Object.entries(files).filter(([path]) => path.startsWith('xl/worksheets/'));
    expect(sheets.length).toBeGreaterThan(0);
    for (const [, bytes] of sheets) expect(strFromU8(bytes)).not.toMatch(/<f[ >]/);
    const text = Object.values(files)
      .map((bytes) => strFromU8(bytes))
      .join('');
    expect(text).toContain('=HYPERLINK(');
  });
});
