/** Where a figure of a page comes from: the plan's own explanation, and inventories that are published beside it. */
import {
  DomainError,
  explainInventory,
  operationNode,
  operationOf,
  type ExplainNode,
  type Inventory,
  type InventoryWorld,
} from '@thousand-cities/model';
import type { CutNode } from '../evaluation/cut.ts';
import type { Evaluated } from './evaluated.ts';
import type { PublishedDocuments } from './read.ts';

export interface Explained {
  readonly documents: PublishedDocuments;
  /** The plan's explanation; undefined where no plan is published, or where it cannot be worked out. */
  readonly explainPlan: Evaluated['explain'] | undefined;
  /** Facts of the city's country: warming potentials, and the sources that an inventory names. */
  readonly world: InventoryWorld;
}

/**
 * The tree behind a figure, by its path in the plan's outcome. `inventory.basic` is of the inventory that the page tells of,
 * `inventory.2023.basic` of the one of a year, as published by itself, else as it stands in the plan.
 *
 * @throws {DomainError} `unknown-path` and the like, for a path that is no figure here
 */
export async function explainPublished(asked: Explained, path: string): Promise<CutNode> {
  const operation = operationOf(path);
  if (operation) {
    const [first, second] = operation.of;
    return operationNode(operation.kind, await explainPublished(asked, first), await explainPublished(asked, second));
  }
  const [, year, what] = /^inventory\.(?:(\d{4})\.)?(.+)$/.exec(path) ?? [];
  if (what !== undefined) return ofInventory(asked, year, what);
  if (!asked.explainPlan) throw new DomainError('unknown-path', `no plan is published that has "${path}"`, []);
  return asked.explainPlan(path);
}

function ofInventory({ documents, world }: Explained, year: string | undefined, what: string): ExplainNode {
  const inventory = year === undefined ? toldOf(documents) : countedIn(documents, Number(year));
  if (!inventory) throw new DomainError('unknown-path', `no inventory of ${year ?? 'any year'} is published`, []);
  const plan = documents.plan?.plan;
  const sources = { ...world.sources, ...plan?.sources };
  const prefix = year === undefined ? 'inventory' : `inventory.${year}`;
  return explainInventory(inventory, what, { ...world, sources, prefix, residents: plan?.city.population });
}

/** The inventory of the base year of the plan, since all else is measured against it; without a plan the newest published. */
export function toldOf({ plan, inventories }: PublishedDocuments): Inventory | undefined {
  const base = plan?.plan.inventories.find(({ year }) => year === plan.plan.baseline.baseYear);
  return base ?? inventories.at(-1)?.inventory;
}

/** The inventory of a year: as published by itself, else as it stands in the published plan. */
export function countedIn({ inventories, plan }: PublishedDocuments, year: number): Inventory | undefined {
  const own = inventories.find(({ inventory }) => inventory.year === year)?.inventory;
  return own ?? plan?.plan.inventories.find((each) => each.year === year);
}
