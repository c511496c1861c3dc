/** Distance between two spellings, counting a swap of neighbours as one step. */

/** Longest text compared; the tables hold none longer. */
const LONGEST = 128;

/** Three rows of the table, reused from call to call. */
const rows = [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)] as const;

/**
 * Restricted Damerau-Levenshtein distance (optimal string alignment), given up as soon as it must exceed `limit`.
 *
 * @returns the distance, or `limit + 1` when it is more than `limit` or a text is longer than 128
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length > LONGEST || b.length > LONGEST) return limit + 1;
  let [older, previous, current]: [Uint8Array, Uint8Array, Uint8Array] = [rows[0], rows[1], rows[2]];
  for (let j = 0; j <= b.length; j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    if (fillRow(i, a, b, older, previous, current) > limit) return limit + 1;
    [older, previous, current] = [previous, current, older];
  }
  return Math.min(previous[b.length]!, limit + 1);
}

/** Fill row `i` of the table; returns its least entry, below which the distance cannot fall any more. */
function fillRow(
  i: number,
  a: string,
  b: string,
  older: Uint8Array,
  previous: Uint8Array,
  current: Uint8Array,
): number {
  current[0] = i;
  let least = i;
  const own = a.charCodeAt(i - 1);
  for (let j = 1; j <= b.length; j++) {
    const other = b.charCodeAt(j - 1);
    let steps = previous[j - 1]! + (own === other ? 0 : 1);
    if (previous[j]! + 1 < steps) steps = previous[j]! + 1;
    if (current[j - 1]! + 1 < steps) steps = current[j - 1]! + 1;
    if (i > 1 && j > 1 && own === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other && older[j - 2]! + 1 < steps) {
      steps = older[j - 2]! + 1;
    }
    current[j] = steps;
    if (steps < least) least = steps;
  }
  return least;
}
