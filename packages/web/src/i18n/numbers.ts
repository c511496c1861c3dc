/** Numbers as people read them: three significant digits, the unit beside them, digits and separators of the language. */
import type { MessageKey, Say } from './messages.ts';

/** A number and its unit, apart, so that the unit can be set smaller. */
export interface Quantity {
  readonly number: string;
  readonly unit: string;
}

const formatters = new Map<string, Intl.NumberFormat>();

/** A cached formatter. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}:${JSON.stringify(options)}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(locale, options);
    formatters.set(key, formatter);
  }
  return formatter;
}

/** Three significant digits; a true zero is `0`, and minus zero is not shown as minus. */
export function significant(value: number, locale: string, digits = 3): string {
  const clean = Object.is(value, -0) ? 0 : value;
  return numberFormat(locale, { maximumSignificantDigits: digits }).format(clean);
}

/** Three significant digits with trailing zeros kept (`1.00`): for columns and big figures. */
function exactDigits(exact: number, locale: string): string {
  const value = Number(exact.toPrecision(3));
  const magnitude = Math.abs(value);
  if (magnitude === 0) return significant(0, locale);
  const whole = Math.max(1, Math.floor(Math.log10(magnitude)) + 1);
  const decimals = magnitude < 1 ? undefined : Math.max(0, 3 - whole);
  if (decimals === undefined) return significant(value, locale);
  return numberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    ...(whole > 3 && { maximumSignificantDigits: 3 }),
  }).format(value);
}

interface Scale {
  readonly from: number;
  readonly divisor: number;
  readonly key: MessageKey;
  readonly axis: MessageKey;
}

const tonnes: readonly Scale[] = [
  { from: 1e9, divisor: 1e9, key: 'unit.Gt', axis: 'axis.Gt' },
  { from: 1e6, divisor: 1e6, key: 'unit.Mt', axis: 'axis.Mt' },
  { from: 1e3, divisor: 1e3, key: 'unit.kt', axis: 'axis.kt' },
  { from: 0, divisor: 1, key: 'unit.t', axis: 'axis.t' },
];
const money: readonly Scale[] = [
  { from: 1e9, divisor: 1e9, key: 'unit.eurBn', axis: 'axis.eurBn' },
  { from: 1e6, divisor: 1e6, key: 'unit.eurM', axis: 'axis.eurM' },
  { from: 1e3, divisor: 1e3, key: 'unit.eurK', axis: 'axis.eurK' },
  { from: 0, divisor: 1, key: 'unit.eur', axis: 'axis.eur' },
];

function scaled(value: number, scales: readonly Scale[], locale: string, say: Say): Quantity {
  const rounded = Number(Math.abs(value).toPrecision(3));
  const scale = scales.find(({ from }) => rounded >= from) ?? scales.at(-1)!;
  return { number: exactDigits(value / scale.divisor, locale), unit: say(scale.key) };
}

/** Tonnes CO2e as t, kt, Mt or Gt. */
export const co2e = (value: number, locale: string, say: Say): Quantity => scaled(value, tonnes, locale, say);

/** Euros as EUR, thousand, million or billion. */
export const euros = (value: number, locale: string, say: Say): Quantity => scaled(value, money, locale, say);

/** A tick of an axis: as many digits as it takes, the scale's letter, nought plain. The unit is in the subtitle. */
export function tick(value: number, kind: 'co2e' | 'euros', locale: string, say: Say): string {
  if (Math.abs(value) < 1e-9) return significant(0, locale);
  const scales = kind === 'co2e' ? tonnes : money;
  const scale = scales.find(({ from }) => Math.abs(value) >= from) ?? scales.at(-1)!;
  return say(scale.axis, { value: significant(value / scale.divisor, locale) });
}

/** Euros per tonne CO2e. */
export function eurosPerTonne(value: number, locale: string, say: Say): Quantity {
  return { number: exactDigits(value, locale), unit: say('unit.eurPerTonne') };
}

/** Warming to the hundredth of a degree: `2.60`. */
export function degrees(kelvin: number, locale: string): string {
  const clean = Math.round(kelvin * 100) / 100;
  return numberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    Object.is(clean, -0) ? 0 : clean,
  );
}

/** A difference of warming: thousandths of a degree, and two digits of what is smaller still. */
export function smallDegrees(kelvin: number, locale: string): string {
  const size = Math.abs(kelvin);
  if (size >= 0.9995) return degrees(kelvin, locale);
  if (size > 0 && size < 0.00995) return significant(kelvin, locale, 2);
  return numberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(
    Object.is(kelvin, -0) ? 0 : kelvin,
  );
}

/** A share as per cent, whole numbers (one decimal below 1 %). */
export function percent(share: number, locale: string): string {
  const small = Math.abs(share) > 0 && Math.abs(share) < 0.01;
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: small ? 1 : 0 }).format(share);
}

/** People, compact: `2.44 million`. */
export function people(count: number, locale: string): string {
  return numberFormat(locale, { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 3 }).format(
    count,
  );
}

/** A year: digits of the language, never grouped. */
export function year(value: number, locale: string): string {
  return numberFormat(locale, { useGrouping: false, maximumFractionDigits: 0 }).format(value);
}

/** Number and unit with a space that does not break. */
export const joined = ({ number, unit }: Quantity): string => `${number}\u00a0${unit}`;
