/** From a request to a solved plan: the model's optimiser, with HiGHS fetched only when a proof is asked for. */
import {
  highsSolver,
  optimise,
  planProblem,
  quickPlan,
  referenceOf,
  type HighsModule,
  type OptimiseOptions,
  type PortfolioResult,
} from '@thousand-cities/model';
import wasmUrl from 'highs/runtime?url';
import type { OptimiseOutcome, OptimiseStart } from './messages.ts';

/** The gap that counts as proven. */
export const WANTED_GAP = 0.01;

async function loadHighs(): Promise<HighsModule> {
  const { default: load } = (await import('highs')) as unknown as {
    default: (options: { locateFile: () => string }) => Promise<HighsModule>;
  };
  return load({ locateFile: () => wasmUrl });
}

/** What crosses the thread: no typed arrays, nothing the page does not show. */
function outcomeOf({ schedule, meetsTarget, value, bound, gap, stop, aim, binding }: PortfolioResult): OptimiseOutcome {
  return { schedule, meetsTarget, value, bound, gap, stop, aim, binding };
}

/**
 * Solve a request. `quick` needs no solver and gives no proof.
 *
 * @throws {DomainError} as `planProblem` and `optimise` do
 */
export async function solve(request: OptimiseStart, options: OptimiseOptions): Promise<OptimiseOutcome> {
  const { plan, slice, capitalPerYear } = request;
  const constraints = capitalPerYear === undefined ? {} : { capitalPerYear };
  const { problem } = planProblem(plan, referenceOf(slice), constraints);
  if (request.mode === 'quick') return outcomeOf(quickPlan(problem));
  const solver = highsSolver(await loadHighs());
  // Ended by the work done, not by the clock: an old machine takes longer and finds the same plan. Progress shows all the while.
  return outcomeOf(await optimise(problem, solver, { ...options, gap: WANTED_GAP }));
}
