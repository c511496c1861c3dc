/** `cities climate`: what it prints, what its documents hold, what it writes and what it refuses. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeEmissionsTable } from '@thousand-cities/formats';
import { speciesIndex, withDelta, type WorldEmissions } from '@thousand-cities/model';
import { loadClimateModel } from '@thousand-cities/reference/node';
import { cities, example, temporaryFolder } from './run.ts';

const folder = temporaryFolder();
const LESS = example('climate/10-gt-less-by-2050.csv');
const model = loadClimateModel();

interface Percentiles {
  readonly p05: number[];
  readonly p17: number[];
  readonly p50: number[];
  readonly p83: number[];
  readonly p95: number[];
}
interface World {
  readonly scenario: string;
  readonly years: number[];
  readonly percentiles: Percentiles;
  readonly periods: { from: number; to: number; p05: number; p50: number; p95: number }[];
  readonly withDelta?: { percentiles: Percentiles };
  readonly difference?: { percentiles: Percentiles };
  readonly crossCheck?: { year: number; agrees?: boolean; ratio: number; notApplicable?: string };
}
interface Document extends World {
  readonly scenarios?: World[];
  readonly calibration: string;
  readonly members: number;
  readonly memberIds?: number[];
  readonly baseline: string;
  readonly unit: string;
  readonly source: { id: string; licence: string }[];
  readonly observed: { scenario: string; figures: { kind: string; firstYear: number; warming: number; modelMinusObserved: number }[] };
  readonly findings: { code: string; severity: string; message: string }[];
} // prettier-ignore

async function document(...argv: readonly string[]): Promise<Document> {
  const { exit, out, err } = await cities('climate', ...argv, '--json');
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return JSON.parse(out) as Document;
}

function put(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The first years of a world, so that a table of it is small. */
function shortened(world: WorldEmissions, lastYear: number, name = world.name): WorldEmissions {
  const [before, after] = [world.lastYear - 1749, lastYear - 1749];
  const values = new Float64Array((world.values.length / before) * after);
  for (let row = 0; row * before < world.values.length; row++) {
    values.set(world.values.subarray(row * before, row * before + after), row * after);
  }
  return { name, firstYear: 1750, lastYear, values };
}

const tableOf = (...worlds: readonly WorldEmissions[]): string => [...writeEmissionsTable(worlds)].join('');

describe('cities climate', () => {
  it('prints five scenarios with ranges, and what was observed beside the model', async () => {
    const { exit, out, err } = await cities('climate');
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatch(/841 members, FaIR 2\.2 with fair-calibrate 1\.4\.1/);
    expect(out).toMatch(/2030\s+2050\s+2081–2100\s+2100/);
    // FaIR 2.2.3, calibration 1.4.1, the five harmonised SSPs: 2081–2100 median and 5–95 %.
    const published = {
      ssp119: '1.54 (1.11–2.25)',
      ssp126: '1.83 (1.32–2.61)',
      ssp245: '2.53 (1.89–3.46)',
      ssp370: /3\.1[345] \(2\.4[23]–3\.9[678]\)/,
      ssp585: /3\.(89|90|91) \(2\.9[23]–5\.1[5678]\)/,
    };
    for (const [name, figures] of Object.entries(published)) {
      const line = out.split('\n').find((text) => text.startsWith(name));
      expect(line).toMatch(figures);
    }
    expect(out).toMatch(/human-induced 2024 +1\.36 \(1\.10–1\.70\) +1\.3\d \(.*\) +[−+]0\.0\d/);
    expect(out).toMatch(/observed, weather included 2025 \(provisional\) +1\.39 /);
  });

  it('prints one scenario by years', async () => {
    const { out } = await cities('climate', '--scenario', 'ssp126', '--to', '2100');
    expect(out).toMatch(/^ssp126: 841 members/);
    expect(out).toMatch(/^ +5 % +17 % +median +83 % +95 %$/m);
    expect(out).toMatch(/^2081–2100 +1\.32 +1\.4[89] +1\.83 +2\.27 +2\.61$/m);
    expect(out).not.toMatch(/^2150/m);
  });

  it.each(['1901', '1950', '2029'])('prints what there is when it ends early: --to %s', async (year) => {
    const { exit, out } = await cities('climate', '--scenario', 'ssp126', '--to', year);
    expect(exit).toBe(0);
    expect(out).toMatch(new RegExp(`^${year} +-?−?\\d`, 'm'));
    expect((await cities('climate', '--to', year)).out).toContain(year);
  });

  it('prints the difference that changes make, and its cross-check', async () => {
    const { exit, out } = await cities('climate', '--scenario', 'ssp245', '--delta', LESS, '--to', '2100');
    expect(exit).toBe(0);
    expect(out).toMatch(/without +with +difference/);
    // The same change in FaIR 2.2.3 with the same members: −0.218 (−0.30 … −0.15) on 1 January 2100.
    expect(out).toMatch(/^2100 .* −0\.2[12]\d +−0\.30\d … −0\.15\d$/m);
    expect(out).toMatch(/Cross-check 2100: −0\.281 .* they agree within 30 %/);
  });

  it('says so where changes end before the run does', async () => {
    const { findings } = await document('--scenario', 'ssp245', '--delta', LESS);
    expect(findings).toMatchObject([{ code: 'climate-changes-end', severity: 'note' }]);
    expect(findings[0]!.message).toContain('CO2 FFI in 2100');
  });
});

