/** Pages that can be read before any script: title, a search form that works by itself, cities as links, a city's figures as a table. */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { DomainError, inBoundary, isMissing, sectorOf, type Plan } from '@thousand-cities/model';
import { directionOf, LOCALES, type Preferences } from './preferences.ts';
import type { Problem } from './problem.ts';
import type { CityHit, CityServices } from './services.ts';
import type { StaticFiles } from './static-files.ts';

const LARGEST_SHOWN = 24;
const RESULTS_SHOWN = 20;

type Words = Readonly<Record<string, string>>;

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
function fill(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

interface Page {
  readonly title: string;
  readonly body: string;
  readonly status?: 200 | 404;
  /** Address of JSON the page will ask for at once. */
  readonly preload?: string;
}

/** Fills the built `index.html` with content in the reader's language. */
export class PageShell {
  readonly #files: StaticFiles;
  readonly #services: CityServices;

  constructor(files: StaticFiles, services: CityServices) {
    this.#files = files;
    this.#services = services;
  }

  /** The first page; with `?q=` its search results, as links. */
  home(c: Context, preferences: Preferences): Response {
    const words = this.#words(preferences.locale);
    const query = (c.req.query('q') ?? '').trim().slice(0, 200);
    const results = query === '' ? '' : this.#results(query, preferences, words);
    const body = `${searchSection(words, query, results)}${this.#largest(preferences, words)}`;
    return this.#send(c, preferences, words, { title: say(words, 'app.title'), body, preload: '/api/thousand' });
  }

  /** A city: its name, and its first inventory as a table. */
  city(c: Context, preferences: Preferences, id: string): Response {
    const words = this.#words(preferences.locale);
    const city = this.#services.city(id);
    if (!city) return this.notFound(c, preferences);
    const body = `<div class="city-head"><h1>${escapeHtml(city.name)}</h1>
      <p class="place">${escapeHtml(placeOf(city, preferences.locale, words))}</p></div>${this.#inventory(id, preferences, words)}`;
    const title = `${city.name} · ${say(words, 'app.title')}`;
    return this.#send(c, preferences, words, { title, body, preload: `/api/cities/${id}/plan` });
  }

  /** What is shown for an address that holds nothing. */
  notFound(c: Context, preferences: Preferences): Response {
    const words = this.#words(preferences.locale);
    const body = `<h1>${escapeHtml(say(words, 'shell.notFound.title'))}</h1>
      <p class="lede">${escapeHtml(say(words, 'shell.notFound.text'))}</p>${searchSection(words, '', '')}`;
    return this.#send(c, preferences, words, { title: say(words, 'shell.notFound.title'), body, status: 404 });
  }

  /** A page for a request that could not be answered: plain, without the page's own script, which may be what failed. */
  fault(c: Context, preferences: Preferences, { status }: Problem): Response {
    const words = this.#words(preferences.locale);
    const title = escapeHtml(say(words, 'shell.fault.title'));
    const text = escapeHtml(say(words, 'trouble.fault'));
    c.header('Cache-Control', 'no-store');
    const html = `<!doctype html><html lang="${preferences.locale}"><meta charset="utf-8" /><title>${title}</title><h1>${title}</h1><p>${text}</p><p><a href="/">${escapeHtml(say(words, 'app.title'))}</a></p></html>`;
    return c.html(html, status as 500);
  }

  #words(locale: string): Words {
    const read = (name: string) => JSON.parse(this.#files.text(`/messages/${name}.json`) ?? '{}') as Words;
    return { ...read(LOCALES[0]), ...read(locale) };
  }

  #results(query: string, { locale }: Preferences, words: Words): string {
    const hits = this.#services.search(query, { limit: RESULTS_SHOWN });
    if (hits.length === 0) {
      return `<p role="status">${escapeHtml(fill(say(words, 'shell.noResults'), { query }))}</p>`;
    }
    const items = hits.map(
      (hit) => `<li><a href="/city/${encodeURIComponent(hit.id)}">${escapeHtml(hit.name)}</a>
        <span class="quiet">${escapeHtml(placeOf(hit, locale, words))}</span></li>`,
    );
    return `<ol class="results">${items.join('')}</ol>`;
  }

  #largest({ locale }: Preferences, words: Words): string {
    const items = this.#services.thousand().slice(0, LARGEST_SHOWN);
    const rows = items.map(
      (city) => `<li><a href="/city/${encodeURIComponent(city.id)}">${escapeHtml(city.name)}</a>
        <span class="quiet num">${millions(city.pop, locale)}</span></li>`,
    );
    return `<section class="thousand-shell"><h2>${escapeHtml(say(words, 'shell.largest'))}</h2>
      <ul class="city-list">${rows.join('')}</ul></section>`;
  }

  #inventory(id: string, preferences: Preferences, words: Words): string {
    try {
      return inventoryTable(this.#services.makePlan(id), preferences.locale, words);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return `<p class="notice" role="alert">${escapeHtml(say(words, 'shell.noPlan'))} ${escapeHtml(error.message)}</p>`;
    }
  }

  #send(c: Context, preferences: Preferences, words: Words, page: Page): Response {
    const html = fillTemplate(this.#template(), preferences, words, page);
    const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
    c.header('ETag', etag);
    c.header('Vary', 'Accept-Language, Cookie');
    c.header('Cache-Control', 'no-cache');
    c.header('Content-Language', preferences.locale);
    if (page.status !== 404 && c.req.header('If-None-Match') === etag) return c.body(null, 304);
    return c.html(html, page.status ?? 200);
  }

  #template(): string {
    const template = this.#files.text('/index.html');
    if (template === undefined) throw new Error('the page is not built: run `npm run build`, then start again');
    return template;
  }
}

