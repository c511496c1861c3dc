/** Split an inventory into cells by end use and carrier: the grain at which actions work. */
import type { Finding } from '../../finding.ts';
import { co2eOf, type GasMasses, type GwpSet } from '../../gas.ts';
import { isMissing, type Inventory, type InventoryRow } from '../../inventory/types.ts';
import type { CountryProfile } from '../../reference.ts';
import type { Cell } from '../types.ts';
import { cellIdOf } from './cell-id.ts';
import { incomeGroupOf, zoneWeights } from './climate.ts';
import { gridFactorFor } from './grid.ts';
import { landingParts } from './landings.ts';
import { lossCells, lossFinding, lossParents, lossShare, mayBeLosses } from './losses.ts';
import { partsOfRow, type CellPart, type PartContext } from './parts.ts';
import { priceKeyOf } from './prices.ts';
import { rowsSpeakingOf } from './shares.ts';
import type { CarrierFactorLookup, SplitOptions, SplitShares } from './types.ts';

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
  const spoken = {
    ...splits,
    carriers: rowsSpeakingOf(splits.carriers, place),
    uses: rowsSpeakingOf(splits.uses, place),
  };
  const context: PartContext = {
    splits: spoken,
    place,
    findings,
    grid,
    combustion,
    gwpSet,
    processes: splits.processes,
  };
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
  const lossRows = readLosses(figures, cells, context, country);
  for (const { row, share } of lossRows) {
    if (share === undefined) partsOfRow(row, row.co2eTonnes as number, context).forEach(put);
  }
  landingParts(cells, splits.landings, context).forEach(put);
  for (const { row, share } of lossRows) {
    if (share === undefined) continue;
    for (const cell of lossCells(row, share, lossParents(row.ref, cells.values()))) cells.set(cell.id, cell);
  }
  return { cells: [...cells.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)), findings };
}

/** Scope 3 rows of energy and transport, each with the share of consumption it is lost at, if it can be read so. */
function readLosses(
  figures: readonly InventoryRow[],
  cells: ReadonlyMap<string, Cell>,
  context: PartContext,
  country: CountryProfile,
): { readonly row: InventoryRow; readonly share: number | undefined }[] {
  return mergedByRef(figures.filter(({ ref }) => mayBeLosses(ref))).map((row) => {
    const co2e = row.co2eTonnes as number;
    const parents = lossParents(row.ref, cells.values());
    const share = lossShare(row.ref, co2e, parents, context.gwpSet, country.gridLosses?.value);
    if (share === undefined && co2e !== 0 && row.ref.startsWith('I.')) context.findings.push(lossFinding(row.ref));
    return { row, share };
  });
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
