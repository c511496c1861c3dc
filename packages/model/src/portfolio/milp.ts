/** What the optimiser asks of a linear and mixed-integer solver; HiGHS is one, passed in by the door that loaded it. */

/** A linear row: lower ≤ Σ values · x[indices] ≤ upper. */
export interface MilpRow {
  readonly lower: number;
  readonly upper: number;
  readonly indices: readonly number[];
  readonly values: readonly number[];
}

/** A column: its cost, bounds, and coefficients in the rows that exist already. */
export interface MilpColumn {
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
  readonly rows: readonly number[];
  readonly values: readonly number[];
}

/** Minimise cost · x subject to rows and bounds; columns listed in `integer` take whole values when solved as integers. */
export interface MilpModel {
  readonly cost: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly MilpRow[];
  readonly integer?: readonly number[];
}

export interface MilpOptions {
  /** Leave integrality out. */
  readonly relax?: boolean;
  /** Stop when (objective − bound) ≤ gap · |objective|. */
  readonly relativeGap?: number;
  readonly timeLimitSeconds?: number;
  /** Fixed, so that a solve stopped by its gap is repeatable. */
  readonly seed?: number;
  /** A whole solution to start from. */
  readonly start?: readonly number[];
}

/** Why the solver stopped. `optimal` includes a proof to the solver's own tolerance. */
export type MilpStop = 'optimal' | 'gap' | 'infeasible' | 'unbounded' | 'time' | 'failed';

export interface MilpResult {
  readonly stop: MilpStop;
  /** Objective of `values`; NaN when there are none. */
  readonly objective: number;
  /** Proven lower bound of the objective. */
  readonly bound: number;
  /** (objective − bound) / |objective|. */
  readonly gap: number;
  readonly values: Float64Array;
  /** Only of a relaxed solve: the price of each row, ≥ 0 where its lower side holds back the objective. */
  readonly rowDual: Float64Array;
}

/** A model kept open, changed and solved again from where it stood. */
export interface MilpSession {
  addRows(rows: readonly MilpRow[]): void;
  addColumns(columns: readonly MilpColumn[]): void;
  setColumnBounds(from: number, lower: Float64Array, upper: Float64Array): void;
  setRowBounds(from: number, lower: Float64Array, upper: Float64Array): void;
  /** Rows above the deleted ones move down. Indices ascend strictly. */
  deleteRows(indices: readonly number[]): void;
  solve(options: MilpOptions): MilpResult;
  /** Give the memory back. The session cannot be used afterwards. */
  close(): void;
}

export interface MilpSolver {
  readonly name: string;
  open(model: MilpModel): MilpSession;
  solve(model: MilpModel, options: MilpOptions): Promise<MilpResult>;
}
