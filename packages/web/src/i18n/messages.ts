/** Catalogues: loaded one language at a time, each message compiled when first said. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from './locale.ts';
import type en from '../messages/en.json';
import type { WorkspaceKey } from './workspace-catalogue.en.ts';

/** Every message of every room. Those of the workspace are there only inside it. */
export type MessageKey = keyof typeof en | WorkspaceKey;
export type Catalogue = Readonly<Record<string, string>>;
export type MessageValues = Readonly<Record<string, string | number>>;

/** Says a message in the reader's language. */
export type Say = (key: MessageKey, values?: MessageValues) => string;

const loaders: Readonly<Record<Locale, () => Promise<{ default: Catalogue }>>> = {
  en: () => import('../messages/en.json'),
  id: () => import('../messages/id.json'),
};

/** Fetch the catalogue of a language. */
export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  return (await loaders[locale]()).default;
}

const workspaceLoaders: Readonly<Record<Locale, () => Promise<{ default: Catalogue }>>> = {
  en: () => import('./workspace-catalogue.en.ts'),
  id: () => import('./workspace-catalogue.id.ts'),
};

/** Fetch the words of the workspace, which the public pages do without. */
export async function loadWorkspaceCatalogue(locale: Locale): Promise<Catalogue> {
  return (await workspaceLoaders[locale]()).default;
}

/** A speaker for one catalogue. A key that is not there is said as itself, so that nothing disappears. */
export function createSay(locale: string, catalogue: Catalogue): Say {
  const compiled = new Map<string, IntlMessageFormat>();
  return (key, values) => {
    const text = catalogue[key];
    if (text === undefined) return key;
    if (!text.includes('{') && !text.includes("'")) return text;
    let message = compiled.get(key);
    if (!message) {
      message = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
      compiled.set(key, message);
    }
    return String(message.format(values as Record<string, string | number>));
  };
}

/** Whether the catalogue holds a key made at run time (names of library items). */
export function hasKey(catalogue: Catalogue, key: string): key is MessageKey {
  return key in catalogue;
}
