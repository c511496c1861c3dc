import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GPC_REFERENCES } from '@thousand-cities/model';
import { inventoryCommand } from './inventory.ts';

const HEADER = 'city,country,year,population,gpc_ref,co2e_tonnes,notation_key';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cities-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(...argv: readonly string[]): Promise<{ out: string; exit: number }> {
  let out = '';
  let exit = 0;
  const program = new Command('cities').exitOverride();
  const io = { stdout: (text: string) => void (out += text), stderr: () => undefined };
  inventoryCommand(program, io, (code) => (exit = code));
  await program.parseAsync(['inventory', ...argv], { from: 'user' });
  return { out, exit };
}

function file(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

/** About one tonne at every reference and two sold to the grid, of a town of ten. */
const ones = GPC_REFERENCES.map(
  ({ ref }, index) => `Riga,Latvia,2020,10,${ref},${ref === 'I.4.4' ? 2 : 1 + index / 1e6},`,
);

describe('cities inventory', () => {
  it('prints one JSON document with the documented keys', async () => {
    const { out, exit } = await run(file('riga.csv', HEADER, ...ones), '--json');
    const [riga, ...more] = JSON.parse(out) as Record<string, never>[];
    expect(more).toEqual([]);
    expect(Object.keys(riga!)).toEqual([
      'city',
      'country',
      'year',
      'population',
      'gwpSet',
      'totals',
      'bySector',
      'byRef',
      'completeness',
      'findings',
    ]);
    expect(riga).toMatchObject({
      city: 'Riga',
      country: 'Latvia',
      year: 2020,
      population: 10,
      gwpSet: 'AR5',
      totals: {
        basic: expect.closeTo(32, 2),
        basicPlus: expect.closeTo(48, 2),
        basicPlusS3: expect.closeTo(49, 2),
        territorial: expect.closeTo(28, 2),
      },
      completeness: { basic: { complete: true, required: 32, answered: 32, missing: [] } },
    });
    expect(Object.keys(riga!['bySector']!)).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI']);
    expect(exit).toBe(0);
  });

  it('writes a notation as text, and a gap as incomplete', async () => {
    const { out } = await run(
      file('a.csv', HEADER, 'A,Latvia,2020,10,I.1.1,,NE', 'A,Latvia,2020,10,I.2.1,,IE (I.1.1)'),
      '--json',
    );
    const [a] = JSON.parse(out) as [
      { byRef: object; completeness: Record<string, { missing: string[]; answered: number }> },
    ];
    expect(a.byRef).toEqual({ 'I.1.1': 'NE', 'I.2.1': 'IE (I.1.1)' });
    expect(a.completeness['basic']).toMatchObject({
      answered: 1,
      missing: expect.arrayContaining(['I.1.1', 'II.1.1']),
    });
  });

  it('exits with 1 when a finding is an error', async () => {
    const { exit } = await run(file('a.csv', HEADER, 'A,Latvia,2020,0,I.1.1,5,'), '--json');
    expect(exit).toBe(1);
  });

  it('refuses a broken file whole, even when another is sound', async () => {
    const sound = file('riga.csv', HEADER, ...ones);
    const broken = file('broken.csv', HEADER, 'A,Latvia,2020,10,I.9.1,5,');
    await expect(run(sound, broken, '--json')).rejects.toMatchObject({
      name: 'FormatError',
      message: expect.stringMatching(/broken\.csv, row 2, column "gpc_ref".*I\.9\.1/),
    });
  });

  it('says so when it does not know the country', async () => {
    const { out } = await run(file('a.csv', HEADER, 'A,Atlantis,2020,10,I.1.1,5,'), '--json');
    expect(out).toContain('"country":"Atlantis"');
    expect(out).toContain('"code":"country-unknown"');
  });

  it('refuses a folder', async () => {
    await expect(run(folder)).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  it('calculates activity data', async () => {
    const header = 'city,country,year,population,gpc_ref,activity,carrier,amount,unit,factor_source';
    const { out } = await run(
      file('a.csv', header, 'A,Latvia,2018,1000,I.1.1,heating,natural-gas,1,TJ,'),
      '--json',
      '--gwp',
      'AR6',
    );
    // 56.1 t CO2 + 5 kg CH4 · 29.8 + 0.1 kg N2O · 273 = 56.1 + 0.149 + 0.0273
    expect(JSON.parse(out)).toMatchObject([{ gwpSet: 'AR6', totals: { basic: expect.closeTo(56.2763, 4) } }]);
  });

  it('shows people totals, gaps and findings', async () => {
    const { out } = await run(
      file('a.csv', HEADER, 'A,Latvia,2020,1000,I.1.1,4000,', 'A,Latvia,2020,1000,II.1.1,1500,'),
    );
    expect(out).toContain('A, Latvia, 2020');
    expect(out).toMatch(/BASIC\s+5\u202f500\s+5\.50\s+2 of 32\s+missing I\.1\.2/);
    expect(out).toMatch(/Findings \(/);
  });
});
