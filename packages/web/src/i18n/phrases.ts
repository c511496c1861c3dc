/** Sentences of ours that travel in documents, in the reader's language. Their book is fetched when the first of them is shown. */
import { phraseBook, type PhraseBook, type PhrasePairs } from '@thousand-cities/model';
import type { Locale } from './locale.ts';

const loaders: Readonly<Partial<Record<Locale, () => Promise<{ default: PhrasePairs }>>>> = {
  id: () => import('../messages/phrases/id.json'),
};

const books = new Map<Locale, PhraseBook | 'coming'>();
const listeners = new Set<() => void>();

/** The text in a language; as it is while the book is on its way, and in English. */
export function phraseIn(locale: Locale, text: string): string {
  const book = books.get(locale);
  if (book === undefined) void fetchBook(locale);
  return typeof book === 'object' ? book.say(text) : text;
}

async function fetchBook(locale: Locale): Promise<void> {
  const load = loaders[locale];
  if (!load) return;
  books.set(locale, 'coming');
  try {
    books.set(locale, phraseBook((await load()).default, locale));
    for (const tell of listeners) tell();
  } catch {
    // The line broke: the next sentence asks again.
    books.delete(locale);
  }
}

/** Hear of a book that has come. */
export function onPhrases(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the book of a language is here. */
export const hasPhrases = (locale: Locale): boolean => typeof books.get(locale) === 'object';
