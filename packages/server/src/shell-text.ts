/** Text of the pages that can be read before any script: escaping, words of the catalogue, numbers as the page writes them. */

export type Words = Readonly<Record<string, string>>;

/** Escape text for HTML element content and quoted attributes. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}

/** Put values into `{name}` places. Shell messages use no plural or select forms; the page's own catalogue reader does. */
export function fill(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

export function say(words: Words, key: string, values: Readonly<Record<string, string>> = {}): string {
  return fill(words[key] ?? key, values);
}

/** A word of the catalogue, escaped. */
export function html(words: Words, key: string, values: Readonly<Record<string, string>> = {}): string {
  return escapeHtml(say(words, key, values));
}

type Format = (value: number) => string;
const formats = new Map<string, Format>();

/** The writer of numbers for a language: making one takes a hundred times as long as using it. */
function formatOf(locale: string, options: Intl.NumberFormatOptions): Format {
  const key = `${locale} ${JSON.stringify(options)}`;
  const kept = formats.get(key);
  if (kept) return kept;
  const { format } = new Intl.NumberFormat(locale, options);
  // Languages are those of the catalogues; digits are written as 2 and 3. Should it grow all the same, it begins anew.
  if (formats.size >= 200) formats.clear();
  formats.set(key, format);
  return format;
}

/** Compact number with three significant digits: people. */
export function compact(value: number, locale: string): string {
  return formatOf(locale, { notation: 'compact', maximumSignificantDigits: 3 })(value);
}

/** Three significant digits. */
export function significant(value: number, locale: string): string {
  return formatOf(locale, { maximumSignificantDigits: 3 })(value);
}

/** Whole per cent. */
export function percent(share: number, locale: string): string {
  return formatOf(locale, { style: 'percent', maximumFractionDigits: 0 })(share);
}

/** A fixed number of decimals: warming takes two, what is avoided three. */
export function decimals(value: number, digits: number, locale: string): string {
  const clean = Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value;
  return formatOf(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })(clean);
}

const SCALES = [
  [1e9, 'unit.Gt'],
  [1e6, 'unit.Mt'],
  [1e3, 'unit.kt'],
  [1, 'unit.t'],
] as const;

/** Tonnes CO2e as t, kt, Mt or Gt. */
export function tonnes(value: number, locale: string, words: Words): string {
  const [divisor, unit] = SCALES.find(([from]) => Math.abs(value) >= from) ?? SCALES[3];
  return `${significant(value / divisor, locale)} ${say(words, unit)}`;
}

/** A table of text that is already escaped: the first cell of a row is its heading, the others are numbers. */
export function table(caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = columns.map((text, i) => `<th scope="col"${i === 0 ? '' : ' class="num"'}>${text}</th>`).join('');
  const body = rows.map(([name, ...cells]) => {
    return `<tr><th scope="row">${name}</th>${cells.map((cell) => `<td class="num">${cell}</td>`).join('')}</tr>`;
  });
  return `<div class="table-scroll"><table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}
