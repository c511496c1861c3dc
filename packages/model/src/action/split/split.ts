/** Split an inventory into cells by end use and carrier: the grain at which actions work. */
import type { Finding } from '../../finding.ts';
import { co2eOf, type GasMasses, type GwpSet } from '../../gas.ts';
import { isMissing, type Inventory, type InventoryRow } from '../../inventory/types.ts';
import type { CountryProfile } from '../../reference.ts';
import type { Cell } from '../types.ts';
import { carrierNamed, toActivityUnit } from './carriers.ts';
import { cellIdOf } from './cell-id.ts';
import { incomeGroupOf, zoneWeights } from './climate.ts';
import { seriesNear, type GridFactor } from './factor.ts';
import { landingParts } from './landings.ts';
import { lossCells, lossFinding, lossParents, lossShare, mayBeLosses } from './losses.ts';
import { partsOfRow, type CellPart, type PartContext } from './parts.ts';
import { priceKeyOf } from './prices.ts';
import type { CarrierFactorLookup, SplitOptions, SplitShares } from './types.ts';

/** Grid electricity above this per head is not believed: the grid factor is lifted instead (Iceland and Norway use about 50 and 23 MWh with their smelters). */
const LARGEST_GRID_MWH_PER_HEAD = 25;
/** World average when nothing is known of the country's grid, t CO2/MWh. Judgement from Ember's yearly world means (about 0.48 in 2022). */
const WORLD_GRID = 0.48;

/** Cells of an inventory and what was noticed on the way. */
export interface CellSplit {
  readonly cells: readonly Cell[];
  readonly findings: readonly Finding[];
}

/**
 * Split an inventory into cells by end use × carrier with default shares by climate, income group and country.
 *
 * Each row's t CO2e is divided among its cells so that Σ amount · Σ_g factor_g · GWP_g over the cells of a reference equals
 * the reference's reported CO2e (to rounding, < 1e-9 relative). Rows with activity data keep carrier and amount. Rows with a
 * notation key give no cells. Cells of amount 0 are added where actions may shift activity to. See `docs/methods/cells.md`.
 *
 * @throws {DomainError} `unknown-gas` when a row names a gas the GWP set does not hold
 */
export function splitIntoCells(
  inventory: Inventory,
  country: CountryProfile,
  splits: SplitShares,
  combustion: CarrierFactorLookup,
  options: SplitOptions,
): CellSplit {
  const findings: Finding[] = [];
  const { gwpSet } = options;
  const degreeDays = options.heatingDegreeDays ?? country.heatingDegreeDays?.value;
  const place = { iso3: country.iso3, income: incomeGroupOf(country), weights: zoneWeights(degreeDays) };
  const grid = gridFactorFor(inventory, country, options, findings);
  const context: PartContext = { splits, place, findings, grid, combustion, gwpSet, processes: splits.processes };
  const cells = new Map<string, Cell>();
  const put = (part: CellPart) => {
    const cell = finishCell(part, context, options);
    const there = cells.get(cell.id);
    cells.set(cell.id, there ? mergeCells(there, cell, gwpSet) : cell);
  };

  const figures = inventory.rows.filter((row) => typeof row.co2eTonnes === 'number');
  findings.push(...missingFindings(inventory.rows));
  for (const row of figures) {
    if (!mayBeLosses(row.ref)) partsOfRow(row, row.co2eTonnes as number, context).forEach(put);
  }
  landingParts(cells, splits.landings, context).forEach(put);
  for (const row of mergedByRef(figures.filter(({ ref }) => mayBeLosses(ref)))) {
    const co2e = row.co2eTonnes as number;
    const parents = lossParents(row.ref, cells.values());
    const share = lossShare(row.ref, co2e, parents, gwpSet, country.gridLosses?.value);
    if (share !== undefined) for (const cell of lossCells(row, share, parents)) cells.set(cell.id, cell);
    else {
      if (co2e !== 0 && row.ref.startsWith('I.')) findings.push(lossFinding(row.ref));
      partsOfRow(row, co2e, context).forEach(put);
    }
  }
  return { cells: [...cells.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)), findings };
}

/** Losses are read per reference: rows of the same reference are added first, when they are figures only. */
function mergedByRef(rows: readonly InventoryRow[]): InventoryRow[] {
  const merged = new Map<string, InventoryRow>();
  for (const row of rows) {
    const there = merged.get(row.ref);
    if (!there) merged.set(row.ref, row);
    else {
      const { ref, provenance, sources } = there;
      const co2eTonnes = (there.co2eTonnes as number) + (row.co2eTonnes as number);
      merged.set(ref, { ref, co2eTonnes, provenance, sources: [...new Set([...sources, ...row.sources])] });
    }
  }
  return [...merged.values()];
}

/** Dress a part as a cell: identity, drivers, stock, price. */
function finishCell(part: CellPart, context: PartContext, options: SplitOptions): Cell {
  const { ref, use, carrier, sink, note, ...rest } = part;
  const stock = context.splits.stocks.find((s) => s.use === use && (!s.carriers || s.carriers.includes(carrier)));
  const drivers = options.drivers?.(use, carrier);
  const price =
    mayBeLosses(ref) && carrier === 'grid-electricity' ? undefined : priceKeyOf(ref, carrier, options.priceKeys);
  const response = stock?.responseYears && blend(stock.responseYears, context.place.weights);
  return {
    id: cellIdOf(ref, use, carrier),
    ref,
    use,
    carrier,
    ...rest,
    activityDrivers: drivers?.activity ?? [],
    intensityDrivers: drivers?.intensity ?? [],
    ...(stock?.lifetimeYears === undefined ? {} : { stockLifetimeYears: stock.lifetimeYears }),
    ...(response === undefined ? {} : { responseYears: response }),
    ...(price === undefined ? {} : { price }),
    ...(sink ? { sink } : {}),
    ...(note === undefined ? {} : { note }),
  };
}

