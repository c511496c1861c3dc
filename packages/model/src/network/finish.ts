/** The end of a roll-up: all cities have come, overlaps are resolved, what counts is summed. */
import { DomainError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { gridFactors } from './grid-share.ts';
import type { CountryGrid, GridFactors } from './grid-share.ts';
import { addPart, addSpare, creditGroup, creditsOf, emptyGroup, mergeGroup, sumOf } from './group-sum.ts';
import type { GroupSum, Part } from './group-sum.ts';
import type { HeldCity } from './held-city.ts';
import { horizonTails, tailCache } from './horizon.ts';
import { resolveOverlaps } from './overlaps.ts';
import type { BodyWithPlan, OverlapResolution } from './overlaps.ts';
import type { CityLedger, CityRow, NetworkCounts, NetworkRollUp, NetworkSum } from './result.ts';
import { cappedFinding, horizonFinding, setAsideFindings } from './roll-up-findings.ts';
import type { RollUpOptions } from './roll-up.ts';
import { targetSums } from './targets.ts';

/** @throws {DomainError} `missing-figure`, `year-outside-plan` */
export function finishRollUp(
  cities: readonly HeldCity[],
  soFar: readonly Finding[],
  options: Required<RollUpOptions>,
): NetworkRollUp {
  const { world, toYear: lastYear, horizon, delivery, asOf, weights } = options;
  const firstYear = firstYearOf(cities, lastYear);
  const years = lastYear - firstYear + 1;
  const tails = horizonTails(world, { firstYear, lastYear }, horizon);
  const resolution = resolveOverlaps(cities.map(bodyOf), options.apart);
  const parts = partsOf(cities, resolution, firstYear, tailCache(tails));
  const factors = factorsByCountry(parts, years);
  const groups = groupsOf(parts, factors, years);
  const total = sumOf(
    merged(groups, () => true, years),
    asOf,
  );
  const targets = targetSums(
    parts.filter(({ countsPlan }) => countsPlan),
    years,
    total.quality.reference.tonnes,
  );
  const duplicates = soFar.filter(({ code }) => code === 'network-duplicate-city').length;
  const ledger = ledgerOf(parts, factors, years);
  return {
    firstYear,
    lastYear,
    horizon,
    delivery,
    asOf,
    weights,
    total,
    ...groupedSums(groups, years, asOf),
    targets,
    counts: countsOf(parts, duplicates),
    cities: parts.map(rowOf),
    overlaps: resolution.overlaps,
    ledger,
    tails,
    findings: [...soFar, ...setAsideFindings(cities, resolution), ...findingsOf(parts, total, options)],
  };
}

function firstYearOf(cities: readonly HeldCity[], lastYear: number): number {
  if (cities.length === 0) throw new DomainError('missing-figure', 'a network needs at least one city', ['cities']);
  const firstYear = cities.reduce((first, { city }) => Math.min(first, city.firstYear), Infinity);
  if (firstYear <= lastYear) return firstYear;
  throw new DomainError('year-outside-plan', `the cities begin in ${firstYear}, after ${lastYear}`, ['toYear']);
}

function bodyOf({ city, difference, firstTonnes }: HeldCity): BodyWithPlan {
  return { ...city, hasPlan: difference !== undefined, tonnes: firstTonnes };
}

function partsOf(
  cities: readonly HeldCity[],
  { countsReference, countsPlan }: OverlapResolution,
  firstYear: number,
  tailAfterYear: ReturnType<typeof tailCache>,
): readonly Part[] {
  return cities.map((held, i) => ({
    held,
    offset: held.city.firstYear - firstYear,
    tail: tailAfterYear(held.city.lastYear),
    countsReference: countsReference[i]!,
    countsPlan: countsPlan[i]!,
  }));
}

function factorsByCountry(parts: readonly Part[], years: number): ReadonlyMap<string, GridFactors> {
  const countries = new Map<string, CountryGrid>();
  for (const part of parts) {
    if (!part.countsPlan || !part.held.grid) continue;
    const { country } = part.held.city;
    const series = () => new Float64Array(years);
    const grid = countries.get(country) ?? {
      saved: series(),
      added: series(),
      spareSaved: series(),
      spareAdded: series(),
    };
    countries.set(country, grid);
    addSpare(grid, part);
  }
  return new Map([...countries].map(([country, grid]) => [country, gridFactors(grid)]));
}

/** Cities alike in country, region and kind of inventory: the finest sums, from which all others are made. */
interface Group {
  readonly country: string;
  readonly region: string | undefined;
  readonly inventory: 'reported' | 'starter';
  readonly sum: GroupSum;
}

function groupsOf(parts: readonly Part[], factors: ReadonlyMap<string, GridFactors>, years: number): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const part of parts) {
    const { country, region, inventory } = part.held.city;
    const key = `${country}\n${region}\n${inventory.kind}`;
    const group = groups.get(key) ?? { country, region, inventory: inventory.kind, sum: emptyGroup(years) };
    groups.set(key, group);
    addPart(group.sum, part);
  }
  for (const { country, sum } of groups.values()) {
    const known = factors.get(country);
    if (known) creditGroup(sum, known);
  }
  return [...groups.values()];
}

