import { describe, expect, it } from 'vitest';
import { bandung } from '../../../test/fixture.ts';
import { findingOf, inYear, mainYear } from './finding.ts';

const { plan, evaluate } = bandung();

describe('the finding', () => {
  it('speaks of 2030 while the plan misses its target there, and by how much', () => {
    const outcome = evaluate(plan);
    const finding = findingOf(plan, outcome);
    const on = plan.actions.filter(({ schedule }) => schedule.size > 0).length;
    expect(finding).toMatchObject({ met: false, year: 2030, actions: on });
    expect(finding.over).toBeCloseTo(inYear(outcome, outcome.emissions.plan, 2030)! - finding.ceiling, 6);
  });

  it('says met exactly when the model has not said missed', () => {
    const outcome = evaluate(plan);
    const met = { ...outcome, findings: outcome.findings.filter(({ code }) => code !== 'target-missed') };
    expect(findingOf(plan, met).met).toBe(true);
  });

  it('gives a budget’s excess in tonnes over its years', () => {
    const budget = plan.targets.find(({ kind }) => kind === 'carbon-budget')!;
    const against = { ...plan, mainTarget: budget.id };
    const finding = findingOf(against, evaluate(against));
    expect(finding.met).toBe(false);
    expect(finding.overBudget).toBeGreaterThan(0);
  });

  it('speaks of the last year when 2030 is not in the plan', () => {
    const outcome = evaluate(plan);
    const years = outcome.years.map((year) => year + 20);
    expect(mainYear({ ...outcome, years })).toBe(years.at(-1));
  });
});
