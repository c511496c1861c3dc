/** What every published page is rendered with: the reader's language, names, the frame, and how an answer is asked for. */
import type { Context as HonoContext } from 'hono';
import { LOCALES, type Preferences } from '../preferences.ts';
import type { Words } from '../shell-text.ts';
import { StoredDocument } from '../stored-document.ts';
import { dayIn } from './day.ts';
import { documentOf, type Frame } from './document.ts';
import { languageOf, type Language } from './language.ts';
import type { Context } from './parts.ts';
import type { PublishedOptions } from './routes.ts';
import type { ActionWordsOf } from './sections/actions.ts';

/** How a page is asked for: what tells one answer from another besides what is published. */
export interface Asked {
  readonly preferences: Preferences;
  /** Where the address itself asks for a language, so do its links. */
  readonly query: string;
  readonly origin: string;
}

export const keyOf = (kind: string, { preferences, query, origin }: Asked, ...rest: readonly string[]): string =>
  JSON.stringify([kind, preferences.locale, preferences.theme ?? '', query, origin, ...rest]);

export const contextOf = (language: Language, { query }: Asked, cityId: string, publication?: string): Context => ({
  // prettier-ignore
  language,
  base: `/published/${cityId}`,
  query,
  ...(publication !== undefined && { publication }),
});

export class Workshop {
  readonly #options: PublishedOptions;
  /** The one style sheet, kept for ever under the address that pages give it. */
  readonly style: StoredDocument;

  constructor(options: PublishedOptions) {
    this.#options = options;
    this.style = new StoredDocument('text/css; charset=utf-8', () => Buffer.from(options.files.text('/published.css') ?? '')); // prettier-ignore
  }

  asked(c: HonoContext, preferences: Preferences): Asked {
    const { publicUrl } = this.#options.workspace;
    const query = c.req.query('lang') === undefined ? '' : `lang=${preferences.locale}`;
    return { preferences, query, origin: publicUrl === undefined ? '' : new URL(publicUrl).origin };
  }

  document(language: Language, asked: Asked, frame: Omit<Frame, 'style' | 'demo' | 'theme' | 'origin'>): string {
    const { theme } = asked.preferences;
    return documentOf(language, {
      ...frame,
      style: `/published/style.css?v=${this.style.hash}`,
      demo: this.#options.workspace.demo,
      ...(theme && { theme }),
      ...(asked.origin !== '' && { origin: asked.origin }),
    });
  }

  language({ locale }: Preferences): Language {
    const read = (name: string) => JSON.parse(this.#options.files.text(`/messages/${name}.json`) ?? '{}') as Words;
    const phrases = read(`phrases/${locale}`);
    const both = (name: string) => ({ ...read(name), ...read(`published.${name}`) });
    return languageOf(locale, locale === LOCALES[0] ? both(locale) : { ...both(LOCALES[0]), ...both(locale) }, phrases);
  }

  /** Names of library actions in a language; an action of the city's own has the name it was given. */
  wordsOf({ locale }: Language): ActionWordsOf {
    const names = this.#options.services.actionNames(locale);
    return ({ libraryId, name }) => names?.[libraryId ?? ''] ?? { name };
  }

  /** The day it is in a country. What is overdue depends on it, and so does a page. */
  today(iso3: string): string {
    return dayIn(this.#options.services.country(iso3)?.iso2, new Date());
  }

  country(language: Language, iso3: string): string {
    const named = this.#options.services.country(iso3);
    return named ? language.country(named.iso2, named.name) : iso3;
  }
}
