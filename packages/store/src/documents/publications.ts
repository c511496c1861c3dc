/** What a city shows to everyone, and takes back. */
import { sql } from 'kysely';
import { DomainError, type Severity, type Status } from '@thousand-cities/model';
import type { Transaction } from '../database/database.ts';
import { newId } from '../ids.ts';
import type { DocumentKind } from '../tables.ts';
import { appendAudit } from '../trail/audit.ts';
import { findVersion, saveVersion, type DocumentKey } from './versions.ts';

export interface Publication {
  readonly cityId: string;
  readonly id: string;
  readonly kind: DocumentKind;
  readonly subjectId: string;
  readonly version: number;
  readonly title: string;
  readonly publishedAt: string;
  readonly withdrawnAt: string | null;
  /** What evaluating the plan said when it was published; null for inventories, and for plans published before that was asked. */
  readonly assessment: Assessment | null;
}

/** What evaluating a plan says of it, told with the plan. */
export interface Assessment {
  readonly status: Exclude<Status, 'degraded' | 'failed'>;
  /** Its main target, and whether it keeps to that and its budget. */
  readonly target: string;
  readonly meetsTarget: boolean;
  readonly findings: readonly { readonly code: string; readonly severity: Severity; readonly message: string }[];
}

const columns = [
  'city_id as cityId',
  'id',
  'kind',
  'subject_id as subjectId',
  'version',
  'title',
  'published_at as publishedAt',
  'withdrawn_at as withdrawnAt',
  'assessment',
] as const;

/**
 * Publish the newest version of a document: it is frozen as a version of its own and anyone may read it.
 *
 * @param basedOn the version that was looked at
 * @param assessment what evaluating the plan said, to be told with it
 * @throws {VersionConflict} when it is not the newest any more
 * @throws {DomainError} `not-found`, `not-allowed`
 */
export async function publish(
  tx: Transaction,
  kind: DocumentKind,
  key: DocumentKey,
  basedOn: number,
  title: string,
  assessment?: Assessment,
): Promise<Publication> {
  const looked = await findVersion(tx, kind, key, basedOn);
  if (!looked) throw new DomainError('not-found', `there is no such ${kind}`, [key.cityId, key.id]);
  const { version } = await saveVersion(tx, kind, key, { basedOn, text: looked.text, state: 'published' });
  const row = await tx
    .insertInto('publications')
    .values({
      city_id: key.cityId,
      id: newId(),
      kind,
      subject_id: key.id,
      version,
      title,
      published_by: sql`me()`,
      assessment: assessment ? JSON.stringify(assessment) : null,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return read(row);
}

const read = <R extends { readonly assessment: string | null }>(row: R) => ({
  ...row,
  assessment: row.assessment === null ? null : (JSON.parse(row.assessment) as Assessment),
});

/** What a city has published and not withdrawn, newest first. */
export async function listPublications(tx: Transaction, cityId: string): Promise<Publication[]> {
  const rows = await tx
    .selectFrom('publications')
    .select(columns)
    .where('city_id', '=', cityId)
    .where('withdrawn_at', 'is', null)
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(read);
}

/**
 * Hide a publication again. The version stays in the city's own history.
 *
 * @throws {DomainError} `not-found`, also where the viewer may not publish
 */
export async function withdraw(tx: Transaction, cityId: string, id: string): Promise<void> {
  const done = await tx
    .updateTable('publications')
    .set({ withdrawn_at: new Date().toISOString(), withdrawn_by: sql<string>`me()` })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new DomainError('not-found', 'no such publication', [id]);
  await appendAudit(tx, cityId, 'publication.withdraw', `publication/${id}`, {});
}
