/** `cities network`: what it prints, the JSON it promises, and what its exit code tells. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cityPathsOf, NETWORK_GASES, readPlan } from '@thousand-cities/model';
import { loadReference } from '@thousand-cities/reference/node';
import { cities, example, temporaryFolder } from './run.ts';

type Json = Record<string, unknown>;
interface Sum extends Json {
  readonly reference: Readonly<Record<string, readonly number[]>>;
  readonly difference: Readonly<Record<string, readonly number[]>>;
  readonly gridShare: readonly number[];
}

const folder = temporaryFolder();
const NAMES = ['hamburg', 'nairobi', 'semarang'];
const TIMEOUT = 120_000;

/** A folder of its own with worked plans, all three where none are named. */
function plans(name: string, names: readonly string[] = NAMES): string {
  const inside = join(folder, name);
  mkdirSync(inside);
  for (const city of names) copyFileSync(example(`${city}.plan.json`), join(inside, `${city}.plan.json`));
  return inside;
}

const KEYS = ['ambitious', 'asOf', 'byCountry', 'byInventory', 'byRegion', 'cities', 'contributions', 'counts', 'findings', 'gridShareCounted', 'horizon', 'overlaps', 'paris', 'passedOver', 'refusals', 'scenario', 'source', 'targets', 'total', 'warming', 'weights', 'years']; // prettier-ignore

describe('cities network of three plans', { timeout: TIMEOUT }, () => {
  const [table, output] = [join(folder, 'three.csv'), join(folder, 'three.json')];
  let three: string;
  let words: string;
  let document: Json;
  // One run prints words, writes the document and the table: to sum a network takes a second.
  beforeAll(async () => {
    three = plans('three');
    const { exit, out, err } = await cities('network', three, '--table', table, '-o', output);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    words = out;
    document = JSON.parse(readFileSync(output, 'utf8')) as Json;
  }, TIMEOUT);

  it('has the documented keys, and series over the years', () => {
    expect(Object.keys(document).sort()).toEqual(KEYS);
    const years = document['years'] as number[];
    expect([years[0], years.at(-1)]).toEqual([2021, 2100]);
    const total = document['total'] as Sum;
    for (const series of [...Object.values(total.reference), ...Object.values(total.difference), total.gridShare]) {
      expect(series).toHaveLength(years.length);
    }
  });

  it('documents every key in the guide', () => {
    const guide = readFileSync(example('../docs/guide/network.md'), 'utf8');
    for (const key of KEYS) expect(guide).toContain(`\`${key}`);
  });

  it('sums what each plan comes to by itself', () => {
    const paths = NAMES.map((name) => cityPathsOf(readPlan(readFileSync(example(`${name}.plan.json`), 'utf8')), loadReference())); // prettier-ignore
    const { reference, difference } = document['total'] as Sum;
    for (const gas of NETWORK_GASES) {
      for (const y of [0, 9, 29]) {
        const sum = paths.reduce((all, city) => all + city.reference[gas][y]!, 0);
        const saved = paths.reduce((all, city) => all + city.plan![gas][y]! - city.reference[gas][y]!, 0);
        expect(Math.abs(reference[gas]![y]! - sum)).toBeLessThanOrEqual(1e-9 * Math.abs(sum));
        expect(Math.abs(difference[gas]![y]! - saved)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(sum)));
      }
    }
  });

  it('cools the world by what three cities can, member by member', () => {
    const { ghgOnly, withCoEmitted } = document['warming'] as Record<string, { difference: Record<string, number[]> }>;
    for (const reading of [ghgOnly!, withCoEmitted!]) {
      expect(reading.difference['years']!.at(-1)).toBe(2100);
      expect(reading.difference['p05']!.at(-1)).toBeLessThanOrEqual(reading.difference['p95']!.at(-1)!);
    }
    // At most 20 Mt a year for 75 years, 1.5 Gt, at 0.45 °C per 1000 Gt CO2: less than a thousandth of a degree.
    const median = ghgOnly!.difference['p50']!.at(-1)!;
    expect(median).toBeLessThan(0);
    expect(median).toBeGreaterThan(-0.001);
  });

  it('shares the change out among cities, with what is left over', () => {
    const found = document['contributions'] as { cities: { id: string; kelvin: number[] }[]; sum: number[]; full: number[]; residual: number[]; residualShare: number[] }; // prettier-ignore
    expect(found.cities).toHaveLength(3);
    found.full.forEach((full, t) => {
      expect(found.sum[t]! + found.residual[t]!).toBeCloseTo(full, 12);
      expect(found.residualShare[t]).toBeLessThan(0.05);
    });
  });

  it('prints the same in words', () => {
    expect(words).toMatch(/3 cities, 3 with a plan/);
    expect(words).toMatch(/^2050 +[\d,.]+ (t|Mt)/m);
    expect(words).toMatch(/changed by the plans/);
    expect(words).toMatch(/carbon budget .* for 1\.5 °C/);
    expect(words).toMatch(/Semarang, IDN/);
  });

  it('leaves the grid share out of the world where asked to', async () => {
    const { out } = await cities('network', three, '--without-grid-share', '--json');
    const without = JSON.parse(out) as Json;
    expect(without['gridShareCounted']).toBe(false);
    expect(without['total']).toEqual(document['total']);
    expect(without['warming']).not.toEqual(document['warming']);
  });

  it('follows another world, rule and last year', async () => {
    const { out } = await cities('network', three, '--scenario', 'ssp126', '--horizon', 'fade-out', '--to', '2060', '--json'); // prettier-ignore
    const other = JSON.parse(out) as Json;
    expect(other).toMatchObject({ scenario: 'ssp126', horizon: 'fade-out' });
    expect((other['years'] as number[]).at(-1)).toBe(2060);
    expect((other['contributions'] as Json)['targetYears']).toEqual([2050]);
  });

  it('writes the cities as a table that is the same network, and prints the document that it writes', async () => {
    const file = join(folder, 'again.json');
    const { exit, out } = await cities('network', table, '--json', '-o', file);
    expect(exit).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(out);
    const again = JSON.parse(out) as Json;
    expect(again['total']).toEqual(document['total']);
    expect(again['warming']).toEqual(document['warming']);
  });
});

