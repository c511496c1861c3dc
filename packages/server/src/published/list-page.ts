/** The cities that have published something, by name, and a search that works by itself. */
import type { PublishedCity } from '@thousand-cities/store';
import type { Html, Language } from './language.ts';
import { paragraph } from './parts.ts';

/** Cities on one page. */
export const LISTED = 100;

export interface CityList {
  readonly cities: readonly PublishedCity[];
  /** What was searched for; empty for all. */
  readonly query: string;
  /** Whether more follow after the last. */
  readonly more: boolean;
  readonly countryOf: (iso3: string) => string;
  /** To be added to every address, such as `lang=id`. */
  readonly carried: string;
}

export function renderList(language: Language, { cities, query, more, countryOf, carried }: CityList): Html {
  const { say, text, plain, phrase } = language;
  const addressOf = (path: string, values: Readonly<Record<string, string>>) => {
    const all = new URLSearchParams([...new URLSearchParams(carried), ...Object.entries(values)]).toString();
    return text(`${path}${all === '' ? '' : `?${all}`}`);
  };
  const items = cities.map(
    ({ id, name, country, title, publishedAt }) =>
      `<li><a href="${addressOf(`/published/${id}`, {})}">${text(name)}</a> <span class="note">${text(countryOf(country))} · ${text(phrase(title))} · ${text(language.date(publishedAt))}</span></li>`,
  );
  const hidden = [...new URLSearchParams(carried)].map(([name, value]) => `<input type="hidden" name="${text(name)}" value="${text(value)}"/>`); // prettier-ignore
  const search = `<form role="search" action="/published" method="get">${hidden.join('')}<label for="q">${say('search.label')}</label> <input id="q" name="q" type="search" value="${text(query)}" autocomplete="off"/> <button>${say('search.submit')}</button></form>`;
  const last = cities.at(-1);
  const next = more && last ? `<p><a rel="next" href="${addressOf('/published', { ...(query !== '' && { q: query }), after: last.id })}">${say('published.list.more')}</a></p>` : ''; // prettier-ignore
  const none = query === '' ? say('published.list.none') : say('published.list.notFound', { query: text(query) });
  return `<div class="head"><h1>${text(plain('published.list'))}</h1>${paragraph(say('published.list.text'), 'lede')}${search}</div>${items.length === 0 ? paragraph(none, 'notice') : `<ul class="cities">${items.join('')}</ul>`}${next}`;
}
