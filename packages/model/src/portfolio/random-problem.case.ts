/** Random problems for tests and the bench: cities of any size with own, moved and sink streams, bills and lagging curves. */
import type { CompiledPlan } from '../action/compiled.ts';
import type { Choice, ChoiceCost, PortfolioConstraints, PortfolioProblem, PortfolioTarget } from './types.ts';

export interface RandomShape {
  readonly seed: number;
  readonly actions: number;
  readonly cells: number;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly starts: readonly number[];
  readonly sizes: readonly number[];
  /** Most that one action takes off one cell. */
  readonly deepest?: number;
}

/** mulberry32: a small generator with a seed, uniform in 0…1. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface RandomStream {
  readonly cell: number;
  readonly base: number;
  readonly growth: number;
  readonly bill: number;
  readonly mover: number;
  readonly terms: readonly { readonly action: number; readonly effect: number }[];
}

/** A city's compiled plan, made up: every action acts on one to four cells, some move activity, some add sinks. */
function randomPlan(shape: RandomShape, random: () => number): CompiledPlan {
  const years = range(shape.firstYear, shape.lastYear);
  const streams = randomStreams(shape, random);
  const ramps = Array.from({ length: shape.actions }, () => 1 + Math.floor(random() * 8));
  const unit = ramps.flatMap((ramp) =>
    years.map((_, k) => {
      const t = Math.min(1, (k + 1) / ramp);
      return t * t * (3 - 2 * t);
    }),
  );
  const empty = new Int32Array(0);
  const base = new Float64Array(streams.length * years.length);
  const bill = new Float64Array(streams.length * years.length);
  streams.forEach((stream, s) =>
    years.forEach((_, y) => {
      base[s * years.length + y] = stream.base * stream.growth ** y;
      bill[s * years.length + y] = stream.bill * stream.growth ** y;
    }),
  );
  const terms = streams.flatMap((stream) => stream.terms);
  const termStart = new Int32Array(streams.length + 1);
  streams.forEach((stream, s) => (termStart[s + 1] = termStart[s]! + stream.terms.length));
  return {
    years,
    actionIds: Array.from({ length: shape.actions }, (_, a) => `a${String(a).padStart(3, '0')}`),
    cellIds: Array.from({ length: shape.cells + 1 }, (_, c) => `cell-${c}`),
    streamCount: streams.length,
    base,
    baseByChannel: new Float64Array(0),
    bill,
    cell: Int32Array.from(streams, (stream) => stream.cell),
    mover: Int32Array.from(streams, (stream) => stream.mover),
    moverEffect: Float64Array.from(streams, (stream) => (stream.mover < 0 ? 0 : 1)),
    moverCurve: Int32Array.from(streams, (stream) => stream.mover),
    termStart,
    termAction: Int32Array.from(terms, (term) => term.action),
    termCurve: Int32Array.from(terms, (term) => term.action),
    termEffect: Float64Array.from(terms, (term) => term.effect),
    curveAction: Int32Array.from({ length: shape.actions }, (_, a) => a),
    curveResponseYears: new Float64Array(shape.actions),
    curveUnit: Float64Array.from(unit),
    source: Int32Array.from(streams, (stream) => stream.cell),
    leverAction: empty,
    leverIndex: empty,
    moverLever: empty,
    termLever: empty,
    channelWeight: new Float64Array(5).fill(1),
  };
}

