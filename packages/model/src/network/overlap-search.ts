/** Find bodies that share territory: by their own word, code, name, or by lying inside a metropolitan body near by. */
import { Cells, distanceOf } from './near.ts';
import { placeName } from './place-names.ts';
import type { PlaceName } from './place-names.ts';
import type { OverlapReason } from './result.ts';

/** What the search looks at of a city. */
export interface Body {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly locode?: string;
  readonly population?: number;
  readonly contains?: readonly string[];
  /** Tells which is larger where population does not: t CO2e. */
  readonly tonnes: number;
}

/** Two bodies, by place in the list that was searched. */
export interface OverlapPair {
  readonly larger: number;
  readonly smaller: number;
  readonly reasons: readonly OverlapReason[];
  readonly kilometres?: number;
}

/**
 * A region and the city of its name are one place within this distance, km: the centre a region is given by may be far from its core.
 * Two cities of one name must be nearer. Among 24,000 cities of GeoNames, pairs within 15 km are quarters and twice-listed places,
 * those beyond are other towns.
 */
export const SAME_NAME_KM = { region: 50, city: 15 } as const;
/**
 * A metropolitan body is taken to hold smaller bodies this near to its centre, km, and no farther than the edge of a disc in which its
 * residents live at this many to the km². Manila's cities are within it, and Jakarta's neighbours beyond.
 */
export const METROPOLITAN_KM = 15;
export const METROPOLITAN_DENSITY = 2000;
/** A region of a city's name is taken to hold the city unless it has fewer people than this share of the city's; counts differ by year. */
export const ROOM = 0.8;
/** A UN/LOCODE that more bodies than this bear is a slip of the table (a country's code in every row), no sign of one place. */
export const MOST_OF_ONE_LOCODE = 30;

/**
 * Find every pair of overlapping bodies. Signs:
 *
 * - `contains`: one names the other;
 * - `same-locode`: the same UN/LOCODE, unless more than {@link MOST_OF_ONE_LOCODE} bodies bear it (see `locodesOfMany`);
 * - `same-name`: the same name after `placeName`, in the same country, not farther apart than {@link SAME_NAME_KM} where both places are
 *   known. Not when their qualifiers differ, when both are cities with different UN/LOCODEs, when one is the land around the other
 *   (Kabupaten and Kota), or when the metropolitan body has less than {@link ROOM} of the people of the city it would hold;
 * - `population`: a metropolitan body (by name) and one that is not, within {@link METROPOLITAN_KM} (less for few residents), the former with at least as many
 *   people. It is listed beside other signs too when it holds.
 *
 * Buckets by code, name and half-degree cell: the work grows with bodies and pairs found, not with all pairs.
 *
 * @param apart pairs of ids that are known to share nothing
 */
export function findOverlaps(
  bodies: readonly Body[],
  apart: readonly (readonly [string, string])[] = [],
): readonly OverlapPair[] {
  const search = new Search(bodies, apart);
  search.byContains();
  search.byCode();
  search.byName();
  search.byPlace();
  return search.pairs();
}

/** One search: signs are added pair by pair, in any order. */
class Search {
  readonly #bodies: readonly Body[];
  readonly #names: readonly PlaceName[];
  readonly #codes: readonly (string | undefined)[];
  readonly #apart: ReadonlySet<string>;
  readonly #found = new Map<string, { a: number; b: number; reasons: Set<OverlapReason> }>();
  /** `container>contained`, by their own word. */
  readonly #declared = new Set<string>();

