/** Sums of cities that are alike in what sums are asked for, and sums of such groups. */
import { creditOf } from './grid-share.ts';
import type { CountryGrid, GridFactors } from './grid-share.ts';
import type { HeldCity } from './held-city.ts';
import { GAS_ROW } from './horizon.ts';
import type { Tail } from './horizon.ts';
import { addQuality, emptyTally, mergeQuality, qualityOf } from './quality.ts';
import type { QualityTally } from './quality.ts';
import type { NetworkSum } from './result.ts';
import { gasPaths } from './thousand.ts';
import { NETWORK_GASES } from './types.ts';

/** Rows of a group's block. */
const ROWS = {
  reference: 0,
  difference: NETWORK_GASES.length,
  hfc134a: 2 * NETWORK_GASES.length,
  saved: 2 * NETWORK_GASES.length + 1,
  added: 2 * NETWORK_GASES.length + 2,
  credit: 2 * NETWORK_GASES.length + 3,
} as const;
const ROW_COUNT = ROWS.credit + 1;

/** What a city brings: its place in the years, and which of its parts count. */
export interface Part {
  readonly held: HeldCity;
  /** First own year less the first of the roll-up. */
  readonly offset: number;
  readonly tail: Tail;
  readonly countsReference: boolean;
  readonly countsPlan: boolean;
}

/** A growing sum. */
export interface GroupSum {
  readonly years: number;
  readonly block: Float64Array;
  readonly covered: Uint32Array;
  cities: number;
  withPlan: number;
  readonly reference: QualityTally;
  readonly difference: QualityTally;
}

export function emptyGroup(years: number): GroupSum {
  return {
    years,
    block: new Float64Array(ROW_COUNT * years),
    covered: new Uint32Array(years),
    cities: 0,
    withPlan: 0,
    reference: emptyTally(),
    difference: emptyTally(),
  };
}

/** Add what counts of a city. */
export function addPart(group: GroupSum, part: Part): void {
  const { held, countsReference, countsPlan } = part;
  if (!countsReference && !countsPlan) return;
  group.cities++;
  if (countsReference) addReference(group, part);
  if (!countsPlan || !held.difference) return;
  group.withPlan++;
  addDifference(group, part, held.difference);
  addGrid(group, part);
}

function addReference(group: GroupSum, part: Part): void {
  const { held, offset, tail } = part;
  NETWORK_GASES.forEach((gas, row) =>
    addSeries(group, ROWS.reference + row, held.reference, row, part, tail.reference[gas]),
  );
  for (let y = offset; y < group.years; y++) group.covered[y]!++;
  addQuality(group.reference, held.city.inventory, held.firstTonnes);
}

function addDifference(group: GroupSum, part: Part, difference: Float64Array): void {
  const { held, tail } = part;
  NETWORK_GASES.forEach((gas, row) =>
    addSeries(group, ROWS.difference + row, difference, row, part, tail.difference[gas]),
  );
  const perTonne = 1 / held.hfc134aGwp;
  addSeries(group, ROWS.hfc134a, difference, GAS_ROW.fgas, part, tail.difference.fgas, perTonne);
  addQuality(group.difference, held.city.inventory, held.differenceTonnes);
}

function addGrid({ block, years }: GroupSum, { held, offset, tail }: Part): void {
  if (!held.grid) return;
  eachGridYear(held.grid.net, offset, years, tail, (y, tonnes) => {
    block[(tonnes > 0 ? ROWS.saved : ROWS.added) * years + y]! += tonnes;
  });
}

/** Add what a city's plants save or add beyond its own need to the sums of its country. */
export function addSpare(country: CountryGrid, { held, offset, tail }: Part): void {
  if (!held.grid) return;
  const { spareSaved, spareAdded, saved, added } = country;
  eachGridYear(held.grid.spare, offset, saved.length, tail, (y, tonnes) => {
    if (tonnes > 0) spareSaved[y]! += tonnes;
    else spareAdded[y]! += tonnes;
  });
  eachGridYear(held.grid.net, offset, saved.length, tail, (y, tonnes) => {
    if (tonnes > 0) saved[y]! += tonnes;
    else added[y]! += tonnes;
  });
}

/** A city's credit in every year, signed like a difference: negative is saved. */
export function creditsOf({ held, offset, tail }: Part, factors: GridFactors, years: number): Float64Array {
  const credits = new Float64Array(years);
  if (held.grid)
    eachGridYear(held.grid.net, offset, years, tail, (y, tonnes) => {
      // 0 − x, so that nothing is 0 and not −0.
      credits[y] = 0 - creditOf(tonnes, factors, y);
    });
  return credits;
}

/** A grid series over its own years, then as fossil CO2 goes on. */
function eachGridYear(
  series: Float64Array,
  offset: number,
  years: number,
  tail: Tail,
  visit: (y: number, tonnes: number) => void,
): void {
  const own = Math.min(series.length, years - offset);
  for (let y = 0; y < own; y++) visit(offset + y, series[y]!);
  const last = series.at(-1)!;
  for (let y = offset + series.length; y < years; y++) visit(y, last * tail.difference.co2[y]!);
}

/** Add one row of a city's block, with its tail, to a row of the group. */
function addSeries(
  { block, years }: GroupSum,
  row: number,
  from: Float64Array,
  fromRow: number,
  { held, offset }: Part,
  tail: Float64Array,
  factor = 1,
): void {
  const to = row * years + offset;
  const start = fromRow * held.years;
  const own = Math.min(held.years, years - offset);
  for (let y = 0; y < own; y++) block[to + y]! += from[start + y]! * factor;
  const last = from[start + held.years - 1]! * factor;
  if (last !== 0) for (let y = held.years; y < years - offset; y++) block[to + y]! += last * tail[offset + y]!;
}

/** Turn what is saved and added at the socket into what is credited. All cities of the group are of one country. */
export function creditGroup({ block, years }: GroupSum, factors: GridFactors): void {
  const at = (row: number, y: number): number => block[row * years + y]!;
  for (let y = 0; y < years; y++) {
    const credit = at(ROWS.saved, y) * factors.saved[y]! + at(ROWS.added, y) * factors.added[y]!;
    block[ROWS.credit * years + y] = 0 - credit;
  }
}

/** Add one sum to another. */
export function mergeGroup(into: GroupSum, from: GroupSum): void {
  for (let i = 0; i < from.block.length; i++) into.block[i]! += from.block[i]!;
  for (let y = 0; y < from.years; y++) into.covered[y]! += from.covered[y]!;
  into.cities += from.cities;
  into.withPlan += from.withPlan;
  mergeQuality(into.reference, from.reference);
  mergeQuality(into.difference, from.difference);
}

/** @param asOf year at which ages are counted */
export function sumOf(group: GroupSum, asOf: number): NetworkSum {
  const row = (at: number): Float64Array => group.block.slice(at * group.years, (at + 1) * group.years);
  return {
    cities: group.cities,
    withPlan: group.withPlan,
    reference: gasPaths((gas) => row(ROWS.reference + GAS_ROW[gas])),
    difference: gasPaths((gas) => row(ROWS.difference + GAS_ROW[gas])),
    gridShare: row(ROWS.credit),
    hfc134a: row(ROWS.hfc134a),
    covered: group.covered.slice(),
    quality: { reference: qualityOf(group.reference, asOf), difference: qualityOf(group.difference, asOf) },
  };
}
