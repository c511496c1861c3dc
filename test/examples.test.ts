/** The worked plans of `examples/`: they open, keep the laws of an outcome, and agree with sums made here by hand. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  canonicalJson,
  evaluate,
  evaluateReadable,
  inBoundary,
  isMissing,
  readPlan,
  writePlan,
  type Cell,
  type Plan,
} from '@thousand-cities/model';
import { loadReference } from '@thousand-cities/reference/node';

const folder = fileURLToPath(new URL('../examples/', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.plan.json'));
const reference = loadReference();

/** GWP100 of AR5, IPCC 2013, Table 8.A.1, without climate-carbon feedbacks; fossil methane with the CO2 it becomes. */
const AR5 = { CO2: 1, 'CH4-fossil': 30, 'CH4-biogenic': 28, N2O: 265, 'HFC-134a': 1300, 'CO2-biogenic': 0 };

/** Largest difference of two series, as a share of the largest value. */
function apart(a: readonly number[], b: readonly number[]): number {
  const scale = Math.max(...b.map(Math.abs));
  return Math.max(...a.map((value, i) => Math.abs(value - b[i]!))) / scale;
}

const sumOf = (list: readonly (readonly number[])[], y: number): number =>
  list.reduce((sum, series) => sum + series[y]!, 0);

it('there are three, each small enough to be sent by mail', () => {
  expect(files).toEqual(['hamburg.plan.json', 'nairobi.plan.json', 'semarang.plan.json']);
  for (const name of files) expect(statSync(folder + name).size, name).toBeLessThan(500_000);
});

