/** Comments and evidence of one document, shared by every panel and mark that shows them. */
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { client, everything, type Schemas } from '../../shared/client/client.ts';

export type Comment = Schemas['Comment'];
export type Evidence = Schemas['Evidence'];

/** What is said of a document, and the files behind it. */
export interface Talk {
  readonly comments: readonly Comment[];
  readonly evidence: readonly Evidence[];
}

export type TalkAnswer =
  | { readonly state: 'waiting' }
  | { readonly state: 'done'; readonly talk: Talk }
  | { readonly state: 'failed'; readonly error: unknown };

const WAITING: TalkAnswer = { state: 'waiting' };

/** One document's talk, and who wants to know. */
class TalkStore {
  readonly #cityId: string;
  readonly #documentId: string;
  readonly #listeners = new Set<() => void>();
  answer: TalkAnswer = WAITING;
  #asked = 0;

  constructor(cityId: string, documentId: string) {
    this.#cityId = cityId;
    this.#documentId = documentId;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Ask the server again; what is shown stays until the answer is there. */
  readonly refresh = async (): Promise<void> => {
    const turn = ++this.#asked;
    const answer = await this.#load();
    if (turn !== this.#asked) return;
    // A list that was shown is better than an error in its place.
    if (answer.state === 'failed' && this.answer.state === 'done') return;
    this.answer = answer;
    for (const listener of this.#listeners) listener();
  };

  async #load(): Promise<TalkAnswer> {
    const path = { cityId: this.#cityId };
    const about = { kind: 'inventory' as const, subjectId: this.#documentId };
    try {
      const [comments, evidence] = await Promise.all([
        everything((query) => client.GET('/cities/{cityId}/comments', { params: { path, query: { ...about, ...query } } })), // prettier-ignore
        everything((query) => client.GET('/cities/{cityId}/evidence', { params: { path, query: { ...about, ...query } } })), // prettier-ignore
      ]);
      return { state: 'done', talk: { comments, evidence } };
    } catch (error) {
      return { state: 'failed', error };
    }
  }
}

const stores = new Map<string, TalkStore>();

function storeOf(cityId: string, documentId: string): TalkStore {
  const key = `${cityId}/${documentId}`;
  const store = stores.get(key) ?? new TalkStore(cityId, documentId);
  stores.set(key, store);
  return store;
}

/** Comments and evidence of a document, and asking for them again. */
export function useTalk(cityId: string, documentId: string): readonly [TalkAnswer, () => Promise<void>] {
  const store = storeOf(cityId, documentId);
  const answer = useSyncExternalStore(
    store.subscribe,
    useCallback(() => store.answer, [store]),
  );
  // Whoever looks at it asks: others write, too.
  useEffect(() => void store.refresh(), [store]);
  return [answer, store.refresh];
}
