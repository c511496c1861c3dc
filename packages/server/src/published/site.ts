/** The published site: reads what is published, works each version out once, renders each page once, and answers. */
import type { Context as HonoContext } from 'hono';
import { DomainError, referenceOf } from '@thousand-cities/model';
import type { Database } from '@thousand-cities/store';
import type { CutNode } from '../evaluation/cut.ts';
import type { Preferences } from '../preferences.ts';
import type { StoredDocument } from '../stored-document.ts';
import { pageOf, sendOnce } from './answer.ts';
import { renderCity, type CityPage } from './city-page.ts';
import { cityData } from './city-data.ts';
import { evaluatePublished, type Evaluated } from './evaluated.ts';
import { explainPublished } from './explained.ts';
import { renderFigure } from './figure-page.ts';
import { Kept, Together } from './kept.ts';
import { LISTED, renderList } from './list-page.ts';
import { paragraph } from './parts.ts';
import { nameOfState, readDocuments, readState, type PublishedDocuments, type PublishedPlan, type PublishedState } from './read.ts'; // prettier-ignore
import type { PublishedOptions } from './routes.ts';
import { contextOf, keyOf, Workshop, type Asked } from './workshop.ts';

/** Plans whose outcome is kept: some 3 MB each. */
const KEPT_PLANS = 32;
/** Pages that are kept, each with its compressed forms: some 150 kB each. */
const KEPT_PAGES = 256;
/** No path of a figure is longer; more would only fill the memory of what is kept. */
const LONGEST_PATH = 500;

export class PublishedSite {
  readonly #options: PublishedOptions;
  readonly #states = new Together<PublishedState | undefined>();
  readonly #evaluated = new Kept<Evaluated | undefined>(KEPT_PLANS);
  readonly #pages = new Kept<StoredDocument>(KEPT_PAGES);
  readonly #figures = new Kept<StoredDocument | undefined>(KEPT_PAGES);
  readonly #workshop: Workshop;

  constructor(options: PublishedOptions) {
    this.#options = options;
    this.#workshop = new Workshop(options);
  }

  /** The style sheet of these pages; kept for ever under the address that pages give it. */
  style(c: HonoContext): Promise<Response> {
    return this.#workshop.style.respond(c);
  }

  /** A city for its people. */
  async city(c: HonoContext, db: Database, preferences: Preferences, cityId: string): Promise<Response> {
    const state = await this.#states.get(cityId, () => readState(db, cityId));
    if (!state) return this.notFound(c, preferences);
    const asked = this.#workshop.asked(c, preferences);
    if (state.publications.length === 0) return this.#nothing(c, asked, state);
    const publication = c.req.query('publication');
    if (
      publication !== undefined &&
      !state.publications.some(({ id, kind }) => id === publication && kind === 'plan')
    ) {
      return this.notFound(c, preferences);
    }
    const today = this.#workshop.today(state.city.country);
    const key = keyOf('city', asked, nameOfState(state), publication ?? '', today);
    const page = await this.#pages.get(key, () => this.#renderCity(db, asked, { state, today }, publication));
    return this.#answer(c, page, preferences);
  }

  /** Where a figure comes from. */
  async figure(c: HonoContext, db: Database, preferences: Preferences, cityId: string): Promise<Response> {
    const state = await this.#states.get(cityId, () => readState(db, cityId));
    if (!state) return this.notFound(c, preferences);
    const asked = this.#workshop.asked(c, preferences);
    const path = (c.req.query('path') ?? '').slice(0, LONGEST_PATH);
    const publication = c.req.query('publication');
    const key = keyOf('figure', asked, nameOfState(state), publication ?? '', path);
    const page = await this.#figures.get(key, () => this.#renderFigure(db, asked, state, path, publication));
    return page ? this.#answer(c, page, preferences) : this.notFound(c, preferences);
  }

