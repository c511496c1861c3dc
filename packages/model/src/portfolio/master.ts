/** The linear relaxation: choices as columns that enter when they pay, cuts as rows that enter when they are broken. */
import type { Series, Support } from './cuts.ts';
import { addYear, ReferenceMemory, supportOf, underestimate } from './cuts.ts';
import { TOLERANCE } from './evaluate-plan.ts';
import type { MilpColumn, MilpRow, MilpSession, MilpSolver } from './milp.ts';
import type { Dense, Row } from './rows.ts';
import { billGroupsOf, brokenRows, linearBills, sparse } from './rows.ts';
import type { Tables } from './tables.ts';

/** What the relaxation minimises. Under `cost`, an excess up to `excessAllowed` tonnes is free; beyond it, it is dear. */
export type Aim =
  | { readonly kind: 'cost'; readonly excessAllowed: number }
  | { readonly kind: 'excess' }
  | { readonly kind: 'emissions' };

/** Price of a scaled tonne of excess, in scaled cost: above any that a plan could pay to avoid it. */
const EXCESS_PRICE = 1e3;
const CUT_TOLERANCE = 2e-7;
/** A solution of the relaxation. */
export interface Relaxed {
  readonly feasible: boolean;
  /** Objective, unscaled. */
  readonly value: number;
  /** Σ of excess beyond what is allowed, tonnes. */
  readonly excess: number;
  /** [choice] */
  readonly z: Float64Array;
  readonly auxValues: Float64Array;
  readonly duals: Float64Array;
}

/** Which choices a node of the search tree leaves open, and which actions it insists on. */
export interface Domain {
  /** [choice] 1 = closed. */
  readonly closed: Uint8Array;
  /** [action] 1 = must be taken. */
  readonly must: Uint8Array;
}

export class Master {
  readonly tables: Tables;
  readonly aim: Aim;
  solves = 0;
  cuts = 0;
  private readonly session: MilpSession;
  private readonly auxCost: number[] = [];
  private readonly auxLower: number[] = [];
  private readonly auxUpper: number[] = [];
  /** [year] auxiliary column of the year's emissions, or −1. */
  private readonly tonnesColumn: Int32Array;
  private readonly excessColumns: number[] = [];
  /** Products that share their actions, and the auxiliary column of their discounted bills. */
  private readonly billGroups: { readonly products: readonly number[]; readonly column: number }[] = [];
  /** [choice] discounted bills of products of one factor, which are linear. */
  private readonly linearBill: Float64Array;
  /** Discounted bills that no choice changes. */
  private readonly fixedBill: number;
  private readonly emitting: readonly number[];
  private readonly scratch: Float64Array;
  private readonly memory: ReferenceMemory;
  private rows: Row[] = [];
  /** [choice] column, or −1 while out. */
  private readonly columnOf: Int32Array;
  private active: number[] = [];
  private readonly costs: Float64Array;
  /** Scaled objective → unscaled. */
  private readonly unit: number;

  constructor(tables: Tables, aim: Aim, solver: MilpSolver) {
    this.tables = tables;
    this.aim = aim;
    this.tonnesColumn = new Int32Array(tables.yearCount).fill(-1);
    this.columnOf = new Int32Array(tables.choiceCount).fill(-1);
    this.unit = aim.kind === 'cost' ? tables.costScale : tables.tonneScale;
    this.memory = new ReferenceMemory(tables);
    this.scratch = new Float64Array(tables.choiceCount);
    this.emitting = tables.products.flatMap((product, p) => (product.tonnes.some((value) => value !== 0) ? [p] : []));
    const linear = linearBills(tables);
    this.linearBill = linear.coefficients;
    this.fixedBill = linear.constant;
    this.costs = tables.outlay.map((value, c) =>
      aim.kind === 'cost' ? (value + this.linearBill[c]!) / tables.costScale : 0,
    );
    this.addVariables();
    this.addStructure();
    this.session = solver.open({
      cost: this.auxCost,
      lower: this.auxLower,
      upper: this.auxUpper,
      rows: this.rows.map((row) => this.compress(row)),
    });
  }

