/** The cost-ambition frontier: what each further step of ambition costs, from doing nothing that costs to all that is possible. */
import type { MilpSolver } from './milp.ts';
import { optimise } from './optimise.ts';
import type { OptimiseOptions, PortfolioProblem, PortfolioResult } from './types.ts';

/** One point of the frontier. */
export interface FrontierPoint {
  /** Σ of tonnes over the plan's years that this point had to stay within; Infinity for the first, which is free. */
  readonly allowed: number;
  /** Σ of tonnes of its plan. */
  readonly emissions: number;
  /** Net present cost of its plan. */
  readonly cost: number;
  /** Cost per tonne of the step from the point before; NaN for the first and where nothing was gained. */
  readonly marginalCost: number;
  readonly result: PortfolioResult;
}

export interface FrontierOptions extends OptimiseOptions {
  /** Default 10. */
  readonly points?: number;
}

const total = (result: PortfolioResult): number => result.figures.emissions.reduce((sum, value) => sum + value, 0);

/**
 * Trace the cheapest plans for ever smaller cumulative emissions, the problem's other constraints kept and its own target
 * left out. The first point is the cheapest plan of all, the last the lowest emissions that the actions can reach.
 *
 * @throws {DomainError} as {@link optimise}
 */
export async function frontier(
  problem: PortfolioProblem,
  solver: MilpSolver,
  { points = 10, ...options }: FrontierOptions = {},
): Promise<FrontierPoint[]> {
  const { years } = problem.compiled;
  const solve = (tonnes: number): Promise<PortfolioResult> => {
    const target = Number.isFinite(tonnes) ? { cumulative: { fromYear: years[0]!, tonnes } } : {};
    return optimise({ ...problem, target }, solver, options);
  };
  const free = await solve(Infinity);
  // Closest to a budget of nothing is the lowest that emissions can go, or nothing where sinks outweigh what is left.
  const lowest = await solve(0);
  const from = total(free);
  const to = total(lowest);
  const results = [{ allowed: Infinity, result: free }];
  for (let i = 1; i < points - 1; i++) {
    const allowed = from + ((to - from) * i) / (points - 1);
    results.push({ allowed, result: await solve(allowed) });
  }
  if (points > 1) results.push({ allowed: to, result: lowest });
  return results.map(({ allowed, result }, i): FrontierPoint => {
    const before = results[i - 1]?.result;
    const saved = before ? total(before) - total(result) : 0;
    return {
      allowed,
      emissions: total(result),
      cost: result.figures.cost,
      marginalCost: before && saved > 0 ? (result.figures.cost - before.figures.cost) / saved : NaN,
      result,
    };
  });
}
