import { describe, expect, it } from 'vitest';
import { claimFindingOf } from './claim-verdict.ts';
import { createClaimEngine, DEFAULT_CLAIM, type ClaimChoice } from './claim-engine.ts';
import { applyChoice } from './ambition.ts';
import { EMISSION_SPECIES } from '../climate/species.ts';
import type { WorldEmissions } from '../climate/types.ts';
import { AR6_WEIGHTS, rollUp } from './roll-up.ts';
import { openThousand } from './thousand.ts';
import { testThousand } from './thousand.case.ts';

const engine = createClaimEngine(testThousand);
/** Aville alone: 1000 t of CO2 and 10 t of methane for ever, 40 % left in 2031, nothing from 2041. */
const aville: ClaimChoice = {
  ...DEFAULT_CLAIM,
  selection: { count: 1 },
  ambition: { kind: 'race-to-zero' },
  gridShare: false,
};
/** Nothing changes in it, so that nothing hangs on it. */
const stillWorld = (): WorldEmissions => {
  const values = new Float64Array(EMISSION_SPECIES.length * 351).fill(1);
  return { name: 'still', firstYear: 1750, lastYear: 2100, values };
};
const perYear = 1000 + 10 * AR6_WEIGHTS.ch4;

describe('an answer without the climate', () => {
  it('sums what is avoided: 0.15 + 0.3 + 0.45 of a year by 2030, 18.7 years by 2050', () => {
    const { tonnes, climate } = engine.answer(aville);
    // 2028-30: 0.9; 2031: 0.6; 2032-40: 0.64 … 0.96, together 7.2; 2041-50: 10
    expect(tonnes.by2030).toBeCloseTo(0.9 * perYear, 6);
    expect(tonnes.by2050).toBeCloseTo(18.7 * perYear, 6);
    expect(tonnes.gridBy2050).toBe(0);
    expect(climate).toBeUndefined();
  });

  it('delivers in part what it promises: 60 % of it is 60 % of the tonnes', () => {
    const whole = engine.answer(aville).tonnes.by2050;
    expect(engine.answer({ ...aville, delivery: 0.6 }).tonnes.by2050).toBeCloseTo(0.6 * whole, 6);
  });

  it('says the same whatever was asked before, grid and a cut-off plan included', () => {
    const all: ClaimChoice = { ...DEFAULT_CLAIM, ambition: { kind: 'race-to-zero' }, delivery: 0.7 };
    const fresh = createClaimEngine(testThousand).answer(all).tonnes;
    for (const before of [1, 0.5]) {
      engine.answer({ ...all, delivery: before });
      expect(engine.answer(all).tonnes).toEqual(fresh);
    }
    const direct = rollUp(applyChoice(openThousand(testThousand), all), { world: stillWorld(), toYear: 2050 });
    const saved = direct.total.gridShare.reduce((sum, tonnes) => sum - tonnes, 0);
    expect(fresh.gridBy2050).toBeCloseTo(saved, 6);
    expect(() => engine.answer({ ...all, delivery: 1.2 })).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });

  it('says whose part is what, by the places of the document, and of strangers nothing', () => {
    const { byCity, by2050 } = engine.answer(aville).tonnes;
    expect(byCity[0]).toBeCloseTo(by2050, 6);
    expect([byCity[1], byCity[2]]).toEqual([NaN, NaN]);
  });

  it('counts cleaner grid electricity when it is asked to, never less than without', () => {
    const { tonnes } = engine.answer({ ...aville, gridShare: true });
    expect(tonnes.gridBy2050).toBeGreaterThan(0);
    expect(tonnes.by2050 - tonnes.gridBy2050).toBeCloseTo(18.7 * perYear, 6);
  });

  it('has no verdict yet, or says that nobody has a plan', () => {
    expect(claimFindingOf(engine.answer(aville)).verdict).toBe('open');
    const ceton: ClaimChoice = { ...aville, selection: { country: 'CCC' } };
    expect(claimFindingOf(engine.answer(ceton)).verdict).toBe('none');
  });

  it('refuses a place that has none of the thousand', () => {
    expect(() => engine.answer({ ...aville, selection: { country: 'XXX' } })).toThrow(
      expect.objectContaining({ code: 'unknown-country' }),
    );
  });
});
