import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inventoryOf, isMissing, planOf, readPlan, summariseDelivery } from '@thousand-cities/model';
import { describe, expect, it } from 'vitest';
import { tinyPlan } from '../../../../model/test/tiny-plan.ts';
import { withDelivery } from './delivery.ts';
import { withDemoValues } from './values.ts';

const semarang = readPlan(readFileSync(fileURLToPath(new URL('../../../../../examples/semarang.plan.json', import.meta.url)), 'utf8')); // prettier-ignore

describe('nothing made up passes as a city’s own', () => {
  const plan = withDelivery(semarang);
  const deliveries = plan.actions.flatMap(({ delivery }) => delivery ?? []);

  it('in the delivery: every owner, task, line of a budget and measurement says that it is a demo', () => {
    planOf(plan);
    for (const { owner, status, tasks, budget, indicators } of deliveries) {
      const said = [
        owner?.department,
        status?.note ?? 'demo',
        ...(tasks ?? []).map(({ title }) => title),
        ...(budget ?? []).flatMap(({ label, note }) => [label, note]),
        ...(indicators ?? []).flatMap(({ name, observations }) => [name, ...observations.map(({ source }) => source)]),
      ];
      for (const text of said) expect(text).toMatch(/demo/i);
    }
  });

  it('and it is enough to look at: work begun, money of the plan’s own cost, something measured', () => {
    const summary = summariseDelivery(plan, '2026-11-28');
    expect(summary.withOwner).toBe(summary.actions);
    expect(summary.byState['under-way']).toBe(2);
    // Landfill gas 2 of 3, two-wheelers 1 of 3 with one overdue since 31 October, solar roofs 0 of 2.
    expect(summary).toMatchObject({ tasks: 8, done: 3, overdue: 1 });
    expect(summary.budget.total).toBeGreaterThan(0);
    expect(summary.budget.funded).toBeLessThan(summary.budget.total);
    expect(deliveries.flatMap(({ indicators }) => indicators ?? []).filter(({ observations }) => observations.length > 0)).toHaveLength(2); // prettier-ignore
  });

  it('in the inventory: what stands as a city value is the estimate, rounded, and says so', () => {
    const before = semarang.inventories[0]!;
    const after = inventoryOf(withDemoValues(before));
    const changed = after.rows.filter(({ provenance }) => provenance === 'city-value');
    expect(changed.map(({ ref }) => ref)).toEqual(['I.1.2', 'II.1.1', 'III.1.1']);
    for (const { ref, note, co2eTonnes } of changed) {
      expect(note).toMatch(/^Demo: as if .* The estimate, rounded\.$/);
      const estimate = before.rows.find((row) => row.ref === ref)!.co2eTonnes;
      if (isMissing(estimate) || isMissing(co2eTonnes)) throw new Error('a figure was expected');
      expect(Math.abs(co2eTonnes / estimate - 1)).toBeLessThan(0.05);
    }
  });

  it('and a plan without the actions that it knows gets owners alone', () => {
    expect(planOf(withDelivery(tinyPlan)).actions[0]!.delivery).toEqual({
      owner: { department: 'Building department (demo)' },
    });
  });
});
