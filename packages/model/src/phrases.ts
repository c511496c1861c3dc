/**
 * Sentences of ours that travel in documents, in another language. Notes of defaults, reasons of keys and names of cost lines stand in a plan or
 * inventory as English text with figures in it; a phrase book knows each sentence once, by its words, and puts the figures back as the language
 * writes them. What a person wrote is in no book and stays as it is: a text is said as a whole or not at all.
 */

/** English → the other language. Figures stand in both as English writes them; `*` stands for a name, in the same order. */
export type PhrasePairs = Readonly<Record<string, string>>;

export interface PhraseBook {
  /** The text in the language of the book; as it is where the book does not know every part of it. */
  say(text: string): string;
  /** Whether the book knows every part of a text. */
  knows(text: string): boolean;
}

/** A figure that stands alone: not a part of `CO2e`, `I.4.4` or `GWP100`. */
const FIGURE = /(?<![\w.])-?\d+(?:[.,]\d+)*/g;
/** What parts a note into sentences, remarks, terms of a product, a bracket at its end, a heading and a list: the loosest first. */
const JOINTS: readonly RegExp[] = [/(?<=[.!?]) (?=\p{Lu})/u, /; /, / x /, / \((?=[^()]*\)$)|\)$/, /: /, /, /];

/** A book over its pairs. `locale` says how figures are written. */
export function phraseBook(pairs: PhrasePairs, locale: string): PhraseBook {
  const plain = new Map<string, string>();
  const open: (readonly [RegExp, string])[] = [];
  for (const [english, other] of Object.entries(pairs)) {
    const [key, meaning] = [bare(english), withPlaces(english, other)];
    if (english.includes('*')) open.push([patternOf(key), meaning]);
    else plain.set(key, meaning);
  }
  const number = figureWriter(locale);

  /** A text that stands in the book as a whole, or holds no word. */
  function whole(text: string): string | undefined {
    const key = bare(text);
    const figures = (text.match(FIGURE) ?? []).map(number);
    const meaning = plain.get(key);
    if (meaning !== undefined) return filled(meaning, figures);
    for (const [pattern, withNames] of open) {
      const names = pattern.exec(text)?.slice(1);
      if (names) return filled(withNames, figuresBeside(text, names).map(number), names.map(say));
    }
    return /\p{L}{2}/u.test(text) ? undefined : text.replace(FIGURE, number);
  }

  /** A text as a whole, else by the first joint whose pieces are all known. */
  function joined(text: string, from = 0): string | undefined {
    const said = whole(text);
    if (said !== undefined) return said;
    for (let at = from; at < JOINTS.length; at++) {
      const pieces = text.split(JOINTS[at]!);
      if (pieces.length < 2) continue;
      const seams = text.match(new RegExp(JOINTS[at]!, `g${JOINTS[at]!.flags}`)) ?? [];
      const parts = pieces.map((piece) => (piece === '' ? '' : joined(piece, at)));
      if (parts.every((part) => part !== undefined)) return parts.map((part, i) => part + (seams[i] ?? '')).join('');
    }
    return undefined;
  }

  function say(text: string): string {
    return joined(text) ?? text;
  }
  return { say, knows: (text) => joined(text) !== undefined };
}

/** A text with `#` for each figure. */
const bare = (text: string): string => text.replace(FIGURE, '#');

/** A pattern for a key with names in it; figures of the text may differ. */
const patternOf = (key: string): RegExp =>
  new RegExp(
    `^${key
      .replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll('*', '(.+?)')
      .replaceAll('#', String.raw`-?\d+(?:[.,]\d+)*`)}$`,
  );

/** Figures of a text that are not within its names. */
function figuresBeside(text: string, names: readonly string[]): readonly string[] {
  let rest = text;
  for (const name of names) rest = rest.replace(name, '');
  return rest.match(FIGURE) ?? [];
}

/** The meaning with `{0}`, `{1}` … where the figures of the English text stand. */
function withPlaces(english: string, other: string): string {
  const left: (string | undefined)[] = [...(english.match(FIGURE) ?? [])];
  return other.replace(FIGURE, (figure) => {
    const at = left.indexOf(figure);
    if (at === -1) return figure;
    left[at] = undefined;
    return `{${at}}`;
  });
}

function filled(meaning: string, figures: readonly string[], names: readonly string[] = []): string {
  let next = 0;
  return meaning
    .replaceAll('*', () => names[next++] ?? '')
    .replace(/\{(\d+)\}/g, (place, at: string) => figures[Number(at)] ?? place);
}

/** Writes a figure as the language does: as many decimals as it came with, grouped where it was grouped. Versions such as `0.19.0` stay. */
function figureWriter(locale: string): (figure: string) => string {
  return (figure) => {
    if (!/^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(figure)) return figure;
    const decimals = figure.split('.')[1]?.length ?? 0;
    return new Intl.NumberFormat(locale, {
      useGrouping: figure.includes(','),
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }).format(Number(figure.replaceAll(',', '')));
  };
}
