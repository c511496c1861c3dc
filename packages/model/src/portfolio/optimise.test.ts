import { describe, expect, it } from 'vitest';
import { exhaustive, smallProblem } from './exhaustive.case.ts';
import { solver } from './highs.case.ts';
import { optimise } from './optimise.ts';

const CASES = 120;
const BATCH = 20;

/** Hold one problem's optimum against every plan there is; say which kind of problem it was. */
async function agree(seed: number): Promise<'met' | 'missed' | 'impossible'> {
  const problem = smallProblem(seed);
  const best = exhaustive(problem);
  const found = await optimise(problem, solver, { gap: 1e-8 });
  const message = `seed ${seed}`;
  if (best.excess === Infinity) {
    expect(found.stop, message).toBe('infeasible');
    return 'impossible';
  }
  const isMet = Number.isFinite(best.cost);
  expect(found.meetsTarget, message).toBe(isMet);
  const wanted = isMet ? (found.aim === 'cost' ? best.cost : best.emissions) : best.excess;
  // The closest plan may give up 0.1 % of closeness for cost.
  const share = isMet ? 1e-6 : 1.1e-3;
  expect(Math.abs(found.value - wanted), message).toBeLessThanOrEqual(share * Math.abs(wanted) + 1e-6);
  expect(found.bound, message).toBeLessThanOrEqual(wanted + 1e-6 * Math.abs(wanted) + 1e-6);
  expect(['optimal', 'gap', 'infeasible'], message).toContain(found.stop);
  return isMet ? 'met' : 'missed';
}

describe(`the optimiser against every plan of ${CASES} random small problems`, () => {
  const seen = { met: 0, missed: 0, impossible: 0 };

  for (let first = 1; first <= CASES; first += BATCH) {
    it(`finds the best of problems ${first} to ${first + BATCH - 1}`, async () => {
      for (let seed = first; seed < first + BATCH; seed++) seen[await agree(seed)]++;
    });
  }

  it('was tried on targets that are met, targets out of reach, and limits that cannot be kept', () => {
    expect(seen.met).toBeGreaterThan(36);
    expect(seen.missed).toBeGreaterThan(18);
    expect(seen.impossible).toBeGreaterThan(6);
  });
});
