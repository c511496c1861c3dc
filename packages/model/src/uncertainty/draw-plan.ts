/** Draw a plan many times over: fans of paths, chance of meeting the target, spread of the cost, and what to measure next. */
import type { CompiledPlan, PlanInputs } from '../action/index.ts';
import { checkSchedule, compile, ensureTargetCells, scheduleOf } from '../action/index.ts';
import { DomainError } from '../errors.ts';
import type { Spread } from '../source.ts';
import { anchoredTotals } from './anchor.ts';
import { sigmaOf } from './distributions.ts';
import { createDrawEngine } from './draw-engine.ts';
import type { Normals } from './drawing.ts';
import { inverseNormal } from './normal.ts';
import type { FigurePercentiles, PathPercentiles } from './percentiles.ts';
import { figurePercentiles, pathPercentiles } from './percentiles.ts';
import { BINS, varianceShare } from './sensitivity.ts';
import { sobolColumn } from './sobol.ts';
import type { Delivery, InputKind, UncertainInput } from './uncertain-inputs.ts';
import { DEFAULT_DELIVERY, uncertaintyOf } from './uncertain-inputs.ts';

export interface DrawOptions {
  /** How many, at least 2. Powers of two cover best. */
  readonly draws: number;
  /** Same seed, same draws. */
  readonly seed: number;
  /** Ceiling by year, t CO2e, or t CO2 where that is what it counts. */
  readonly target?: { readonly ceiling: readonly number[]; readonly counts: 'co2e' | 'co2' };
  /** Year whose emissions sensitivity is about; the last year when absent. */
  readonly focusYear?: number;
  /**
   * How well the base-year total is known, where better than its parts: draws take this spread, and keep their order.
   * Without it they are scaled so that their median is the inventory's total.
   */
  readonly baseTotal?: Spread;
  /** How delivery may fall short; `DEFAULT_DELIVERY` when absent. */
  readonly delivery?: Delivery;
  /** Told after every draw which share of them is done, 0…1. */
  readonly onDraw?: (share: number) => void;
}

/** Share of a result's variance that an input explains by itself, 0…1. */
export interface InputShare {
  readonly input: string;
  readonly kind: InputKind;
  readonly share: number;
}

export interface DrawnPlan {
  readonly years: readonly number[];
  readonly draws: number;
  /** t CO2e. */
  readonly bau: PathPercentiles;
  readonly plan: PathPercentiles;
  readonly probability: {
    /** Share of draws at or below the ceiling, by year; null without a target. */
    readonly meetsTarget: readonly number[] | null;
    /** Share of draws whose Σ over the years after the base year is at or below the ceilings' Σ; null without a target. */
    readonly meetsCumulative: number | null;
  };
  /** Net present cost, currency. */
  readonly npv: FigurePercentiles;
  /** Inputs by share of variance of the plan's emissions in the focus year, and of the net present cost; largest first. */
  readonly matters: { readonly emissions: readonly InputShare[]; readonly npv: readonly InputShare[] };
  readonly inputs: readonly UncertainInput[];
}

/**
 * Draw every uncertain input of a plan and evaluate plan and business-as-usual each time.
 *
 * Uncertain are: cell activity and factors, drivers, prices, lever sizes and yields, delay and achieved size of actions,
 * capital and operating cost. Inputs of the same `sharedBy` are drawn together, all others independently. Deterministic:
 * the same inputs, draws and seed give the same result.
 *
 * @param compiled of the same inputs, if it is at hand
 * @throws {DomainError} `out-of-range`, `plan-invalid`, `year-outside-plan`, and as `compile`
 */
