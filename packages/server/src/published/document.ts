/** The frame of every published page: head, language, what it is, and the foot. No script, one small style sheet. */
import { LOCALES } from '../preferences.ts';
import type { Html, Language } from './language.ts';

export interface Frame {
  readonly title: string;
  readonly description: string;
  readonly body: Html;
  /** Path of this page, without what asks for a language. */
  readonly path: string;
  /** `https://example.org`: full addresses for other programs; absent where it is not known. */
  readonly origin?: string;
  readonly theme?: 'light' | 'dark';
  /** Address of the style sheet. */
  readonly style: string;
  readonly demo: boolean;
  /** Kept out of search engines. */
  readonly hidden?: boolean;
  /** Facts for programs (JSON-LD). */
  readonly data?: unknown;
  /** Load again after so many seconds. */
  readonly again?: number;
}

export function documentOf(language: Language, frame: Frame): Html {
  const { text, plain } = language;
  const theme = frame.theme === undefined ? '' : ` data-theme="${frame.theme}"`;
  return `<!doctype html><html lang="${language.locale}" dir="${language.direction}"${theme}><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><title>${text(frame.title)}</title><link rel="stylesheet" href="${frame.style}"/>${metaOf(language, frame)}</head><body><a class="skip" href="#main">${text(plain('app.skip'))}</a><header class="top"><a class="brand" href="/">${text(plain('app.title'))}</a>${languages(language, frame)}</header><main id="main">${frame.demo ? `<p class="demo" role="note">${text(plain('published.demo'))}</p>` : ''}${frame.body}</main><footer><p>${text(plain('app.footer'))}</p></footer></body></html>`;
}

function metaOf(language: Language, frame: Frame): Html {
  const { text } = language;
  const { title, description, path, origin = '', hidden, data, again } = frame;
  const property = (name: string, content: string) => `<meta property="og:${name}" content="${text(content)}"/>`;
  const alternates = LOCALES.map((locale) => `<link rel="alternate" hreflang="${locale}" href="${text(addressIn(origin + path, locale))}"/>`); // prettier-ignore
  return [
    `<meta name="description" content="${text(description)}"/>`,
    '<meta name="color-scheme" content="light dark"/>',
    '<link rel="icon" href="/icon.svg" type="image/svg+xml"/>',
    hidden ? '<meta name="robots" content="noindex"/>' : `<link rel="canonical" href="${text(origin + path)}"/>`,
    ...alternates,
    `<link rel="alternate" hreflang="x-default" href="${text(origin + path)}"/>`,
    property('type', 'article'),
    property('title', title),
    property('description', description),
    property('url', origin + path),
    property('locale', language.locale),
    property('site_name', language.plain('app.title')),
    '<meta name="twitter:card" content="summary"/>',
    again === undefined ? '' : `<meta http-equiv="refresh" content="${again}"/>`,
    data === undefined ? '' : `<script type="application/ld+json">${scriptData(data)}</script>`,
  ].join('');
}

const addressIn = (path: string, locale: string): string => `${path}${path.includes('?') ? '&' : '?'}lang=${locale}`;

/** JSON that cannot end the element it stands in. */
export const scriptData = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c');

function languages({ locale, plain, text }: Language, { path }: Frame): Html {
  const links = LOCALES.map((each) => {
    const here = each === locale ? ' aria-current="true"' : '';
    return `<a href="${text(addressIn(path, each))}" hreflang="${each}" lang="${each}"${here}>${text(plain(`language.${each}`))}</a>`;
  });
  return `<nav aria-label="${text(plain('language.label'))}">${links.join(' ')}</nav>`;
}
