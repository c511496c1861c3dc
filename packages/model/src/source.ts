/** Where a figure comes from, and how far to trust it. */

/** A publication or data set. `id` is what figures refer to; the plan carries every source it uses. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly year: number;
  readonly licence: string;
  readonly url?: string;
  /** Table, page or series inside the source. */
  readonly locator?: string;
}

/**
 * Where a value stands between the city and a default.
 * - `city-value`: the city measured or reported it
 * - `confirmed-zero`: the city says it is nought (not a blank)
 * - `method-locked`: follows from the method, nobody's choice
 * - `default`: taken from public figures because the city has given none
 * - `assumption`: our judgement, no source found
 */
export type Provenance = 'city-value' | 'confirmed-zero' | 'method-locked' | 'default' | 'assumption';

/** GPC data quality: high, medium, low. */
export type Quality = 'H' | 'M' | 'L';

/** A central figure with its 90 % interval (5th to 95th percentile). `low <= central <= high`. */
export interface Range {
  readonly central: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Relative uncertainty of a positive quantity: a lognormal with median 1 whose 95th percentile is `factor95`.
 * `factor95` = 1.1 is about ±10 %. Quantities that name the same `sharedBy` are drawn together (fully correlated).
 */
export interface Spread {
  readonly factor95: number;
  readonly sharedBy?: string;
}
