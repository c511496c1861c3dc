/** The inventory as the charts need it: cells of the base year in tonnes, grouped by sector, scope or gas. */
import {
  channelFactors,
  channelWeights,
  CHANNELS,
  inBoundary,
  isMissing,
  scopeOf,
  sectorOf,
  type Carrier,
  type Channel,
  type EndUse,
  type GpcRef,
  type GwpSet,
  type Inventory,
  type Plan,
  type Provenance,
  type Scope,
  type Sector,
} from '@thousand-cities/model';

/** A part of the base year's emissions: one gas of one cell, t CO2e. */
export interface InventoryPart {
  readonly ref: GpcRef;
  readonly sector: Sector;
  readonly scope: Scope;
  readonly use: EndUse;
  readonly carrier: Carrier;
  readonly gas: GasGroup;
  readonly tonnes: number;
  readonly provenance: Provenance;
}

/** Gases as people know them; both kinds of methane are one. */
export type GasGroup = 'co2' | 'ch4' | 'n2o' | 'fgas';
export const GAS_GROUPS: readonly GasGroup[] = ['co2', 'ch4', 'n2o', 'fgas'];
export const gasGroupOf = (channel: Channel): GasGroup =>
  channel === 'ch4Fossil' || channel === 'ch4Biogenic' ? 'ch4' : channel;

export type Dimension = 'sector' | 'scope' | 'gas';
export const DIMENSIONS: readonly Dimension[] = ['sector', 'scope', 'gas'];

/** Value of a part on a dimension, as text. */
export function onDimension(part: InventoryPart, dimension: Dimension): string {
  return dimension === 'sector' ? part.sector : dimension === 'scope' ? String(part.scope) : part.gas;
}

/** Parts of the base year inside the plan's boundary, from its cells. Sinks and empty parts are left to the table. */
export function partsOf(plan: Plan, gwpSet: GwpSet): readonly InventoryPart[] {
  const weights = channelWeights(gwpSet);
  return plan.baseline.cells.flatMap((cell) => {
    if (!inBoundary(cell.ref, plan.baseline.boundary)) return [];
    const factors = channelFactors(cell, gwpSet);
    return CHANNELS.flatMap((channel, c) => {
      const tonnes = cell.amount * factors[c]! * weights[c]!;
      if (!(tonnes > 0)) return [];
      const { ref, use, carrier, provenance } = cell;
      return [
        { ref, sector: sectorOf(ref), scope: scopeOf(ref), use, carrier, gas: gasGroupOf(channel), tonnes, provenance },
      ];
    });
  });
}

/** Sum tonnes by a key, largest first. */
export function sumBy<K extends string>(
  parts: readonly InventoryPart[],
  key: (part: InventoryPart) => K,
): readonly { readonly key: K; readonly tonnes: number }[] {
  const sums = new Map<K, number>();
  for (const part of parts) sums.set(key(part), (sums.get(key(part)) ?? 0) + part.tonnes);
  return [...sums].map(([k, tonnes]) => ({ key: k, tonnes })).sort((a, b) => b.tonnes - a.tonnes);
}

/** Sum by GPC sector in the standard's order. */
export function bySector(
  parts: readonly InventoryPart[],
): readonly { readonly key: Sector; readonly tonnes: number }[] {
  return [...sumBy(parts, ({ sector }) => sector)].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** A leaf of the treemap: all parts of one use and carrier within a group. */
export interface TreeLeaf {
  readonly id: string;
  readonly group: string;
  readonly sector: Sector;
  readonly use: EndUse;
  readonly carrier: Carrier;
  readonly refs: readonly GpcRef[];
  readonly tonnes: number;
  readonly provenance: Provenance;
}

/** Leaves by group of a dimension. */
export function leavesOf(parts: readonly InventoryPart[], dimension: Dimension): readonly TreeLeaf[] {
  const leaves = new Map<string, TreeLeaf>();
  for (const part of parts) {
    const group = onDimension(part, dimension);
    const id = `${group}/${part.sector}/${part.use}/${part.carrier}`;
    const old = leaves.get(id);
    const { sector, use, carrier, provenance } = part;
    leaves.set(id, {
      id,
      group,
      sector,
      use,
      carrier,
      provenance,
      refs: old ? [...new Set([...old.refs, part.ref])] : [part.ref],
      tonnes: (old?.tonnes ?? 0) + part.tonnes,
    });
  }
  return [...leaves.values()].sort((a, b) => b.tonnes - a.tonnes);
}

/** A flow of the Sankey: from a carrier to a use, from a use to a group. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly tonnes: number;
  readonly sector: Sector;
}

/** Uses smaller than this share of the total are drawn together, so that labels stay readable. */
const SMALL = 0.012;

/** Flows carrier → use → group. Small carriers and uses flow through `other`. */
export function flowsOf(parts: readonly InventoryPart[], dimension: Dimension): readonly Flow[] {
  const total = parts.reduce((sum, { tonnes }) => sum + tonnes, 0);
  const large = (entries: readonly { key: string; tonnes: number }[]) =>
    new Set(entries.filter(({ tonnes }) => tonnes >= SMALL * total).map(({ key }) => key));
  const carriers = large(sumBy(parts, ({ carrier }) => carrier));
  const uses = large(sumBy(parts, ({ use }) => use));
  const flows = new Map<string, Flow>();
  const add = (from: string, to: string, part: InventoryPart) => {
    const key = `${from}→${to}`;
    const old = flows.get(key);
    flows.set(key, { from, to, sector: old?.sector ?? part.sector, tonnes: (old?.tonnes ?? 0) + part.tonnes });
  };
  for (const part of parts) {
    const carrier = `carrier:${carriers.has(part.carrier) ? part.carrier : 'other'}`;
    const use = `use:${uses.has(part.use) ? part.use : 'other'}`;
    add(carrier, use, part);
    add(use, `${dimension}:${onDimension(part, dimension)}`, part);
  }
  return [...flows.values()].sort((a, b) => b.tonnes - a.tonnes);
}

/** One line of the inventory table: a GPC reference with its figure or the reason there is none. */
export interface InventoryLine {
  readonly ref: GpcRef;
  readonly scope: Scope;
  readonly tonnes: number | null;
  /** Notation keys where there is no figure. */
  readonly notation: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly provenance: Provenance | 'missing';
  readonly counted: boolean;
}

/** The latest inventory up to the base year. */
export function inventoryOf(plan: Plan): Inventory | undefined {
  return plan.inventories.find(({ year }) => year === plan.baseline.baseYear) ?? plan.inventories.at(-1);
}

/** Lines of the inventory in the standard's order. */
export function linesOf(plan: Plan): readonly InventoryLine[] {
  return (inventoryOf(plan)?.rows ?? []).map((row) => {
    const missing = isMissing(row.co2eTonnes);
    const tonnes = isMissing(row.co2eTonnes) ? null : row.co2eTonnes;
    return {
      ref: row.ref,
      scope: scopeOf(row.ref),
      tonnes,
      notation: isMissing(row.co2eTonnes) ? row.co2eTonnes.keys.join(', ') : '',
      low: row.interval?.low ?? null,
      high: row.interval?.high ?? null,
      provenance: missing && row.provenance !== 'confirmed-zero' ? 'missing' : row.provenance,
      counted: inBoundary(row.ref, plan.baseline.boundary),
    };
  });
}
