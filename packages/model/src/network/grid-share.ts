/** Saved grid electricity, credited once. Rule and reasons: docs/methods/network.md. */

/**
 * What a city's plan changes about energy from the grid (scope 2), after its own power plants, per year, t CO2e. `net` is credited
 * unless plants elsewhere in the country already show it; `spare` is what its own plants save (or add) beyond that.
 */
export interface GridSaving {
  /** Positive is saved; negative is more taken from the grid. */
  readonly net: Float64Array;
  readonly spare: Float64Array;
}

export interface GridPaths {
  readonly grid: { readonly reference: Float64Array; readonly plan?: Float64Array };
  readonly generation?: { readonly reference: Float64Array; readonly plan?: Float64Array };
}

/**
 * Set a city's saving of grid energy against its own generation for the grid (GPC I.4.4), whose emissions are in scope 1 already:
 *
 *   s = min(grid.reference, grid.reference − grid.plan)      never more than the grid emissions of the reference
 *   g = generation.reference − generation.plan
 *   net = what of s is left when g has been taken off it, never of the other sign;  spare = g − (s − net)
 *
 * A plan that takes more from the grid has a negative s, and is debited in full, but for what its own plants emit more.
 *
 * @returns also whether the cap was met in any year
 */
export function gridSaving(paths: GridPaths, delivery: number): GridSaving & { readonly isCapped: boolean } {
  const { grid, generation } = paths;
  const net = new Float64Array(grid.reference.length);
  const spare = new Float64Array(net.length);
  let isCapped = false;
  for (let y = 0; y < net.length; y++) {
    const used = grid.reference[y]!;
    const saved = used - (grid.plan?.[y] ?? used);
    const cap = Math.max(0, used);
    if (saved > cap) isCapped = true;
    const made = generation?.reference[y] ?? 0;
    const counted = delivery * Math.min(saved, cap);
    const own = delivery * (made - (generation?.plan?.[y] ?? made));
    net[y] = takeOff(counted, own);
    spare[y] = own - (counted - net[y]!);
  }
  return { net, spare, isCapped };
}

/** What is left of `saved` when `counted` has been taken off it: never more than `saved`, never of the other sign. */
function takeOff(saved: number, counted: number): number {
  if (saved > 0) return Math.max(0, saved - Math.max(0, counted));
  if (saved < 0) return Math.min(0, saved - Math.min(0, counted));
  return 0;
}

/** Sums over the counted plans of one country, per year: credits and debits apart, and spare changes of generation likewise. */
export interface CountryGrid {
  readonly saved: Float64Array;
  readonly added: Float64Array;
  readonly spareSaved: Float64Array;
  readonly spareAdded: Float64Array;
}

/** Share of credits and of debits in a country that no plant in another city of the network shows in scope 1. */
export interface GridFactors {
  readonly saved: Float64Array;
  readonly added: Float64Array;
}

/**
 * A power plant in one city serves the others of its country. What plans save at plants of the network beyond their own city's need is
 * taken off what cities of the country save at the socket, each in proportion; and alike for what they add.
 */
export function gridFactors({ saved, added, spareSaved, spareAdded }: CountryGrid): GridFactors {
  const left = (whole: Float64Array, counted: Float64Array): Float64Array =>
    whole.map((tonnes, y) => (tonnes === 0 ? 0 : Math.max(0, 1 - counted[y]! / tonnes)));
  return { saved: left(saved, spareSaved), added: left(added, spareAdded) };
}

/** Credit of a city in a year, t CO2, positive is saved. */
export function creditOf(net: number, factors: GridFactors, y: number): number {
  return net * (net > 0 ? factors.saved[y]! : factors.added[y]!);
}
