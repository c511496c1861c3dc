/** The thousand as rows: what table, map, sums and file say of each city. Nothing here is summed over cities. */
import {
  DEFAULT_CHOICE,
  NETWORK_GASES,
  PER_MILLE,
  targetRatios,
  yearlyReader,
  type Pledge,
  type ThousandData,
  type YearlyReader,
} from '@thousand-cities/model';
import { folded, searchable } from './fold.ts';
import type { GapTarget, PathBasis } from './query.ts';

/** What plan there is: none, one drafted by the quick search, one found by the solver. None of them is a city's own. */
export const PLAN_STATES = ['none', 'drafted', 'optimised'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** Whether a city has stated a target: yes; no, although someone looked; nobody looked. */
export const PLEDGE_STATES = ['stated', 'none', 'unknown'] as const;
export type PledgeState = (typeof PLEDGE_STATES)[number];

/** Years the gap is shown in. */
export const GAP_YEARS = [2030, 2050] as const;

/** What does not depend on the reader's choices. */
export interface CityLine {
  /** Place in the columns of the document; the largest city is 0. */
  readonly place: number;
  /** GeoNames id. */
  readonly id: string;
  readonly name: string;
  readonly iso3: string;
  /** Name of the country in the reader's language. */
  readonly country: string;
  /** Group id of its region, and its name in the reader's language. */
  readonly region: string;
  readonly regionName: string;
  readonly lat: number;
  readonly lon: number;
  readonly population: number;
  readonly inventoryKind: 'reported' | 'starter';
  readonly inventoryYear: number;
  /** Territorial, base year, t CO2e, and its 90 % interval. */
  readonly tonnes: number;
  readonly low: number;
  readonly high: number;
  /** t CO2e; null for a city without people. */
  readonly perHead: number | null;
  /** How wide the interval is: its top over its bottom, at least 1; null where the bottom is nought. */
  readonly spread: number | null;
  /** What the city has said in public, where it is known to have. */
  readonly pledge: Pledge | undefined;
  readonly pledgeState: PledgeState;
  readonly plan: PlanState;
  /** Share of business-as-usual that the plan cuts by the last year, 0…1. */
  readonly planCut: number;
  readonly search: string;
}

export interface NetworkRow extends CityLine {
  /** Path less ceiling in the boundary the targets are stated in, tonnes: above nought is still to be cut. Null: no ceiling known. */
  readonly gap2030: number | null;
  readonly gap2050: number | null;
}

/** Names in the reader's language. */
export interface RowNames {
  readonly country: (iso2: string, english: string) => string;
  readonly group: (id: string, english: string) => string;
}

/** Read a document into lines, in its order: largest first. */
export function linesOf(data: ThousandData, names: RowNames): readonly CityLine[] {
  const { cities } = data;
  const countries = new Map(data.countries.map(({ iso3, iso2, name }) => [iso3, placeName(names.country(iso2, name))]));
  const regions = new Map(data.groups.map(({ id, name }) => [id, placeName(names.group(id, name))]));
  const pledges = new Map(data.pledges.stated.map((pledge) => [pledge.city, pledge]));
  const tracked = new Set(data.pledges.tracked);
  return cities.id.map((id, place) => {
    const name = cities.name[place]!;
    const iso3 = cities.iso3[place]!;
    const country = countries.get(iso3) ?? placeName(iso3);
    const region = cities.region[place]!;
    const regionName = regions.get(region) ?? placeName(region);
    return {
      place,
      id,
      name,
      iso3,
      country: country.name,
      region,
      regionName: regionName.name,
      lat: cities.lat[place]!,
      lon: cities.lon[place]!,
      population: cities.population[place]!,
      inventoryKind: cities.inventoryKind[place]!,
      inventoryYear: cities.inventoryYear[place]!,
      ...emissionsOf(data, place),
      pledge: pledges.get(place),
      pledgeState: pledges.has(place) ? 'stated' : tracked.has(place) ? 'none' : 'unknown',
      ...planOf(data, place),
      search: searchable(folded(name), country.folded, regionName.folded),
    };
  });
}

/** Many cities share a country: its name is folded once. */
const placeName = (name: string) => ({ name, folded: folded(name) });

function emissionsOf(data: ThousandData, place: number) {
  const { weights, paths, knots, cities } = data;
  const tonnes = NETWORK_GASES.reduce((sum, gas) => sum + paths[gas][place * knots.length]! * weights[gas][place]!, 0);
  const [low, high, population] = [cities.low[place]!, cities.high[place]!, cities.population[place]!];
  return {
    tonnes,
    low,
    high,
    perHead: population > 0 ? tonnes / population : null,
    spread: low > 0 ? high / low : null,
  };
}

function planOf({ library, knots }: ThousandData, place: number): { plan: PlanState; planCut: number } {
  const ratios = library.counted.slice(place * knots.length, (place + 1) * knots.length);
  const planCut = 1 - ratios.at(-1)! / PER_MILLE;
  if (ratios.every((ratio) => ratio === PER_MILLE)) return { plan: 'none', planCut: 0 };
  return { plan: library.method === 'optimal' ? 'optimised' : 'drafted', planCut };
}

/** Add the gap to a target, without a plan or with the drafted one. */
export function withGaps(
  data: ThousandData,
  lines: readonly CityLine[],
  target: GapTarget,
  basis: PathBasis,
): readonly NetworkRow[] {
  const reader = yearlyReader(data);
  return lines.map((line) => {
    const [gap2030, gap2050] = gapsOf(reader, line.place, target, basis);
    return { ...line, gap2030: gap2030!, gap2050: gap2050! };
  });
}

function gapsOf(reader: YearlyReader, place: number, target: GapTarget, basis: PathBasis): readonly (number | null)[] {
  const { data } = reader;
  const found = target === 'pledged' ? pledgedCeiling(reader, place) : namedCeiling(data, place, target);
  // What the plan of this site leaves of CO2 alone is not in the document.
  if (!found || (basis === 'plan' && found.counts === 'co2')) return GAP_YEARS.map(() => null);
  return GAP_YEARS.map((year) => {
    const ceiling = found.in(year);
    if (ceiling === undefined) return null;
    const reference = valueIn(data, data.counted[found.counts], place, year);
    const ratio = basis === 'plan' ? valueIn(data, data.library.counted, place, year) / PER_MILLE : 1;
    return reference * ratio - ceiling;
  });
}

interface Ceiling {
  readonly counts: 'co2e' | 'co2';
  /** Tonnes; undefined for a year outside the document. */
  readonly in: (year: number) => number | undefined;
}

/** A named target's own ceiling, straight from its column. */
function namedCeiling(data: ThousandData, place: number, kind: Exclude<GapTarget, 'pledged'>): Ceiling | undefined {
  const target = data.targets[kind];
  const first = place * data.knots.length;
  if (!target || target.ceilings[first] === null) return undefined;
  // A city has a ceiling in every knot or in none.
  const shares = target.ceilings as readonly number[];
  const base = data.counted[target.counts][first]!;
  return { counts: target.counts, in: (year) => (base * valueIn(data, shares, place, year)) / PER_MILLE };
}

/** What the city itself has stated. */
function pledgedCeiling(reader: YearlyReader, place: number): Ceiling | undefined {
  // The start year moves how a plan comes to its target, not the ceiling, which is all that is taken here.
  const found = targetRatios(reader, place, { kind: 'pledged' }, DEFAULT_CHOICE.startYear)?.target;
  return found && { counts: found.counts, in: (year) => found.ceiling[year - reader.firstYear] };
}

/** One year of a [city × knot] column, linear between knots, held beyond the last. */
export function valueIn({ knots }: ThousandData, column: readonly number[], place: number, year: number): number {
  const from = place * knots.length;
  const next = knots.findIndex((knot) => knot >= year);
  if (next === -1) return column[from + knots.length - 1]!;
  if (next === 0) return column[from]!;
  const [before, after] = [knots[next - 1]!, knots[next]!];
  const share = (year - before) / (after - before);
  return column[from + next - 1]! * (1 - share) + column[from + next]! * share;
}
