/** From a plan's compiled form, actions, finance and target to the optimisation problem. */
import { discountFactors, outlayOf, type Action, type CompiledPlan, type Finance } from '../action/index.ts';
import { DomainError } from '../errors.ts';
import { CHANNELS } from '../gas.ts';
import { heldYears, type TargetPath } from '../pathway/index.ts';
import type { Choice, ChoiceCost, PortfolioConstraints, PortfolioProblem, PortfolioTarget } from './types.ts';

/** What may be chosen and how the target is held. */
export interface ProblemOptions {
  /** Size levels of every action. Default 1/3, 2/3, 1. */
  readonly sizes?: readonly number[];
  /** First and last year in which an action may start. Default: the earliest of the actions' own, and 24 years later. */
  readonly startYears?: { readonly first: number; readonly last: number };
  /**
   * `path`: every year's ceiling from `from` on, or in `milestones` only. `cumulative`: the target's cumulative budget,
   * from the year after the base year. Default: as the target says, by its budget, or in the years it names and all
   * after the last of them (`heldYears`).
   */
  readonly hold?:
    | { readonly kind: 'path'; readonly from?: number; readonly milestones?: readonly number[] }
    | { readonly kind: 'cumulative' };
  /** Most reduction for this net present cost, instead of the target at least cost. */
  readonly costBudget?: number;
}

const SIZES = [1 / 3, 2 / 3, 1];
const START_YEARS = 25;

/**
 * Build the problem. Prerequisites and exclusions that actions carry themselves are added to the constraints; a
 * prerequisite that is not among the actions is taken to be in place.
 *
 * @throws {DomainError} `unknown-action` when `actions` lacks one of the compiled plan's, `year-outside-plan` when the
 *   target covers other years than the plan, `out-of-range` from adoption curves and discounting
 */
export function portfolioProblemOf(
  compiled: CompiledPlan,
  actions: readonly Action[],
  finance: Pick<Finance, 'discountRate'>,
  target: TargetPath,
  constraints: PortfolioConstraints = {},
  options: ProblemOptions = {},
): PortfolioProblem {
  if (target.years[0] !== compiled.years[0] || target.years.length !== compiled.years.length)
    throw new DomainError('year-outside-plan', 'the target covers other years than the plan', ['targets', target.id]);
  const byId = new Map(actions.map((action) => [action.id, action]));
  const ordered = compiled.actionIds.map((id) => {
    const action = byId.get(id);
    if (!action) throw new DomainError('unknown-action', `no action "${id}" to schedule`, ['actions', id]);
    return action;
  });
  const emissions = countedEmissions(compiled, target);
  const startYears = startYearsOf(compiled, ordered, options);
  const choices: Choice[] = [];
  const costs: ChoiceCost[] = [];
  ordered.forEach((action, a) => {
    for (const startYear of startYears) {
      const full = fullSize(compiled, emissions, action, a, startYear);
      for (const size of options.sizes ?? SIZES) {
        choices.push({ action: a, size, startYear });
        costs.push(scaled(full, size));
      }
    }
  });
  return {
    compiled,
    emissions,
    choices,
    costs,
    discount: discountFactors(compiled.years, finance.discountRate),
    lowIncomeShare: Float64Array.from(ordered, (action) => action.lowIncomeBenefitShare.central),
    target: targetOf(compiled, target, options),
    constraints: withOwnRules(ordered, constraints),
  };
}