function say(words: Words, key: string): string {
  return words[key] ?? key;
}

function millions(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 }).format(value);
}

function placeOf(city: CityHit, locale: string, words: Words): string {
  const place = [city.admin, city.country].filter(Boolean).join(', ');
  if (city.population === undefined) return place;
  return `${place} · ${fill(say(words, 'shell.people'), { count: millions(city.population, locale) })}`;
}

function searchSection(words: Words, query: string, results: string): string {
  return `<section class="hero"><h1>${escapeHtml(say(words, 'home.title'))}</h1>
    <p class="lede">${escapeHtml(say(words, 'home.lede'))}</p>
    <form class="search" role="search" action="/" method="get">
      <label for="q">${escapeHtml(say(words, 'search.label'))}</label>
      <div class="search-row"><input id="q" name="q" type="search" value="${escapeHtml(query)}" autocomplete="off" />
      <button class="button primary" type="submit">${escapeHtml(say(words, 'search.submit'))}</button></div>
    </form>${results}</section>`;
}

const SECTORS = ['I', 'II', 'III', 'IV', 'V'] as const;

/** Reported tonnes of one GPC sector inside the plan's boundary; undefined where there is no figure at all. */
function sectorTonnes(plan: Plan, sector: string): number | undefined {
  let total: number | undefined;
  for (const { ref, co2eTonnes } of plan.inventories[0]?.rows ?? []) {
    if (isMissing(co2eTonnes) || sectorOf(ref) !== sector || !inBoundary(ref, plan.baseline.boundary)) continue;
    total = (total ?? 0) + co2eTonnes;
  }
  return total;
}

/** The first inventory by sector, as a table; a sector without figures says so. */
function inventoryTable(plan: Plan, locale: string, words: Words): string {
  const inventory = plan.inventories[0];
  if (!inventory) return '';
  const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const rows = SECTORS.map((sector) => {
    const total = sectorTonnes(plan, sector);
    const text = total === undefined ? escapeHtml(say(words, 'figure.missing')) : number.format(total);
    return `<tr><th scope="row">${escapeHtml(say(words, `sector.${sector}`))}</th><td class="num">${text}</td></tr>`;
  });
  const caption = fill(say(words, 'shell.inventory'), { year: String(inventory.year) });
  return `<section class="inventory-shell"><table><caption>${escapeHtml(caption)}</caption>
    <thead><tr><th scope="col">${escapeHtml(say(words, 'table.sector'))}</th>
    <th scope="col" class="num">${escapeHtml(say(words, 'shell.tonnes'))}</th></tr></thead>
    <tbody>${rows.join('')}</tbody></table><p class="quiet">${escapeHtml(say(words, 'shell.loading'))}</p></section>`;
}

function languageLinks(current: string, words: Words): string {
  return LOCALES.map((locale) => {
    const here = locale === current ? ' aria-current="true"' : '';
    return `<a href="?lang=${locale}" hreflang="${locale}" lang="${locale}"${here}>${escapeHtml(say(words, `language.${locale}`))}</a>`;
  }).join(' ');
}

function fillTemplate(template: string, preferences: Preferences, words: Words, page: Page): string {
  const { locale, theme } = preferences;
  const root = `<html lang="${locale}" dir="${directionOf(locale)}"${theme ? ` data-theme="${theme}"` : ''}>`;
  const preload = page.preload
    ? `<link rel="preload" as="fetch" crossorigin href="${escapeHtml(page.preload)}" />`
    : '';
  const content = `<div class="shell"><header class="site-header"><a class="brand" href="/">${escapeHtml(say(words, 'app.title'))}</a>
    <nav class="shell-languages" aria-label="${escapeHtml(say(words, 'language.label'))}">${languageLinks(locale, words)}</nav></header>
    <main id="main" class="page">${page.body}</main></div>`;
  return template
    .replace(/<html[^>]*>/, () => root)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(page.title)}</title>`)
    .replace('<!--description-->', () => escapeHtml(say(words, 'app.description')))
    .replace('<!--head-->', () => preload)
    .replace('<!--shell-->', () => content);
}
