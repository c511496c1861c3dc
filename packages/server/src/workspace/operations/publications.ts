/** What a city has published, for everyone; comments; the audit log. */
import { z } from '@hono/zod-openapi';
import {
  addComment,
  checkAudit,
  findVersion,
  listComments,
  listPublications,
  readAudit,
  readAuditBack,
  resolveComment,
  withdraw,
} from '@thousand-cities/store';
import { operation, type AnyOperation } from '../operation.ts';
import { cursorKey, cursorOf, DEFAULT_PAGE, pageOf } from '../page-of.ts';
import { Refused } from '../../refused.ts';
import { found, requireRight } from '../rights-check.ts';
import { AuditEntry, cityAnd, CityParams, Comment, Id, KindName, PageParams, pageSchema, Publication, Version, VersionNumber } from '../schemas.ts'; // prettier-ignore
import { sentVersion } from './documents.ts';

const publicationOperations: readonly AnyOperation[] = [
  operation({
    id: 'listPublications',
    method: 'get',
    path: '/cities/{cityId}/publications',
    tag: 'publications',
    summary: 'What a city has published and not withdrawn, newest first',
    asks: 'anyone',
    params: CityParams,
    query: PageParams,
    answer: pageSchema('Publication', Publication),
    run: ({ params, query, read }) =>
      read(async (tx) => ({ body: pageOf(await listPublications(tx, params.cityId), query, ({ id }) => id) })),
  }),
  operation({
    id: 'getPublication',
    method: 'get',
    path: '/cities/{cityId}/publications/{publicationId}',
    tag: 'publications',
    summary: 'A published inventory or plan',
    asks: 'anyone',
    params: cityAnd('publicationId'),
    answer: Version,
    run: ({ params, read, has, versions }) =>
      read(async (tx) => {
        const all = await listPublications(tx, params.cityId);
        const publication = found(
          all.find(({ id }) => id === params.publicationId),
          'publication',
        );
        const { kind, subjectId, version } = publication;
        return sentVersion(tx, { has, versions }, kind, { cityId: params.cityId, id: subjectId }, version);
      }),
  }),
  operation({
    id: 'withdraw',
    method: 'delete',
    path: '/cities/{cityId}/publications/{publicationId}',
    tag: 'publications',
    summary: 'Hide a publication again',
    asks: 'person',
    params: cityAnd('publicationId'),
    run: ({ params, write }) =>
      write(async (tx) => {
        const all = await listPublications(tx, params.cityId);
        const { kind } = found(
          all.find(({ id }) => id === params.publicationId),
          'publication',
        );
        await requireRight(tx, params.cityId, `${kind}.write`, 'published');
        await withdraw(tx, params.cityId, params.publicationId);
        return { status: 204 };
      }),
  }),
];

const commentOperations: readonly AnyOperation[] = [
  operation({
    id: 'listComments',
    method: 'get',
    path: '/cities/{cityId}/comments',
    tag: 'comments',
    summary: 'Comments on a document, oldest first',
    asks: 'person',
    params: CityParams,
    query: PageParams.extend({ kind: KindName, subjectId: Id }),
    answer: pageSchema('Comment', Comment),
    run: ({ params, query, read }) =>
      read(async (tx) => {
        await requireRight(tx, params.cityId, 'comment.read');
        const comments = await listComments(tx, params.cityId, query.kind, query.subjectId);
        return { body: pageOf(comments, query, ({ id }) => id) };
      }),
  }),
  operation({
    id: 'addComment',
    method: 'post',
    path: '/cities/{cityId}/comments',
    tag: 'comments',
    summary: 'Say something about a place in a version',
    asks: 'person',
    params: CityParams,
    body: z
      .object({
        kind: KindName,
        subjectId: Id,
        version: VersionNumber,
        place: z.string().max(500).optional(),
        body: z.string().min(1).max(10_000),
        replyTo: Id.optional(),
      })
      .openapi('NewComment'),
    answer: Comment,
    created: true,
    run: ({ params, body, write }) =>
      write(async (tx) => {
        await requireRight(tx, params.cityId, 'comment.write');
        const { place, replyTo, version, ...rest } = body;
        found(await findVersion(tx, body.kind, { cityId: params.cityId, id: body.subjectId }, version), 'version');
        const comment = await addComment(tx, {
          cityId: params.cityId,
          ...rest,
          version,
          ...(place !== undefined && { place }),
          ...(replyTo !== undefined && { replyTo }),
        });
        return { status: 201, body: comment };
      }),
  }),
  operation({
    id: 'resolveComment',
    method: 'post',
    path: '/cities/{cityId}/comments/{commentId}/resolution',
    tag: 'comments',
    summary: 'Mark a comment as dealt with',
    asks: 'person',
    params: cityAnd('commentId'),
    run: ({ params, write }) =>
      write(async (tx) => {
        await requireRight(tx, params.cityId, 'comment.write');
        await resolveComment(tx, params.cityId, params.commentId);
        return { status: 204 };
      }),
  }),
];

const auditOperation = operation({
  id: 'readAudit',
  method: 'get',
  path: '/cities/{cityId}/audit',
  tag: 'audit',
  summary: 'Who did what and when, oldest first unless asked otherwise, each entry hashed over the one before',
  asks: 'person',
  params: CityParams,
  query: PageParams.extend({ order: z.enum(['oldest', 'newest']).optional() }),
  answer: pageSchema('AuditEntry', AuditEntry),
  run: ({ params, query, read }) =>
    read(async (tx) => {
      await requireRight(tx, params.cityId, 'audit.read');
      const { limit = DEFAULT_PAGE, cursor, order } = query;
      const from = cursor === undefined ? undefined : Number(cursorKey(cursor));
      if (from !== undefined && !Number.isSafeInteger(from)) throw new Refused(400, 'bad-cursor', 'this cursor is none of ours', { at: ['cursor'] }); // prettier-ignore
      const entries =
        order === 'newest'
          ? await readAuditBack(tx, params.cityId, from, limit + 1)
          : await readAudit(tx, params.cityId, from, limit + 1);
      const items = entries.slice(0, limit).map(({ cityId: _cityId, ...entry }) => entry);
      return { body: { items, next: entries.length > limit ? cursorOf(String(items.at(-1)!.seq)) : null } };
    }),
});

const auditCheckOperation = operation({
  id: 'checkAudit',
  method: 'get',
  path: '/cities/{cityId}/audit/check',
  tag: 'audit',
  summary: 'Whether every entry of the log still fits the hash of the one before',
  asks: 'person',
  params: CityParams,
  answer: z
    .object({ sound: z.boolean(), entries: z.int().nullable(), at: z.int().nullable() })
    .openapi('AuditCheck', { description: '`entries`: how many were checked. `at`: the first that does not fit.' }),
  run: ({ params, read }) =>
    read(async (tx) => {
      await requireRight(tx, params.cityId, 'audit.read');
      const check = await checkAudit(tx, params.cityId);
      return {
        body: { sound: check.sound, entries: check.sound ? check.entries : null, at: check.sound ? null : check.at },
      };
    }),
});

export const publicationAndTrailOperations = [
  ...publicationOperations,
  ...commentOperations,
  auditOperation,
  auditCheckOperation,
];