describe('cities climate --json', () => {
  const KEYS = ['baseline', 'calibration', 'emissions', 'findings', 'members', 'observed', 'source', 'unit'];

  it('has one scenario at its top, percentiles for every year', async () => {
    const found = await document('--scenario', 'ssp245', '--to', '2100');
    expect(Object.keys(found).sort()).toEqual([...KEYS, 'percentiles', 'periods', 'scenario', 'years'].sort());
    expect(found).toMatchObject({ scenario: 'ssp245', calibration: 'fair-calibrate 1.4.1', members: 841, baseline: '1850-1900', unit: 'K' }); // prettier-ignore
    expect([found.years[0], found.years.at(-1), found.years.length]).toEqual([1750, 2100, 351]);
    expect(Object.keys(found.percentiles)).toEqual(['p05', 'p17', 'p50', 'p83', 'p95']);
    const { p05, p17, p50, p83, p95 } = found.percentiles;
    for (const y of found.years.keys()) {
      expect(p05[y]! <= p17[y]! && p17[y]! <= p50[y]! && p50[y]! <= p83[y]! && p83[y]! <= p95[y]!).toBe(true);
    }
    expect(found.periods.map(({ from, to }) => `${from}-${to}`)).toContain('2081-2100');
    expect(found.findings).toEqual([]);
    expect(found.source.map(({ id, licence }) => [id, licence])).toContainEqual(['fair-calibrate-1.4.1', 'Apache-2.0']);
  });

  it('has five scenarios in an array without arguments', async () => {
    const found = await document('--to', '2100');
    expect(Object.keys(found).sort()).toEqual([...KEYS, 'scenarios'].sort());
    expect(found.scenarios!.map(({ scenario }) => scenario)).toEqual(['ssp119', 'ssp126', 'ssp245', 'ssp370', 'ssp585']); // prettier-ignore
    expect(found.observed.scenario).toBe('ssp245');
    for (const figure of found.observed.figures) expect(Math.abs(figure.modelMinusObserved)).toBeLessThan(0.3);
  });

  it('has paired differences with --delta: narrower than the worlds they are taken between', async () => {
    const found = await document('--scenario', 'ssp245', '--delta', LESS, '--to', '2100');
    const last = found.years.length - 1;
    const width = ({ p05, p95 }: Percentiles) => p95[last]! - p05[last]!;
    expect(width(found.difference!.percentiles)).toBeLessThan(width(found.percentiles) / 5);
    expect(found.withDelta!.percentiles.p50[last]!).toBeLessThan(found.percentiles.p50[last]!);
    expect(found.crossCheck).toMatchObject({ year: 2100, agrees: true });
    // Nothing changes before 2026: the same members, the same bits.
    expect(found.difference!.percentiles.p95.slice(0, 2026 - 1750).every((value) => value === 0)).toBe(true);
  });

  it('says that a cross-check does not apply to soot and sulfur', async () => {
    const delta = put('so2.csv', 'year,species,unit,delta\n' + Array.from({ length: 40 }, (_, i) => `${2030 + i},Sulfur,Mt SO2/yr,-5\n`).join('')); // prettier-ignore
    const found = await document('--scenario', 'ssp245', '--delta', delta, '--to', '2069');
    expect(found.crossCheck!.notApplicable).toBe('other-species');
    expect(found.findings.map(({ code }) => code)).toEqual(['climate-cross-check-not-applicable']);
    // Less sulfur, less shade.
    expect(found.difference!.percentiles.p05.at(-1)!).toBeGreaterThan(0);
  });

  it('with --members N has those spread evenly, by their ids', async () => {
    const found = await document('--scenario', 'ssp119', '--to', '1950', '--members', '4');
    expect(found.members).toBe(4);
    expect(found.memberIds).toEqual([0, 210, 420, 630].map((member) => model.memberIds[member]!));
  });
});

