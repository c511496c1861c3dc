/** A folder or table of a network with one fault of every kind: the rest is taken, every fault is named with file and reason. */
import { execFileSync } from 'node:child_process';
import { closeSync, copyFileSync, ftruncateSync, mkdirSync, openSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CityPaths } from '@thousand-cities/model';
import { gather } from '../src/network/gather.ts';
import { example, temporaryFolder } from './run.ts';

const folder = temporaryFolder();
const silent = { stdout: () => undefined, stderr: () => undefined };

async function gathered(path: string) {
  const cities: CityPaths[] = [];
  const found = await gather(path, (city) => cities.push(city), silent);
  return { ...found, cities };
}

const hamburg = readFileSync(example('hamburg.plan.json'), 'utf8');

/** A folder with the plan of Nairobi, and one thing beside it. Names sort after Nairobi's, so that Nairobi is taken first. */
function beside(name: string, put: (path: string) => void): string {
  const inside = join(folder, name.replaceAll(/\W/g, '-'));
  mkdirSync(inside);
  copyFileSync(example('nairobi.plan.json'), join(inside, 'nairobi.plan.json'));
  put(join(inside, name));
  return inside;
}

const text = (content: string | Buffer) => (path: string) => writeFileSync(path, content);

const sparse = (bytes: number) => (path: string) => {
  const file = openSync(path, 'w');
  ftruncateSync(file, bytes);
  closeSync(file);
};

/** What stands beside a sound plan, and the reason it is refused. */
const FAULTS: readonly (readonly [string, string, (path: string) => void, RegExp])[] = [
  ['a broken file', 'zz-broken.json', text(hamburg.slice(0, 50_000)), /ends too early/],
  ['an empty file', 'zz-empty.json', text(''), /empty/],
  ['a foreign document', 'zz-package.json', text('{"name":"x","version":"1.0.0"}'), /some other document/],
  ['a newer version', 'zz-newer.json', text(hamburg.replace('"version": 2', '"version": 3')), /reads up to 2/],
  ['a huge file', 'zz-huge.json', sparse(65 * 1024 * 1024), /68 MB is more than any plan file/],
  ['a workbook', 'zz-book.json', text(Buffer.from('504b030414000600', 'hex')), /spreadsheet/],
  ['the same bytes', 'zz-copy.json', (path) => copyFileSync(example('nairobi.plan.json'), path), /same bytes as .*nairobi/],
  ['a link to the same file', 'zz-link.json', (path) => symlinkSync(example('nairobi.plan.json'), path), /same bytes as/],
  [
    'the same city again',
    'zz-again.json',
    text(readFileSync(example('nairobi.plan.json'), 'utf8').replace(/"title": ".*"/, '"title": "later"')),
    /Nairobi \(184745\) is taken from .*nairobi\.plan\.json already/,
  ],
  ['a country nobody knows', 'zz-where.json', text(hamburg.replaceAll('"country": "DEU"', '"country": "QQQ"')), /QQQ/],
  ['a link to nothing', 'zz-lost.json', (path) => symlinkSync('/nowhere/plan.json', path), /link to nothing/],
  ['a link that leads back', 'zz-loop', (path) => symlinkSync('.', path), /read already/],
  ['a link to itself', 'zz-self.json', (path) => symlinkSync('zz-self.json', path), /leads back to itself/],
  ['a pipe', 'zz-pipe.json', (path) => execFileSync('mkfifo', [path]), /pipe or device/],
]; // prettier-ignore

describe('a folder of plans', () => {
  it('gives every city once, in the order of names, through folders in it', async () => {
    const nested = join(folder, 'nested');
    mkdirSync(join(nested, 'asia'), { recursive: true });
    copyFileSync(example('semarang.plan.json'), join(nested, 'asia', 'semarang.plan.json'));
    copyFileSync(example('hamburg.plan.json'), join(nested, 'hamburg.plan.json'));
    const { cities, files, refusals } = await gathered(nested);
    expect(cities.map(({ name }) => name)).toEqual(['Semarang', 'Hamburg']);
    expect({ files, refusals }).toEqual({ files: 2, refusals: [] });
    expect(cities[0]!.origin).toBe(join(nested, 'asia', 'semarang.plan.json'));
  });

  it.each(FAULTS)('with %s is read but for that', async (_what, name, put, reason) => {
    const { cities, refusals } = await gathered(beside(name, put));
    expect(cities.map((city) => city.name)).toEqual(['Nairobi']);
    expect(refusals).toHaveLength(1);
    expect(refusals[0]!.file).toMatch(new RegExp(`${name}$`));
    expect(refusals[0]!.reason).toMatch(reason);
    expect(refusals[0]!.remedy!.length).toBeGreaterThan(5);
    expect(refusals[0]).not.toHaveProperty('isBug');
  });

  it('passes over what is no plan by its name, and says so', async () => {
    const inside = beside('notes.txt', text('Nairobi sent this on Monday'));
    writeFileSync(join(inside, '.DS_Store'), '');
    const { cities, refusals, passedOver } = await gathered(inside);
    expect(cities).toHaveLength(1);
    expect(refusals).toEqual([]);
    expect(passedOver).toEqual([
      { file: join(inside, '.DS_Store'), reason: 'hidden' },
      { file: join(inside, 'notes.txt'), reason: 'not a .json file' },
    ]);
  });
});

const HEADER = 'city,country,population,inventory,inventory_year,path,gas,unit,2020,2030\n';

describe('a table', () => {
  const table = (name: string, content: string): string => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  };

  it('may name cities, which then stand with public figures', async () => {
    const file = table('named.csv', 'city,country,population\nNairobi,Kenya,\nSemarang,Indonesia,1700000\n');
    const { cities, refusals } = await gathered(file);
    expect(refusals).toEqual([]);
    expect(cities).toMatchObject([
      { id: '184745', name: 'Nairobi', inventory: { kind: 'starter' }, origin: `${file}, row 2` },
      { name: 'Semarang', population: 1_700_000 },
    ]);
    expect(cities[0]).not.toHaveProperty('plan');
  });

  it('with a city nobody knows, or a fault in a row, is read but for that', async () => {
    const rows = 'Atlantis,Kenya,,,,,,,,\nAlfa,Kenya,,reported,2020,reference,CO2,t,many,1\nNairobi,Kenya,,,,,,,,\n';
    const file = table('faults.csv', HEADER + rows);
    const { cities, refusals } = await gathered(file);
    expect(cities.map(({ name }) => name)).toEqual(['Nairobi']);
    expect(refusals).toMatchObject([
      { file: `${file}, row 2`, city: 'Atlantis', reason: expect.stringContaining('Atlantis') },
      { file: `${file}, row 3, column 2020`, city: 'Alfa', reason: '"many" is not a number.' },
    ]);
  });

  it('that breaks off keeps what came before', async () => {
    const file = table('cut.csv', `${HEADER}Alfa,Kenya,,reported,2020,reference,CO2,t,1,1\nBravo,Kenya,,,,,,,,\nChar"lie,Kenya,,,,,,,,\n`); // prettier-ignore
    const { cities, refusals } = await gathered(file);
    expect(cities.map(({ name }) => name)).toEqual(['Alfa']);
    expect(refusals[0]!.reason).toMatch(/Nothing after it is read/);
  });

  it('that is none is refused as a whole', async () => {
    await expect(gathered(table('none.csv', 'a,b\n1,2\n'))).rejects.toMatchObject({ name: 'FormatError' });
  });
});
