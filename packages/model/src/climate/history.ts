/** Whether emissions keep the history that the ensemble was chosen to fit. */
import type { Finding } from '../finding.ts';
import { LAST_YEAR_OF_HISTORY } from './limits.ts';
import { EMISSION_SPECIES } from './species.ts';
import type { WorldEmissions } from './types.ts';

/** Difference that goes unremarked, as a share of the largest yearly figure of the species in the history. Rounding is far below it. */
const TOLERANCE = 0.005;

/**
 * Compare the years to 2022 with the calibration's own history. The natural baselines and the 841 members were fitted to that history:
 * another one, even a better one, moves the warming of today and everything after it.
 *
 * @param calibration any scenario of the calibration; all have the same history
 * @returns one warning that names the species and the year of the largest difference, or nothing
 */
export function historyFindings(emissions: WorldEmissions, calibration: WorldEmissions): readonly Finding[] {
  const differing = EMISSION_SPECIES.map(({ name }, species) => ({
    name,
    ...largestDifference(species, emissions, calibration),
  }))
    .filter(({ share }) => share > TOLERANCE)
    .sort((a, b) => b.share - a.share);
  const [worst] = differing;
  if (worst === undefined) return [];
  const others = differing.slice(1).map(({ name }) => name);
  const also = others.length === 0 ? '' : `; also ${others.slice(0, 5).join(', ')}${others.length > 5 ? ', …' : ''}`;
  return [
    {
      code: 'climate-history-differs',
      severity: 'warning',
      path: ['emissions', emissions.name],
      message:
        `The history of ${emissions.name} is not that of the calibration: ${worst.name} in ${worst.year} is ` +
        `${short(worst.mine)} where the calibration has ${short(worst.own)}${also}.`,
      remedy:
        `Take the years 1750 to ${LAST_YEAR_OF_HISTORY} from the calibration and scale the years after to meet it (harmonise); ` +
        'do not splice. If one figure is a thousand times the other, the unit is wrong.',
      values: {
        scenario: emissions.name,
        species: worst.name,
        year: worst.year,
        given: worst.mine,
        expected: worst.own,
      },
    },
  ];
}

interface Difference {
  readonly share: number;
  readonly year: number;
  readonly mine: number;
  readonly own: number;
}

function largestDifference(species: number, emissions: WorldEmissions, calibration: WorldEmissions): Difference {
  const { firstYear } = emissions;
  const years = Math.min(LAST_YEAR_OF_HISTORY, emissions.lastYear) - firstYear + 1;
  const mine = rowOf(emissions, species).subarray(0, years);
  const own = rowOf(calibration, species).subarray(0, years);
  const scale = own.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  let at = 0;
  mine.forEach((value, y) => {
    if (Math.abs(value - own[y]!) > Math.abs(mine[at]! - own[at]!)) at = y;
  });
  const gap = Math.abs(mine[at]! - own[at]!);
  const share = gap === 0 ? 0 : gap / scale;
  return { share, year: firstYear + at, mine: mine[at]!, own: own[at]! };
}

function rowOf({ firstYear, lastYear, values }: WorldEmissions, species: number): Float64Array {
  const years = lastYear - firstYear + 1;
  return values.subarray(species * years, (species + 1) * years);
}

const short = (value: number): string => String(Number(value.toPrecision(4)));
