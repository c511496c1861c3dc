import { describe, expect, it } from 'vitest';
import type { TargetPath } from '../types.ts';
import { excessOver, heldYears } from './held.ts';

const target = (more: Partial<TargetPath>): TargetPath => ({
  id: 't',
  kind: 'custom',
  years: [2025, 2026, 2027, 2028, 2029, 2030],
  emissions: [100, 90, 80, 70, 60, 50],
  counts: 'co2e',
  cumulativeBudget: 350,
  milestones: [2028],
  inputs: [],
  formula: '',
  sources: [],
  explanation: '',
  ...more,
});

describe('holding a plan to a target', () => {
  it('looks at the years the target names and all after the last', () => {
    expect(heldYears(target({}))).toEqual([2028, 2029, 2030]);
    expect(heldYears(target({ milestones: [2026, 2030] }))).toEqual([2026, 2030]);
  });

  it('does not mind a line crossed on the way', () => {
    expect(excessOver(target({}), [100, 99, 99, 70, 60, 50])).toEqual({ years: [], budget: 0 });
  });

  it('says by how much a named year is missed', () => {
    expect(excessOver(target({}), [100, 90, 80, 72, 60, 50]).years).toEqual([{ year: 2028, tonnes: 2 }]);
  });

  it('takes rounding for what it is', () => {
    expect(excessOver(target({}), [100, 90, 80, 70 + 1e-9, 60, 50]).years).toEqual([]);
  });

  it('sums what a budget counts from its first year', () => {
    // 2027 … 2030: 80 + 70 + 60 + 50 = 260 against 250.
    const budgeted = target({ milestones: [], budget: { fromYear: 2027, tonnes: 250 } });
    expect(excessOver(budgeted, [100, 90, 80, 70, 60, 50])).toEqual({ years: [], budget: 10 });
    expect(excessOver({ ...budgeted, budget: { fromYear: 2027, tonnes: 260 } }, [100, 90, 80, 70, 60, 50]).budget).toBe(
      0,
    );
  });
});