function blend<K extends string>(values: Readonly<Record<K, number>>, weights: Readonly<Record<K, number>>): number {
  return (Object.keys(values) as K[]).reduce((total, key) => total + values[key] * weights[key], 0);
}

/** Two parts of the same use and carrier (several rows of one reference): amounts add, factors are weighted by amount. */
function mergeCells(a: Cell, b: Cell, gwpSet: GwpSet): Cell {
  const sources = [...new Set([...a.sources, ...b.sources])];
  if (a.unit !== b.unit) {
    const added = (b.amount * co2eOf(b.factors, gwpSet)) / co2eOf(a.factors, gwpSet);
    return { ...a, amount: a.amount + added, sources };
  }
  const amount = a.amount + b.amount;
  if (amount === 0) return { ...a, sources };
  const factors: Partial<Record<string, number>> = {};
  for (const species of new Set([...Object.keys(a.factors), ...Object.keys(b.factors)])) {
    const mass = (cell: Cell) => cell.amount * (cell.factors[species] ?? 0);
    factors[species] = (mass(a) + mass(b)) / amount;
  }
  return { ...(a.amount >= b.amount ? a : b), amount, factors, sources };
}

/** The grid factor: the city's own, what its electricity rows imply, the country's, or the world's as a visible assumption. */
function gridFactorFor(
  inventory: Inventory,
  country: CountryProfile,
  options: SplitOptions,
  findings: Finding[],
): GridFactor {
  const own = options.gridTonnesPerMwh ?? measuredGrid(inventory);
  if (own !== undefined && own > 0) return { tonnesPerMwh: own, provenance: 'city-value', source: 'city' };
  const series = country.gridIntensity;
  const grams = series && seriesNear(series, inventory.year);
  const known = grams !== undefined && grams > 0;
  if (!known) findings.push(gridFinding('grid-factor-missing', country, 'is not known; the world average stands in'));
  const base: GridFactor = known
    ? { tonnesPerMwh: grams / 1_000, provenance: 'default', source: series!.source }
    : { tonnesPerMwh: WORLD_GRID, provenance: 'assumption', source: 'assumption' };
  const floor = smallestBelievableGrid(inventory);
  if (floor === undefined || base.tonnesPerMwh >= floor) return base;
  findings.push(
    gridFinding('grid-factor-lifted', country, 'would put electricity above 25 MWh per head; it is lifted'),
  );
  return { tonnesPerMwh: floor, provenance: 'assumption', source: base.source };
}

function gridFinding(code: string, country: CountryProfile, problem: string): Finding {
  return {
    code,
    severity: 'warning',
    path: ['city', 'country'],
    message: `The grid factor of ${country.name} ${problem}.`,
    remedy: 'Give electricity use in MWh, or the grid factor of your inventory.',
    values: { country: country.iso3 },
  };
}

const scope2 = /^(I\.[1-6]|II\.[1-5])\.2$/;

/** t CO2e per MWh over scope 2 rows that give their electricity; undefined when none does. */
function measuredGrid(inventory: Inventory): number | undefined {
  let tonnes = 0;
  let mwh = 0;
  for (const row of inventory.rows) {
    if (!scope2.test(row.ref) || !row.activity || isMissing(row.co2eTonnes)) continue;
    const measured = toActivityUnit(row.activity.amount, row.activity.unit);
    if (carrierNamed(row.activity.carrier) !== 'grid-electricity' || measured?.unit !== 'MWh') continue;
    tonnes += row.co2eTonnes;
    mwh += measured.amount;
  }
  return mwh > 0 ? tonnes / mwh : undefined;
}

/** Grid factor below which the inventory's scope 2 would mean more electricity per head than anyone uses. */
function smallestBelievableGrid(inventory: Inventory): number | undefined {
  const population = inventory.population ?? inventory.city.population;
  if (population === undefined || !(population > 0)) return undefined;
  let tonnes = 0;
  for (const { ref, co2eTonnes } of inventory.rows) {
    if (scope2.test(ref) && !isMissing(co2eTonnes)) tonnes += co2eTonnes;
  }
  return tonnes / (population * LARGEST_GRID_MWH_PER_HEAD);
}

/** One note for each reference that is not a figure because nobody estimated it or it is confidential. */
function missingFindings(rows: readonly InventoryRow[]): Finding[] {
  return rows.flatMap(({ ref, co2eTonnes }) => {
    if (!isMissing(co2eTonnes)) return [];
    const keys = co2eTonnes.keys.filter((key) => key === 'NE' || key === 'C' || key === 'unknown');
    if (keys.length === 0) return [];
    return [
      {
        code: 'reference-without-cells',
        severity: 'note',
        path: ['inventory', ref],
        message: `${ref} is ${keys.join(', ')}: it has no cells, and actions on it count for nothing`,
        remedy: 'Estimate it, and the actions that bear on it will appear.',
        values: { ref, keys: keys.join(' ') },
      } satisfies Finding,
    ];
  });
}

/** t CO2e of cells by reference in the base year: what the split must leave unchanged. */
export function cellTonnesByRef(cells: readonly Cell[], gwpSet: GwpSet): Readonly<Record<string, number>> {
  const totals: Record<string, number> = {};
  for (const { ref, amount, factors } of cells) {
    totals[ref] = (totals[ref] ?? 0) + amount * co2eOf(factors as GasMasses, gwpSet);
  }
  return totals;
}