  /** Cities that have published. */
  async list(c: HonoContext, db: Database, preferences: Preferences): Promise<Response> {
    const { listPublishedCities, PUBLIC } = await import('@thousand-cities/store');
    const query = (c.req.query('q') ?? '').trim().slice(0, 200);
    const after = c.req.query('after');
    const found = await db.as(PUBLIC, (tx) => listPublishedCities(tx, { limit: LISTED + 1, name: query, ...(after !== undefined && { after }) })); // prettier-ignore
    const language = this.#workshop.language(preferences);
    const asked = this.#workshop.asked(c, preferences);
    const body = renderList(language, {
      cities: found.slice(0, LISTED),
      query,
      more: found.length > LISTED,
      countryOf: (iso3) => this.#workshop.country(language, iso3),
      carried: asked.query,
    });
    const title = `${language.plain('published.list')} · ${language.plain('app.title')}`;
    const description = language.plain('published.list.text');
    const html = this.#workshop.document(language, asked, {
      title,
      description,
      body,
      path: '/published',
      hidden: query !== '',
    });
    return this.#answer(c, pageOf(html), preferences);
  }

  /** From a place of the gazetteer to the city's own address. */
  async place(c: HonoContext, db: Database, preferences: Preferences, placeId: string): Promise<Response> {
    const { findCityOfPlace, PUBLIC } = await import('@thousand-cities/store');
    const city = await db.as(PUBLIC, (tx) => findCityOfPlace(tx, placeId));
    if (!city) return this.notFound(c, preferences);
    const { query } = this.#workshop.asked(c, preferences);
    return c.redirect(`/published/${city.id}${query === '' ? '' : `?${query}`}`, 302);
  }

  /** What is shown where nothing is. */
  notFound(c: HonoContext, preferences: Preferences): Response {
    return this.#plain(c, preferences, 404, 'published.notFound');
  }

  /** What is shown while the store opens; it comes back by itself. */
  opening(c: HonoContext, preferences: Preferences, again: number): Response {
    return this.#plain(c, preferences, 503, 'published.opening', again);
  }

  /** A city that shows nothing: it has never published, or taken everything back. */
  #nothing(c: HonoContext, asked: Asked, { city, withdrawals }: PublishedState): Response {
    const language = this.#workshop.language(asked.preferences);
    const { say, text, date } = language;
    const [latest] = withdrawals;
    const said = latest
      ? say(`published.withdrawn.${latest.kind}`, { date: text(date(latest.withdrawnAt)), published: text(date(latest.publishedAt)) }) // prettier-ignore
      : say('published.nothing', { city: text(city.name) });
    const body = `<div class="head"><p class="kicker">${text(this.#workshop.country(language, city.country))}</p><h1>${text(city.name)}</h1>${paragraph(said, 'lede')}<p><a href="/published">${say('published.list')}</a></p></div>`;
    const frame = { title: city.name, description: city.name, body, path: `/published/${city.id}`, hidden: true };
    return sendOnce(c, this.#workshop.document(language, asked, frame), latest ? 410 : 404);
  }

  #plain(c: HonoContext, preferences: Preferences, status: 404 | 503, key: string, again?: number): Response {
    const language = this.#workshop.language(preferences);
    const title = language.plain(`${key}.title`);
    const body = `<div class="head"><h1>${language.text(title)}</h1>${paragraph(language.say(key), 'lede')}<p><a href="/published">${language.say('published.list')}</a></p></div>`;
    const frame = { title, description: title, body, path: '/published', hidden: true, ...(again !== undefined && { again }) }; // prettier-ignore
    return sendOnce(c, this.#workshop.document(language, this.#workshop.asked(c, preferences), frame), status);
  }

  async #renderCity(
    db: Database,
    asked: Asked,
    { state, today }: Pick<CityPage, 'state' | 'today'>,
    publication?: string,
  ): Promise<StoredDocument> {
    const documents = await readDocuments(db, state, publication);
    const evaluated = documents.plan && (await this.#evaluate(documents.plan));
    const language = this.#workshop.language(asked.preferences);
    const wordsOf = this.#workshop.wordsOf(language);
    const context = contextOf(language, asked, state.city.id, publication);
    const country = this.#workshop.country(language, state.city.country);
    const { body, description } = renderCity(context, {
      state,
      documents,
      evaluated,
      wordsOf,
      country,
      today,
    });
    const title = `${language.plain('published.title', { city: state.city.name })} · ${language.plain('app.title')}`;
    const path = `/published/${state.city.id}`;
    const data = cityData({ state, documents, description, url: asked.origin + path, locale: language.locale });
    return pageOf(this.#workshop.document(language, asked, { title, description, body, path, data }));
  }

  /** Undefined for a path that is no figure of what is published. */
  async #renderFigure(
    db: Database,
    asked: Asked,
    state: PublishedState,
    path: string,
    publication?: string,
  ): Promise<StoredDocument | undefined> {
    const documents = await readDocuments(db, state, publication);
    const evaluated = documents.plan && (await this.#evaluate(documents.plan));
    const step = await this.#explained(documents, evaluated, state.city.country, path);
    if (!step) return undefined;
    const language = this.#workshop.language(asked.preferences);
    const wordsOf = this.#workshop.wordsOf(language);
    const context = contextOf(language, asked, state.city.id, publication);
    const plan = documents.plan?.plan;
    const nameOf = (id: string) => wordsOf(plan!.actions.find((each) => each.id === id)!).name;
    const body = renderFigure(context, path, step, { language, city: state.city.name, plan, nameOf });
    const title = `${language.plain('explain.title')} · ${state.city.name}`;
    const own = `/published/${state.city.id}/figure?path=${encodeURIComponent(path)}`;
    return pageOf(
      this.#workshop.document(language, asked, { title, description: title, body, path: own, hidden: true }),
    );
  }

  /** What a plan comes to; undefined where the model cannot say, which the page tells. */
  #evaluate(published: PublishedPlan): Promise<Evaluated | undefined> {
    return this.#evaluated.get(published.sha256, async () => {
      try {
        return await evaluatePublished(published, this.#options.evaluator);
      } catch (error) {
        if (error instanceof DomainError) return undefined;
        throw error;
      }
    });
  }

  /** The tree behind a figure; undefined for a path that is none. */
  async #explained(
    documents: PublishedDocuments,
    evaluated: Evaluated | undefined,
    country: string,
    path: string,
  ): Promise<CutNode | undefined> {
    const explainPlan = evaluated && ((of: string) => evaluated.explain(of));
    try {
      const slice = this.#options.services.referenceSlice(country);
      const sources = Object.fromEntries(slice.sources.map((source) => [source.id, source]));
      const world = { reference: referenceOf(slice), sources };
      return await explainPublished({ documents, explainPlan, world }, path);
    } catch (error) {
      if (error instanceof DomainError) return undefined;
      throw error;
    }
  }

  async #answer(c: HonoContext, page: StoredDocument, { locale }: Preferences): Promise<Response> {
    c.header('Content-Language', locale);
    return page.respond(c);
  }
}