describe.each(files)('%s', (name) => {
  const text = readFileSync(folder + name, 'utf8');
  const plan = readPlan(text);
  const outcome = evaluate(plan, reference);
  const { years, emissions } = outcome;

  it('is what writing it gives', () => expect(writePlan(plan)).toBe(text));

  it('evaluates, and says how far it can be trusted', () => {
    expect(outcome.status).not.toBe('failed');
    expect(outcome.findings.map(({ code }) => code)).toContain('rests-on-defaults');
    for (const { message, remedy } of outcome.findings) expect(`${message}${remedy}`).not.toMatch(/NaN|undefined/);
  });

  it('shares what it saves among its actions, every year', () => {
    const saved = years.map((_, y) => sumOf(Object.values(outcome.byAction), y));
    const difference = years.map((_, y) => emissions.bau[y]! - emissions.plan[y]!);
    expect(apart(saved, difference)).toBeLessThan(1e-6);
    for (const { id, schedule } of plan.actions) {
      if (schedule.size === 0) expect(Math.max(...outcome.byAction[id]!.map(Math.abs)), id).toBe(0);
    }
  });

  it('has sectors that sum to the total', () => {
    expect(apart(years.map((_, y) => sumOf(Object.values(outcome.bySector), y)), emissions.plan)).toBeLessThan(1e-12); // prettier-ignore
  });

  it('has gases that weigh the total by AR5', () => {
    const { co2, ch4Fossil, ch4Biogenic, n2o, fgas } = outcome.byGas;
    const weighed = years.map((_, y) => co2[y]! + 30 * ch4Fossil[y]! + 28 * ch4Biogenic[y]! + 265 * n2o[y]! + fgas[y]!);
    expect(plan.baseline.gwpSet).toBe('AR5');
    expect(apart(weighed, emissions.plan)).toBeLessThan(1e-12);
  });

  it('starts from the inventory: base year = Σ of the BASIC rows', () => {
    const rows = plan.inventories[0]!.rows.filter(({ ref }) => inBoundary(ref, 'basic'));
    const reported = rows.reduce((sum, row) => sum + (isMissing(row.co2eTonnes) ? 0 : row.co2eTonnes), 0);
    expect(plan.baseline.boundary).toBe('basic');
    expect(emissions.bau[0]! / reported).toBeCloseTo(1, 9);
    expect(emissions.plan[0]).toBe(emissions.bau[0]);
  });

  it('has the business-as-usual of amounts × drivers × factors × GWP, summed here', () => {
    expect(apart(years.map((year) => businessAsUsual(plan, year)), emissions.bau)).toBeLessThan(1e-9); // prettier-ignore
  });

  it('agrees with the readable evaluator, in which no cell but a sink falls below zero', { timeout: 180_000 }, () => {
    const readable = evaluateReadable({
      cells: plan.baseline.cells,
      drivers: plan.baseline.drivers,
      actions: plan.actions.filter(({ schedule }) => schedule.size > 0),
      finance: plan.finance,
      gwpSet: reference.gwpSet('AR5'),
      counts: (ref) => inBoundary(ref, 'basic'),
      years,
    });
    expect(apart(emissions.plan, readable.map(({ total }) => total))).toBeLessThan(1e-9); // prettier-ignore
    const sinks = new Set(plan.baseline.cells.filter(({ sink }) => sink).map(({ id }) => id));
    for (const { year, cells } of readable) {
      for (const [id, cell] of cells) {
        if (!sinks.has(id)) expect(cell.emissions, `${id} in ${year}`).toBeGreaterThanOrEqual(0);
        expect(cell.activity, `${id} in ${year}`).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('costs the present value of what is spent less what is saved and what capital is still worth', () => {
    const { capital, operating, billSaved, residualValue, npv, perTonne, byAction } = outcome.cost;
    const rate = 1 + plan.finance.discountRate;
    const spent = years.reduce((sum, _, y) => sum + (capital[y]! + operating[y]! - billSaved[y]!) / rate ** y, 0);
    const value = spent - residualValue / rate ** (years.length - 1);
    const tonnes = years.reduce((sum, _, y) => sum + emissions.bau[y]! - emissions.plan[y]!, 0);
    expect(npv / value).toBeCloseTo(1, 9);
    expect(perTonne! / (value / tonnes)).toBeCloseTo(1, 9);
    expect(Object.values(byAction).reduce((sum, action) => sum + action.npv, 0) / npv).toBeCloseTo(1, 6);
  });

  it('starts no action before its time, and none above its potential', () => {
    for (const { id, schedule } of plan.actions) {
      expect(schedule.startYear, id).toBeGreaterThan(plan.baseline.baseYear);
      expect(schedule.size, id).toBeLessThanOrEqual(1);
    }
  });

  it('takes no two actions that exclude one another', () => {
    const chosen = new Set(plan.actions.filter(({ schedule }) => schedule.size > 0).map(({ id }) => id));
    for (const { id, excludes } of plan.actions) {
      if (chosen.has(id)) expect((excludes ?? []).filter((other) => chosen.has(other)), id).toEqual([]); // prettier-ignore
    }
  });

  it('gives the same bytes again, also after writing and reading', () => {
    const bytes = canonicalJson(outcome);
    expect(canonicalJson(evaluate(plan, reference))).toBe(bytes);
    expect(canonicalJson(evaluate(readPlan(writePlan(plan)), reference))).toBe(bytes);
  });

  it('describes every source it names', () => {
    const named = new Set<string>();
    JSON.stringify(plan, (key, value: unknown) => {
      if (key === 'source' && typeof value === 'string') named.add(value);
      if (key === 'sources' && Array.isArray(value)) for (const id of value) named.add(id as string);
      return value;
    });
    expect([...named].filter((id) => !(id in plan.sources))).toEqual([]);
  });
});

describe('what each example shows', () => {
  const outcomeOf = (name: string) => {
    const plan = readPlan(readFileSync(`${folder}${name}.plan.json`, 'utf8'));
    return { plan, outcome: evaluate(plan, reference) };
  };

  it('Hamburg keeps a cut of its own: 80 % below the base year from 2040', () => {
    const { plan, outcome } = outcomeOf('hamburg');
    expect(plan.targets[0]).toMatchObject({ kind: 'custom', parameters: { reduction: 0.8, targetYear: 2040 } });
    const base = outcome.emissions.plan[0]!;
    outcome.years.forEach((year, y) => {
      if (year >= 2040) expect(outcome.emissions.plan[y]!, String(year)).toBeLessThanOrEqual(0.2 * base * (1 + 1e-6));
    });
    expect(outcome.findings.map(({ code }) => code)).not.toContain('target-missed');
  });

  it('Nairobi stays within a budget of CO2, which CO2e is never held against', () => {
    const { outcome } = outcomeOf('nairobi');
    const { counts, budget } = outcome.targets.find(({ kind }) => kind === 'carbon-budget')!;
    const emitted = outcome.years.reduce(
      (sum, year, y) => sum + (year >= budget!.fromYear ? outcome.byGas.co2[y]! : 0),
      0,
    );
    expect(counts).toBe('co2');
    expect(emitted).toBeLessThanOrEqual(budget!.tonnes * (1 + 1e-6));
    expect(outcome.findings.map(({ code }) => code)).not.toContain('budget-exceeded');
  });

  it('Semarang cannot reach net zero with the actions of the library, and the outcome says by how much', () => {
    const { outcome } = outcomeOf('semarang');
    const missed = outcome.findings.find(({ code }) => code === 'target-missed')!;
    const last = outcome.years.length - 1;
    expect(outcome.emissions.target[last]).toBe(0);
    expect(missed.values).toMatchObject({ target: 'race-to-zero', first: 2030 });
    expect(missed.values!['worst']).toBeCloseTo(outcome.emissions.plan[last]!, 6);
  });
});

/** t CO2e of a year without any action, from the document alone. */
function businessAsUsual({ baseline: { cells, drivers } }: Plan, year: number): number {
  const indexOf = (id: string): number => {
    const { points } = drivers.find((driver) => driver.id === id)!;
    const next = points.findIndex((point) => point.year >= year);
    if (next === -1) return points.at(-1)!.index;
    const b = points[next]!;
    const a = points[next - 1] ?? b;
    return a === b ? b.index : a.index + ((b.index - a.index) * (year - a.year)) / (b.year - a.year);
  };
  const activityOf = (cell: Cell): number =>
    cell.derivedFrom
      ? cell.derivedFrom.share * activityOf(cells.find(({ id }) => id === cell.derivedFrom!.cell)!)
      : cell.activityDrivers.reduce((amount, id) => amount * indexOf(id), cell.amount);
  const channels: Record<string, string> = { 'CO2': 'co2', 'CH4-fossil': 'ch4Fossil', 'CH4-biogenic': 'ch4Biogenic', 'N2O': 'n2o' }; // prettier-ignore
  const factorOf = (cell: Cell): number =>
    Object.entries(cell.factors).reduce((sum, [gas, factor]) => {
      const moving = cell.intensityDrivers.filter((id) => {
        const only = drivers.find((driver) => driver.id === id)!.channels as readonly string[] | undefined;
        return !only || only.includes(channels[gas] ?? 'fgas');
      });
      return sum + AR5[gas as keyof typeof AR5] * moving.reduce((f, id) => f * indexOf(id), factor!);
    }, 0);
  return cells
    .filter(({ ref }) => inBoundary(ref, 'basic'))
    .reduce((sum, cell) => sum + activityOf(cell) * factorOf(cell), 0);
}