describe('cities climate --emissions', () => {
  const ssp = (name: string) => shortened(model.scenario(name), 2060);

  it('gives for a table what it gives for the scenario in it, one or several', async () => {
    const one = await document('--emissions', put('one.csv', tableOf(ssp('ssp245'))));
    const own = await document('--scenario', 'ssp245', '--to', '2060');
    expect(one.scenario).toBe('ssp245');
    expect(one.percentiles).toEqual(own.percentiles);
    expect(one.findings).toEqual([]);
    const several = await document('--emissions', put('two.csv', tableOf(ssp('ssp119'), ssp('ssp245'))));
    expect(several.scenarios!.map(({ scenario }) => scenario)).toEqual(['ssp119', 'ssp245']);
    expect(several.scenarios![1]!.percentiles).toEqual(own.percentiles);
  });

  it('ends where the emissions end, and refuses to go further', async () => {
    const file = put('short.csv', tableOf(shortened(model.scenario('ssp245'), 2040)));
    expect((await document('--emissions', file)).years.at(-1)).toBe(2040);
    const { exit, err } = await cities('climate', '--emissions', file, '--to', '2041');
    expect(exit).toBe(2);
    expect(err).toMatch(/--to 2041: the emissions of ssp245 end in 2040[\s\S]*remedy/);
  });

  it('warns of a history that is not the calibration’s', async () => {
    const world = ssp('ssp245');
    const more = withDelta(world, [{ species: 'CH4', firstYear: 2000, values: Float64Array.of(-30) }], 'mine');
    const { findings } = await document('--emissions', put('history.csv', tableOf(more)));
    expect(findings).toMatchObject([{ code: 'climate-history-differs', severity: 'warning' }]);
    expect(findings[0]!.message).toContain('CH4 in 2000');
  });

  it('warns of net-negative fossil CO2 and runs it', async () => {
    const world = ssp('ssp119');
    const values = world.values.slice();
    values[speciesIndex('CO2 FFI') * (2060 - 1749) + 2050 - 1750] = -3;
    const { findings } = await document('--emissions', put('negative.csv', tableOf({ ...world, values })));
    expect(findings).toMatchObject([{ code: 'emissions-net-negative', severity: 'warning' }]);
  });

  it('refuses a broken table with file, row, column and remedy', async () => {
    const broken = tableOf(ssp('ssp245')).replace('Gt CO2/yr', 'Mt CO2/yr');
    const { exit, out, err } = await cities('climate', '--emissions', put('unit.csv', broken));
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toMatch(/unit\.csv, row 2, column "unit": "Mt CO2\/yr" is not the unit of CO2 FFI; "Gt CO2\/yr" is expected.*1e-3/); // prettier-ignore
  });
});