function randomStreams(shape: RandomShape, random: () => number): RandomStream[] {
  const deepest = shape.deepest ?? 0.7;
  const cellTerms: { action: number; effect: number }[][] = Array.from({ length: shape.cells }, () => []);
  const moves: { action: number; from: number; to: number; effect: number; ratio: number }[] = [];
  const sinks: number[] = [];
  for (let action = 0; action < shape.actions; action++) {
    const kind = random();
    if (kind < 0.05) sinks.push(action);
    const reach = 1 + Math.floor(random() * Math.min(4, shape.cells));
    const cells = new Set(Array.from({ length: reach }, () => Math.floor(random() * shape.cells)));
    for (const from of cells) {
      const effect = random() < 0.05 ? 1 : 0.03 + (deepest - 0.03) * random() ** 2;
      if (kind < 0.35 && shape.cells > 1) {
        const to = (from + 1 + Math.floor(random() * (shape.cells - 1))) % shape.cells;
        moves.push({ action, from, to, effect, ratio: 0.1 + 0.5 * random() });
      }
      cellTerms[from]!.push({ action, effect });
    }
  }
  const sizes = Array.from({ length: shape.cells }, () => 1e4 * 50 ** random());
  const growth = Array.from({ length: shape.cells }, () => 0.99 + 0.025 * random());
  const prices = Array.from({ length: shape.cells }, () => 300 * random());
  const own = cellTerms.map((terms, cell): RandomStream => {
    const base = sizes[cell]!;
    return { cell, base, growth: growth[cell]!, bill: base * prices[cell]!, mover: -1, terms };
  });
  const moved = moves.map(({ action, from, to, effect, ratio }): RandomStream => {
    const base = sizes[from]! * effect * ratio;
    const terms = [...cellTerms[from]!, ...cellTerms[to]!].filter((term) => term.action !== action && random() < 0.5);
    return { cell: to, base, growth: growth[from]!, bill: base * prices[to]!, mover: action, terms };
  });
  const sinkStreams = sinks.map((action): RandomStream => {
    return { cell: shape.cells, base: -2e3 * random(), growth: 1, bill: 0, mover: action, terms: [] };
  });
  return [...own, ...moved, ...sinkStreams];
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Choices of every action: each size in each start year. */
export function allChoices(actions: number, starts: readonly number[], sizes: readonly number[]): Choice[] {
  return Array.from({ length: actions }, (_, action) =>
    starts.flatMap((startYear) => sizes.map((size) => ({ action, size, startYear }))),
  ).flat();
}

/** A random problem with the given target and constraints; see {@link RandomShape}. */
export function randomProblem(
  shape: RandomShape,
  target: (bau: Float64Array, years: readonly number[]) => PortfolioTarget,
  constraints: PortfolioConstraints = {},
): PortfolioProblem {
  const random = randomOf(shape.seed);
  const compiled = randomPlan(shape, random);
  const choices = allChoices(shape.actions, shape.starts, shape.sizes);
  const yearCount = compiled.years.length;
  const alone = savedAlone(compiled, shape.actions);
  const price = Array.from({ length: shape.actions }, () => 20 + 400 * random() ** 2);
  const staff = Array.from({ length: shape.actions }, () => Math.floor(40 * random()));
  const costs = choices.map(({ action, size, startYear }): ChoiceCost => {
    const capital = new Float64Array(yearCount);
    const operating = new Float64Array(yearCount);
    const busy = new Float64Array(yearCount);
    const unit = compiled.curveUnit.subarray(action * yearCount, (action + 1) * yearCount);
    for (let y = startYear - shape.firstYear; y < yearCount; y++) {
      const k = y - (startYear - shape.firstYear);
      const added = unit[k]! - (k > 0 ? unit[k - 1]! : 0);
      capital[y] = size * added * alone[action]! * price[action]! * 10;
      if (k === 0) capital[y]! += 1e5;
      operating[y] = size * unit[k]! * alone[action]! * price[action]! * 0.1;
      if (added > 0) busy[y] = size * staff[action]!;
    }
    return { capital, operating, staff: busy, benefit: size * alone[action]! * (shape.lastYear + 1 - startYear) };
  });
  const bau = new Float64Array(yearCount);
  for (let s = 0; s < compiled.streamCount; s++) {
    if (compiled.mover[s]! < 0) for (let y = 0; y < yearCount; y++) bau[y]! += compiled.base[s * yearCount + y]!;
  }
  return {
    compiled,
    emissions: compiled.base,
    choices,
    costs,
    discount: Float64Array.from({ length: yearCount }, (_, y) => 1.04 ** -y),
    lowIncomeShare: Float64Array.from({ length: shape.actions }, () => random()),
    target: target(bau, compiled.years),
    constraints,
  };
}

/** Tonnes per year that each action saves alone at full size, in the first year's figures; at least 1. */
function savedAlone(compiled: CompiledPlan, actions: number): Float64Array {
  const saved = new Float64Array(actions).fill(1);
  const yearCount = compiled.years.length;
  for (let s = 0; s < compiled.streamCount; s++) {
    const base = compiled.base[s * yearCount]!;
    const mover = compiled.mover[s]!;
    if (mover >= 0) saved[mover]! -= base;
    else {
      for (let t = compiled.termStart[s]!; t < compiled.termStart[s + 1]!; t++) {
        saved[compiled.termAction[t]!]! += base * compiled.termEffect[t]!;
      }
    }
  }
  return saved.map((value) => Math.max(1, value));
}
