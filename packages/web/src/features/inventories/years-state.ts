/** Inventories of a city side by side: totals by sector with their gaps, and how they changed. Pure. */
import {
  checkInventory,
  GPC_REFERENCES,
  isMissing,
  sectorOf,
  SECTORS,
  totalOf,
  totalsBySector,
  type Boundary,
  type GwpSet,
  type Inventory,
  type Sector,
} from '@thousand-cities/model';
import type { State } from '../../shared/client/client.ts';

/** An inventory as the server lists it, with its newest document. */
export interface YearDocument {
  readonly id: string;
  readonly year: number;
  readonly name: string;
  readonly version: number;
  readonly state: State;
  readonly approvedVersion: number | null;
  readonly publishedVersion: number | null;
  readonly inventory: Inventory;
}

/** A sum and how many references behind it have no figure. */
export interface GappedSum {
  /** t CO2e. */
  readonly tonnes: number;
  readonly gaps: number;
}

/** One column of the table. */
export interface YearColumn extends YearDocument {
  readonly total: GappedSum;
  readonly sectors: Readonly<Partial<Record<Sector, GappedSum>>>;
  /** t CO2e per resident; undefined where residents are not known. */
  readonly perHead: number | undefined;
  /** Share of the total, 0 to 1, that is default figures; undefined for a total of nought. */
  readonly defaultShare: number | undefined;
  readonly errors: number;
  readonly warnings: number;
}

/** Sectors that a boundary counts anything of. */
export function sectorsIn(boundary: Boundary): readonly Sector[] {
  return SECTORS.filter((sector) =>
    GPC_REFERENCES.some((entry) => entry.sector === sector && entry.boundaries.includes(boundary)),
  );
}

/** Columns in order of year, then name. Findings compare each inventory with the others of the city. */
export function yearColumns(
  documents: readonly YearDocument[],
  boundary: Boundary,
  gwp: (set: Inventory['gwpSet']) => GwpSet | undefined = () => undefined,
): readonly YearColumn[] {
  const series = documents.map(({ inventory }) => inventory);
  return documents
    .toSorted((one, other) => one.year - other.year || (one.name < other.name ? -1 : 1))
    .map((document) => columnOf(document, boundary, series, gwp(document.inventory.gwpSet)));
}

function columnOf(
  document: YearDocument,
  boundary: Boundary,
  series: readonly Inventory[],
  gwp: GwpSet | undefined,
): YearColumn {
  const { inventory } = document;
  const { co2eTonnes, gaps } = totalOf(inventory, boundary);
  const bySector = totalsBySector(inventory, boundary);
  const sectors = Object.fromEntries(
    sectorsIn(boundary).map((sector) => [
      sector,
      { tonnes: bySector[sector] ?? 0, gaps: gaps.filter(({ ref }) => sectorOf(ref) === sector).length },
    ]),
  );
  const population = inventory.population ?? inventory.city.population;
  const findings = checkInventory({ inventory, series, ...(gwp && { gwp }) });
  return {
    ...document,
    total: { tonnes: co2eTonnes, gaps: gaps.length },
    sectors,
    perHead: population === undefined || population === 0 ? undefined : co2eTonnes / population,
    defaultShare: co2eTonnes > 0 ? defaultsIn(inventory, boundary) / co2eTonnes : undefined,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
  };
}

function defaultsIn({ rows }: Inventory, boundary: Boundary): number {
  const counted = new Set(GPC_REFERENCES.filter((entry) => entry.boundaries.includes(boundary)).map(({ ref }) => ref));
  return rows.reduce((sum, { ref, co2eTonnes, provenance }) => {
    const isDefault = provenance === 'default' || provenance === 'assumption';
    return isDefault && counted.has(ref) && !isMissing(co2eTonnes) ? sum + co2eTonnes : sum;
  }, 0);
}

/** Relative change from one sum to another, such as −0.12; undefined where the first is nought, or one of the two knows less. */
export function changeFrom(before: GappedSum | undefined, after: GappedSum): number | undefined {
  const isAlike = before !== undefined && before.tonnes !== 0 && before.gaps === after.gaps;
  return isAlike ? after.tonnes / before.tonnes - 1 : undefined;
}

/** The base year: the one chosen, else the earliest. */
export function baseColumn(columns: readonly YearColumn[], chosen: string | undefined): YearColumn | undefined {
  return columns.find(({ id }) => id === chosen) ?? columns[0];
}