  close(): void {
    this.session.close();
  }

  get columnCount(): number {
    return this.active.length;
  }

  get rowCount(): number {
    return this.rows.length;
  }

  isActive(choice: number): boolean {
    return this.columnOf[choice]! >= 0;
  }

  private addVariable(cost: number, lower: number, upper: number): number {
    this.auxCost.push(cost);
    this.auxLower.push(lower);
    this.auxUpper.push(upper);
    return this.auxCost.length - 1;
  }

  private addVariables(): void {
    const { tables, aim } = this;
    const hasCumulative = Number.isFinite(tables.cumulativeLimit);
    for (let y = 0; y < tables.yearCount; y++) {
      const watched =
        aim.kind === 'emissions' ||
        Number.isFinite(tables.ceiling[y]!) ||
        (hasCumulative && y >= tables.cumulativeFrom);
      if (watched) this.tonnesColumn[y] = this.addVariable(aim.kind === 'emissions' ? 1 : 0, -1e6, 1e6);
    }
    if (aim.kind !== 'cost' && !Number.isFinite(tables.costBudget)) return;
    const billCost = aim.kind === 'cost' ? 1 : 0;
    for (const products of billGroupsOf(tables)) {
      this.billGroups.push({ products, column: this.addVariable(billCost, -1e7, 1e7) });
    }
  }

