/** A second opinion on what a change of emissions does, and a finding where it differs. */
import { DomainError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import type { Range } from '../source.ts';
import { memberPercentiles, type FigurePercentilesOfMembers } from './percentiles.ts';
import { speciesIndex } from './species.ts';
import { TCRE, cumulativeTo, warmingOf, type CumulativeEmissions } from './tcre.ts';
import type { EmissionDelta, TemperatureRun, WorldEmissions } from './types.ts';

/** How far the two may lie apart, as a share of the estimate. */
export const CROSS_CHECK_TOLERANCE = 0.3;

/** Cooling by everything people emit that is not a well-mixed greenhouse gas: at most 0.8 K today (AR6 WG1 SPM A.1.3). */
const MOST_COOLING_BY_AEROSOLS = 0.8;
const SHORT_LIVED = ['Sulfur', 'BC', 'OC', 'NH3', 'NOx', 'VOC', 'CO'] as const;
/** Gt CO2e of a kt of halogenated gas, high enough for all but the rarest; only tells whether what is left out could matter. */
const HALOGEN_BOUND = 0.01;
/** CO2 does most of its warming within ten years, and a path needs some of them behind it. */
const YEARS_TO_SETTLE = 20;
/** The estimate is for a century of emissions, not for what oceans do after. */
const LAST_YEAR_JUDGED = 2100;
/** Differences below are the size of rounding in a member: about 3 kt CO2. */
const SMALLEST_SIGNAL = 1e-9;

/** Why there is nothing to compare. */
export type CrossCheckNotApplicable = 'no-change' | 'too-small' | 'too-early' | 'not-co2-led' | 'other-species';

export interface CrossCheck {
  /** The year compared, at its middle. */
  readonly year: number;
  /** TCRE · ΣE*, K, with the likely range of the TCRE. */
  readonly estimate: Range;
  /** The paired difference of the model, K. */
  readonly model: FigurePercentilesOfMembers;
  /** Model median over estimate; absent where the estimate is nought. */
  readonly ratio?: number;
  /** Absent where the check does not apply. */
  readonly agrees?: boolean;
  readonly notApplicable?: CrossCheckNotApplicable;
  readonly findings: readonly Finding[];
}

/** What is compared. */
export interface CrossCheckInput {
  /** The world without the change. */
  readonly emissions: WorldEmissions;
  readonly deltas: readonly EmissionDelta[];
  /** `pairedDifference` of the two runs. */
  readonly difference: TemperatureRun;
  /** Default: the last year of the difference, 2100 at the latest. */
  readonly year?: number;
}

/**
 * Compare the median paired difference of the ensemble with ΔT = TCRE · ΣE*. The two must agree within 30 % where CO2 leads; where they
 * do not, a finding says so. The estimate knows CO2, CH4 and N2O only: where aerosols or other gases could make up as much as the
 * tolerance, it says that it does not apply.
 *
 * @throws {DomainError} `year-outside-plan` for a year that the difference does not have, `unknown-species`
 */
export function crossCheck(input: CrossCheckInput): CrossCheck {
  const { difference, deltas } = input;
  const year = input.year ?? Math.min(difference.lastYear, LAST_YEAR_JUDGED);
  const sums = cumulativeTo(deltas, year);
  const estimate = warmingOf(sums.net);
  const model = memberPercentiles(columnOf(difference, year));
  const notApplicable = whyNot(input, year, sums, estimate.central);
  const ratio = estimate.central === 0 ? {} : { ratio: model.p50 / estimate.central };
  const shared = { year, estimate, model, ...ratio };
  if (notApplicable !== undefined) {
    return { ...shared, notApplicable, findings: [notApplicableFinding(notApplicable, year)] };
  }
  const agrees = Math.abs(model.p50 - estimate.central) <= CROSS_CHECK_TOLERANCE * Math.abs(estimate.central);
  return { ...shared, agrees, findings: agrees ? [] : [disagreement(year, estimate.central, model.p50)] };
}

function whyNot(
  input: CrossCheckInput,
  year: number,
  sums: CumulativeEmissions,
  central: number,
): CrossCheckNotApplicable | undefined {
  const start = firstChange(input.deltas);
  if (start === undefined || start > year) return 'no-change';
  if (year - start < YEARS_TO_SETTLE) return 'too-early';
  const leftOut = leftOutBound(input, year);
  if (leftOut > CROSS_CHECK_TOLERANCE * Math.abs(central)) return 'other-species';
  if (Math.abs(sums.co2) < sums.gross / 2 || Math.abs(sums.net) < sums.gross / 2) {
    return 'not-co2-led';
  }
  return Math.abs(central) < SMALLEST_SIGNAL ? 'too-small' : undefined;
}

function firstChange(deltas: readonly EmissionDelta[]): number | undefined {
  const starts = deltas.flatMap(({ firstYear, values }) => {
    const first = values.findIndex((value) => value !== 0);
    return first === -1 ? [] : [firstYear + first];
  });
  return starts.length === 0 ? undefined : Math.min(...starts);
}

/** Warming or cooling, K, that the species outside the estimate could have by `year` at most. */
function leftOutBound({ emissions, deltas }: CrossCheckInput, year: number): number {
  let halogens = 0;
  const shortLived = new Map<string, number>();
  for (const delta of deltas) {
    const species = speciesIndex(delta.species);
    const isShortLived = SHORT_LIVED.some((name) => name === delta.species);
    if (!isShortLived && species <= speciesIndex('N2O')) continue;
    delta.values.forEach((value, i) => {
      const emitted = delta.firstYear + i;
      if (emitted > year || value === 0) return;
      if (!isShortLived) halogens += Math.abs(value) * HALOGEN_BOUND;
      else {
        const share = Math.abs(value) / Math.abs(worldEmission(emissions, species, emitted));
        shortLived.set(delta.species, Math.max(share, shortLived.get(delta.species) ?? 0));
      }
    });
  }
  return MOST_COOLING_BY_AEROSOLS * Math.max(0, ...shortLived.values()) + TCRE.central * halogens;
}

function worldEmission({ firstYear, lastYear, values }: WorldEmissions, species: number, year: number): number {
  return values[species * (lastYear - firstYear + 1) + year - firstYear]!;
}

function columnOf({ name, members, firstYear, lastYear, warming }: TemperatureRun, year: number): Float64Array {
  if (!(year >= firstYear && year <= lastYear)) {
    throw new DomainError('year-outside-plan', `year ${year} of ${name}, which has ${firstYear} to ${lastYear}`, [
      year,
    ]);
  }
  const years = lastYear - firstYear + 1;
  return Float64Array.from({ length: members }, (_, m) => warming[m * years + year - firstYear]!);
}

const milliKelvin = (kelvin: number): string => `${Number((kelvin * 1000).toPrecision(3))} mK`;

function disagreement(year: number, estimate: number, model: number): Finding {
  return {
    code: 'climate-cross-check',
    severity: 'warning',
    path: ['climate', 'crossCheck', year],
    message:
      `In ${year} the ensemble gives ${milliKelvin(model)}, the estimate by cumulative emissions (TCRE with GWP*) ${milliKelvin(estimate)}: ` +
      `more than ${CROSS_CHECK_TOLERANCE * 100} % apart.`,
    remedy:
      'In a world of high CO2 each further tonne warms less, and this is expected: trust the ensemble. Otherwise check the unit and the years of the change.',
    values: { year, model, estimate, tolerance: CROSS_CHECK_TOLERANCE },
  };
}

const REASONS: Readonly<Record<CrossCheckNotApplicable, string>> = {
  'no-change': 'nothing changes before that year',
  'too-small': 'the difference is as small as rounding',
  'too-early': `the change began less than ${YEARS_TO_SETTLE} years before`,
  'not-co2-led': 'CO2 does not lead the change, or its parts cancel',
  'other-species': 'aerosols or other gases that the estimate does not know could matter as much',
};

function notApplicableFinding(reason: CrossCheckNotApplicable, year: number): Finding {
  return {
    code: 'climate-cross-check-not-applicable',
    severity: 'note',
    path: ['climate', 'crossCheck', year],
    message: `The difference in ${year} is not checked against cumulative emissions: ${REASONS[reason]}.`,
    remedy: 'Nothing need be done; the figures of the ensemble stand by themselves.',
    values: { year, reason },
  };
}
