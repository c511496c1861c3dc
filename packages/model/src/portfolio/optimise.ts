/** The optimal plan: a good one at once, then the proven one, or the closest one and what holds it back. */
import { bindingOf } from './binding.ts';
import { descentOn, standingOf } from './descend.ts';
import type { Pick } from './evaluate-plan.ts';
import { figuresOf } from './evaluate-plan.ts';
import type { Aim } from './master.ts';
import type { MilpSolver } from './milp.ts';
import type { Candidate } from './quick.ts';
import { improve, nearChoices, polishFrom, quickSearch, valueOf } from './quick.ts';
import type { Found } from './search.ts';
import { gapScale, search } from './search.ts';
import type { Tables } from './tables.ts';
import { tablesOf } from './tables.ts';
import { DEFAULT_SOLVES } from './types.ts';
import type {
  OptimiseOptions,
  PortfolioProblem,
  PortfolioProgress,
  PortfolioResult,
  PortfolioStop,
  ScheduledAction,
} from './types.ts';

const DEFAULT_GAP = 0.01;
/** The closest plan is the cheapest of those whose excess is within this share of the least. */
const CLOSEST_SLACK = 1e-3;

/** What a problem asks for: least cost, or most reduction for a budget. */
function aimOf(problem: PortfolioProblem): Aim {
  return problem.target.costBudget === undefined ? { kind: 'cost', excessAllowed: 0 } : { kind: 'emissions' };
}

/**
 * Find the best plan: which actions, how large, from which year.
 *
 * Least net present cost that keeps the target, or the most reduction for `target.costBudget`. Every plan is judged by the
 * stacked model itself; the bound holds for that model and the given choices, not for an approximation of it. Where no
 * plan meets the target, the result is the one with the least Σ of tonnes above it (aim `excess`, stop `infeasible` once
 * proven), at the least cost for that. The same problem gives the same plan on every machine, unless it was stopped by time or
 * by hand: how long the search goes on is counted in solves.
 *
 * @throws {DomainError} `unknown-action`, `out-of-range`, `plan-invalid`
 */
export async function optimise(
  problem: PortfolioProblem,
  solver: MilpSolver,
  options: OptimiseOptions = {},
): Promise<PortfolioResult> {
  const run = new Run(tablesOf(problem), solver, options);
  return run.best();
}

/**
 * Find a good plan at once, without a solver. Nothing is proven: the bound is −Infinity, and when `meetsTarget` is false
 * there may still be a plan that does.
 */
export function quickPlan(problem: PortfolioProblem): PortfolioResult {
  const tables = tablesOf(problem);
  const { aim, candidate } = quickest(tables, aimOf(problem));
  return resultOf(tables, aim, candidate, {
    bound: -Infinity,
    stop: 'nodes',
    nodes: 0,
    solves: 0,
    cuts: 0,
    columns: 0,
  });
}

/**
 * The quick plan for an aim, or the closest where none was found. A target that even everything at once misses is not
 * searched for the least cost.
 */
function quickest(tables: Tables, aim: Aim): { readonly aim: Aim; readonly candidate: Candidate } {
  const closest: Aim = { kind: 'excess' };
  const near = aim.kind === 'cost' ? quickSearch(tables, closest) : undefined;
  if (near && near.value > 0) return { aim: closest, candidate: near };
  const candidate = quickSearch(tables, aim);
  if (Number.isFinite(candidate.value)) return { aim, candidate };
  if (near?.value === 0) return { aim, candidate: { pick: near.pick, value: valueOf(tables, aim, near.pick) } };
  return { aim: closest, candidate: near ?? quickSearch(tables, closest) };
}

type Proof = Omit<Found, 'best'>;

class Run {
  private readonly tables: Tables;
  private readonly solver: MilpSolver;
  private readonly options: OptimiseOptions;
  private readonly since: number;
  private effort = { nodes: 0, solves: 0, cuts: 0, columns: 0 };

  constructor(tables: Tables, solver: MilpSolver, options: OptimiseOptions) {
    this.tables = tables;
    this.solver = solver;
    this.options = options;
    this.since = options.clock?.() ?? 0;
  }

  async best(): Promise<PortfolioResult> {
    const { tables } = this;
    const aim = aimOf(tables.problem);
    const quick = quickest(tables, aim);
    if (quick.aim.kind === aim.kind) return this.proven(aim, quick.candidate);
    const closest = await this.search(quick.aim, [quick.candidate], 'closest');
    if (!closest.best) return this.nothing(closest.stop);
    if (closest.best.value === 0) {
      const start = { pick: closest.best.pick, value: valueOf(tables, aim, closest.best.pick) };
      return this.proven(aim, start);
    }
    return this.closest(closest, closest.best);
  }

