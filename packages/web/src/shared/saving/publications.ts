/** What of a document stands before the public, and what is left there when it is withdrawn. */
import { client, everything, type DocumentKind, type Schemas, type State } from '../client/client.ts';
import { useLoaded, type Loaded } from '../loading.ts';

export type Publication = Schemas['Publication'];

/** A city's publications that are not withdrawn, newest first; asked for again when the document has another version, and by `retry`. */
export function usePublications(
  cityId: string,
  documentId: string,
  version: number,
): { readonly standing: Loaded<readonly Publication[]>; readonly retry: () => void } {
  const [standing, retry] = useLoaded(`publications:${cityId}:${documentId}:${version}`, () =>
    everything((query) => client.GET('/cities/{cityId}/publications', { params: { path: { cityId }, query } })),
  );
  return { standing, retry };
}

/** Those of one document. */
export const ofDocument = (publications: readonly Publication[], documentId: string): readonly Publication[] =>
  publications.filter(({ subjectId }) => subjectId === documentId);

/** Whether a version was published and is not to be read by everyone any more; unknown, it is not said. */
export const isWithdrawn = (
  { version, state }: { readonly version: number; readonly state: State },
  standing: readonly Publication[] | undefined,
): boolean => state === 'published' && standing !== undefined && !standing.some((each) => each.version === version);

/** The same of the newest version of a head, which says what stands of its document. */
export const isTakenBack = (head: {
  readonly version: number;
  readonly state: State;
  readonly publishedVersion: number | null;
}): boolean => head.state === 'published' && head.publishedVersion !== head.version;

/** What the public page tells in place of a publication that is withdrawn. */
export type Afterwards =
  | { readonly shows: 'another'; readonly publication: Publication }
  /** None of this kind, or of this year; the rest of the page stays. */
  | { readonly shows: 'none'; readonly kind: DocumentKind }
  /** Nothing at all. */
  | { readonly shows: 'nothing' };

/** The page shows the newest plan of the city, and of each year the newest inventory: every year is a document of its own. */
export function afterwards(publications: readonly Publication[], taken: Publication): Afterwards {
  const rest = publications.filter(({ id }) => id !== taken.id);
  const next = rest.find(
    ({ kind, subjectId }) => kind === taken.kind && (kind === 'plan' || subjectId === taken.subjectId),
  );
  if (next) return { shows: 'another', publication: next };
  return rest.length === 0 ? { shows: 'nothing' } : { shows: 'none', kind: taken.kind };
}
