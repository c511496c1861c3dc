/** Rows of the relaxation over all choices, active or not: how they are kept, and those that enter only when broken. */
import { addLinear, type Support } from './cuts.ts';
import { TOLERANCE } from './evaluate-plan.ts';
import type { Tables } from './tables.ts';

/** Coefficients below this are left out of a row. */
const NOTHING = 1e-11;

/** A row over auxiliary columns and all choices, active or not. */
export interface Row {
  readonly aux: readonly number[];
  readonly auxValues: readonly number[];
  /** Choices with a coefficient, and their coefficients. */
  readonly choices: Int32Array;
  readonly values: Float64Array;
  readonly lower: number;
  readonly upper: number;
  readonly isCut: boolean;
}

function sumOver(at: Support, value: (choice: number) => number): number {
  let sum = 0;
  for (const list of at.choices) for (const choice of list) sum += at.z[choice]! * value(choice);
  return sum;
}

/** A row with its coefficients over all choices; none when absent. */
export interface Dense {
  readonly aux: readonly number[];
  readonly auxValues: readonly number[];
  readonly coefficients?: Float64Array;
  readonly lower: number;
  readonly upper: number;
}

export function sparse({ aux, auxValues, coefficients, lower, upper }: Dense, isCut: boolean): Row {
  const choices: number[] = [];
  const count = coefficients?.length ?? 0;
  for (let c = 0; c < count; c++) if (Math.abs(coefficients![c]!) >= NOTHING) choices.push(c);
  const values = Float64Array.from(choices, (c) => coefficients![c]!);
  return { aux, auxValues, choices: Int32Array.from(choices), values, lower, upper, isCut };
}

/** Bills of products with one factor or none: linear in the choices. */
export function linearBills(tables: Tables): { constant: number; coefficients: Float64Array } {
  const row = { constant: 0, coefficients: new Float64Array(tables.choiceCount) };
  for (const { tables: factors, bill } of tables.products) {
    if (factors.length > 1) continue;
    bill.forEach((weight, y) => {
      if (weight === 0) return;
      if (factors.length === 0) row.constant += weight;
      else addLinear(tables, tables.factors[factors[0]!]!, y, weight, row);
    });
  }
  return row;
}

/** Billed products of several factors, those with the same actions together. */
export function billGroupsOf(tables: Tables): number[][] {
  const groups = new Map<string, number[]>();
  tables.products.forEach((product, p) => {
    if (product.tables.length < 2 || product.bill.every((value) => value === 0)) return;
    const key = product.tables.map((t) => tables.factors[t]!.action).join();
    groups.set(key, [...(groups.get(key) ?? []), p]);
  });
  return [...groups.values()];
}

/** Capital and staff by year, and starts in order: only those that a solution breaks. */
export function brokenRows(tables: Tables, at: Support): Row[] {
  return [...yearlyLimits(tables, at), ...orderRows(tables, at)];
}

function yearlyLimits(tables: Tables, at: Support): Row[] {
  const { costs } = tables.problem;
  const rows: Row[] = [];
  for (const [limit, kind] of [
    [tables.capitalLimit, 'capital'],
    [tables.staffLimit, 'staff'],
  ] as const) {
    if (!Number.isFinite(limit)) continue;
    const scale = Math.max(limit, 1);
    for (let y = 0; y < tables.yearCount; y++) {
      const used = sumOver(at, (choice) => costs[choice]![kind][y]!);
      if (used - limit <= 1.1 * TOLERANCE * scale) continue;
      const coefficients = Float64Array.from(costs, (cost) => cost[kind][y]! / scale);
      rows.push(
        sparse({ aux: [], auxValues: [], coefficients, lower: -Infinity, upper: limit / scale + TOLERANCE }, false),
      );
    }
  }
  return rows;
}

function orderRows(tables: Tables, at: Support): Row[] {
  const { choices } = tables.problem;
  const rows: Row[] = [];
  for (const { action, needs } of tables.prerequisites) {
    for (const year of new Set(at.choices[action]!.map((choice) => choices[choice]!.startYear))) {
      const started = (a: number): number =>
        at.choices[a]!.reduce((sum, choice) => sum + (choices[choice]!.startYear <= year ? at.z[choice]! : 0), 0);
      if (started(action) - started(needs) <= 1e-7) continue;
      const coefficients = new Float64Array(tables.choiceCount);
      for (const [a, sign] of [
        [action, 1],
        [needs, -1],
      ] as const) {
        for (let c = tables.choiceStart[a]!; c < tables.choiceStart[a + 1]!; c++) {
          if (choices[c]!.startYear <= year) coefficients[c] = sign;
        }
      }
      rows.push(sparse({ aux: [], auxValues: [], coefficients, lower: -Infinity, upper: 0 }, false));
    }
  }
  return rows;
}
