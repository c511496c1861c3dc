import { describe, expect, it } from 'vitest';
import { solver } from './highs.case.ts';

/** Knapsack: values 6, 5, 4; weights 3, 2, 2; room for 4. Whole: the second and third, 9. Relaxed: 5 + 4 = 9 as well. */
const KNAPSACK = {
  cost: [-6, -5, -4],
  lower: [0, 0, 0],
  upper: [1, 1, 1],
  rows: [{ lower: -Infinity, upper: 4, indices: [0, 1, 2], values: [3, 2, 2] }],
  integer: [0, 1, 2],
};

describe('HiGHS behind the solver interface', () => {
  it('solves whole numbers to proof', async () => {
    const result = await solver.solve(KNAPSACK, {});
    expect(result).toMatchObject({ stop: 'optimal', gap: 0 });
    expect(result.objective).toBeCloseTo(-9, 9);
    expect([...result.values].map(Math.round)).toEqual([0, 1, 1]);
  });

  it('prices a row by what its limit is worth: room for 5 takes two thirds of the first thing at 2 per unit', async () => {
    const rows = [{ ...KNAPSACK.rows[0]!, upper: 5 }];
    const result = await solver.solve({ ...KNAPSACK, rows }, { relax: true });
    // 5 + 4 fill 4 units; the fifth buys a third of the first thing, worth 6 / 3 per unit.
    expect(result.objective).toBeCloseTo(-11, 9);
    expect(result.rowDual[0]).toBeCloseTo(-2, 9);
  });

  it('says infeasible', async () => {
    const rows = [{ lower: 8, upper: Infinity, indices: [0, 1, 2], values: [3, 2, 2] }];
    const result = await solver.solve({ ...KNAPSACK, rows }, {});
    expect(result).toMatchObject({ stop: 'infeasible', bound: Infinity });
  });

  it('keeps a model open: rows and columns come and go, bounds move', () => {
    const session = solver.open({ cost: [1], lower: [0], upper: [10], rows: [] });
    try {
      session.addRows([{ lower: 3, upper: Infinity, indices: [0], values: [1] }]);
      expect(session.solve({ relax: true }).objective).toBeCloseTo(3, 9);
      // A cheaper column that does the same.
      session.addColumns([{ cost: 0.5, lower: 0, upper: 2, rows: [0], values: [1] }]);
      expect(session.solve({ relax: true }).objective).toBeCloseTo(2, 9);
      session.setColumnBounds(1, Float64Array.of(0), Float64Array.of(1));
      expect(session.solve({ relax: true }).objective).toBeCloseTo(2.5, 9);
      session.setRowBounds(0, Float64Array.of(1), Float64Array.of(Infinity));
      expect(session.solve({ relax: true }).objective).toBeCloseTo(0.5, 9);
      session.deleteRows([0]);
      expect(session.solve({ relax: true }).objective).toBeCloseTo(0, 9);
    } finally {
      session.close();
    }
  });
});