describe('cities climate --full', () => {
  let text = '';
  const file = join(folder, 'full.csv');
  beforeAll(async () => {
    const { exit, out } = await cities('climate', '--scenario', 'ssp245', '--to', '2025', '--members', '3', '--full', '-o', file); // prettier-ignore
    expect(exit).toBe(0);
    expect(out).toContain(`Every member is in ${file}`);
    text = readFileSync(file, 'utf8');
  });

  it('writes every member by year from 1750, and reads back to the same bits', () => {
    const [header, ...rows] = text.trimEnd().split('\n');
    expect(header).toBe('member,year,warming_k');
    expect(rows).toHaveLength(3 * (2025 - 1749));
    const run = model.run(model.scenario('ssp245'), { toYear: 2025 });
    const years = 2025 - 1749;
    rows.forEach((row, i) => {
      const member = Math.floor(((i / years) | 0) * (841 / 3));
      const [id, year, warming] = row.split(',').map(Number) as [number, number, number];
      expect([id, year]).toEqual([model.memberIds[member], 1750 + (i % years)]);
      expect(warming).toBe(run.warming[member * years + (i % years)]);
    });
    expect(rows[300]!.split(',')[2]!.replace(/^-?0\.0*|[.-]/g, '')).toHaveLength(17);
  });

  it('writes the run with the changes when there are any', async () => {
    const changed = join(folder, 'changed.csv');
    const argv = ['--scenario', 'ssp245', '--to', '2060', '--members', '1', '--delta', LESS];
    await cities('climate', ...argv, '--full', '-o', changed);
    const last = Number(readFileSync(changed, 'utf8').trimEnd().split('\n').at(-1)!.split(',')[2]);
    const found = await document(...argv);
    expect(last).toBe(found.withDelta!.percentiles.p50.at(-1));
  });

  it('names the scenario in each row where there are several', async () => {
    const several = join(folder, 'several.csv');
    await cities('climate', '--to', '1901', '--members', '2', '--full', '-o', several);
    const [header, ...rows] = readFileSync(several, 'utf8').trimEnd().split('\n');
    expect(header).toBe('scenario,member,year,warming_k');
    expect(rows).toHaveLength(5 * 2 * 152);
    expect(rows.at(-1)).toMatch(/^ssp585,\d+,1901,-?\d/);
  });

  it('prints one document and nothing else with --json', async () => {
    const { out } = await cities('climate', '--scenario', 'ssp245', '--to', '1901', '--members', '1', '--full', '-o', join(folder, 'j.csv'), '--json'); // prettier-ignore
    expect(() => JSON.parse(out) as unknown).not.toThrow();
  });

  it('leaves an old table alone, and nothing beside it, when it is refused half-way', async () => {
    const inside = join(folder, 'kept');
    mkdirSync(inside);
    const old = join(inside, 'old.csv');
    writeFileSync(old, 'kept');
    const impossible = put('impossible.csv', 'year,species,unit,delta\n2030,CH4,Mt CH4/yr,-5000\n');
    const { exit, err } = await cities('climate', '--scenario', 'ssp245', '--delta', impossible, '--full', '-o', old);
    expect(exit).toBe(2);
    expect(err).toMatch(/impossible\.csv: the change leaves .* of CH4 in 2030, which cannot be/);
    expect(readdirSync(inside)).toEqual(['old.csv']);
    expect(readFileSync(old, 'utf8')).toBe('kept');
  });
});

describe('cities climate refuses', () => {
  const late = put('late.csv', 'year,species,unit,delta\n2500,CH4,Mt CH4/yr,-5\n');
  const early = put('early.csv', tableOf(shortened(model.scenario('ssp245'), 2040)));

  it.each([
    [['--scenario', 'ssp999'], /no scenario "ssp999"; there are ssp119,[\s\S]*--emissions FILE\.csv/],
    [['--scenario', 'ssp245', '--emissions', 'x.csv'], /--scenario and --emissions[\s\S]*give one/],
    [['--full'], /-o FILE\.csv/],
    [['-o', join(folder, 'x.csv')], /add --full/],
    [['--full', '-o', join(folder, 'none/x.csv')], /there is no folder .*none[\s\S]*make it first/],
    [['--full', '-o', folder], /is a folder/],
    [['--to', '1900'], /a year from 1901 to 2500/],
    [['--to', '2501'], /a year from 1901 to 2500/],
    [['--to', 'soon'], /a year from 1901 to 2500/],
    [['--to', '2100.5'], /a year from 1901 to 2500/],
    [['--members', '0'], /all, or a whole number/],
    [['--members', '2.5'], /all, or a whole number/],
    [['--members', '842'], /the ensemble has 841[\s\S]*or all/],
    [['--emissions', join(folder, 'none.csv')], /none\.csv: no such file/],
    [['--emissions', folder], /folder/],
    [['--emissions', example('hamburg.plan.json')], /hamburg\.plan\.json/],
    [['--emissions', LESS], /column "scenario": The column is missing/],
    [['--delta', join(folder, 'none.csv')], /none\.csv: no such file/],
    [['--delta', early], /column "year": The column is missing/],
    [['--emissions', early, '--delta', late], /late\.csv: the changes of CH4 reach 2500, the emissions of ssp245 end in 2040[\s\S]*leave out the years/],
    [['ssp245'], /too many arguments/],
    [['--scenarios', 'ssp245'], /unknown option/],
  ] as const)('%j', async (argv, message) => {
    const { exit, out, err } = await cities('climate', ...argv);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toMatch(message);
    expect(err).not.toMatch(/^\s+at |\[object|undefined|this is a bug/m);
  }); // prettier-ignore
});
