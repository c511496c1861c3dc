/** What a city emits, from one inventory: the total, its parts, how well it is known, and what is not known at all. */
import {
  inBoundary,
  isMissing,
  refsIn,
  sectorOf,
  subsectorOf,
  totalOf,
  type Boundary,
  type Inventory,
  type InventoryRow,
  type Provenance,
  type Quality,
  type Range,
} from '@thousand-cities/model';

export const SHOWN_SECTORS = ['I', 'II', 'III', 'IV', 'V'] as const;
export type ShownSector = (typeof SHOWN_SECTORS)[number];

export interface SectorFacts {
  readonly sector: ShownSector;
  /** t CO2e; undefined where there is no figure at all. */
  readonly tonnes: number | undefined;
  /** Whether something of it is not known. Without a figure and without gaps it does not occur, or is counted elsewhere. */
  readonly open: boolean;
  /** Share of the total; undefined beside an unknown figure or an empty total. */
  readonly share: number | undefined;
}

export interface EmitsFacts {
  readonly year: number;
  readonly boundary: Boundary;
  readonly gwpSet: string;
  readonly tonnes: number;
  /** 90 % interval of the total, where the inventory states one. */
  readonly interval: Range | undefined;
  readonly population: number | undefined;
  readonly perHead: number | undefined;
  /** All five, largest first, the unknown ones last. */
  readonly sectors: readonly SectorFacts[];
  /** Share of the tonnes by where their figure stands, largest first. */
  readonly standing: readonly { readonly provenance: Provenance; readonly share: number }[];
  /** Share of the tonnes whose activity data are of a quality; rows that state none are left out. */
  readonly quality: readonly { readonly quality: Quality; readonly share: number }[];
  /** Sub-sectors (such as `II.4`) of which something inside the boundary is not known. */
  readonly gaps: readonly string[];
  /** Ids of the sources behind the figures, the one behind most tonnes first. */
  readonly sources: readonly string[];
}

/** Gather it. Figures inside the boundary alone count. */
export function emitsOf(inventory: Inventory, boundary: Boundary, residents?: number): EmitsFacts {
  const total = totalOf(inventory, boundary);
  const rows = inventory.rows.flatMap((row): Known[] => {
    const { co2eTonnes } = row;
    return isMissing(co2eTonnes) || !inBoundary(row.ref, boundary) ? [] : [{ ...row, co2eTonnes }];
  });
  const population = inventory.population ?? residents;
  const tonnes = total.co2eTonnes;
  return {
    year: inventory.year,
    boundary,
    gwpSet: inventory.gwpSet,
    tonnes,
    interval: inventory.totalIntervals?.[boundary],
    population,
    perHead: population !== undefined && population > 0 ? tonnes / population : undefined,
    sectors: sectorsOf(rows, tonnes, new Set(total.gaps.map(({ ref }) => sectorOf(ref)))),
    standing: sharesBy(rows, ({ provenance }) => provenance).map(([provenance, share]) => ({ provenance, share })),
    quality: sharesBy(rows, (row) => row.quality?.activity).map(([quality, share]) => ({ quality, share })),
    gaps: [...new Set(total.gaps.map(({ ref }) => subsectorOf(ref)))],
    sources: sourcesOf(rows),
  };
}

/** A row that has a figure. */
type Known = Omit<InventoryRow, 'co2eTonnes'> & { readonly co2eTonnes: number };

function sectorsOf(rows: readonly Known[], total: number, unknown: ReadonlySet<string>): readonly SectorFacts[] {
  const facts = SHOWN_SECTORS.map((sector): SectorFacts => {
    const own = rows.filter(({ ref }) => sectorOf(ref) === sector);
    const open = unknown.has(sector);
    if (own.length === 0) return { sector, open, tonnes: undefined, share: undefined };
    const tonnes = own.reduce((sum, row) => sum + row.co2eTonnes, 0);
    return { sector, open, tonnes, share: total > 0 ? tonnes / total : undefined };
  });
  return facts.sort((a, b) => (b.tonnes ?? -Infinity) - (a.tonnes ?? -Infinity));
}

/** Shares of tonnes by a key, largest first; rows without the key are left out of the whole. */
function sharesBy<K extends string>(
  rows: readonly Known[],
  keyOf: (row: Known) => K | undefined,
): readonly (readonly [K, number])[] {
  const sums = new Map<K, number>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== undefined) sums.set(key, (sums.get(key) ?? 0) + Math.abs(row.co2eTonnes));
  }
  const all = [...sums.values()].reduce((sum, value) => sum + value, 0);
  if (all === 0) return [];
  return [...sums].map(([key, sum]) => [key, sum / all] as const).sort((a, b) => b[1] - a[1]);
}

function sourcesOf(rows: readonly Known[]): readonly string[] {
  const weights = new Map<string, number>();
  for (const row of rows) {
    for (const id of row.sources) weights.set(id, (weights.get(id) ?? 0) + Math.abs(row.co2eTonnes));
  }
  return [...weights].sort((a, b) => b[1] - a[1]).map(([id]) => id);
}

/** Whether a boundary could count anything of a sector: the land sector is no part of BASIC, so nothing is missing there. */
export function countsSector(boundary: Boundary, sector: ShownSector): boolean {
  return refsIn(boundary).some((ref) => sectorOf(ref) === sector);
}
