import { describe, expect, it } from 'vitest';
import { exhaustive, smallProblem } from './exhaustive.case.ts';
import { solver } from './highs.case.ts';
import { optimise } from './optimise.ts';

const CASES = 200;

describe('the optimiser against every plan there is', () => {
  it(`finds the best of all plans in ${CASES} random small problems`, async () => {
    const seen = { met: 0, missed: 0, impossible: 0 };
    for (let seed = 1; seed <= CASES; seed++) {
      const problem = smallProblem(seed);
      const best = exhaustive(problem);
      const found = await optimise(problem, solver, { gap: 1e-8 });
      const message = `seed ${seed}`;
      if (best.excess === Infinity) {
        seen.impossible++;
        expect(found.stop, message).toBe('infeasible');
        continue;
      }
      const isMet = Number.isFinite(best.cost);
      seen[isMet ? 'met' : 'missed']++;
      expect(found.meetsTarget, message).toBe(isMet);
      const wanted = isMet ? (found.aim === 'cost' ? best.cost : best.emissions) : best.excess;
      // The closest plan may give up 0.1 % of closeness for cost.
      const share = isMet ? 1e-6 : 1.1e-3;
      expect(Math.abs(found.value - wanted), message).toBeLessThanOrEqual(share * Math.abs(wanted) + 1e-6);
      expect(found.bound, message).toBeLessThanOrEqual(wanted + 1e-6 * Math.abs(wanted) + 1e-6);
      expect(['optimal', 'gap', 'infeasible'], message).toContain(found.stop);
    }
    // The draw covers targets that are met and targets that cannot be.
    expect(seen.met).toBeGreaterThan(60);
    expect(seen.missed).toBeGreaterThan(30);
  });
});
