/** Sums of an inventory: by boundary, sector, scope, reference and gas, each with the gaps behind it. */
import type { GasMasses, GasSpecies } from '../gas.ts';
import { BOUNDARIES, GPC_REFERENCES, inBoundary, refsIn, scopeOf, sectorOf } from './gpc.ts';
import type { Scope, Sector } from './gpc.ts';
import { isMissing } from './types.ts';
import type { Boundary, GpcRef, Inventory, InventoryRow, Missing, NotationKey, Reported } from './types.ts';

/** A reference that a total should hold and does not. `absent`: the inventory has no row for it at all. */
export interface InventoryGap {
  readonly ref: GpcRef;
  readonly why: 'not-estimated' | 'confidential' | 'unknown' | 'absent';
  readonly explanation?: string;
}

/** A total and what it does not know. Gaps count as nothing in the sum, as published totals do, so they must travel with it. */
export interface InventoryTotal {
  readonly boundary: Boundary;
  readonly co2eTonnes: number;
  /** References with a figure. */
  readonly counted: readonly GpcRef[];
  readonly gaps: readonly InventoryGap[];
  readonly complete: boolean;
}

export type InventoryTotals = Readonly<Record<Boundary, InventoryTotal>>;

/**
 * What the inventory says of each reference: the sum of its figures, or its notation. Rows of one reference add up; a reference with
 * both figures and keys has the sum as its value and still shows as a gap when a key says so.
 *
 * @throws {DomainError} `unknown-reference`
 */
export function figuresByRef(inventory: Inventory): ReadonlyMap<GpcRef, Reported> {
  const held = new Map<GpcRef, Reported>();
  for (const { ref, co2eTonnes } of inventory.rows) {
    sectorOf(ref);
    const before = held.get(ref);
    held.set(ref, before === undefined ? co2eTonnes : join(before, co2eTonnes));
  }
  return held;
}

/** Total by one boundary: BASIC, BASIC+, BASIC+ with other scope 3, or territorial. @throws {DomainError} `unknown-reference` */
export function totalOf(inventory: Inventory, boundary: Boundary): InventoryTotal {
  return totalsOf(inventory)[boundary];
}

/** All four totals. Credits and biogenic CO2 are in none of them. @throws {DomainError} `unknown-reference` */
export function totalsOf(inventory: Inventory): InventoryTotals {
  const held = figuresByRef(inventory);
  const gaps = new Map(gapsOf(inventory).map((gap) => [gap.ref, gap]));
  const [basic, basicPlus, basicPlusS3, territorial] = BOUNDARIES.map((boundary) => totalFrom(boundary, held, gaps));
  return { basic: basic!, basicPlus: basicPlus!, basicPlusS3: basicPlusS3!, territorial: territorial! };
}

function totalFrom(
  boundary: Boundary,
  held: ReadonlyMap<GpcRef, Reported>,
  gaps: ReadonlyMap<GpcRef, InventoryGap>,
): InventoryTotal {
  let co2eTonnes = 0;
  const counted: GpcRef[] = [];
  const open: InventoryGap[] = [];
  for (const ref of refsIn(boundary)) {
    const value = held.get(ref);
    if (typeof value === 'number') {
      co2eTonnes += value;
      counted.push(ref);
    }
    const gap = gaps.get(ref);
    if (gap !== undefined) open.push(gap);
  }
  return { boundary, co2eTonnes, counted, gaps: open, complete: open.length === 0 };
}

/** Every reference of the 54 that is not known: no row, `NE`, `C` or `unknown`. `NO` and `IE` are answers, not gaps. */
export function gapsOf(inventory: Inventory): readonly InventoryGap[] {
  const rowsOfRef = new Map<GpcRef, InventoryRow[]>();
  for (const row of inventory.rows) {
    const rows = rowsOfRef.get(row.ref);
    if (rows === undefined) rowsOfRef.set(row.ref, [row]);
    else rows.push(row);
  }
  const gaps: InventoryGap[] = [];
  for (const { ref } of GPC_REFERENCES) {
    const rows = rowsOfRef.get(ref);
    if (rows === undefined) gaps.push({ ref, why: 'absent' });
    else {
      const gap = firstGap(ref, rows);
      if (gap !== undefined) gaps.push(gap);
    }
  }
  return gaps;
}

