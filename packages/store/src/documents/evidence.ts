/** Files that stand behind a figure. Equal files of a city are kept once. */
import { sql } from 'kysely';
import { DomainError } from '@thousand-cities/model';
import type { Transaction } from '../database/database.ts';
import { newId, sha256 } from '../ids.ts';
import type { DocumentKind } from '../tables.ts';
import { appendAudit } from '../trail/audit.ts';

export interface Evidence {
  readonly cityId: string;
  readonly id: string;
  readonly kind: DocumentKind;
  readonly subjectId: string;
  readonly place: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly createdBy: string;
  readonly createdAt: string;
  /** The file that replaces this one. */
  readonly supersededBy: string | null;
}

export interface NewEvidence {
  readonly cityId: string;
  readonly kind: DocumentKind;
  readonly subjectId: string;
  readonly place?: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Id of the evidence this replaces. */
  readonly supersedes?: string;
}

/** The largest file, in bytes: what a database row carries with ease, and any scanned bill. */
export const LARGEST_EVIDENCE_BYTES = 20 * 1024 * 1024;

const columns = [
  'city_id as cityId',
  'id',
  'kind',
  'subject_id as subjectId',
  'place',
  'name',
  'media_type as mediaType',
  'size',
  'sha256',
  'created_by as createdBy',
  'created_at as createdAt',
  'superseded_by as supersededBy',
] as const;

/**
 * Keep a file, in the viewer's own name.
 *
 * @throws {DomainError} `out-of-range` when larger than `LARGEST_EVIDENCE_BYTES`; `already-exists` when what it replaces has been replaced by
 *   then; `not-allowed`
 */
export async function addEvidence(tx: Transaction, file: NewEvidence): Promise<Evidence> {
  const { cityId, bytes } = file;
  if (bytes.length > LARGEST_EVIDENCE_BYTES) {
    const limit = `${LARGEST_EVIDENCE_BYTES / 1024 / 1024} MB`;
    throw new DomainError('out-of-range', `${file.name} is larger than ${limit}`, ['bytes']);
  }
  const hash = sha256(bytes);
  await tx
    .insertInto('evidence_files')
    .values({ city_id: cityId, sha256: hash, bytes })
    .onConflict((oc) => oc.doNothing())
    .execute();
  const added = await tx
    .insertInto('evidence')
    .values({
      city_id: cityId,
      id: newId(),
      kind: file.kind,
      subject_id: file.subjectId,
      place: file.place ?? '',
      name: file.name,
      media_type: file.mediaType,
      size: bytes.length,
      sha256: hash,
      created_by: sql<string>`me()`,
      superseded_by: null,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
  if (file.supersedes !== undefined) await supersede(tx, cityId, file.supersedes, added.id);
  await appendAudit(tx, cityId, 'evidence.add', `${file.kind}/${file.subjectId}`, { id: added.id, sha256: hash });
  return added;
}

async function supersede(tx: Transaction, cityId: string, id: string, by: string): Promise<void> {
  const done = await tx
    .updateTable('evidence')
    .set({ superseded_by: by })
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('superseded_by', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows > 0n) return;
  if (!(await findEvidence(tx, cityId, id))) throw new DomainError('not-found', 'no such evidence to replace', [id]);
  throw new DomainError('already-exists', 'this file has been replaced by another meanwhile: replace that one', [id]);
}

/** Evidence of a document, oldest first, without the bytes. */
export async function listEvidence(
  tx: Transaction,
  cityId: string,
  kind: DocumentKind,
  subjectId: string,
): Promise<Evidence[]> {
  return tx
    .selectFrom('evidence')
    .select(columns)
    .where('city_id', '=', cityId)
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .orderBy('id')
    .execute();
}

/** One piece of evidence, without the bytes; undefined when there is none for this viewer. */
export async function findEvidence(tx: Transaction, cityId: string, id: string): Promise<Evidence | undefined> {
  return tx
    .selectFrom('evidence')
    .select(columns)
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/**
 * How much a city has kept, for who is about to add to it. Until the transaction ends nobody else adds anything: of two uploads at once the
 * second counts the first. Equal files are counted as often as they were added.
 */
export async function evidenceUsage(
  tx: Transaction,
  cityId: string,
): Promise<{ readonly files: number; readonly bytes: number }> {
  // The head of the log, which every change of the city moves.
  await tx.selectFrom('audit_heads').select('seq').where('city_id', '=', cityId).forUpdate().execute();
  const { files, bytes } = await tx
    .selectFrom('evidence')
    .select((eb) => [eb.fn.countAll().as('files'), eb.fn.coalesce(eb.fn.sum('size'), eb.lit(0)).as('bytes')])
    .where('city_id', '=', cityId)
    .executeTakeFirstOrThrow();
  return { files: Number(files), bytes: Number(bytes) };
}

/** The bytes of a file by its hash. */
export async function readEvidence(tx: Transaction, cityId: string, hash: string): Promise<Uint8Array | undefined> {
  const row = await tx
    .selectFrom('evidence_files')
    .select('bytes')
    .where('city_id', '=', cityId)
    .where('sha256', '=', hash)
    .executeTakeFirst();
  return row?.bytes;
}
