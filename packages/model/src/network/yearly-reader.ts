/** Yearly series from columns of knots: many short ones in few stretches of memory, since to allocate each takes longer than to fill it. */
import type { Column, GapColumn, ThousandData } from './thousand-data.ts';

/** Series in the first stretch, and in the longest: each is twice as long as the one before. */
const FIRST_STRETCH = 16;
const LONGEST_STRETCH = 1024;

/** Reads a document year by year. Its series share memory: copy one before it goes to another thread alone. */
export interface YearlyReader {
  readonly data: ThousandData;
  readonly firstYear: number;
  /** Years from the first knot to the last. */
  readonly length: number;
  /** A series from its places. */
  make(of: (y: number) => number): Float64Array;
  /** Series of one city from a [city × knot] column, linear between knots. Empty cells (null) give NaN. */
  read(column: Column | GapColumn, city: number): Float64Array;
}

/** Years of every path that comes out of the document: its first knot to its last. */
export function thousandYears({ knots }: ThousandData): { readonly firstYear: number; readonly lastYear: number } {
  return { firstYear: knots[0]!, lastYear: knots.at(-1)! };
}

export function yearlyReader(data: ThousandData): YearlyReader {
  const { knots } = data;
  const { firstYear, lastYear } = thousandYears(data);
  const length = lastYear - firstYear + 1;
  const { knot, share } = placesOf(knots, length);
  let stretch = new Float64Array(0);
  let series = FIRST_STRETCH / 2;
  let from = 0;
  const make = (of: (y: number) => number): Float64Array => {
    if (from + length > stretch.length) {
      series = Math.min(LONGEST_STRETCH, 2 * series);
      stretch = new Float64Array(length * series);
      from = 0;
    }
    const made = stretch.subarray(from, from + length);
    from += length;
    for (let y = 0; y < length; y++) made[y] = of(y);
    return made;
  };
  const read = (column: Column | GapColumn, city: number): Float64Array => {
    const first = city * knots.length;
    return make((y) => {
      const here = column[first + knot[y]!] ?? NaN;
      const along = share[y]!;
      return along === 0 ? here : here + along * ((column[first + knot[y]! + 1] ?? NaN) - here);
    });
  };
  return { data, firstYear, length, make, read };
}

/** For every year, the knot at or before it, and how far it is from there to the next, 0…1. */
function placesOf(
  knots: readonly number[],
  length: number,
): { readonly knot: Uint8Array; readonly share: Float64Array } {
  const knot = new Uint8Array(length);
  const share = new Float64Array(length);
  for (let y = 0; y < length; y++) {
    const year = knots[0]! + y;
    const next = knots.findIndex((each) => each > year);
    const k = next === -1 ? knots.length - 1 : next - 1;
    knot[y] = k;
    share[y] = next === -1 ? 0 : (year - knots[k]!) / (knots[next]! - knots[k]!);
  }
  return { knot, share };
}

/** Yearly series of one city, in memory of its own. See `YearlyReader.read`. */
export function yearly(data: ThousandData, column: Column | GapColumn, city: number): Float64Array {
  return yearlyReader(data).read(column, city).slice();
}
