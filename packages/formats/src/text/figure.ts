/** Reading a number as a person wrote it: decimal points and commas, grouping, and refusing what could be read in two ways. */

/** A number, or why the text is not one. */
export type Figure =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly why: 'not-a-number' | 'ambiguous'; readonly readings?: readonly [number, number] };

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const DECIMAL_COMMA = /^[+-]?\d+,\d+(?:e[+-]?\d+)?$/i;
/** `1,234.5` and `1.234,5`: the last sign is the decimal one. */
const ENGLISH = /^[+-]?\d{1,3}(?:,\d{3})+\.\d+$/;
const CONTINENTAL = /^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/;
/** Two or more groups of three after the same sign: grouping, nothing else. */
const GROUPED_COMMAS = /^[+-]?\d{1,3}(?:,\d{3}){2,}$/;
const GROUPED_POINTS = /^[+-]?\d{1,3}(?:\.\d{3}){2,}$/;
/** One sign and exactly three digits behind it: thousand or decimal? */
const UNCLEAR = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;
const SPACED = /^[+-]?\d{1,3}(?:[\u0020\u00a0\u202f\u2009'’]\d{3})+(?:[.,]\d+)?$/;
const GROUP_SPACES = /[\u0020\u00a0\u202f\u2009'’]/g;

/**
 * Read a figure.
 *
 * In a table whose fields are separated by commas a point is always the decimal sign, so `1.234` is clear; where fields are separated by
 * semicolons or tabs, as programs set to decimal commas write them, `1.234` and `1,234` may each be 1.234 or 1 234 and are ambiguous.
 *
 * @param pointIsDecimal the table is comma-separated
 */
export function parseFigure(text: string, pointIsDecimal: boolean): Figure {
  if (PLAIN.test(text) && (pointIsDecimal || !UNCLEAR.test(text))) return finite(Number(text));
  if (UNCLEAR.test(text)) {
    const digits = text.replace(/[.,]/, '');
    return { ok: false, why: 'ambiguous', readings: [Number(text.replace(',', '.')), Number(digits)] };
  }
  if (DECIMAL_COMMA.test(text)) return finite(Number(text.replace(',', '.')));
  if (ENGLISH.test(text) || GROUPED_COMMAS.test(text)) return finite(Number(text.replaceAll(',', '')));
  if (CONTINENTAL.test(text) || GROUPED_POINTS.test(text)) {
    return finite(Number(text.replaceAll('.', '').replace(',', '.')));
  }
  if (SPACED.test(text)) return finite(Number(text.replace(GROUP_SPACES, '').replace(',', '.')));
  return { ok: false, why: 'not-a-number' };
}

function finite(value: number): Figure {
  return Number.isFinite(value) ? { ok: true, value } : { ok: false, why: 'not-a-number' };
}
