/** Parts that the published pages are put together from: sections, figures that can be asked, charts with their table. */
import type { Html, Language } from './language.ts';

/** What every part of a page needs to know. */
export interface Context {
  readonly language: Language;
  /** `/published/CITY`. */
  readonly base: string;
  /** To be added to every address of ours, such as `lang=id`; empty where the reader's browser says it. */
  readonly query: string;
  /** The publication that is looked at, where it is not the newest. */
  readonly publication?: string;
}

/** The same page for the newest publication. */
export function atNewest({ publication: _looked, ...context }: Context): Context {
  return context;
}

/** An address below the city's page, with what has to come along. */
export function addressOf(context: Context, path = '', values: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(context.query);
  if (context.publication !== undefined) query.set('publication', context.publication);
  for (const [name, value] of Object.entries(values)) query.set(name, value);
  const text = query.toString();
  return `${context.base}${path}${text === '' ? '' : `?${text}`}`;
}

/** A figure that opens where it comes from, by its path as `explain` knows it. Every figure of a page is written with it. */
export function figure(context: Context, path: string, written: string): Html {
  const text = context.language.text(written);
  const href = context.language.text(addressOf(context, '/figure', { path }));
  return `<a class="f num" rel="nofollow" href="${href}">${text}</a>`;
}

/** The same words twice: plain for a drawing, and as markup in which figures can be asked. */
export interface Said {
  readonly plain: string;
  readonly html: Html;
}

/** A figure in a sentence that a drawing shows too. */
export const asked = (context: Context, path: string, written: string): Said => ({
  plain: written,
  html: figure(context, path, written),
});

/** A message of which a drawing shows the plain words; values that are text stand as they are. */
export function sentence(
  { language }: Context,
  key: string,
  values: Readonly<Record<string, string | Said>> = {},
): Said {
  const entries = Object.entries(values).map(
    ([name, value]) =>
      [name, typeof value === 'string' ? { plain: value, html: language.text(value) } : value] as const,
  );
  const pick = (how: keyof Said) => Object.fromEntries(entries.map(([name, value]) => [name, value[how]]));
  return { plain: language.plain(key, pick('plain')), html: language.say(key, pick('html')) };
}

export const paragraph = (content: Html, look = ''): Html =>
  content === '' ? '' : `<p${look === '' ? '' : ` class="${look}"`}>${content}</p>`;

export const section = (id: string, title: Html, body: readonly Html[]): Html =>
  `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${body.join('')}</section>`;

/** Content that is there for whoever opens it. */
export const details = (summary: Html, body: Html): Html => `<details><summary>${summary}</summary>${body}</details>`;

/** A table: the first cell of a row is its heading, the others are figures. All cells are markup. */
export function table(caption: Html, columns: readonly Html[], rows: readonly (readonly Html[])[]): Html {
  const head = columns.map((cell, i) => `<th scope="col"${i === 0 ? '' : ' class="num"'}>${cell}</th>`).join('');
  const body = rows.map(
    ([name, ...cells]) =>
      `<tr><th scope="row">${name}</th>${cells.map((cell) => `<td class="num">${cell}</td>`).join('')}</tr>`,
  );
  return `<div class="wide" role="group" tabindex="0" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

/** A chart under the sentence it shows, with its figures as a table behind, where each can be asked. */
export function chart(
  { language }: Context,
  title: Said,
  drawing: Html,
  figures: { readonly columns: readonly Html[]; readonly rows: readonly (readonly Html[])[] },
  note: Html = '',
): Html {
  const behind = details(
    language.say('published.table'),
    table(language.text(title.plain), figures.columns, figures.rows),
  );
  return `<figure><figcaption>${title.html}</figcaption>${drawing}${paragraph(note, 'note')}${behind}</figure>`;
}

/** Items as a list; nothing without items. */
export const list = (items: readonly Html[], look = ''): Html =>
  items.length === 0
    ? ''
    : `<ul${look === '' ? '' : ` class="${look}"`}>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

/** Terms and what is said of them, those without left out. */
export const terms = (pairs: readonly (readonly [term: Html, said: Html])[], look = ''): Html =>
  `<dl${look === '' ? '' : ` class="${look}"`}>${pairs
    .filter(([, said]) => said !== '')
    .map(([term, said]) => `<div><dt>${term}</dt><dd>${said}</dd></div>`)
    .join('')}</dl>`;