export function drawPlan(
  inputs: PlanInputs,
  options: DrawOptions,
  compiled: CompiledPlan = compile(inputs),
): DrawnPlan {
  const { draws, seed, target, delivery = DEFAULT_DELIVERY, onDraw } = options;
  const plan = { ...inputs, cells: ensureTargetCells(inputs.cells, inputs.actions) };
  const focus = checkOptions(plan, compiled, options);
  const uncertain = uncertaintyOf(plan, compiled, delivery);
  const { normals, bins } = normalDraws(uncertain.inputs.length, draws, seed);
  const measures = target?.counts === 'co2' ? (['co2e', 'bill', 'co2'] as const) : (['co2e', 'bill'] as const);
  const engine = createDrawEngine(plan, compiled, uncertain, measures);
  const series = (): Float64Array[] => compiled.years.map(() => new Float64Array(draws));
  const [bau, after, npv] = [series(), series(), new Float64Array(draws)];
  const tally = targetTally(compiled.years.length, target?.ceiling);
  const totals = npv.map((_, n) => engine.baseTotal(normals, n));
  const known = options.baseTotal && sigmaOf(options.baseTotal, ['baseTotal']);
  const anchored = anchoredTotals(totals, engine.centralBaseTotal, known);
  for (let n = 0; n < draws; n++) {
    engine.draw(normals, n, anchored?.[n]);
    const emitted = engine.measured('co2e');
    for (let y = 0; y < bau.length; y++) {
      bau[y]![n] = emitted.bau[y]!;
      after[y]![n] = emitted.plan[y]!;
    }
    npv[n] = engine.npv();
    if (target) tally.add(target.counts === 'co2' ? engine.measured('co2').plan : emitted.plan);
    onDraw?.((n + 1) / draws);
  }
  const shares = (result: Float64Array): InputShare[] =>
    uncertain.inputs
      .map(({ id, kind }, d) => ({ input: id, kind, share: varianceShare(bins[d]!, result) }))
      .filter(({ share }) => share > 0)
      .sort((a, b) => b.share - a.share);
  return {
    years: compiled.years,
    draws,
    bau: pathPercentiles(bau),
    plan: pathPercentiles(after),
    probability: tally.result(draws),
    npv: figurePercentiles(npv),
    matters: { emissions: shares(after[focus]!), npv: shares(npv) },
    inputs: uncertain.inputs,
  };
}

/** Refuse what cannot be drawn; return the index of the focus year. */
function checkOptions(plan: PlanInputs, compiled: CompiledPlan, options: DrawOptions): number {
  const { draws, seed, target, focusYear = compiled.years.at(-1)! } = options;
  if (!(Number.isSafeInteger(draws) && draws >= 2))
    throw new DomainError('out-of-range', `${draws} draws: at least 2 are needed`, ['draws']);
  if (!Number.isSafeInteger(seed)) throw new DomainError('out-of-range', `seed ${seed} is no whole number`, ['seed']);
  if (target && target.ceiling.length !== compiled.years.length)
    throw new DomainError('plan-invalid', 'a target needs a ceiling for every year of the plan', ['target']);
  if (compiled.cellIds.some((id, i) => plan.cells[i]?.id !== id))
    throw new DomainError('plan-invalid', 'the compiled plan was made from other cells', ['cells']);
  const focus = compiled.years.indexOf(focusYear);
  if (focus < 0) throw new DomainError('year-outside-plan', `${focusYear} is no year of the plan`, ['focusYear']);
  checkSchedule(compiled, scheduleOf(compiled, plan.actions));
  return focus;
}

/** Standard normal values of each input, and the bin of each input in each draw. */
function normalDraws(
  dimensions: number,
  draws: number,
  seed: number,
): { readonly normals: Normals; readonly bins: readonly Uint8Array[] } {
  const values = new Float64Array(dimensions * draws);
  const bins = Array.from({ length: dimensions }, (_, d) => {
    const column = sobolColumn(d, draws, seed);
    const bin = new Uint8Array(draws);
    for (let n = 0; n < draws; n++) {
      values[d * draws + n] = inverseNormal(column[n]!);
      bin[n] = column[n]! * BINS;
    }
    return bin;
  });
  return { normals: { values, draws }, bins };
}

/** Count the draws that stay within a target. Without a target it counts nothing. */
function targetTally(yearCount: number, ceiling: readonly number[] | undefined) {
  const met = new Int32Array(yearCount);
  let metInAll = 0;
  const budget = ceiling?.slice(1).reduce((sum, value) => sum + value, 0);
  return {
    add: (path: Float64Array): void => {
      let emitted = 0;
      for (let y = 0; y < yearCount; y++) {
        if (path[y]! <= ceiling![y]!) met[y]! += 1;
        if (y > 0) emitted += path[y]!;
      }
      if (emitted <= budget!) metInAll += 1;
    },
    result: (draws: number): DrawnPlan['probability'] => ({
      meetsTarget: ceiling ? Array.from(met, (count) => count / draws) : null,
      meetsCumulative: ceiling ? metInAll / draws : null,
    }),
  };
}
