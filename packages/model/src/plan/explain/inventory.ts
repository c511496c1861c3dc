/** Explain an inventory figure: the rows behind a reference, a sector or a total, and how well they are known. */
import { DomainError } from '../../errors.ts';
import {
  BOUNDARIES,
  figuresByRef,
  formatNotation,
  inBoundary,
  isGpcRef,
  isMissing,
  sectorOf,
  type Boundary,
  type Inventory,
  type InventoryRow,
} from '../../inventory/index.ts';
import type { Reference } from '../../reference.ts';
import type { Provenance, Quality } from '../../source.ts';
import type { Plan } from '../types.ts';
import { node, sourcesOf, type ExplainNode } from './node.ts';

/** What is asked beside the inventory: descriptions of sources, warming potentials, residents where the inventory has none. */
export interface InventoryWorld {
  readonly sources: Plan['sources'];
  readonly reference: Pick<Reference, 'gwpSet'>;
  readonly residents?: number | undefined;
  /** What paths of this inventory begin with; `inventory.YEAR` where none is given. */
  readonly prefix?: string;
}

interface Asked extends InventoryWorld {
  readonly inventory: Inventory;
}

const NOT_OWN: readonly Provenance[] = ['default', 'assumption'];

/**
 * Explain `REF` (`I.1.1`), `basic` (or another total), `population`, and of a total `basic.sector.I`, `basic.perHead`, `basic.own`,
 * `basic.estimated`, `basic.quality.H`, `basic.low`, `basic.high`.
 *
 * @throws {DomainError} `unknown-path`
 */
export function explainInventory(inventory: Inventory, what: string, world: InventoryWorld): ExplainNode {
  const asked: Asked = { ...world, inventory };
  if (what === 'population') return populationNode(asked);
  if (isGpcRef(what)) return refNode(asked, what);
  const [boundary, part, which] = what.split('.');
  if (!(BOUNDARIES as readonly (string | undefined)[]).includes(boundary)) throw unknown(what);
  return part === undefined
    ? totalNode(asked, boundary as Boundary)
    : partNode(asked, boundary as Boundary, part, which);
}

const unknown = (what: string) =>
  new DomainError('unknown-path', `"${what}" is neither a GPC reference nor a total of an inventory`, ['inventories', what]); // prettier-ignore

function partNode(asked: Asked, boundary: Boundary, part: string, which = ''): ExplainNode {
  switch (part) {
    case 'sector':
      return sectorNode(asked, boundary, which);
    case 'perHead':
      return perHeadNode(asked, boundary);
    case 'own':
    case 'estimated':
      return shareNode(asked, boundary, `inventory-${part}`, `rests on figures ${part === 'own' ? 'of the city’s own' : 'estimated from public ones'}`, ({ provenance }) => NOT_OWN.includes(provenance) === (part === 'estimated')); // prettier-ignore
    case 'quality':
      return shareNode(asked, boundary, 'inventory-quality', `activity data of quality ${which}`, ({ quality }) => quality?.activity === undefined ? undefined : quality.activity === (which as Quality)); // prettier-ignore
    case 'low':
    case 'high':
      return boundNode(asked, boundary, part);
    default:
      throw unknown(`${boundary}.${part}`);
  }
}

const refsOf = ({ inventory }: Asked, boundary: Boundary): readonly string[] =>
  [...new Set(inventory.rows.map(({ ref }) => ref))].filter((ref) => inBoundary(ref, boundary));

const pathOf = ({ inventory, prefix = `inventory.${inventory.year}` }: Asked, what: string): string =>
  `${prefix}.${what}`;

/** Figures alone; what is missing is listed, and counts as nothing. */
const sum = (steps: readonly ExplainNode[]): number =>
  steps.reduce((total, { value }) => total + (typeof value === 'number' ? value : 0), 0);

function totalNode(asked: Asked, boundary: Boundary): ExplainNode {
  const children = refsOf(asked, boundary).map((ref) => refNode(asked, ref));
  return node(
    {
      kind: 'inventory-total',
      label: `${boundary} total of ${asked.inventory.year}`,
      value: sum(children),
      unit: 't CO2e',
      formula: `Σ references counted by ${boundary}; notation keys count as nothing and are listed`,
      interval: asked.inventory.totalIntervals?.[boundary],
      path: pathOf(asked, boundary),
    },
    children,
  );
}

function sectorNode(asked: Asked, boundary: Boundary, sector: string): ExplainNode {
  const refs = refsOf(asked, boundary).filter((ref) => isGpcRef(ref) && sectorOf(ref) === sector);
  if (refs.length === 0) throw unknown(`${boundary}.sector.${sector}`);
  const children = refs.map((ref) => refNode(asked, ref));
  return node(
    {
      kind: 'inventory-sector',
      label: `sector ${sector}`,
      value: sum(children),
      unit: 't CO2e',
      formula: `Σ references of the sector counted by ${boundary}`,
      path: pathOf(asked, `${boundary}.sector.${sector}`),
    },
    children,
  );
}

function populationNode(asked: Asked): ExplainNode {
  const { inventory, residents } = asked;
  return node({
    kind: 'population',
    label: `people in ${inventory.year}`,
    value: inventory.population ?? residents ?? null,
    note: inventory.population === undefined ? 'as the plan gives it for the city' : 'as the inventory gives it',
    path: pathOf(asked, 'population'),
  });
}