const WHY: Readonly<Partial<Record<NotationKey, InventoryGap['why']>>> = {
  NE: 'not-estimated',
  C: 'confidential',
  unknown: 'unknown',
};

function firstGap(ref: GpcRef, rows: readonly InventoryRow[]): InventoryGap | undefined {
  for (const { co2eTonnes } of rows) {
    if (!isMissing(co2eTonnes)) continue;
    for (const key of co2eTonnes.keys) {
      const why = WHY[key];
      if (why === undefined) continue;
      const { explanation } = co2eTonnes;
      return { ref, why, ...(explanation !== undefined && { explanation }) };
    }
  }
  return undefined;
}

/**
 * Sum by sector, t CO2e, over the references of one boundary. The default counts BASIC+S3, so that the six add up to that total and
 * neither grid generation (I.4.4) nor imported waste (III.x.3) is counted beside its scope 2 or scope 3 twin.
 */
export function totalsBySector(
  inventory: Inventory,
  boundary: Boundary = 'basicPlusS3',
): Readonly<Record<Sector, number>> {
  const sums: Record<Sector, number> = { I: 0, II: 0, III: 0, IV: 0, V: 0, VI: 0 };
  for (const { ref, co2eTonnes } of inventory.rows) {
    if (!isMissing(co2eTonnes) && inBoundary(ref, boundary)) sums[sectorOf(ref)] += co2eTonnes;
  }
  return sums;
}

/** Sum by scope over all references, t CO2e. The three are shown side by side and never added up. */
export function totalsByScope(inventory: Inventory): Readonly<Record<Scope, number>> {
  const sums: Record<Scope, number> = { 1: 0, 2: 0, 3: 0 };
  for (const { ref, co2eTonnes } of inventory.rows) {
    if (!isMissing(co2eTonnes)) sums[scopeOf(ref)] += co2eTonnes;
  }
  return sums;
}

/** Masses by species over a boundary, and how much CO2e comes from rows that do not say which gas it is. */
export interface GasTotals {
  /** Tonnes by species. */
  readonly masses: GasMasses;
  /** t CO2e of rows without gas masses. */
  readonly unsplitCo2eTonnes: number;
}

/** Sum gas masses over the references of a boundary. */
export function massesByGas(inventory: Inventory, boundary: Boundary): GasTotals {
  const masses: Record<GasSpecies, number> = {};
  let unsplitCo2eTonnes = 0;
  for (const row of inventory.rows) {
    if (isMissing(row.co2eTonnes) || !inBoundary(row.ref, boundary)) continue;
    if (row.gases === undefined) unsplitCo2eTonnes += row.co2eTonnes;
    else addMasses(masses, row.gases);
  }
  return { masses, unsplitCo2eTonnes };
}

/** Biogenic CO2 of all rows, tonnes: a memo beside the totals, in none of them. `undefined` when no row states any. */
export function biogenicCo2Of(inventory: Inventory): number | undefined {
  const stated = inventory.rows.flatMap((row) => row.biogenicCo2Tonnes ?? []);
  return stated.length === 0 ? undefined : stated.reduce((sum, mass) => sum + mass, 0);
}

function addMasses(into: Record<GasSpecies, number>, masses: GasMasses): void {
  for (const [species, mass] of Object.entries(masses)) {
    if (mass === undefined) continue;
    const before = into[species];
    into[species] = before === undefined ? mass : before + mass;
  }
}

/** A figure beside a notation stays a figure; two notations become one list. */
function join(one: Reported, other: Reported): Reported {
  if (isMissing(one)) return isMissing(other) ? joinMissing(one, other) : other;
  return isMissing(other) ? one : one + other;
}

function joinMissing(one: Missing, other: Missing): Missing {
  const includedIn = unique([...(one.includedIn ?? []), ...(other.includedIn ?? [])]);
  const explanation = unique([one.explanation, other.explanation].filter((text) => text !== undefined)).join('; ');
  return {
    keys: unique([...one.keys, ...other.keys]),
    ...(includedIn.length > 0 && { includedIn }),
    ...(explanation !== '' && { explanation }),
  };
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}
