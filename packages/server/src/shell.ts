/** Pages that can be read before any script: the claim's answer, a search form that works by itself, cities, regions and a city's figures as tables. */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { DomainError, inBoundary, isMissing, sectorOf, type Plan } from '@thousand-cities/model';
import { directionOf, LOCALES, type Preferences } from './preferences.ts';
import type { Problem } from './problem.ts';
import type { CityHit, CityServices } from './services.ts';
import { claimSection } from './shell-claim.ts';
import { groupName, networkSection, regionSection } from './shell-network.ts';
import { compact, escapeHtml, fill, say, type Words } from './shell-text.ts';
import type { StaticFiles } from './static-files.ts';

const LARGEST_SHOWN = 24;
const RESULTS_SHOWN = 20;
const THOUSAND = '/api/network/thousand';
/** A reader waits no longer than this for the claim's figures, which are worked out once after the start. */
const PATIENCE_MS = 150;

interface Page {
  readonly title: string;
  readonly body: string;
  readonly status?: 200 | 404;
  /** Address of JSON the page will ask for at once. */
  readonly preload?: string;
  /** Without the site's header. */
  readonly bare?: boolean;
}

/** Fills the built `index.html` with content in the reader's language. */
export class PageShell {
  readonly #files: StaticFiles;
  readonly #services: CityServices;

  constructor(files: StaticFiles, services: CityServices) {
    this.#files = files;
    this.#services = services;
  }

  /** The first page: the claim's answer, a search that works by itself; with `?q=` its results, as links. */
  async home(c: Context, preferences: Preferences): Promise<Response> {
    const words = this.#words(preferences.locale);
    const query = (c.req.query('q') ?? '').trim().slice(0, 200);
    const found = query === '' ? '' : this.#results(query, preferences, words);
    // One first heading a page: the search's when somebody has searched.
    const search = searchSection(words, query, found, query === '' ? 'h2' : 'h1');
    const claim = await this.#claim(c, preferences, words, query === '' ? 'h1' : 'h2');
    const body = `${query === '' ? claim + search : search + claim}${this.#largest(preferences, words)}`;
    return this.#send(c, preferences, words, { title: say(words, 'app.title'), body, preload: THOUSAND });
  }

  /** The claim alone, for a frame in another site. */
  async embed(c: Context, preferences: Preferences): Promise<Response> {
    const words = this.#words(preferences.locale);
    const body = await this.#claim(c, preferences, words);
    return this.#send(c, preferences, words, { title: say(words, 'claim.title'), body, preload: THOUSAND, bare: true });
  }

  /** The thousand: the largest as a table, and every region's sum. */
  network(c: Context, preferences: Preferences): Response {
    const words = this.#words(preferences.locale);
    const body = networkSection(this.#services.network.thousand(), preferences.locale, words);
    const title = `${say(words, 'network.title')} · ${say(words, 'app.title')}`;
    return this.#send(c, preferences, words, { title, body, preload: THOUSAND });
  }

  /** A region or network of the thousand: its sum. */
  region(c: Context, preferences: Preferences, id: string): Response {
    const words = this.#words(preferences.locale);
    const data = this.#services.network.thousand();
    if (!data.groups.some((group) => group.id === id)) return this.notFound(c, preferences);
    const body = regionSection(data, id, preferences.locale, words);
    const title = `${groupName(data, id, words)} · ${say(words, 'app.title')}`;
    return this.#send(c, preferences, words, { title, body, preload: THOUSAND });
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

  /** The workspace, which is drawn in the browser: what it is, for who has no script. */
  workspace(c: Context, preferences: Preferences): Response {
    const words = this.#words(preferences.locale);
    const title = say(words, 'nav.workspace');
    const body = `<h1>${escapeHtml(title)}</h1><p class="lede">${escapeHtml(say(words, 'shell.workspace'))}</p>`;
    return this.#send(c, preferences, words, { title: `${title} · ${say(words, 'app.title')}`, body });
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

  /** The answer for the choices the page begins with; an address that says others gets none, since it would be a wrong one. */
  async #claim(c: Context, { locale }: Preferences, words: Words, level: 'h1' | 'h2' = 'h1'): Promise<string> {
    const answer =
      c.req.query('v') === undefined ? await within(PATIENCE_MS, this.#services.network.claim()) : undefined;
    return claimSection(answer, locale, words, level);
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
        <span class="quiet num">${compact(city.pop, locale)}</span></li>`,
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

/** What a promise comes to, unless it takes too long or fails: then nothing. Who asked for it has been told of a failure. */
async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

function placeOf(city: CityHit, locale: string, words: Words): string {
  const place = [city.admin, city.country].filter(Boolean).join(', ');
  if (city.population === undefined) return place;
  return `${place} · ${fill(say(words, 'shell.people'), { count: compact(city.population, locale) })}`;
}

function searchSection(words: Words, query: string, results: string, level: 'h1' | 'h2' = 'h1'): string {
  return `<section class="hero"><${level}>${escapeHtml(say(words, 'home.title'))}</${level}>
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
  const header = page.bare
    ? ''
    : `<header class="site-header"><a class="brand" href="/">${escapeHtml(say(words, 'app.title'))}</a>
    <nav class="shell-languages" aria-label="${escapeHtml(say(words, 'language.label'))}">${languageLinks(locale, words)}</nav></header>`;
  const content = `<div class="shell">${header}<main id="main" class="page">${page.body}</main></div>`;
  return template
    .replace(/<html[^>]*>/, () => root)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(page.title)}</title>`)
    .replace('<!--description-->', () => escapeHtml(say(words, 'app.description')))
    .replace('<!--head-->', () => preload)
    .replace('<!--shell-->', () => content);
}
