/** How it is going: inventories since the base year beside the path of the plan. */
import { subsectorOf, totalOf, type Inventory, type Outcome, type Plan } from '@thousand-cities/model';

export interface CountedYear {
  readonly year: number;
  /** t CO2e counted, by the plan's boundary. */
  readonly tonnes: number;
  /** t CO2e of the plan's path; undefined before the base year. */
  readonly path: number | undefined;
  /** Counted less path; undefined beside an unknown path, and where something is lacking. */
  readonly difference: number | undefined;
  /** Sub-sectors (such as `II.4`) that the base year counts and this one does not know: its total is too low to be compared. */
  readonly lacks: readonly string[];
  /** Whether any figure of the year is the city's own. */
  readonly own: boolean;
}

export interface ProgressFacts {
  /** Ascending. */
  readonly counted: readonly CountedYear[];
  /** The newest year counted after the base year. */
  readonly latest: CountedYear | undefined;
}

/** Gather what was counted. Of two inventories of a year the first stands: published ones are given before those of the plan. */
export function progressOf(plan: Plan, outcome: Outcome, published: readonly Inventory[]): ProgressFacts {
  const { boundary, baseYear, gwpSet } = plan.baseline;
  const byYear = new Map<number, Inventory>();
  for (const inventory of [...published, ...plan.inventories]) {
    // Another set of warming potentials is another yardstick; such a year is not drawn on this one.
    if (inventory.gwpSet === gwpSet && !byYear.has(inventory.year)) byYear.set(inventory.year, inventory);
  }
  const base = plan.inventories.find(({ year }) => year === baseYear);
  const inBase: readonly string[] = base ? totalOf(base, boundary).counted : [];
  const counted = [...byYear.values()]
    .sort((a, b) => a.year - b.year)
    .map((inventory): CountedYear => {
      const { co2eTonnes: tonnes, gaps } = totalOf(inventory, boundary);
      const lacks = [...new Set(gaps.flatMap(({ ref }) => (inBase.includes(ref) ? [subsectorOf(ref)] : [])))];
      const path = outcome.emissions.plan[outcome.years.indexOf(inventory.year)];
      return {
        year: inventory.year,
        tonnes,
        path,
        difference: path === undefined || lacks.length > 0 ? undefined : tonnes - path,
        lacks,
        own: inventory.rows.some(({ provenance }) => provenance === 'city-value'),
      };
    });
  return { counted, latest: counted.filter(({ year }) => year > baseYear).at(-1) };
}
