/** Numbers as people type and paste them, and as a spreadsheet takes them back: decimal comma or point, any thousands separator. */

/** Which sign stands before the decimals, and which between thousands. */
export interface NumberForm {
  readonly decimal: '.' | ',';
}

const forms = new Map<string, NumberForm>();

/** The form of a language; every cell asks for it. */
export function numberFormOf(locale: string): NumberForm {
  const known = forms.get(locale);
  if (known) return known;
  const decimal = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value;
  const form: NumberForm = { decimal: decimal === ',' ? ',' : '.' };
  forms.set(locale, form);
  return form;
}

/** Spaces of every width and the apostrophe, which stand between thousands in many countries. */
const BLANKS = /[\s\u00a0\u2007\u2009\u202f'’]/g;
const NUMBER = /^([+-]?)(\d[\d.,]*|[.,]\d+)(e[+-]?\d+)?$/i;

/**
 * Read a number. Of one sign alone that could be either, the reader's language decides (`1.234` is 1234 in Indonesian, 1.234 in
 * English); where the text itself tells, it is believed: `1.234,5`, `1,5`, `1.234.567`. Undefined for what is no number.
 */
export function parseFigure(text: string, { decimal }: NumberForm): number | undefined {
  const bare = text.replaceAll(BLANKS, '').replace(/^[−–]/, '-');
  const accounted = /^\((.+)\)$/.exec(bare);
  const [, sign, digits, exponent = ''] = NUMBER.exec(accounted ? accounted[1]! : bare) ?? [];
  if (digits === undefined) return undefined;
  const plain = plainDigits(digits, decimal, exponent !== '');
  if (plain === undefined) return undefined;
  const value = Number(`${plain}${exponent}`);
  if (!Number.isFinite(value)) return undefined;
  return (sign === '-') !== (accounted !== null) ? -value : value;
}

/** The digits with a point before the decimals and nothing between thousands; undefined where the groups make no sense. */
function plainDigits(digits: string, decimal: '.' | ',', isScientific: boolean): string | undefined {
  const points = digits.split('.').length - 1;
  const commas = digits.split(',').length - 1;
  if (points + commas === 0) return digits;
  if (points > 0 && commas > 0) {
    const last = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
    return (last === '.' ? points : commas) === 1 ? split(digits, last) : undefined;
  }
  const sign = points > 0 ? '.' : ',';
  const other = sign === '.' ? ',' : '.';
  if (points + commas > 1) return grouped(digits, sign);
  const isThousands = sign !== decimal && !isScientific && /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
  return isThousands ? grouped(digits, sign) : split(digits, sign === '.' ? '.' : ',', other);
}

function split(digits: string, decimal: '.' | ',', group: '.' | ',' = decimal === '.' ? ',' : '.'): string | undefined {
  const [whole = '', fraction = ''] = digits.split(decimal);
  const plain = whole.includes(group) ? grouped(whole, group) : whole;
  if (plain === undefined || fraction.includes(group)) return undefined;
  return `${plain === '' ? '0' : plain}.${fraction === '' ? '0' : fraction}`;
}

/** Thousands in threes, or as in India (`12,34,567`). */
function grouped(digits: string, sign: '.' | ','): string | undefined {
  const [first = '', ...rest] = digits.split(sign);
  const sound = /^\d{1,3}$/.test(first) && rest.at(-1)?.length === 3 && rest.every((part) => /^\d{2,3}$/.test(part));
  return sound ? first + rest.join('') : undefined;
}

/** A number with all its digits and nothing between thousands: what is copied, and what stands in an open cell. */
export function exactFigure(value: number, { decimal }: NumberForm): string {
  return String(Object.is(value, -0) ? 0 : value).replace('.', decimal);
}
