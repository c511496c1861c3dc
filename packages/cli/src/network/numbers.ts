/** Figures of a network in words short enough for a table. */

export const number = (value: number, digits = 3): string =>
  new Intl.NumberFormat('en', { maximumSignificantDigits: digits, useGrouping: digits !== 4 }).format(value === 0 ? 0 : value); // prettier-ignore

/** 123,000 t, 12.3 Mt, 4.56 Gt. */
export function tonnes(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e9) return `${number(value / 1e9)} Gt`;
  if (size >= 1e6) return `${number(value / 1e6)} Mt`;
  return `${number(value)} t`;
}

export const percent = (share: number): string => `${number(100 * share, 2)} %`;

/** °C to the thousandth, or to two digits where that would show nothing. */
export function degrees(kelvin: number): string {
  if (kelvin === 0) return '0';
  return Math.abs(kelvin) >= 0.01 ? kelvin.toFixed(3) : kelvin.toPrecision(2);
}
