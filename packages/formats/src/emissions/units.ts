/** Units of yearly emissions: the expected one and its other spellings; anything else is refused, never converted. */

const GRAMS: Readonly<Record<string, number>> = { '': 6, k: 9, M: 12, G: 15, T: 18, P: 21 };

/**
 * Whether a unit is the expected one. Spaces, hyphens and subscripts do not matter, and `/year`, `/a`, `yr-1`, `a-1` mean `/yr`;
 * capital letters do: Mt is not mt.
 */
export function isUnit(written: string, expected: string): boolean {
  return plain(written) === plain(expected);
}

function plain(unit: string): string {
  return unit
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/\/(year|a)$/, '/yr')
    .replace(/(yr|a)\^?[-\u2212]1$/, '/yr')
    .replaceAll(/[-_]/g, '');
}

/** What to do about another unit: the factor where it is the same gas in another size, the unit otherwise. */
export function unitRemedy(written: string, expected: string): string {
  const given = partsOf(written);
  const wanted = partsOf(expected)!;
  if (given !== undefined && given.gas === wanted.gas) {
    const power = given.grams - wanted.grams;
    return `Multiply the row by 1e${power} and write "${expected}".`;
  }
  if (given?.gas === 'C' && wanted.gas === 'CO2') {
    return `Multiply carbon by 44.009/12.011 and give the row in "${expected}".`;
  }
  return `Give the row in "${expected}".`;
}

function partsOf(unit: string): { readonly grams: number; readonly gas: string } | undefined {
  const found = /^([kMGTP]?)t(.+)\/yr$/.exec(plain(unit));
  return found === null ? undefined : { grams: GRAMS[found[1]!]!, gas: found[2]! };
}
