import { describe, expect, it } from 'vitest';
import { addLower, bestReference, supportOf, type CutRow } from './cuts.ts';
import { amountsInto } from './evaluate-plan.ts';
import { smallProblem } from './exhaustive.case.ts';
import { randomOf } from './random-problem.case.ts';
import { tablesOf, type Tables } from './tables.ts';
import { addUpper } from './upper-cuts.ts';

const blank = (tables: Tables): CutRow => ({ constant: 0, coefficients: new Float64Array(tables.choiceCount) });

function randomPick(tables: Tables, random: () => number): Int32Array {
  return Int32Array.from({ length: tables.actionCount }, (_, a) => {
    const count = tables.choiceStart[a + 1]! - tables.choiceStart[a]!;
    return count === 0 || random() < 0.3 ? -1 : tables.choiceStart[a]! + Math.floor(random() * count);
  });
}

/** A point of the relaxation: a mean of a few plans. */
function randomPoint(tables: Tables, random: () => number): Float64Array {
  const z = new Float64Array(tables.choiceCount);
  const plans = 1 + Math.floor(random() * 4);
  for (let i = 0; i < plans; i++) {
    for (const choice of randomPick(tables, random)) if (choice >= 0) z[choice]! += 1 / plans;
  }
  return z;
}

function at(row: CutRow, pick: Int32Array): number {
  return pick.reduce((sum, choice) => (choice < 0 ? sum : sum + row.coefficients[choice]!), row.constant);
}

function productAt(tables: Tables, p: number, pick: Int32Array, y: number): number {
  const amounts = new Float64Array(tables.yearCount);
  amountsInto(tables, tables.products[p]!.tables, pick, amounts);
  return amounts[y]!;
}

/** Every product of a few random problems, with a random year, a random point and random plans. */
function forEachProduct(
  check: (tables: Tables, p: number, y: number, point: Float64Array, plans: Int32Array[]) => void,
): void {
  for (let seed = 1; seed <= 40; seed++) {
    const tables = tablesOf(smallProblem(seed));
    const random = randomOf(seed);
    tables.products.forEach((product, p) => {
      if (product.tables.length < 2) return;
      for (let i = 0; i < 4; i++) {
        const y = Math.floor(random() * tables.yearCount);
        const plans = Array.from({ length: 20 }, () => randomPick(tables, random));
        check(tables, p, y, randomPoint(tables, random), plans);
      }
    });
  }
}

describe('cuts', () => {
  it('never exceed the product at any plan, wherever they were made', () => {
    forEachProduct((tables, p, y, point, plans) => {
      const product = tables.products[p]!;
      const row = blank(tables);
      addLower(tables, product, y, 1, bestReference(tables, product, y, supportOf(tables, point)), row);
      for (const plan of plans) expect(at(row, plan)).toBeLessThanOrEqual(productAt(tables, p, plan, y) + 1e-12);
    });
  });

  it('have the value they promise at the point they were made for', () => {
    forEachProduct((tables, p, y, point) => {
      const product = tables.products[p]!;
      const reference = bestReference(tables, product, y, supportOf(tables, point));
      const row = blank(tables);
      addLower(tables, product, y, 1, reference, row);
      const value = point.reduce((sum, z, c) => sum + z * row.coefficients[c]!, row.constant);
      expect(value).toBeCloseTo(reference.value, 9);
    });
  });

  it('are exact at a plan they were made for', () => {
    forEachProduct((tables, p, y, _, [plan]) => {
      const z = new Float64Array(tables.choiceCount);
      for (const choice of plan!) if (choice >= 0) z[choice] = 1;
      const product = tables.products[p]!;
      const row = blank(tables);
      addLower(tables, product, y, 1, bestReference(tables, product, y, supportOf(tables, z)), row);
      expect(at(row, plan!)).toBeCloseTo(productAt(tables, p, plan!, y), 9);
    });
  });

  it('of negative weight never fall below minus the product, and are exact at a plan they were made for', () => {
    forEachProduct((tables, p, y, point, plans) => {
      const product = tables.products[p]!;
      const row = blank(tables);
      addUpper(tables, product, y, -1, supportOf(tables, point), row);
      for (const plan of plans) expect(at(row, plan)).toBeLessThanOrEqual(-productAt(tables, p, plan, y) + 1e-12);
      const [first] = plans;
      const z = new Float64Array(tables.choiceCount);
      for (const choice of first!) if (choice >= 0) z[choice] = 1;
      const exact = blank(tables);
      addUpper(tables, product, y, -1, supportOf(tables, z), exact);
      expect(at(exact, first!)).toBeCloseTo(-productAt(tables, p, first!, y), 9);
    });
  });
});