function perHeadNode(asked: Asked, boundary: Boundary): ExplainNode {
  const total = totalNode(asked, boundary);
  const people = populationNode(asked);
  const known = typeof people.value === 'number' && people.value > 0;
  return node(
    {
      kind: 'inventory-per-head',
      label: `emissions per head in ${asked.inventory.year}`,
      value: known ? Number(total.value) / Number(people.value) : null,
      unit: 't CO2e',
      formula: 'total ÷ people',
      path: pathOf(asked, `${boundary}.perHead`),
    },
    [total, people],
  );
}

/** Share of the tonnes, sinks by their size, in rows of a kind among those of which it is known; per cent. */
function shareNode(
  asked: Asked,
  boundary: Boundary,
  kind: string,
  label: string,
  isOf: (row: InventoryRow) => boolean | undefined,
): ExplainNode {
  const rows = asked.inventory.rows.filter(({ ref, co2eTonnes }) => !isMissing(co2eTonnes) && inBoundary(ref, boundary)); // prettier-ignore
  const size = (of: readonly InventoryRow[]) => of.reduce((total, row) => total + Math.abs(Number(row.co2eTonnes)), 0);
  const whole = size(rows.filter((row) => isOf(row) !== undefined));
  const found = rows.filter((row) => isOf(row) === true);
  const largest = found.toSorted((a, b) => Math.abs(Number(b.co2eTonnes)) - Math.abs(Number(a.co2eTonnes)));
  return node(
    {
      kind,
      label: `share of the tonnes that ${label}`,
      value: whole > 0 ? (100 * size(found)) / whole : null,
      unit: '%',
      formula: 'tonnes of the rows below ÷ tonnes of all rows of which it is known',
    },
    largest.map((row) => rowNode(asked, row)),
  );
}

function boundNode(asked: Asked, boundary: Boundary, which: 'low' | 'high'): ExplainNode {
  return node(
    {
      kind: `inventory-${which}`,
      label: `${which === 'low' ? 'lower' : 'upper'} end of the 90 % interval of ${asked.inventory.year}`,
      value: asked.inventory.totalIntervals?.[boundary]?.[which] ?? null,
      unit: 't CO2e',
      formula: 'as the inventory states it for its total: nine in ten chances lie between the ends',
    },
    [totalNode(asked, boundary)],
  );
}

function refNode(asked: Asked, ref: string): ExplainNode {
  const { inventory } = asked;
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
      path: pathOf(asked, ref),
    },
    rows.map((row) => rowNode(asked, row)),
  );
}

function rowNode(asked: Asked, row: InventoryRow): ExplainNode {
  const { co2eTonnes, activity, gases } = row;
  return node(
    {
      kind: 'inventory-row',
      label: activity ? `${activity.activity}, ${activity.carrier}` : (row.method ?? row.ref),
      value: isMissing(co2eTonnes) ? formatNotation(co2eTonnes) : co2eTonnes,
      unit: isMissing(co2eTonnes) ? undefined : 't CO2e',
      formula: gases ? `Σ gases × GWP100 (${asked.inventory.gwpSet})` : undefined,
      provenance: row.provenance,
      interval: row.interval,
      sources: sourcesOf(asked, row.sources),
      note: isMissing(co2eTonnes) ? co2eTonnes.explanation : row.note,
    },
    [...activityNodes(row), ...gasNodes(asked, gases)],
  );
}

/** What the row was worked out from, as far as it says: amount, factor, and how good either is. */
function activityNodes({ activity, quality }: InventoryRow): ExplainNode[] {
  return [
    ...(activity?.amount === undefined ? [] : [node({ kind: 'row-amount', label: 'amount in the year', value: activity.amount, unit: activity.unit })]), // prettier-ignore
    ...(activity?.factor === undefined ? [] : [node({ kind: 'row-factor', label: 'emission factor', value: activity.factor })]), // prettier-ignore
    ...(quality?.activity === undefined ? [] : [node({ kind: 'quality-activity', label: 'quality of the activity data (H, M, L)', value: quality.activity })]), // prettier-ignore
    ...(quality?.factor === undefined ? [] : [node({ kind: 'quality-factor', label: 'quality of the factor (H, M, L)', value: quality.factor })]), // prettier-ignore
  ];
}

function gasNodes({ reference, inventory }: Asked, gases: InventoryRow['gases']): ExplainNode[] {
  const set = reference.gwpSet(inventory.gwpSet);
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

/**
 * Explain a figure of an inventory of a plan: of the year that the path begins with, else of the base year.
 *
 * @throws {DomainError} `unknown-path`
 */
export function explainPlanInventory(
  plan: Plan,
  reference: Pick<Reference, 'gwpSet'>,
  rest: readonly string[],
): ExplainNode {
  const named = /^\d{4}$/.test(rest[0] ?? '');
  const year = named ? Number(rest[0]) : plan.baseline.baseYear;
  const inventory = plan.inventories.find((other) => other.year === year) ?? (named ? undefined : plan.inventories.at(-1)); // prettier-ignore
  if (!inventory) throw new DomainError('unknown-path', `the plan holds no inventory of ${year}`, ['inventories']);
  const world = { sources: plan.sources, reference, residents: plan.city.population };
  return explainInventory(inventory, (named ? rest.slice(1) : rest).join('.'), world);
}
