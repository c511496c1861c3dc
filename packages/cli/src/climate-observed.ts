/** Warming to date: what was observed, and what the ensemble has for the same years. */
import {
  periodPercentiles,
  type FigurePercentilesOfMembers,
  type ObservedRecord,
  type ObservedWarming,
  type TemperatureRun,
} from '@thousand-cities/model';

/** A figure of the record beside the same years of a run. */
export interface Comparison {
  readonly observed: ObservedWarming;
  readonly model: FigurePercentilesOfMembers;
  /** Model median less the observed, K. */
  readonly difference: number;
}

/** The last assessed decade and year of each kind, and later years that are provisional, as far as the run reaches. */
export function compareWithObserved(record: ObservedRecord, run: TemperatureRun): readonly Comparison[] {
  const reached = record.figures
    .filter(({ firstYear, lastYear }) => firstYear >= run.firstYear && lastYear <= run.lastYear)
    .sort((a, b) => a.lastYear - b.lastYear);
  const shown = [
    ...latest(reached.filter(({ kind, ...years }) => kind === 'human-induced' && !isOneYear(years))),
    ...latest(reached.filter(({ kind, ...years }) => kind === 'human-induced' && isOneYear(years))),
    ...latest(reached.filter(({ kind }) => kind === 'gmst-decade')),
    ...latest(reached.filter(({ kind }) => kind === 'gmst')),
  ];
  return shown.map((observed) => {
    const model = periodPercentiles(run, observed.firstYear, observed.lastYear);
    return { observed, model, difference: model.p50 - observed.warming };
  });
}

/** The last assessed figure, and the provisional ones of single years after it. */
function latest(figures: readonly ObservedWarming[]): readonly ObservedWarming[] {
  const assessed = figures.filter(({ provisional }) => !provisional).slice(-1);
  const since = assessed[0]?.lastYear ?? -Infinity;
  return [
    ...assessed,
    ...figures.filter((figure) => figure.provisional && isOneYear(figure) && figure.lastYear > since),
  ];
}

function isOneYear({ firstYear, lastYear }: Pick<ObservedWarming, 'firstYear' | 'lastYear'>): boolean {
  return firstYear === lastYear;
}

/** The middle of the road. */
const MIDDLE = 'ssp245';

/** The world whose recent years are shown beside the record: the middle one where it was run, the first otherwise. */
export function shownBesideRecord<T extends { readonly name: string }>(worlds: readonly T[]): T {
  return worlds.find(({ name }) => name === MIDDLE) ?? worlds[0]!;
}
