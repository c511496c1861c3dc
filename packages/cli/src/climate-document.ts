/** Runs of the climate as one JSON document. Its keys are a promise to other programs. */
import type { Finding, ObservedRecord, Source, WarmingPercentiles } from '@thousand-cities/model';
import { shownBesideRecord, type Comparison } from './climate-observed.ts';
import type { Summary, WorldSummary } from './climate-runs.ts';

/** What holds for every scenario of a command. */
export interface DocumentHead {
  readonly calibration: string;
  /** Ids as the parameter file has them; named one by one where they are not all. */
  readonly memberIds: readonly number[];
  readonly allMembers: boolean;
  readonly emissions: string;
  readonly delta?: string;
  readonly source: readonly Source[];
  readonly record: ObservedRecord;
  readonly findings: readonly Finding[];
}

/** The document: one scenario at its top, or several under `scenarios`. */
export function climateDocument(results: readonly WorldSummary[], head: DocumentHead): object {
  const { calibration, memberIds, allMembers, emissions, delta, source, record, findings } = head;
  const shared = {
    calibration,
    members: memberIds.length,
    ...(!allMembers && { memberIds }),
    baseline: '1850-1900',
    unit: 'K',
    emissions,
    ...(delta !== undefined && { delta }),
  };
  const worlds = results.map(worldOf);
  const [only] = worlds;
  const beside = shownBesideRecord(results);
  return {
    ...(worlds.length === 1 ? only : { scenarios: worlds }),
    ...shared,
    observed: { scenario: beside.name, figures: beside.observed.map(comparisonOf), source: record.sources },
    source,
    findings,
  };
}

function worldOf({ name, summary, changed }: WorldSummary): object {
  const { years } = summary.byYear;
  return {
    scenario: name,
    years,
    ...summaryOf(summary),
    ...(changed && {
      withDelta: summaryOf(changed.summary),
      difference: summaryOf(changed.difference),
      crossCheck: changed.crossCheck,
    }),
  };
}

function summaryOf({ byYear, periods }: Summary): object {
  return { percentiles: percentilesOf(byYear), periods };
}

function percentilesOf({ p05, p17, p50, p83, p95 }: WarmingPercentiles): object {
  return { p05, p17, p50, p83, p95 };
}

function comparisonOf({ observed, model, difference }: Comparison): object {
  return { ...observed, model, modelMinusObserved: difference };
}