describe('cities network of a table', { timeout: TIMEOUT }, () => {
  it('sums bodies that contain one another once', async () => {
    const { exit, out } = await cities('network', example('networks/three-bodies.csv'), '--json');
    expect(exit).toBe(0);
    const { counts, overlaps, total } = JSON.parse(out) as { counts: Json; overlaps: Json[]; total: Sum };
    expect(counts).toMatchObject({ cities: 4, withPlan: 2, reported: 2, starter: 2, within: 1 });
    expect(overlaps).toMatchObject([{ larger: 'musterland', smaller: 'musterstadt', reasons: ['contains'] }]);
    // In 2050 the plan of Musterstadt saves 360 − 20 kt CO2, that of Contoh 1150 − 210 kt.
    expect(total.difference['co2']![29]).toBeCloseTo(-1_280_000, 3);
  });

  it('says of many cities once what holds for each', async () => {
    const file = join(folder, 'co2-only.csv');
    const rows = ['Alfa', 'Bravo', 'Charlie'].map((name) => `${name},Kenya,reported,2021,reference,CO2,kt,100,50\n`);
    writeFileSync(file, `city,country,inventory,inventory_year,path,gas,unit,2021,2050\n${rows.join('')}`);
    const { out } = await cities('network', file, '--json');
    const { findings, contributions } = JSON.parse(out) as { findings: Json[]; contributions: unknown };
    expect(findings).toContainEqual(expect.objectContaining({ code: 'gases-not-given', count: 3 }));
    expect(contributions).toBeNull();
  });
});

describe('the exit code of cities network', { timeout: TIMEOUT }, () => {
  it('is 1 where something was left out, and the rest is summed', async () => {
    const some = plans('some', ['hamburg']);
    writeFileSync(join(some, 'package.json'), '{"name":"stray"}');
    writeFileSync(join(some, 'cut.json'), '{"schema":');
    const document = join(folder, 'some.out');
    const { exit, out } = await cities('network', some, '-o', document);
    expect(exit).toBe(1);
    expect(out).toMatch(/1 city, 1 with a plan/);
    expect(out).toMatch(/left out: 2/);
    expect(out).toMatch(/package\.json: .*some other document.*\n +remedy: /);
    expect(out).toMatch(/cut\.json: .*ends too early.*\n +remedy: /);
    const { refusals } = JSON.parse(readFileSync(document, 'utf8')) as { refusals: Json[] };
    expect(refusals.map(({ file }) => file)).toEqual([join(some, 'cut.json'), join(some, 'package.json')]);
  });

  it.each([
    ['an empty folder', () => mkdirSync(join(folder, 'empty')) ?? join(folder, 'empty'), /no city could be read/],
    [
      'a folder without a sound plan',
      () => {
        mkdirSync(join(folder, 'unsound'));
        writeFileSync(join(folder, 'unsound', 'a.json'), '');
        return join(folder, 'unsound');
      },
      /no city could be read[\s\S]*a\.json: .*empty/,
    ],
    ['no such place', () => join(folder, 'nowhere'), /no such file/],
    ['a table of something else', () => example('inventories/contoh-2021.csv'), /table of inventories/],
  ])('is 2 for %s', async (_what, path, message) => {
    const { exit, out, err } = await cities('network', path());
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toMatch(message);
  });

  it.each([
    [['--scenario', 'ssp999'], /ssp999/],
    [['--horizon', 'grow'], /hold-ratio/],
    [['--to', '2020'], /2030 to 2300/],
    [['-o', '/nowhere/network.json'], /there is no folder/],
    [['--colour'], /unknown option/],
  ])('is 2 for %j', async (options, message) => {
    const { exit, out, err } = await cities('network', example('.'), ...options);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toMatch(message);
  });

  it('leaves no file behind where nothing could be read', async () => {
    const file = join(folder, 'never.json');
    await cities('network', join(folder, 'nowhere'), '-o', file);
    expect(existsSync(file)).toBe(false);
  });
});
