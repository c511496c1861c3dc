/** In which order several plans are drawn: all of them roughly first, then each as finely as on its own page. No DOM. */

/** Draws of the first round: the 5th and 95th percentile are good to a few per cent. */
export const ROUGH_DRAWS = 512;

export interface Round<P> {
  readonly plan: P;
  readonly draws: number;
}

/**
 * The next plan to draw, and how finely; undefined when all are done.
 *
 * @param drawnOf draws that a plan has been drawn with; undefined before the first round
 */
export function nextRound<P>(
  plans: readonly P[],
  drawnOf: (plan: P) => number | undefined,
  fine: number,
): Round<P> | undefined {
  for (const draws of [ROUGH_DRAWS, fine]) {
    const plan = plans.find((each) => (drawnOf(each) ?? 0) < draws);
    if (plan !== undefined) return { plan, draws };
  }
  return undefined;
}
