/** HiGHS behind the solver interface: sparse arrays in, statuses out. The loaded module is passed in. */
import type {
  MilpColumn,
  MilpModel,
  MilpOptions,
  MilpResult,
  MilpRow,
  MilpSession,
  MilpSolver,
  MilpStop,
} from './milp.ts';

type Selection = { readonly kind: 'range'; readonly from: number; readonly to: number } | HighsSet;
interface HighsSet {
  readonly kind: 'set';
  readonly indices: readonly number[];
}

interface HighsMatrix {
  readonly format: 'csr' | 'csc';
  readonly numRows: number;
  readonly numCols: number;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/** What is used of a persistent HiGHS model (npm `highs` 1.15). */
export interface HighsModel {
  readonly options: { set(values: Readonly<Record<string, boolean | number | string>>): unknown };
  readonly info: { get(name: string): number | bigint };
  passModel(model: {
    readonly numCols: number;
    readonly numRows: number;
    readonly colCost: Float64Array;
    readonly colLower: Float64Array;
    readonly colUpper: Float64Array;
    readonly rowLower: Float64Array;
    readonly rowUpper: Float64Array;
    readonly matrix: HighsMatrix;
    readonly integrality?: Int32Array;
  }): unknown;
  addRows(data: { readonly lower: Float64Array; readonly upper: Float64Array; readonly matrix: HighsMatrix }): unknown;
  addCols(data: {
    readonly cost: Float64Array;
    readonly lower: Float64Array;
    readonly upper: Float64Array;
    readonly matrix: HighsMatrix;
  }): unknown;
  changeColsBounds(selection: Selection, lower: Float64Array, upper: Float64Array): unknown;
  changeRowsBounds(selection: Selection, lower: Float64Array, upper: Float64Array): unknown;
  deleteRows(selection: Selection): unknown;
  setSolution(solution: { readonly colValue: readonly number[] }): unknown;
  clearSolver(): unknown;
  run(): { readonly modelStatus: number };
  getSolution(): { readonly colValue: Float64Array; readonly rowDual: Float64Array };
  getObjectiveValue(): number;
  dispose(): void;
}

/** The loaded HiGHS module: `await (await import('highs')).default()`. */
export interface HighsModule {
  createModel(): HighsModel;
}

/** Model statuses of HiGHS that mean something to us; every other one is a failure. */
const STOPS: Readonly<Record<number, MilpStop>> = {
  7: 'optimal',
  8: 'infeasible',
  9: 'infeasible',
  10: 'unbounded',
  13: 'time',
};

/** Wrap a loaded HiGHS module. Deterministic: this build has one thread, and the seed is fixed. */
export function highsSolver(highs: HighsModule): MilpSolver {
  const open = (model: MilpModel): MilpSession => openSession(highs, model);
  return {
    name: 'HiGHS',
    open,
    solve: (model, options) => {
      const session = open(model);
      try {
        return Promise.resolve(session.solve(options));
      } finally {
        session.close();
      }
    },
  };
}

/** Compress rows or columns into one matrix. `along` says which of the two the parts are. */
function compress(
  parts: readonly { readonly at: readonly number[]; readonly values: readonly number[] }[],
  across: number,
  along: 'csr' | 'csc',
): HighsMatrix {
  const count = parts.reduce((sum, part) => sum + part.at.length, 0);
  const starts = new Int32Array(parts.length + 1);
  const indices = new Int32Array(count);
  const values = new Float64Array(count);
  let next = 0;
  parts.forEach((part, i) => {
    indices.set(part.at, next);
    values.set(part.values, next);
    next += part.at.length;
    starts[i + 1] = next;
  });
  const [numRows, numCols] = along === 'csr' ? [parts.length, across] : [across, parts.length];
  return { format: along, numRows, numCols, starts, indices, values };
}

const rowMatrix = (rows: readonly MilpRow[], columns: number): HighsMatrix =>
  compress(
    rows.map((row) => ({ at: row.indices, values: row.values })),
    columns,
    'csr',
  );

function openSession(highs: HighsModule, model: MilpModel): MilpSession {
  const native = highs.createModel();
  native.options.set({ output_flag: false, random_seed: 0 });
  let columns = model.cost.length;
  let rows = model.rows.length;
  const integer = model.integer ?? [];
  const integrality = new Int32Array(columns);
  for (const column of integer) integrality[column] = 1;
  native.passModel({
    numCols: columns,
    numRows: rows,
    colCost: Float64Array.from(model.cost),
    colLower: Float64Array.from(model.lower),
    colUpper: Float64Array.from(model.upper),
    rowLower: Float64Array.from(model.rows, (row) => row.lower),
    rowUpper: Float64Array.from(model.rows, (row) => row.upper),
    matrix: rowMatrix(model.rows, columns),
    ...(integer.length > 0 ? { integrality } : {}),
  });
  return {
    addRows: (added) => {
      if (added.length === 0) return;
      rows += added.length;
      native.addRows({
        lower: Float64Array.from(added, (row) => row.lower),
        upper: Float64Array.from(added, (row) => row.upper),
        matrix: rowMatrix(added, columns),
      });
    },
    addColumns: (added: readonly MilpColumn[]) => {
      if (added.length === 0) return;
      columns += added.length;
      native.addCols({
        cost: Float64Array.from(added, (column) => column.cost),
        lower: Float64Array.from(added, (column) => column.lower),
        upper: Float64Array.from(added, (column) => column.upper),
        matrix: compress(
          added.map((column) => ({ at: column.rows, values: column.values })),
          rows,
          'csc',
        ),
      });
    },
    setColumnBounds: (from, lower, upper) => {
      native.changeColsBounds({ kind: 'range', from, to: from + lower.length - 1 }, lower, upper);
    },
    setRowBounds: (from, lower, upper) => {
      native.changeRowsBounds({ kind: 'range', from, to: from + lower.length - 1 }, lower, upper);
    },
    deleteRows: (indices) => {
      if (indices.length === 0) return;
      rows -= indices.length;
      native.deleteRows({ kind: 'set', indices });
    },
    solve: (options) => run(native, options, integer.length > 0),
    close: () => {
      native.dispose();
    },
  };
}

function run(native: HighsModel, options: MilpOptions, hasIntegers: boolean): MilpResult {
  const whole = hasIntegers && options.relax !== true;
  if (hasIntegers) native.options.set({ mip_rel_gap: options.relativeGap ?? 1e-4, solve_relaxation: !whole });
  if (options.timeLimitSeconds !== undefined) native.options.set({ time_limit: options.timeLimitSeconds });
  if (options.seed !== undefined) native.options.set({ random_seed: options.seed });
  if (options.start) native.setSolution({ colValue: options.start });
  let status = native.run().modelStatus;
  if (STOPS[status] === undefined && !whole) {
    // A stale basis can defeat the simplex method; from scratch it has nothing to trip over.
    native.clearSolver();
    status = native.run().modelStatus;
  }
  const stop = STOPS[status] ?? 'failed';
  const { colValue, rowDual } = native.getSolution();
  const solved = stop === 'optimal' || stop === 'time';
  const objective = solved ? native.getObjectiveValue() : NaN;
  const bound = boundOf(native, stop, objective, whole);
  const gap = (objective - bound) / Math.abs(objective);
  const reached = stop === 'optimal' && whole && gap > 1e-9 ? 'gap' : stop;
  return { stop: reached, objective, bound, gap, values: colValue, rowDual };
}

function boundOf(native: HighsModel, stop: MilpStop, objective: number, whole: boolean): number {
  if (stop === 'infeasible') return Infinity;
  if (whole) return Number(native.info.get('mip_dual_bound'));
  return stop === 'optimal' ? objective : -Infinity;
}
