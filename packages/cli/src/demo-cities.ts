/** The cities of the demo: the example plans, and inventories of earlier years estimated from the same public figures. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPlan, starterInventory, totalsWithIntervals, type Inventory, type Plan } from '@thousand-cities/model';
import { draftKit } from '@thousand-cities/reference/node';

const EXAMPLES = fileURLToPath(new URL('../../../examples', import.meta.url));

let plans: readonly Plan[] | undefined;

export function examplePlans(): readonly Plan[] {
  return (plans ??= read());
}

function read(): Plan[] {
  return readdirSync(EXAMPLES)
    .filter((name) => name.endsWith('.plan.json'))
    .sort()
    .map((name) => readPlan(readFileSync(join(EXAMPLES, name), 'utf8')));
}

/** Years before the examples' own of which national figures are there. */
const EARLIER_YEARS = [2018];

/** Read what the demo is made of while the store still opens on another core: the demo is there a quarter of a second sooner. */
export function prepareDemo(): void {
  if (plans === undefined) setImmediate(() => examplePlans().forEach(earlierInventories));
}

/** Estimates of earlier years: they follow the country, not what the city did, and every row says that it is a default. */
export function earlierInventories({ city, baseline }: Plan): Inventory[] {
  const { reference, starter } = draftKit();
  const gwpSet = reference.gwpSet(baseline.gwpSet);
  return EARLIER_YEARS.map((year) => {
    const inventory = starterInventory(city, reference.country(city.country), starter, { year, gwpSet });
    return { ...inventory, totalIntervals: totalsWithIntervals(inventory, starter) };
  });
}