function merged(groups: readonly Group[], belongs: (group: Group) => boolean, years: number): GroupSum {
  const all = emptyGroup(years);
  for (const group of groups) if (belongs(group)) mergeGroup(all, group.sum);
  return all;
}

function groupedSums(
  groups: readonly Group[],
  years: number,
  asOf: number,
): Pick<NetworkRollUp, 'byInventory' | 'byRegion' | 'byCountry'> {
  const by = (belongs: (group: Group) => boolean): NetworkSum => sumOf(merged(groups, belongs, years), asOf);
  const regions = new Set(groups.flatMap(({ region }) => (region === undefined ? [] : [region])));
  const countries = new Set(groups.map(({ country }) => country));
  return {
    byInventory: {
      reported: by(({ inventory }) => inventory === 'reported'),
      starter: by(({ inventory }) => inventory === 'starter'),
    },
    byRegion: new Map([...regions].sort().map((name) => [name, by(({ region }) => region === name)])),
    byCountry: new Map([...countries].sort().map((code) => [code, by(({ country }) => country === code)])),
  };
}

function ledgerOf(parts: readonly Part[], factors: ReadonlyMap<string, GridFactors>, years: number): CityLedger {
  const counted = <T>(of: (part: Part) => T | undefined): readonly (T | undefined)[] =>
    parts.map((part) => (part.countsPlan ? of(part) : undefined));
  return {
    blocks: counted(({ held }) => held.difference),
    gridShare: counted((part) => {
      const known = part.held.grid && factors.get(part.held.city.country);
      return known && creditsOf(part, known, years);
    }),
    hfc134aGwp: Float64Array.from(parts, ({ held }) => held.hfc134aGwp),
    actions: counted(({ held }) => held.actions),
  };
}

function countsOf(parts: readonly Part[], duplicates: number): NetworkCounts {
  const count = (is: (part: Part) => boolean): number => parts.reduce((sum, part) => sum + (is(part) ? 1 : 0), 0);
  const withPlan = count(({ held }) => held.difference !== undefined);
  const reported = count(({ held }) => held.city.inventory.kind === 'reported');
  return {
    cities: parts.length,
    withPlan,
    withoutPlan: parts.length - withPlan,
    reported,
    starter: parts.length - reported,
    within: count(({ countsReference }) => !countsReference),
    plansSetAside: count(({ held, countsPlan }) => held.difference !== undefined && !countsPlan),
    duplicates,
  };
}

function rowOf({ held, countsReference, countsPlan }: Part): CityRow {
  const { contains: _contains, locode: _locode, ...city } = held.city;
  return { ...city, hasPlan: held.difference !== undefined, countsReference, countsPlan };
}

function findingsOf(
  parts: readonly Part[],
  total: NetworkSum,
  { weights, toYear }: Required<RollUpOptions>,
): readonly Finding[] {
  const counted = parts.filter(({ countsPlan }) => countsPlan);
  const capped = counted.filter(({ held }) => held.grid?.isCapped).map(({ held }) => held.city.name);
  const ownTonnes = counted.reduce((sum, { held }) => sum + held.differenceTonnes, 0);
  const horizon = horizonFinding(total, ownTonnes, weights, toYear);
  return [...(capped.length > 0 ? [cappedFinding(capped)] : []), ...(horizon ? [horizon] : [])];
}
