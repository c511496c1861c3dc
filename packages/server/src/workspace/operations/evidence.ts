/** Files that stand behind figures: kept, listed, given back as files and never as pages. */
import { z } from '@hono/zod-openapi';
import { addEvidence, evidenceUsage, findEvidence, findVersion, listEvidence, readEvidence, type Evidence as Stored, type Transaction } from '@thousand-cities/store'; // prettier-ignore
import { EVIDENCE_BODY } from '../body.ts';
import { safeFileName } from '../disposition.ts';
import { evidenceType } from '../evidence-type.ts';
import { operation, type AnyOperation } from '../operation.ts';
import { pageOf } from '../page-of.ts';
import { Refused } from '../../refused.ts';
import { found, requireRight } from '../rights-check.ts';
import { cityAnd, CityParams, Evidence, Id, KindName, PageParams, pageSchema } from '../schemas.ts';

/** What a city may keep: some thousand scanned bills. */
export const CITY_EVIDENCE = { bytes: 500 * 1024 * 1024, files: 2000 } as const;

/** @throws {Refused} 413 `city-full` */
async function requireRoom(tx: Transaction, cityId: string, size: number): Promise<void> {
  const { files, bytes } = await evidenceUsage(tx, cityId);
  if (files < CITY_EVIDENCE.files && bytes + size <= CITY_EVIDENCE.bytes) return;
  const limit = `${CITY_EVIDENCE.files} files or ${CITY_EVIDENCE.bytes / 1024 / 1024} MB`;
  throw new Refused(413, 'city-full', `the city has no more room for evidence: ${limit}`, {
    members: { files, bytes },
  });
}

/** @throws {DomainError} `not-found` for a file of another document */
async function requireSuperseded(tx: Transaction, cityId: string, of: Pick<Stored, 'kind' | 'subjectId'>, id: string) {
  const evidence = await listEvidence(tx, cityId, of.kind, of.subjectId);
  found(evidence.find((each) => each.id === id), 'evidence'); // prettier-ignore
}

export const evidenceOperations: readonly AnyOperation[] = [
  operation({
    id: 'listEvidence',
    method: 'get',
    path: '/cities/{cityId}/evidence',
    tag: 'evidence',
    summary: 'Files that stand behind the figures of a document, oldest first',
    asks: 'person',
    params: CityParams,
    query: PageParams.extend({ kind: KindName, subjectId: Id }),
    answer: pageSchema('Evidence', Evidence),
    run: ({ params, query, read }) =>
      read(async (tx) => {
        await requireRight(tx, params.cityId, 'evidence.read');
        const evidence = await listEvidence(tx, params.cityId, query.kind, query.subjectId);
        return { body: pageOf(evidence, query, ({ id }) => id) };
      }),
  }),
  operation({
    id: 'addEvidence',
    method: 'post',
    path: '/cities/{cityId}/evidence',
    tag: 'evidence',
    summary: 'Keep a file behind a place in a document: the body is the file, its kind told by content and name',
    asks: 'person',
    params: CityParams,
    query: z.object({
      kind: KindName,
      subjectId: Id,
      place: z.string().max(500).optional(),
      name: z.string().min(1).max(300),
      supersedes: Id.optional(),
    }),
    upload: { types: ['application/octet-stream'], limit: EVIDENCE_BODY },
    answer: Evidence,
    created: true,
    problems: [409],
    run: ({ params: { cityId }, query, upload, write }) =>
      write(async (tx) => {
        await requireRight(tx, cityId, 'evidence.write');
        const { kind, subjectId, place, supersedes } = query;
        found(await findVersion(tx, kind, { cityId, id: subjectId }), kind);
        const { bytes } = upload!;
        const name = safeFileName(query.name);
        const mediaType = evidenceType(name, bytes);
        await requireRoom(tx, cityId, bytes.length);
        if (supersedes !== undefined) await requireSuperseded(tx, cityId, query, supersedes);
        const file = { cityId, kind, subjectId, name, mediaType, bytes };
        const added = await addEvidence(tx, {
          ...file,
          ...(place !== undefined && { place }),
          ...(supersedes !== undefined && { supersedes }),
        });
        return { status: 201, body: added };
      }),
  }),
  operation({
    id: 'getEvidenceFile',
    method: 'get',
    path: '/cities/{cityId}/evidence/{evidenceId}/file',
    tag: 'evidence',
    summary: 'The file itself, always as a download',
    asks: 'person',
    params: cityAnd('evidenceId'),
    file: 'application/octet-stream',
    run: ({ params, read }) =>
      read(async (tx) => {
        await requireRight(tx, params.cityId, 'evidence.read');
        const { name, mediaType, sha256 } = found(await findEvidence(tx, params.cityId, params.evidenceId), 'evidence');
        const bytes = found(await readEvidence(tx, params.cityId, sha256), 'evidence');
        return { file: { bytes, type: mediaType, name }, headers: { ETag: `"${sha256}"` } };
      }),
  }),
];
