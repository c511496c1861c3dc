/** The JSON of every command: its keys are a promise to other programs, and it is all that standard output holds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalJson, evaluate, readPlan } from '@thousand-cities/model';
import { loadReference } from '@thousand-cities/reference/node';
import { cities, example, temporaryFolder } from './run.ts';

type Json = Record<string, unknown>;
const folder = temporaryFolder();
const HAMBURG = example('hamburg.plan.json');

/** The one document that a command prints. */
async function document(...argv: readonly string[]): Promise<Json> {
  const { exit, out } = await cities(...argv, '--json');
  expect(exit).toBe(0);
  return JSON.parse(out) as Json;
}

const keys = (value: unknown): string[] => Object.keys(value as Json).sort();

const INVENTORY_KEYS = ['bySector', 'byRef', 'city', 'completeness', 'country', 'findings', 'gwpSet', 'population', 'totals', 'year']; // prettier-ignore
const OUTCOME_KEYS = ['byAction', 'byGas', 'bySector', 'cost', 'cumulative', 'emissions', 'findings', 'gap', 'probability', 'status', 'years']; // prettier-ignore
const PLAN_KEYS = ['actions', 'baseline', 'city', 'context', 'finance', 'inventories', 'mainTarget', 'reference', 'schema', 'sources', 'targets', 'title', 'version']; // prettier-ignore
const BOUNDARIES = ['basic', 'basicPlus', 'basicPlusS3', 'territorial'];
const SECTORS = ['I', 'II', 'III', 'IV', 'V', 'VI'];

describe('cities inventory --json', () => {
  it.each(['contoh-2021.csv', 'musterstadt-2021.csv'])('has the documented keys: %s', async (name) => {
    const list = (await document('inventory', example(`inventories/${name}`))) as unknown as Json[];
    expect(list).toHaveLength(1);
    const [inventory] = list as [Json];
    expect(keys(inventory)).toEqual([...INVENTORY_KEYS].sort());
    expect(keys(inventory['totals'])).toEqual(BOUNDARIES);
    expect(keys(inventory['bySector'])).toEqual(SECTORS);
    expect(keys(inventory['completeness'])).toEqual(BOUNDARIES);
  });
});

describe('cities starter --json', () => {
  it('has the keys of an inventory, each figure with interval and source', async () => {
    const list = (await document('starter', 'Semarang')) as unknown as Json[];
    expect(list).toHaveLength(1);
    const [starter] = list as [Json];
    expect(keys(starter)).toEqual(expect.arrayContaining(INVENTORY_KEYS));
    expect(keys(starter['totals'])).toEqual(expect.arrayContaining(['basic', 'basicPlus', 'territorial']));
    for (const figure of Object.values(starter['totals'] as Json)) {
      expect(keys(figure)).toEqual(['high', 'low', 'source', 'value']);
    }
  });
});

describe('cities plan --json', () => {
  it('prints a plan document with its outcome, which is a plan file for the next command', async () => {
    const { exit, out } = await cities('plan', 'Semarang', '--quick', '--json');
    expect(exit).toBe(0);
    const plan = JSON.parse(out) as Json;
    expect(keys(plan)).toEqual([...PLAN_KEYS, 'optimisation', 'outcome'].sort());
    expect(keys(plan['outcome'])).toEqual(expect.arrayContaining(OUTCOME_KEYS));
    // The same plan without its results, read back, gives the outcome that was printed.
    expect(canonicalJson(evaluate(readPlan(out), loadReference()))).toBe(canonicalJson(plan['outcome']));
  });

  it('writes a file that is the plan alone', async () => {
    const file = join(folder, 'contoh.plan.json');
    const { exit } = await cities('plan', example('inventories/contoh-2021.csv'), '--quick', '-o', file);
    expect(exit).toBe(0);
    expect(keys(JSON.parse(readFileSync(file, 'utf8')))).toEqual(PLAN_KEYS);
  });

  it('keeps what a city says of its own sources', async () => {
    const file = join(folder, 'musterstadt.plan.json');
    const { exit } = await cities('plan', example('inventories/musterstadt-2021.csv'), '--quick', '-o', file);
    expect(exit).toBe(0);
    const { out } = await cities('explain', file, 'inventory.I.1.2');
    expect(out).toContain('utility report 2021');
    expect((await cities('evaluate', file)).exit).toBe(0);
  });
});

describe('cities evaluate --json', () => {
  it('has the documented keys, and series over the years', async () => {
    const outcome = await document('evaluate', HAMBURG);
    expect(keys(outcome)).toEqual(expect.arrayContaining(OUTCOME_KEYS));
    expect(keys(outcome['emissions'])).toEqual(['bau', 'plan', 'target']);
    expect(keys(outcome['cost'])).toEqual(expect.arrayContaining(['capital', 'npv', 'operating', 'perTonne']));
    expect(outcome['probability']).toEqual({ meetsTarget: null });
    const years = outcome['years'] as number[];
    expect([years[0], years.at(-1)]).toEqual([2021, 2050]);
    const series = [...Object.values(outcome['emissions'] as Json), ...Object.values(outcome['byAction'] as Json)];
    for (const values of series) expect(values).toHaveLength(years.length);
  });

  it('gives the same bytes for the same seed, and other draws for another', async () => {
    const draws = async (seed: string) =>
      (await cities('evaluate', HAMBURG, '--draws', '256', '--seed', seed, '--json')).out;
    const [first, again, other] = [await draws('7'), await draws('7'), await draws('8')];
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    const { probability, emissions } = JSON.parse(first) as {
      probability: { meetsTarget: number[] };
      emissions: unknown;
    };
    for (const share of probability.meetsTarget) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
    // Draws are beside the central figures, never in them.
    expect(emissions).toEqual((JSON.parse(other) as Json)['emissions']);
  });
});

describe('cities explain --json', () => {
  it('is a tree whose root is the figure asked for', async () => {
    const tree = await document('explain', HAMBURG, 'emissions.plan.2040');
    const outcome = await document('evaluate', HAMBURG);
    const year = (outcome['years'] as number[]).indexOf(2040);
    expect((tree['value'] as number) / (outcome['emissions'] as Record<string, number[]>)['plan']![year]!).toBeCloseTo(
      1,
      12,
    );
    expect(keys(tree)).toEqual(expect.arrayContaining(['children', 'kind', 'label', 'unit', 'value']));
    expect(JSON.stringify(tree)).toContain('"kind":"gwp"');
  });

  it('lists what can be explained when no figure is named', async () => {
    const { out } = await cities('explain', HAMBURG);
    expect(out).toContain('emissions.plan.2050');
    expect(out).toContain('inventory.I.1.1');
  });
});
