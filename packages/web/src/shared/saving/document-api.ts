/** Documents of a city over the API: the same for inventories and plans. */
import { client, data, type DocumentKind, type State } from '../client/client.ts';

/** Which document. */
export interface DocumentPlace {
  readonly kind: DocumentKind;
  readonly cityId: string;
  readonly documentId: string;
}

/** A version as it was read or saved. */
export interface SavedVersion {
  readonly version: number;
  readonly state: State;
  readonly document: unknown;
  /** User id; null for the program itself. */
  readonly createdBy: string | null;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** What saving answers. */
export interface SavedHead {
  readonly version: number;
  readonly state: State;
}

export interface DocumentApi {
  /** The newest version, or undefined when it is the one named. */
  newest(than?: number): Promise<SavedVersion | undefined>;
  /** @throws {ProblemError} `version-conflict` with both sides */
  save(basedOn: number, document: unknown, key: string, note?: string): Promise<SavedHead>;
  move(basedOn: number, to: 'review' | 'returned' | 'approved', note?: string): Promise<SavedHead>;
  publish(basedOn: number, title: string): Promise<void>;
}

type Fields = Record<string, unknown>;

/** The API of one document. All throw `ApiError`. */
export function documentApi({ kind, cityId, documentId }: DocumentPlace): DocumentApi {
  const path = { cityId, documentId };
  const at = kind === 'inventory' ? ('inventories' as const) : ('plans' as const);
  return {
    async newest(than) {
      const headers = than === undefined ? {} : { 'If-None-Match': `"v${than}"` };
      // The browser's own cache would answer 304 for us; the question is whether there is a newer version.
      const answer = await client.GET(`/cities/{cityId}/${at}/{documentId}`, {
        params: { path },
        headers,
        cache: 'no-store',
      });
      return answer.response.status === 304 ? undefined : answer.data;
    },
    save: (basedOn, document, key, note) =>
      data(
        client.PUT(`/cities/{cityId}/${at}/{documentId}`, {
          params: { path, header: { 'Idempotency-Key': key } },
          body: { basedOn, document: document as Fields, ...(note !== undefined && { note }) },
        }),
      ),
    move: (basedOn, to, note) =>
      data(
        client.POST(`/cities/{cityId}/${at}/{documentId}/state`, {
          params: { path },
          body: { basedOn, to, ...(note !== undefined && { note }) },
        }),
      ),
    publish: async (basedOn, title) => {
      await client.POST(`/cities/{cityId}/${at}/{documentId}/publication`, {
        params: { path },
        body: { basedOn, title },
      });
    },
  };
}
