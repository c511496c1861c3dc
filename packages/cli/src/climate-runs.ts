/** Worlds through the ensemble, one after another: runs, differences and what is to be said of them. */
import {
  crossCheck,
  historyFindings,
  pairedDifference,
  periodPercentiles,
  runOfMembers,
  warmingPercentiles,
  withDelta,
  type ClimateModel,
  type CrossCheck,
  type EmissionDelta,
  type FigurePercentilesOfMembers,
  type Finding,
  type ObservedRecord,
  type TemperatureRun,
  type WarmingPercentiles,
  type WorldEmissions,
} from '@thousand-cities/model';
import { compareWithObserved, type Comparison } from './climate-observed.ts';
import { Refusal } from './failure.ts';

/** What every world of a command is run with. */
export interface RunSettings {
  readonly model: ClimateModel;
  /** Last year reported; where absent 2300, or the last year of the emissions if earlier. */
  readonly toYear?: number;
  /** Indices of the members reported, in order. */
  readonly members: readonly number[];
  /** Changes to each world, and the file they came from. */
  readonly deltas?: { readonly file: string; readonly list: readonly EmissionDelta[] };
  /** The emissions are from outside, so that their history is compared with that of the calibration. */
  readonly checkHistory: boolean;
  readonly record: ObservedRecord;
}

/** Percentiles of a run: by year, and of the means over spans of years. */
export interface Summary {
  readonly byYear: WarmingPercentiles;
  readonly periods: readonly (FigurePercentilesOfMembers & { readonly from: number; readonly to: number })[];
}

/** What is said of one world. */
export interface WorldSummary {
  readonly name: string;
  /** Without the changes. */
  readonly summary: Summary;
  /** Warming to date beside the observed. */
  readonly observed: readonly Comparison[];
  readonly changed?: {
    readonly summary: Summary;
    readonly difference: Summary;
    readonly crossCheck: CrossCheck;
  };
  readonly findings: readonly Finding[];
}

/** One world, run. */
export interface WorldResult extends WorldSummary {
  /** What a full table holds: the run with the changes, where there are any. */
  readonly run: TemperatureRun;
}

/** Where the command stops when it is not told. The forcing by sun and volcanoes is nought long before. */
export const DEFAULT_LAST_YEAR = 2300;

/** Spans that reports of the IPCC speak of. */
const PERIODS = [
  { from: 2021, to: 2040 },
  { from: 2041, to: 2060 },
  { from: 2081, to: 2100 },
] as const;

/**
 * Run one world, and with the changes where there are any.
 *
 * @throws {Refusal} for years that the emissions do not reach
 * @throws {DomainError} for changes that cannot be
 */
export function runWorld(world: WorldEmissions, settings: RunSettings): WorldResult {
  const { model, members, deltas } = settings;
  const toYear = lastYearOf(world, settings.toYear);
  const runOf = (emissions: WorldEmissions): TemperatureRun => runOfMembers(model.run(emissions, { toYear }), members);
  const plain = runOf(world);
  const findings = settings.checkHistory ? historyFindings(world, model.scenario(model.scenarioNames[0]!)) : [];
  const observed = compareWithObserved(settings.record, plain);
  const shared = { name: world.name, summary: summaryOf(plain), observed };
  if (deltas === undefined) return { ...shared, run: plain, findings };
  checkReach(world, deltas.file, deltas.list);
  const changed = runOf(withDelta(world, deltas.list));
  const difference = pairedDifference(changed, plain);
  const check = crossCheck({ emissions: world, deltas: deltas.list, difference });
  return {
    ...shared,
    run: changed,
    changed: { summary: summaryOf(changed), difference: summaryOf(difference), crossCheck: check },
    findings: [...findings, ...check.findings.map((finding) => ({ ...finding, path: [world.name, ...finding.path] }))],
  };
}

function lastYearOf({ name, lastYear }: WorldEmissions, asked: number | undefined): number {
  if (asked === undefined) return Math.min(DEFAULT_LAST_YEAR, lastYear);
  if (asked <= lastYear) return asked;
  throw new Refusal(
    `--to ${asked}: the emissions of ${name} end in ${lastYear}\n  remedy: a year up to ${lastYear}, or emissions that reach further`,
  );
}

function checkReach({ name, lastYear }: WorldEmissions, file: string, deltas: readonly EmissionDelta[]): void {
  for (const { species, firstYear, values } of deltas) {
    const end = firstYear + values.length - 1;
    if (end <= lastYear) continue;
    throw new Refusal(
      `${file}: the changes of ${species} reach ${end}, the emissions of ${name} end in ${lastYear}\n  remedy: leave out the years after ${lastYear}`,
    );
  }
}

function summaryOf(run: TemperatureRun): Summary {
  return {
    byYear: warmingPercentiles(run),
    periods: PERIODS.filter(({ to }) => to <= run.lastYear).map(({ from, to }) => ({
      from,
      to,
      ...periodPercentiles(run, from, to),
    })),
  };
}

/** Notes on changes that stop while there is still something to say: the world then goes on as if they had never been. */
export function endingFindings(deltas: readonly EmissionDelta[], lastYear: number): readonly Finding[] {
  const ending = deltas.filter(
    ({ firstYear, values }) => values.at(-1) !== 0 && firstYear + values.length - 1 < lastYear,
  );
  if (ending.length === 0) return [];
  const ends = ending.map(({ species, firstYear, values }) => `${species} in ${firstYear + values.length - 1}`);
  return [
    {
      code: 'climate-changes-end',
      severity: 'note',
      path: ['deltas'],
      message: `The changes end (${ends.join(', ')}); after that the world emits what it would have without them.`,
      remedy: 'Give the years after as well if the change is meant to stay, or stop there with --to.',
      values: { species: ending.length },
    },
  ];
}
