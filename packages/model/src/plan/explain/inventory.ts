/** Explain an inventory figure: the rows behind a reference or a total. */
import { DomainError } from '../../errors.ts';
import {
  figuresByRef,
  inBoundary,
  isGpcRef,
  isMissing,
  formatNotation,
  BOUNDARIES,
  type Boundary,
  type Inventory,
} from '../../inventory/index.ts';
import type { ExplainContext } from './context.ts';
import { node, sourcesOf, type ExplainNode } from './node.ts';

/** `inventory.REF`, `inventory.basic` … of the base-year inventory, or `inventory.YEAR.REF`. */
export function explainInventory(context: ExplainContext, rest: readonly string[]): ExplainNode {
  const { plan } = context;
  const named = /^\d{4}$/.test(rest[0] ?? '');
  const year = named ? Number(rest[0]) : plan.baseline.baseYear;
  const what = (named ? rest.slice(1) : rest).join('.');
  const inventory = plan.inventories.find((other) => other.year === year) ?? (named ? undefined : plan.inventories.at(-1)); // prettier-ignore
  if (!inventory) throw new DomainError('unknown-path', `the plan holds no inventory of ${year}`, ['inventories']);
  if ((BOUNDARIES as readonly string[]).includes(what)) return totalNode(context, inventory, what as Boundary);
  if (isGpcRef(what)) return refNode(context, inventory, what);
  throw new DomainError('unknown-path', `"${what}" is neither a GPC reference nor a total`, ['inventories', what]);
}

function totalNode(context: ExplainContext, inventory: Inventory, boundary: Boundary): ExplainNode {
  const refs = [...new Set(inventory.rows.map((row) => row.ref))].filter((ref) => inBoundary(ref, boundary));
  const children = refs.map((ref) => refNode(context, inventory, ref));
  return node(
    {
      kind: 'inventory-total',
      label: `${boundary} total of ${inventory.year}`,
      value: children.reduce((sum, child) => sum + (typeof child.value === 'number' ? child.value : 0), 0),
      unit: 't CO2e',
      formula: `Σ references counted by ${boundary}; notation keys count as nothing and are listed`,
    },
    children,
  );
}

function refNode(context: ExplainContext, inventory: Inventory, ref: string): ExplainNode {
  const held = figuresByRef(inventory).get(ref);
  if (held === undefined)
    throw new DomainError('unknown-path', `the inventory of ${inventory.year} has no row ${ref}`, ['inventories', ref]);
  const rows = inventory.rows.filter((row) => row.ref === ref);
  return node(
    {
      kind: 'inventory-ref',
      label: ref,
      value: isMissing(held) ? formatNotation(held) : held,
      unit: isMissing(held) ? undefined : 't CO2e',
      formula: rows.length > 1 ? 'Σ rows' : undefined,
      path: `inventory.${inventory.year}.${ref}`,
    },
    rows.map((row) =>
      node(
        {
          kind: 'inventory-row',
          label: row.activity ? `${row.activity.activity}, ${row.activity.carrier}` : (row.method ?? ref),
          value: isMissing(row.co2eTonnes) ? formatNotation(row.co2eTonnes) : row.co2eTonnes,
          unit: isMissing(row.co2eTonnes) ? undefined : 't CO2e',
          formula: row.gases ? `Σ gases × GWP100 (${inventory.gwpSet})` : undefined,
          provenance: row.provenance,
          interval: row.interval,
          sources: sourcesOf(context.plan, row.sources),
          note: isMissing(row.co2eTonnes) ? row.co2eTonnes.explanation : row.note,
        },
        gasNodes(context, inventory, row.gases),
      ),
    ),
  );
}

function gasNodes(
  context: ExplainContext,
  inventory: Inventory,
  gases: Inventory['rows'][number]['gases'],
): ExplainNode[] {
  const set = context.reference.gwpSet(inventory.gwpSet);
  return Object.entries(gases ?? {}).map(([species, mass]) =>
    node({
      kind: 'gas-mass',
      label: species,
      value: mass ?? null,
      unit: `t ${species}`,
      note: `GWP100 ${set.values[species] ?? 'unknown'} (${set.source})`,
    }),
  );
}