  constructor(bodies: readonly Body[], apart: readonly (readonly [string, string])[]) {
    this.#bodies = bodies;
    this.#names = bodies.map(({ name, country }) => placeName(name, country));
    const ofMany = locodesOfMany(bodies);
    this.#codes = bodies.map(({ locode }) => {
      const code = codeOf(locode);
      return code !== undefined && ofMany.has(code) ? undefined : code;
    });
    this.#apart = new Set(apart.flatMap(([a, b]) => [`${a}\n${b}`, `${b}\n${a}`]));
  }

  byContains(): void {
    const indexOf = new Map(this.#bodies.map(({ id }, i) => [id, i]));
    this.#bodies.forEach(({ contains }, i) => {
      for (const id of contains ?? []) {
        const j = indexOf.get(id);
        // Bodies that are not in the network are no overlap.
        if (j === undefined || j === i) continue;
        this.#declared.add(`${i}>${j}`);
        this.#add(i, j, 'contains');
      }
    });
  }

  byCode(): void {
    eachPairOfAlike(this.#codes, (i, j) => this.#add(i, j, 'same-locode'));
  }

  byName(): void {
    const keys = this.#names.map(({ key }, i) => (key === '' ? undefined : `${this.#bodies[i]!.country}\n${key}`));
    eachPairOfAlike(keys, (i, j) => {
      if (this.#shareName(i, j)) this.#add(i, j, 'same-name');
    });
  }

  byPlace(): void {
    const cells = new Cells(this.#bodies);
    this.#bodies.forEach((body, i) => {
      if (this.#names[i]!.kind !== 'metropolitan') return;
      for (const j of cells.near(body, METROPOLITAN_KM)) if (this.#holds(i, j)) this.#add(i, j, 'population');
    });
  }

  pairs(): readonly OverlapPair[] {
    return [...this.#found.values()].map(({ a, b, reasons }) => {
      const [larger, smaller] = this.#isLarger(a, b) ? [a, b] : [b, a];
      const kilometres = distanceOf(this.#bodies[a]!, this.#bodies[b]!);
      return { larger, smaller, reasons: [...reasons], ...(kilometres !== undefined && { kilometres }) };
    });
  }

  #add(i: number, j: number, reason: OverlapReason): void {
    const [a, b] = i < j ? [i, j] : [j, i];
    if (this.#apart.has(`${this.#bodies[a]!.id}\n${this.#bodies[b]!.id}`)) return;
    const key = `${a}-${b}`;
    const pair = this.#found.get(key);
    if (pair) pair.reasons.add(reason);
    else this.#found.set(key, { a, b, reasons: new Set([reason]) });
  }

  #shareName(i: number, j: number): boolean {
    const [a, b] = [this.#names[i]!, this.#names[j]!];
    if (a.qualifier !== undefined && b.qualifier !== undefined && a.qualifier !== b.qualifier) return false;
    // Where a place is not known the name must do: rather leave a city out than count its tonnes twice.
    const kilometres = distanceOf(this.#bodies[i]!, this.#bodies[j]!) ?? 0;
    if (kilometres > (a.kind === b.kind ? SAME_NAME_KM.city : SAME_NAME_KM.region)) return false;
    if (a.kind === 'metropolitan' && b.kind !== 'metropolitan') return this.#hasRoom(i, j);
    if (b.kind === 'metropolitan' && a.kind !== 'metropolitan') return this.#hasRoom(j, i);
    if (a.kind !== b.kind) return false;
    const [codeA, codeB] = [this.#codes[i], this.#codes[j]];
    return a.kind !== 'city' || codeA === undefined || codeB === undefined || codeA === codeB;
  }

  #hasRoom(outer: number, inner: number): boolean {
    const [all, part] = [this.#bodies[outer]!.population, this.#bodies[inner]!.population];
    return all === undefined || part === undefined || all >= ROOM * part;
  }

  #holds(outer: number, inner: number): boolean {
    const [a, b] = [this.#bodies[outer]!, this.#bodies[inner]!];
    if (this.#names[inner]!.kind !== 'city' || a.country !== b.country) return false;
    if (a.population === undefined || b.population === undefined || a.population < b.population) return false;
    const edge = Math.sqrt(a.population / METROPOLITAN_DENSITY / Math.PI);
    return distanceOf(a, b)! <= Math.min(METROPOLITAN_KM, edge);
  }

  /** By their own word, then regions before cities, then people, then tonnes; the id decides between equals. */
  #isLarger(i: number, j: number): boolean {
    const [own, other] = [this.#declared.has(`${i}>${j}`), this.#declared.has(`${j}>${i}`)];
    if (own !== other) return own;
    return this.#sizeOf(i, j) > 0;
  }

  #sizeOf(i: number, j: number): number {
    const [a, b] = [this.#bodies[i]!, this.#bodies[j]!];
    const region = (index: number): number => (this.#names[index]!.kind === 'metropolitan' ? 1 : 0);
    const people = (a.population ?? NaN) - (b.population ?? NaN);
    return region(i) - region(j) || people || a.tonnes - b.tonnes || (a.id < b.id ? 1 : -1);
  }
}

/** Codes that too many bodies bear to be the code of one place, with how many: no overlap is read from them. */
export function locodesOfMany(bodies: readonly Pick<Body, 'locode'>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { locode } of bodies) {
    const code = codeOf(locode);
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return new Map([...counts].filter(([, count]) => count > MOST_OF_ONE_LOCODE));
}

/** `DE HAM`, `de-ham` and `DEHAM` are one code. */
function codeOf(locode: string | undefined): string | undefined {
  const code = locode?.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return code === '' ? undefined : code;
}

function eachPairOfAlike(keys: readonly (string | undefined)[], visit: (i: number, j: number) => void): void {
  const alike = new Map<string, number[]>();
  keys.forEach((key, index) => {
    if (key === undefined) return;
    const before = alike.get(key);
    for (const other of before ?? []) visit(other, index);
    if (before) before.push(index);
    else alike.set(key, [index]);
  });
}