function startYearsOf(compiled: CompiledPlan, actions: readonly Action[], options: ProblemOptions): number[] {
  const earliest = actions.reduce((year, action) => Math.min(year, action.schedule.startYear), Infinity);
  const last = compiled.years.at(-1)!;
  const from = options.startYears?.first ?? (Number.isFinite(earliest) ? earliest : last);
  const to = Math.min(last, options.startYears?.last ?? from + START_YEARS - 1);
  if (!(from > compiled.years[0]! && from <= to))
    throw new DomainError('year-outside-plan', `no year between ${from} and ${to} to start in`, ['startYears']);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** What the target counts: all gases, or CO2 alone for a carbon budget. */
function countedEmissions(compiled: CompiledPlan, target: TargetPath): Float64Array {
  if (target.counts === 'co2e') return compiled.base;
  const width = compiled.years.length;
  const co2 = CHANNELS.indexOf('co2');
  return Float64Array.from({ length: compiled.streamCount * width }, (_, i) => {
    const stream = Math.floor(i / width);
    return compiled.baseByChannel[(stream * CHANNELS.length + co2) * width + (i % width)]!;
  });
}

function targetOf(compiled: CompiledPlan, target: TargetPath, { hold, costBudget }: ProblemOptions): PortfolioTarget {
  if (costBudget !== undefined) return { costBudget };
  const { years } = compiled;
  if (hold?.kind === 'cumulative') return { cumulative: { fromYear: years[0]! + 1, tonnes: target.cumulativeBudget } };
  if (!hold && target.budget) {
    const { fromYear, tonnes } = target.budget;
    return { cumulative: { fromYear: Math.max(fromYear, years[0]!), tonnes } };
  }
  const held = hold?.milestones ?? heldYears(target);
  const from = hold?.from;
  const isHeld = (year: number): boolean => (from === undefined ? held.includes(year) : year >= from);
  return { ceiling: compiled.years.map((year, y) => (isHeld(year) ? target.emissions[y]! : Infinity)) };
}

/** A choice of full size, and what in its capital does not depend on size. */
interface FullSize extends ChoiceCost {
  readonly residual: Float64Array;
  readonly fixed: Float64Array;
}

function fullSize(
  compiled: CompiledPlan,
  emissions: Float64Array,
  action: Action,
  index: number,
  startYear: number,
): FullSize {
  const { years } = compiled;
  const outlay = outlayOf(action, years, { startYear, size: 1 });
  const fixed = new Float64Array(years.length);
  if (action.cost.fixed !== undefined) fixed[startYear - years[0]!] = action.cost.fixed;
  return { ...outlay, fixed, benefit: Math.max(0, savedAlone(compiled, emissions, index, startYear)) };
}

function scaled(full: FullSize, size: number): ChoiceCost {
  const count = full.capital.length;
  const blank = (): Float64Array => new Float64Array(count);
  const [capital, operating, staff, residual] = [blank(), blank(), blank(), blank()];
  for (let y = 0; y < count; y++) {
    capital[y] = full.fixed[y]! + size * (full.capital[y]! - full.fixed[y]!);
    operating[y] = size * full.operating[y]!;
    staff[y] = size * full.staff[y]!;
    residual[y] = size * full.residual[y]!;
  }
  return { capital, operating, staff, residual, benefit: size * full.benefit };
}

/** Σ over the years of what the action saves at full size with no other action in the plan, tonnes. */
function savedAlone(compiled: CompiledPlan, emissions: Float64Array, action: number, startYear: number): number {
  const { years, curveUnit } = compiled;
  const width = years.length;
  const adoption = (curve: number, y: number): number => {
    const since = years[y]! - startYear;
    return since < 0 ? 0 : curveUnit[curve * width + since]!;
  };
  let saved = 0;
  for (let s = 0; s < compiled.streamCount; s++) {
    const mover = compiled.mover[s]!;
    if (mover >= 0 && mover !== action) continue;
    const terms: number[] = [];
    for (let t = compiled.termStart[s]!; t < compiled.termStart[s + 1]!; t++) {
      if (compiled.termAction[t] === action) terms.push(t);
    }
    if (mover < 0 && terms.length === 0) continue;
    for (let y = 0; y < width; y++) {
      let left = mover < 0 ? 1 : compiled.moverEffect[s]! * adoption(compiled.moverCurve[s]!, y);
      for (const t of terms) left *= 1 - compiled.termEffect[t]! * adoption(compiled.termCurve[t]!, y);
      saved += emissions[s * width + y]! * ((mover < 0 ? 1 : 0) - left);
    }
  }
  return saved;
}

/** Add what the actions say of themselves: what they need first, and what they cannot go with. */
function withOwnRules(actions: readonly Action[], constraints: PortfolioConstraints): PortfolioConstraints {
  const known = new Set(actions.map((action) => action.id));
  const prerequisites = actions.flatMap((action) =>
    (action.requires ?? []).filter((needs) => known.has(needs)).map((needs) => ({ action: action.id, needs })),
  );
  const pairs = new Map<string, readonly string[]>();
  for (const action of actions) {
    for (const other of action.excludes ?? []) {
      if (!known.has(other)) continue;
      const pair = action.id < other ? [action.id, other] : [other, action.id];
      pairs.set(pair.join(' '), pair);
    }
  }
  return {
    ...constraints,
    prerequisites: [...(constraints.prerequisites ?? []), ...prerequisites],
    exclusive: [...(constraints.exclusive ?? []), ...pairs.values()],
  };
}