  /** Rows that are there from the start: one choice per action, groups, ceilings, budgets. */
  private addStructure(): void {
    const { tables, aim } = this;
    for (let a = 0; a < tables.actionCount; a++) this.addRule(tables.required[a] ?? 0, 1, [a]);
    for (const group of tables.exclusive) this.addRule(0, 1, group);
    const scale = tables.tonneScale;
    const excessCost = aim.kind === 'excess' ? 1 : EXCESS_PRICE;
    const limits: { readonly columns: number[]; readonly limit: number }[] = [];
    for (let y = 0; y < tables.yearCount; y++) {
      if (Number.isFinite(tables.ceiling[y]!))
        limits.push({ columns: [this.tonnesColumn[y]!], limit: tables.ceiling[y]! });
    }
    if (Number.isFinite(tables.cumulativeLimit)) {
      const columns = [...this.tonnesColumn].filter((column, y) => y >= tables.cumulativeFrom && column >= 0);
      limits.push({ columns, limit: tables.cumulativeLimit });
    }
    for (const { columns, limit } of limits) {
      const excess = this.addVariable(aim.kind === 'cost' && aim.excessAllowed > 0 ? 0 : excessCost, 0, 1e6);
      this.excessColumns.push(excess);
      const values = [...columns.map(() => 1), -1];
      this.pushRow({
        aux: [...columns, excess],
        auxValues: values,
        lower: -Infinity,
        upper: limit / scale + TOLERANCE,
      });
    }
    if (aim.kind === 'cost' && aim.excessAllowed > 0) {
      const over = this.addVariable(EXCESS_PRICE, 0, 1e6);
      this.pushRow({
        aux: [...this.excessColumns, over],
        auxValues: [...this.excessColumns.map(() => 1), -1],
        lower: -Infinity,
        upper: aim.excessAllowed / scale + 1e-9,
      });
      this.excessColumns.length = 0;
      this.excessColumns.push(over);
    }
    if (Number.isFinite(tables.costBudget)) this.addCostBudget();
    if (tables.problem.constraints.lowIncomeShare !== undefined) {
      const largest = tables.equity.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-12);
      const coefficients = tables.equity.map((value) => value / largest);
      const lower = (-TOLERANCE * tables.tonneScale) / largest;
      this.pushRow({ aux: [], auxValues: [], coefficients, lower, upper: Infinity });
    }
  }

  private addCostBudget(): void {
    const { tables } = this;
    this.pushRow({
      aux: this.billGroups.map((group) => group.column),
      auxValues: this.billGroups.map(() => 1),
      coefficients: tables.outlay.map((value, c) => (value + this.linearBill[c]!) / tables.costScale),
      lower: -Infinity,
      upper: (tables.costBudget + tables.billBefore - this.fixedBill) / tables.costScale + TOLERANCE,
    });
  }

  private pushRow(row: Dense): void {
    this.rows.push(sparse(row, false));
  }

  private addRule(lower: number, upper: number, actions: readonly number[]): void {
    const coefficients = new Float64Array(this.tables.choiceCount);
    for (const a of actions) {
      coefficients.fill(1, this.tables.choiceStart[a]!, this.tables.choiceStart[a + 1]!);
    }
    this.pushRow({ aux: [], auxValues: [], coefficients, lower, upper });
  }

  private compress(row: Row): MilpRow {
    const indices = [...row.aux];
    const values = [...row.auxValues];
    for (let i = 0; i < row.choices.length; i++) {
      const column = this.columnOf[row.choices[i]!]!;
      if (column < 0) continue;
      indices.push(column);
      values.push(row.values[i]!);
    }
    return { lower: row.lower, upper: row.upper, indices, values };
  }

  private insert(rows: readonly Row[]): void {
    this.rows.push(...rows);
    this.session.addRows(rows.map((row) => this.compress(row)));
  }

  /** Bring choices in as columns. */
  activate(choices: readonly number[]): void {
    const place = new Int32Array(this.tables.choiceCount).fill(-1);
    const columns: (MilpColumn & { rows: number[]; values: number[] })[] = [];
    for (const choice of choices) {
      if (this.columnOf[choice]! >= 0) continue;
      this.columnOf[choice] = this.auxCost.length + this.active.length;
      this.active.push(choice);
      place[choice] = columns.length;
      const upper = this.closed?.[choice] === 1 ? 0 : 1;
      columns.push({ cost: this.costs[choice]!, lower: 0, upper, rows: [], values: [] });
    }
    if (columns.length === 0) return;
    for (const [r, row] of this.rows.entries()) {
      for (let i = 0; i < row.choices.length; i++) {
        const at = place[row.choices[i]!]!;
        if (at < 0) continue;
        columns[at]!.rows.push(r);
        columns[at]!.values.push(row.values[i]!);
      }
    }
    this.session.addColumns(columns);
  }

  /** [choice] 1 = closed by the node last restricted to. */
  private closed: Uint8Array | undefined;

  /** Open and close choices as a node of the tree says. */
  restrict(domain: Domain): void {
    this.closed = domain.closed;
    const upper = Float64Array.from(this.active, (choice) => (domain.closed[choice] === 1 ? 0 : 1));
    if (upper.length > 0) this.session.setColumnBounds(this.auxCost.length, new Float64Array(upper.length), upper);
    const lower = Float64Array.from(domain.must, (must, a) => Math.max(must, this.tables.required[a]!));
    this.session.setRowBounds(0, lower, new Float64Array(lower.length).fill(1));
  }

  solve(): Relaxed {
    this.solves++;
    const result = this.session.solve({ relax: true });
    const { tables } = this;
    const z = new Float64Array(tables.choiceCount);
    if (result.stop !== 'optimal') {
      if (result.stop === 'failed')
        throw new Error('the solver failed on a linear program; this is a bug, please report it');
      return { feasible: false, value: Infinity, excess: Infinity, z, auxValues: result.values, duals: result.rowDual };
    }
    for (const choice of this.active) {
      const value = result.values[this.columnOf[choice]!]!;
      z[choice] = value < 1e-9 ? 0 : value;
    }
    const excess = this.excessColumns.reduce((sum, column) => sum + result.values[column]!, 0) * tables.tonneScale;
    return {
      feasible: true,
      value: this.valueOf(result.objective),
      excess,
      z,
      auxValues: result.values,
      duals: result.rowDual,
    };
  }

  private valueOf(objective: number): number {
    const value = objective * this.unit;
    return this.aim.kind === 'cost' ? value - this.tables.billBefore + this.fixedBill : value;
  }

  /** [choice] reduced cost, unscaled, of every choice, in or out. */
  reducedCosts(duals: Float64Array): Float64Array {
    const reduced = this.costs.slice();
    this.rows.forEach((row, r) => {
      const dual = duals[r]!;
      if (Math.abs(dual) < 1e-12) return;
      const { choices, values } = row;
      for (let i = 0; i < choices.length; i++) reduced[choices[i]!]! -= dual * values[i]!;
    });
    return reduced.map((value) => value * this.unit);
  }

  /** Add the cuts that a solution breaks, and the lazy rows; says how many. */
  separate(relaxed: Relaxed, tolerance = CUT_TOLERANCE): number {
    const at = supportOf(this.tables, relaxed.z);
    this.memory.moveTo(at);
    const found = [
      ...this.tonneCuts(relaxed, at, tolerance),
      ...this.billCuts(relaxed, at, tolerance),
      ...brokenRows(this.tables, at),
    ];
    this.cuts += found.length;
    if (found.length > 0) this.insert(found);
    return found.length;
  }

  /** Cuts that are exact at a plan, whether broken or not: a good start. */
  addCutsAt(z: Float64Array): void {
    const { tables } = this;
    const auxValues = new Float64Array(this.auxCost.length).fill(-Infinity);
    const at = supportOf(tables, z);
    this.memory.moveTo(at);
    const relaxed = { auxValues };
    this.insert([...this.tonneCuts(relaxed, at, 0), ...this.billCuts(relaxed, at, 0)]);
  }

  private tonneCuts(relaxed: Pick<Relaxed, 'auxValues'>, at: Support, tolerance: number): Row[] {
    const { tables } = this;
    const rows: Row[] = [];
    for (let y = 0; y < tables.yearCount; y++) {
      const column = this.tonnesColumn[y]!;
      if (column < 0) continue;
      const row = this.cutFor('tonnes', this.emitting, [y], at, relaxed.auxValues[column]!, tolerance, column);
      if (row) rows.push(row);
    }
    return rows;
  }

  private billCuts(relaxed: Pick<Relaxed, 'auxValues'>, at: Support, tolerance: number): Row[] {
    const years = Array.from({ length: this.tables.yearCount }, (_, y) => y);
    return this.billGroups.flatMap(({ products, column }) => {
      const row = this.cutFor('bill', products, years, at, relaxed.auxValues[column]!, tolerance, column);
      return row ? [row] : [];
    });
  }

  /** The cut on one auxiliary column at a point, if it is above the column's value now. */
  private cutFor(
    series: Series,
    products: readonly number[],
    years: readonly number[],
    at: Support,
    now: number,
    tolerance: number,
    column: number,
  ): Row | undefined {
    const { tables } = this;
    const scale = series === 'bill' ? tables.costScale : tables.tonneScale;
    let value = 0;
    const parts = years.map((y) => {
      const under = underestimate(tables, series, products, y, at, this.memory);
      value += under.value;
      return { y, references: under.references };
    });
    if (value / scale - now <= tolerance) return undefined;
    const cut = { constant: 0, coefficients: this.scratch.fill(0) };
    for (const { y, references } of parts) addYear(tables, series, products, y, references, at, cut);
    const coefficients = cut.coefficients;
    for (let c = 0; c < coefficients.length; c++) coefficients[c]! /= -scale;
    return sparse({ aux: [column], auxValues: [1], coefficients, lower: cut.constant / scale, upper: Infinity }, true);
  }

  /** Drop cuts that are far from holding anything back, to keep the program small. */
  purge(relaxed: Relaxed, keep: number): void {
    if (this.rows.length <= keep) return;
    const gone: number[] = [];
    this.rows.forEach((row, r) => {
      if (!row.isCut || Math.abs(relaxed.duals[r]!) > 1e-12) return;
      let activity = relaxed.auxValues[row.aux[0]!]!;
      for (let i = 0; i < row.choices.length; i++) activity += relaxed.z[row.choices[i]!]! * row.values[i]!;
      if (activity - row.lower > 1e-3) gone.push(r);
    });
    const drop = new Set(gone);
    this.rows = this.rows.filter((_, r) => !drop.has(r));
    this.session.deleteRows(gone);
  }
}
