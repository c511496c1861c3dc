/** How much of a total is reported, how much estimated, and how old the figures are. */
import type { FigureQuality } from './result.ts';
import type { CityPaths } from './types.ts';

/** Gathers weights city by city. */
export interface QualityTally {
  tonnes: number;
  reported: number;
  yearTonnes: number;
  readonly byYear: Map<number, { cities: number; tonnes: number }>;
}

export function emptyTally(): QualityTally {
  return { tonnes: 0, reported: 0, yearTonnes: 0, byYear: new Map() };
}

/** Count a city with the tonnes it brings; sinks weigh by their size. */
export function addQuality(
  tally: QualityTally,
  { kind, year, reportedShare }: CityPaths['inventory'],
  tonnes: number,
): void {
  const weight = Math.abs(tonnes);
  tally.tonnes += weight;
  tally.reported += weight * (reportedShare ?? (kind === 'reported' ? 1 : 0));
  tally.yearTonnes += weight * year;
  addYear(tally, year, 1, weight);
}

/** Add one tally to another. */
export function mergeQuality(into: QualityTally, from: QualityTally): void {
  into.tonnes += from.tonnes;
  into.reported += from.reported;
  into.yearTonnes += from.yearTonnes;
  for (const [year, { cities, tonnes }] of from.byYear) addYear(into, year, cities, tonnes);
}

function addYear({ byYear }: QualityTally, year: number, cities: number, tonnes: number): void {
  const entry = byYear.get(year) ?? { cities: 0, tonnes: 0 };
  entry.cities += cities;
  entry.tonnes += tonnes;
  byYear.set(year, entry);
}

/** @param asOf year at which ages are counted */
export function qualityOf({ tonnes, reported, yearTonnes, byYear }: QualityTally, asOf: number): FigureQuality {
  const meanYear = yearTonnes / tonnes;
  return {
    tonnes,
    reportedTonnes: reported,
    starterTonnes: tonnes - reported,
    ...(tonnes > 0 && { reportedShare: reported / tonnes, meanYear, meanAge: asOf - meanYear }),
    byYear: [...byYear].sort(([a], [b]) => a - b).map(([year, entry]) => ({ year, ...entry })),
  };
}