  private async proven(aim: Aim, start: Candidate): Promise<PortfolioResult> {
    await this.report(aim, 'quick', start, -Infinity);
    const found = await this.search(aim, [start], 'search');
    return resultOf(this.tables, aim, found.best ?? start, this.withEffort(found));
  }

  /** Of the plans as close as this one, a cheap one: local search, without a proof of its cost. */
  private closest(found: Found, best: Candidate): PortfolioResult {
    const { tables } = this;
    const isProven = found.bound > 0;
    const stop: PortfolioStop =
      isProven && (found.stop === 'gap' || found.stop === 'optimal') ? 'infeasible' : found.stop;
    const cheap: Aim = { kind: 'cost', excessAllowed: best.value * (1 + CLOSEST_SLACK) };
    const descent = descentOn(tables);
    const start = polishFrom(tables, cheap, descent, best.pick);
    const cheapest = Number.isFinite(start.value)
      ? improve(tables, cheap, descent, standingOf(tables, start.pick), false, nearChoices(tables, start.pick))
      : undefined;
    const pick = cheapest?.pick ?? best.pick;
    const value = figuresOf(tables, pick).excess;
    return resultOf(tables, { kind: 'excess' }, { pick, value }, { ...this.withEffort(found), stop });
  }

  /** Not even the limits other than the target can be kept. */
  private nothing(stop: PortfolioStop): PortfolioResult {
    const pick: Pick = new Int32Array(this.tables.actionCount).fill(-1);
    const value = figuresOf(this.tables, pick).excess;
    return resultOf(this.tables, { kind: 'excess' }, { pick, value }, { ...this.effort, bound: Infinity, stop });
  }

  private async search(aim: Aim, start: readonly Candidate[], phase: PortfolioProgress['phase']): Promise<Found> {
    const found = await search(this.tables, aim, this.solver, start, {
      gap: this.options.gap ?? DEFAULT_GAP,
      nodeLimit: this.options.nodeLimit ?? Infinity,
      solveLimit: (this.options.solveLimit ?? DEFAULT_SOLVES) - this.effort.solves,
      interrupted: () => this.interrupted(),
      onBetter: (best, bound, nodes) => this.report(aim, phase, best, bound, nodes),
    });
    this.effort = {
      nodes: this.effort.nodes + found.nodes,
      solves: this.effort.solves + found.solves,
      cuts: this.effort.cuts + found.cuts,
      columns: Math.max(this.effort.columns, found.columns),
    };
    return found;
  }

  private withEffort(found: Found): Proof {
    return { bound: found.bound, stop: found.stop, ...this.effort };
  }

  private interrupted(): 'time' | 'cancelled' | undefined {
    const { signal, clock, timeLimitSeconds } = this.options;
    if (signal?.aborted) return 'cancelled';
    if (clock && timeLimitSeconds !== undefined && clock() - this.since > timeLimitSeconds) return 'time';
    return undefined;
  }

  private async report(
    aim: Aim,
    phase: PortfolioProgress['phase'],
    best: Candidate,
    bound: number,
    nodes = 0,
  ): Promise<void> {
    const { value } = best;
    const gap = gapOf(this.tables, aim, best, bound);
    await this.options.onProgress?.({ phase, value, bound, gap, nodes, schedule: scheduleOf(this.tables, best.pick) });
  }
}

function gapOf(tables: Tables, aim: Aim, best: Candidate, bound: number): number {
  return best.value <= bound ? 0 : (best.value - bound) / gapScale(tables, aim, best);
}

function resultOf(tables: Tables, aim: Aim, best: Candidate, proof: Proof): PortfolioResult {
  const { bound, stop, nodes, solves, cuts, columns } = proof;
  const figures = figuresOf(tables, best.pick);
  return {
    schedule: scheduleOf(tables, best.pick),
    figures,
    meetsTarget: Number.isFinite(valueOf(tables, aimOf(tables.problem), best.pick)),
    aim: aim.kind,
    value: best.value,
    bound: Math.min(bound, Number.isFinite(bound) ? best.value : bound),
    gap: gapOf(tables, aim, best, bound),
    stop,
    binding: bindingOf(tables, best.pick, figures),
    effort: { nodes, solves, cuts, columns },
  };
}

/** A plan by name. */
export function scheduleOf(tables: Tables, pick: Pick): ScheduledAction[] {
  const { compiled, choices } = tables.problem;
  return [...pick].flatMap((choice, a) => {
    if (choice < 0) return [];
    const { size, startYear } = choices[choice]!;
    return [{ id: compiled.actionIds[a]!, size, startYear }];
  });
}
