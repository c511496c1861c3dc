/** The optimisation problem in numbers, its options and its result. */
import type { CompiledPlan } from '../action/compiled.ts';

/** One way to carry out an action: how much of its potential, from which year. */
export interface Choice {
  /** Index into `PortfolioProblem.actionIds`. */
  readonly action: number;
  /** Share of the potential, above 0 up to 1. */
  readonly size: number;
  readonly startYear: number;
}

/** What a choice costs and needs, by year of the plan. */
export interface ChoiceCost {
  /** Currency per year. */
  readonly capital: Float64Array;
  /** Currency per year, without energy and material bills, which come from the streams. */
  readonly operating: Float64Array;
  /** Full-time staff while it is being built up. */
  readonly staff: Float64Array;
  /** Currency: what capital is still worth at the end of a year, credited there; absent = nothing. */
  readonly residual?: Float64Array;
  /** Weight of the choice in the low-income floor: tonnes saved by it alone over the plan, 0 or more. */
  readonly benefit: number;
}

/** What the plan must reach. Every ceiling present must hold. */
export interface PortfolioTarget {
  /** Ceiling per year of the plan, tonnes; `Infinity` where a year is free. */
  readonly ceiling?: readonly number[];
  /** Σ of the plan's emissions from `fromYear` to the last year stays within `tonnes`. */
  readonly cumulative?: { readonly fromYear: number; readonly tonnes: number };
  /** Instead of least cost: the most reduction (Σ tonnes over the plan's years) for at most this net present cost. */
  readonly costBudget?: number;
}

/** Limits on which actions go together and how fast. Actions are named by id. */
export interface PortfolioConstraints {
  readonly required?: readonly string[];
  readonly forbidden?: readonly string[];
  /** Of each group at most one. */
  readonly exclusive?: readonly (readonly string[])[];
  /** `action` may start only in or after the year in which `needs` starts. */
  readonly prerequisites?: readonly { readonly action: string; readonly needs: string }[];
  /** Most capital in any year, currency. */
  readonly capitalPerYear?: number;
  /** Most delivery staff in any year, full-time. */
  readonly staffPerYear?: number;
  /** Least share of the plan's benefits that reaches low-income groups, 0…1. Benefits are weighed by `ChoiceCost.benefit`. */
  readonly lowIncomeShare?: number;
}

/** Everything the optimiser needs, in numbers. `portfolioProblemOf` builds it from a plan. */
export interface PortfolioProblem {
  readonly compiled: CompiledPlan;
  /** [stream × year] what the target counts: t CO2e, or t CO2 for a carbon budget. */
  readonly emissions: Float64Array;
  readonly choices: readonly Choice[];
  /** Beside `choices`. */
  readonly costs: readonly ChoiceCost[];
  /** [year] present value of one unit of currency. */
  readonly discount: Float64Array;
  /** [action] share of benefits that reaches low-income groups, 0…1. */
  readonly lowIncomeShare: Float64Array;
  readonly target: PortfolioTarget;
  readonly constraints: PortfolioConstraints;
}

/**
 * Why the search ended. Only `optimal` and `gap` carry a proof of the gap asked for. After `time` and `cancelled` the plan depends on how
 * fast the machine was; after every other one it is the same on any.
 */
export type PortfolioStop = 'optimal' | 'gap' | 'infeasible' | 'effort' | 'nodes' | 'time' | 'cancelled';

/** What a plan comes to under the true stacked model. */
export interface PlanFigures {
  /** Net present cost against business-as-usual: capital + operating + change in bills, discounted. */
  readonly cost: number;
  /** Present value of capital and operating cost, less what capital is still worth at the horizon. */
  readonly outlay: number;
  /** [year] tonnes that the target counts. */
  readonly emissions: Float64Array;
  readonly capital: Float64Array;
  readonly staff: Float64Array;
  /** Σ of tonnes above the ceilings, and above the cumulative budget. 0 when the target is met. */
  readonly excess: number;
  /** Share of benefits reaching low-income groups; NaN when nothing is done. */
  readonly lowIncomeShare: number;
}

/** A limit that holds the plan where it is. */
export interface Binding {
  readonly kind: 'ceiling' | 'cumulative' | 'capital' | 'staff' | 'low-income' | 'physical-limit' | 'cost-budget';
  readonly year?: number;
  /** `physical-limit`: the cell that still emits with every useful action as early and as large as it may be. */
  readonly cellId?: string;
  /** What remains, or by how much the limit is used, in its own unit (tonnes, currency, staff, share). */
  readonly amount: number;
  /** The limit itself, where it is a number. */
  readonly limit?: number;
}

export interface ScheduledAction {
  readonly id: string;
  readonly size: number;
  readonly startYear: number;
}

export interface PortfolioResult {
  /** In order of id. Actions left out are not listed. */
  readonly schedule: readonly ScheduledAction[];
  readonly figures: PlanFigures;
  /** The target is met by the true model, to `tolerance`. */
  readonly meetsTarget: boolean;
  /** What was minimised in the end: `cost` (currency), `excess` (tonnes, when the target cannot be met), `emissions` (tonnes, under a cost budget). */
  readonly aim: 'cost' | 'excess' | 'emissions';
  /** Value of the aim for this plan. */
  readonly value: number;
  /** No plan of the given choices has a lower value. −Infinity when nothing was proven. */
  readonly bound: number;
  /** (value − bound) ÷ the larger of |value| and, for a cost, the plan's outlay; 0 when equal. See docs/methods/portfolio.md. */
  readonly gap: number;
  readonly stop: PortfolioStop;
  readonly binding: readonly Binding[];
  /** Effort, for the curious and the bench. */
  readonly effort: { readonly nodes: number; readonly solves: number; readonly cuts: number; readonly columns: number };
}

export interface PortfolioProgress {
  readonly phase: 'quick' | 'relaxation' | 'search' | 'closest';
  readonly value: number;
  readonly bound: number;
  readonly gap: number;
  readonly nodes: number;
  /** The best plan so far. */
  readonly schedule: readonly ScheduledAction[];
}

/** Ten times what the hardest of the examples needs for a tenth of the usual gap; half a minute on a present-day laptop. */
export const DEFAULT_SOLVES = 1000;

export interface OptimiseOptions {
  /** Stop when the result's `gap` is at most this. Default 0.01. */
  readonly gap?: number;
  /**
   * Stop after so many solves of the relaxation, all phases together: as much work on every machine, and so the same plan. Default
   * {@link DEFAULT_SOLVES}.
   */
  readonly solveLimit?: number;
  /** Stop after so many seconds, whatever the work: a slower machine may then give another plan. Needs `clock`. Default: never. */
  readonly timeLimitSeconds?: number;
  /** Seconds since any fixed moment; the model has no clock of its own. */
  readonly clock?: () => number;
  /** Stop after so many nodes; repeatable, unlike a time limit. */
  readonly nodeLimit?: number;
  /** Called at every improvement; awaited, so that a worker can listen for a cancel meanwhile. */
  readonly onProgress?: (progress: PortfolioProgress) => void | Promise<void>;
  /** Set `aborted` to stop with the best plan so far. An AbortSignal fits. */
  readonly signal?: { readonly aborted: boolean };
}
