/** What people say about a place in a document. */
import { sql } from 'kysely';
import { DomainError } from '@thousand-cities/model';
import type { Transaction } from '../database/database.ts';
import { newId } from '../ids.ts';
import type { DocumentKind } from '../tables.ts';
import { appendAudit } from '../trail/audit.ts';

export interface Comment {
  readonly cityId: string;
  readonly id: string;
  readonly kind: DocumentKind;
  readonly subjectId: string;
  /** The version that was looked at. */
  readonly version: number;
  /** Where in the document: keys joined by dots; '' for the whole. */
  readonly place: string;
  readonly body: string;
  readonly replyTo: string | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly resolvedBy: string | null;
  readonly resolvedAt: string | null;
}

export interface NewComment {
  readonly cityId: string;
  readonly kind: DocumentKind;
  readonly subjectId: string;
  readonly version: number;
  readonly place?: string;
  readonly body: string;
  readonly replyTo?: string;
}

const columns = [
  'city_id as cityId',
  'id',
  'kind',
  'subject_id as subjectId',
  'version',
  'place',
  'body',
  'reply_to as replyTo',
  'created_by as createdBy',
  'created_at as createdAt',
  'resolved_by as resolvedBy',
  'resolved_at as resolvedAt',
] as const;

/** The longest comment, in characters. */
const LONGEST = 10_000;

/**
 * Say something, in the viewer's own name.
 *
 * @throws {DomainError} `out-of-range` when empty or too long, `not-found` for a reply to what was said of another document, `not-allowed`
 */
export async function addComment(tx: Transaction, comment: NewComment): Promise<Comment> {
  const body = comment.body.trim();
  if (body === '' || body.length > LONGEST) {
    throw new DomainError('out-of-range', `a comment has 1 to ${LONGEST} characters, this has ${body.length}`, [
      'body',
    ]);
  }
  if (comment.replyTo !== undefined) await requireAbout(tx, comment, comment.replyTo);
  const added = await tx
    .insertInto('comments')
    .values({
      city_id: comment.cityId,
      id: newId(),
      kind: comment.kind,
      subject_id: comment.subjectId,
      version: comment.version,
      place: comment.place ?? '',
      body,
      reply_to: comment.replyTo ?? null,
      created_by: sql<string>`me()`,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
  await appendAudit(tx, comment.cityId, 'comment.add', `${comment.kind}/${comment.subjectId}`, { id: added.id });
  return added;
}

async function requireAbout(tx: Transaction, { cityId, kind, subjectId }: NewComment, id: string): Promise<void> {
  const said = await listComments(tx, cityId, kind, subjectId);
  if (!said.some((each) => each.id === id)) throw new DomainError('not-found', 'no such comment on this', ['replyTo']);
}

/** Comments on a document, oldest first. */
export async function listComments(
  tx: Transaction,
  cityId: string,
  kind: DocumentKind,
  subjectId: string,
): Promise<Comment[]> {
  return tx
    .selectFrom('comments')
    .select(columns)
    .where('city_id', '=', cityId)
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .orderBy('id')
    .execute();
}

/**
 * Mark a comment as dealt with; one that is stays as it is, with who did it and when.
 *
 * @throws {DomainError} `not-found`, also where the viewer may not comment
 */
export async function resolveComment(tx: Transaction, cityId: string, id: string): Promise<void> {
  const done = await tx
    .updateTable('comments')
    .set({ resolved_at: new Date().toISOString(), resolved_by: sql<string>`me()` })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('resolved_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) {
    const there = await tx.selectFrom('comments').select('id').where('city_id', '=', cityId).where('id', '=', id).executeTakeFirst(); // prettier-ignore
    if (there) return;
    throw new DomainError('not-found', 'no such comment', [id]);
  }
  await appendAudit(tx, cityId, 'comment.resolve', `comment/${id}`, {});
}
