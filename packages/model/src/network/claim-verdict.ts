/** Whether the claim holds under the choices on screen, and what else it takes. Words are in the catalogues, by these names. */
import { bandInYear, type ClaimAnswer, type ClaimClimate } from './claim-answer.ts';

/**
 * Medians in 2100 against what Paris says, greenhouse gases only:
 * - `keeps-15`: no more than 1.5 °C
 * - `well-below-2`: no more than 1.7 °C, how "well below 2 °C" is commonly read
 * - `below-2`: no more than 2 °C, which is even odds and not what Paris asks
 * - `above-2`
 * - `none`: no city has a plan under these choices
 * - `open`: the temperature is not there
 */
export const CLAIM_VERDICTS = ['keeps-15', 'well-below-2', 'below-2', 'above-2', 'none', 'open'] as const;
export type ClaimVerdict = (typeof CLAIM_VERDICTS)[number];

/** °C. */
export const CLAIM_LIMITS = { goal: 1.5, wellBelow: 1.7, ceiling: 2 } as const;
export const CLAIM_END_YEAR = 2100;

/** What is said beside the verdict. */
export interface ClaimFinding {
  readonly verdict: ClaimVerdict;
  /** The verdict would be a worse one if pollutants that cool the air fall along. */
  readonly shaken: boolean;
  /** Cooler in 2050 by greenhouse gases alone, warmer with pollutants that fall along, or the other way round. */
  readonly signsDiffer: boolean;
  /** Median of the warmest year when that lies above 2100 by more than rounding. */
  readonly peak?: { readonly year: number; readonly warming: number };
  /** `less`: everyone else has to cut part of their emissions; `more`: more than all of them; `nothing`: not for this gap. */
  readonly rest?: 'less' | 'more' | 'nothing';
}

/** 0.05 °C: below it a peak is not worth a word. */
const NOTEWORTHY = 0.05;

/** Judge an answer. */
export function claimFindingOf({ tonnes, world, climate }: ClaimAnswer): ClaimFinding {
  const rest = world && restOf(world.restCut2050);
  const quiet = { shaken: false, signsDiffer: false, ...(rest && { rest }) };
  if (tonnes.withPlan === 0) return { verdict: 'none', ...quiet };
  if (!climate) return { verdict: 'open', ...quiet };
  const verdict = against(endOf(climate, 'ghgOnly'));
  const peak = peakOf(climate);
  return {
    verdict,
    shaken: worse(against(endOf(climate, 'withCoEmitted')), verdict),
    signsDiffer: climate.ghgOnly.avoided2050.middle * climate.withCoEmitted.avoided2050.middle < 0,
    ...(peak && { peak }),
    ...(rest && { rest }),
  };
}

function restOf(cut: number): NonNullable<ClaimFinding['rest']> {
  if (cut <= 0) return 'nothing';
  return cut <= 1 ? 'less' : 'more';
}

const endOf = (climate: ClaimClimate, which: 'ghgOnly' | 'withCoEmitted'): number =>
  bandInYear(climate.years, climate[which].warming, CLAIM_END_YEAR).middle;

/** Compared as shown: a world at 1.50 °C is not above 1.5 °C. */
function against(warming: number): ClaimVerdict {
  const shown = Math.round(warming * 100) / 100;
  if (shown <= CLAIM_LIMITS.goal) return 'keeps-15';
  if (shown <= CLAIM_LIMITS.wellBelow) return 'well-below-2';
  return shown <= CLAIM_LIMITS.ceiling ? 'below-2' : 'above-2';
}

const worse = (a: ClaimVerdict, b: ClaimVerdict): boolean => CLAIM_VERDICTS.indexOf(a) > CLAIM_VERDICTS.indexOf(b);

function peakOf({ years, ghgOnly }: ClaimClimate): ClaimFinding['peak'] {
  const { middle } = ghgOnly.warming;
  const warming = Math.max(...middle);
  const year = years[middle.indexOf(warming)]!;
  return warming - middle[years.indexOf(CLAIM_END_YEAR)]! > NOTEWORTHY ? { year, warming } : undefined;
}
