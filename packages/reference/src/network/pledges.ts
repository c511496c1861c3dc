/** What cities of the thousand have stated in public, and what that leaves of their emissions. */
import {
  PLEDGE_STATUSES,
  readSeries,
  type FactSeries,
  type Pledge,
  type PledgeStatus,
  type PledgeStep,
} from '@thousand-cities/model';
import { parseTable, type TableRow } from '../table.ts';

/** One city of the list, as `network/pledges.csv` has it. */
export interface ListedCity {
  /** GeoNames id. */
  readonly city: string;
  readonly iso3: string;
  readonly isRaceToZero: boolean;
  /** Absent: the list looked at the city and found no target. */
  readonly target?: {
    /** In the list's own words, `Net zero`. */
    readonly words: string;
    readonly status: PledgeStatus;
    readonly counts: 'co2e' | 'co2';
    /** Ascending; without `left`, which needs the country's trend. */
    readonly steps: readonly Omit<PledgeStep, 'left'>[];
  };
}

/** Id of the list in `network/sources.csv`, and the day it was taken. */
export const PLEDGES_SOURCE = 'net-zero-tracker-2022';
export const PLEDGES_DAY = '2022-12-20';

/** Read `network/pledges.csv`. @throws {TableError} */
export function parsePledges(text: string): readonly ListedCity[] {
  return parseTable('network/pledges', text).rows.map((row) => {
    const words = row.optionalText('target');
    return {
      city: row.text('city'),
      iso3: row.text('iso3'),
      isRaceToZero: row.oneOf('race_to_zero', ['yes', 'no'] as const) === 'yes',
      ...(words !== undefined && { target: targetOf(row, words) }),
    };
  });
}

function targetOf(row: TableRow, words: string): NonNullable<ListedCity['target']> {
  const interim = stepOf(row, 'interim_');
  const end = stepOf(row, '');
  const isAhead = interim !== undefined && (end === undefined || interim.year < end.year);
  return {
    words,
    status: row.oneOf('status', PLEDGE_STATUSES),
    // A city that does not say which gases it means is taken to mean all: city inventories are in CO2e.
    counts: row.oneOf('gases', ['co2', 'all', 'not stated'] as const) === 'co2' ? 'co2' : 'co2e',
    steps: [...(isAhead ? [interim] : []), ...(end ? [end] : [])],
  };
}

/** A step that says how much; one that names a year alone promises nothing that can be summed. */
function stepOf(row: TableRow, prefix: '' | 'interim_'): Omit<PledgeStep, 'left'> | undefined {
  const percent = row.optionalNumber(`${prefix}cut_percent`);
  if (percent === undefined) return undefined;
  if (percent < 0 || percent > 100) row.fail(`${prefix}cut_percent`, 'is not between 0 and 100');
  const baseline = row.optionalNumber(`${prefix}baseline`);
  return {
    year: row.number(`${prefix}year`),
    cut: percent / 100,
    from: row.oneOf(`${prefix}from`, ['year', 'bau'] as const),
    ...(baseline !== undefined && { baseline }),
  };
}

/**
 * What a step leaves of the base year's emissions (of business-as-usual where it is cut from that): (1 − cut) times the
 * emissions of the baseline over those of the base year. Few cities publish both, so the national trend of CO2 stands for
 * the city's; without one, or with no baseline named, the base year itself is taken as the baseline.
 */
export function pledgeOf(
  place: number,
  target: NonNullable<ListedCity['target']>,
  nationalCo2: FactSeries | undefined,
  baseYear: number,
): Pledge {
  const trend = ({ from, baseline }: Omit<PledgeStep, 'left'>): number => {
    if (from === 'bau' || baseline === undefined || nationalCo2 === undefined) return 1;
    const then = readSeries(nationalCo2, baseline);
    const now = readSeries(nationalCo2, baseYear);
    return then && now && now.value > 0 ? then.value / now.value : 1;
  };
  const steps = target.steps.map((step) => ({ ...step, left: thousandths((1 - step.cut) * trend(step)) }));
  return { city: place, status: target.status, counts: target.counts, steps };
}

const thousandths = (value: number): number => Math.round(value * 1000) / 1000;
