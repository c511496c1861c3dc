/**
 * Versions of documents, the same for inventories and plans: added, never changed. An edit says which version it was made
 * from; when another came in between, both sides are handed back and nothing is written.
 */
import { sql } from 'kysely';
import { DomainError } from '@thousand-cities/model';
import type { Transaction } from '../database/database.ts';
import { isId, newId, sha256 } from '../ids.ts';
import type { State } from '../rights/rights.ts';
import type { DocumentKind } from '../tables.ts';
import { appendAudit } from '../trail/audit.ts';

/** A document's place: a city, and its id there. */
export interface DocumentKey {
  readonly cityId: string;
  readonly id: string;
}

/** One version as it was written. `text` is the canonical JSON, byte for byte. */
export interface Version {
  readonly version: number;
  readonly state: State;
  readonly text: string;
  /** SHA-256 of `text`. */
  readonly sha256: string;
  readonly note: string | null;
  /** User id; null for the program itself. */
  readonly createdBy: string | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/** A version without its text, for lists. */
export type VersionHead = Omit<Version, 'text'>;

/** What saving gave. */
export interface Saved extends DocumentKey {
  readonly version: number;
  readonly state: State;
  readonly sha256: string;
}

/** Two edits of one version. Nothing was written; both sides and what they started from are here, to be merged. */
export class VersionConflict extends DomainError {
  /** The version the refused edit was made from; undefined when it is not there (a number never given). */
  readonly base: Version | undefined;
  /** The refused text. */
  readonly mine: string;
  /** The newest version. */
  readonly theirs: Version;

  constructor(key: DocumentKey, base: Version | undefined, mine: string, theirs: Version) {
    const message = `somebody saved version ${theirs.version} while this edit of version ${base?.version ?? '?'} was made`;
    super('version-conflict', message, [key.cityId, key.id]);
    this.base = base;
    this.mine = mine;
    this.theirs = theirs;
  }
}

/** The three tables of a kind of document. */
const tables = {
  inventory: {
    heads: sql.table('inventories'),
    versions: sql.table('inventory_versions'),
    key: sql.ref('inventory_id'),
    year: sql.ref('year'),
  },
  plan: {
    heads: sql.table('plans'),
    versions: sql.table('plan_versions'),
    key: sql.ref('plan_id'),
    year: sql`NULL::integer`,
  },
} as const satisfies Record<DocumentKind, unknown>;

/** A head row that is about to get its first version; the caller inserts the columns of its own kind. */
export function newHead(cityId: string) {
  return { city_id: cityId, id: newId(), version: 1, state: 'draft' as const };
}

/** Write the first version of a document whose head has been inserted. */
export async function addFirst(tx: Transaction, kind: DocumentKind, key: DocumentKey, text: string, note?: string) {
  return addVersion(tx, kind, key, { version: 1, state: 'draft', text, note });
}

export interface Edit {
  /** The version this edit was made from. */
  readonly basedOn: number;
  readonly text: string;
  /** Default: draft. */
  readonly state?: State;
  readonly note?: string;
  /** Of an inventory: that of its text, which must stay that of its head. */
  readonly year?: number;
}

/**
 * Add a version.
 *
 * @throws {VersionConflict} when `basedOn` is not the newest version any more
 * @throws {DomainError} `not-found`, `not-allowed`, `out-of-range` for another year
 */
export async function saveVersion(tx: Transaction, kind: DocumentKind, key: DocumentKey, edit: Edit): Promise<Saved> {
  const { basedOn, text, state = 'draft', note, year } = edit;
  requireIds(key);
  const version = basedOn + 1;
  // The lock of this row orders two savers; the second finds another version and changes nothing.
  const moved = await sql<{ year: number | null }>`
    UPDATE ${tables[kind].heads} SET version = ${version}, state = ${state},
      approved_version = CASE WHEN ${state} = 'approved' THEN ${version}::integer ELSE approved_version END,
      published_version = CASE WHEN ${state} = 'published' THEN ${version}::integer ELSE published_version END
    WHERE city_id = ${key.cityId} AND id = ${key.id} AND version = ${basedOn}
    RETURNING ${tables[kind].year} AS year`.execute(tx);
  const [head] = moved.rows;
  if (!head) throw await whyNotMoved(tx, kind, key, edit);
  if (year !== undefined && head.year !== year) {
    throw new DomainError('out-of-range', `this is the inventory of ${head.year}, not of ${year}`, ['year']);
  }
  return addVersion(tx, kind, key, { version, state, text, note });
}

/** What JSON writes as an escape and no text of PostgreSQL can hold: found out when rows are spread, which is too late for a draft. */
const BROKEN_TEXT = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;

async function addVersion(
  tx: Transaction,
  kind: DocumentKind,
  key: DocumentKey,
  { version, state, text, note }: { version: number; state: State; text: string; note?: string | undefined },
): Promise<Saved> {
  if (BROKEN_TEXT.test(text)) throw new DomainError('out-of-range', `this ${kind} holds a null character or half of a surrogate pair`, [key.cityId, key.id]); // prettier-ignore
  const hash = sha256(text);
  await sql`
    INSERT INTO ${tables[kind].versions}
      (city_id, ${tables[kind].key}, version, based_on, state, document, sha256, note, created_by)
    VALUES (${key.cityId}, ${key.id}, ${version}, ${version === 1 ? null : version - 1}, ${state}, ${text}, ${hash},
      ${note ?? null}, me())`.execute(tx);
  await appendAudit(tx, key.cityId, `${kind}.${state}`, `${kind}/${key.id}/${version}`, { sha256: hash });
  return { ...key, version, state, sha256: hash };
}

async function whyNotMoved(tx: Transaction, kind: DocumentKind, key: DocumentKey, edit: Edit): Promise<DomainError> {
  const newest = await findVersion(tx, kind, key);
  if (!newest) return new DomainError('not-found', `there is no such ${kind}`, [key.cityId, key.id]);
  if (newest.version === edit.basedOn) {
    return new DomainError('not-allowed', `this account may not change this ${kind}`, [key.cityId, key.id]);
  }
  return new VersionConflict(key, await findVersion(tx, kind, key, edit.basedOn), edit.text, newest);
}

/** In a query of the heads of a kind: the newest version that is published and was not taken back. */
export const standingVersion = (kind: DocumentKind) =>
  sql<number | null>`(SELECT max(p.version) FROM publications p
    WHERE p.city_id = ${tables[kind].heads}.city_id AND p.kind = ${kind} AND p.subject_id = ${tables[kind].heads}.id
      AND p.withdrawn_at IS NULL)`.as('publishedVersion');

/** A version, or the newest one the viewer may see; undefined when there is none for this viewer. */
export async function findVersion(
  tx: Transaction,
  kind: DocumentKind,
  key: DocumentKey,
  version?: number,
): Promise<Version | undefined> {
  requireIds(key);
  const { rows } = await sql<Version>`
    SELECT version, state, document AS text, sha256, note, created_by AS "createdBy", created_at AS "createdAt"
    FROM ${tables[kind].versions}
    WHERE city_id = ${key.cityId} AND ${tables[kind].key} = ${key.id} ${version === undefined ? sql`` : sql`AND version = ${version}`}
    ORDER BY version DESC LIMIT 1`.execute(tx);
  return rows[0];
}

/** A version without its text, or the newest one the viewer may see; undefined when there is none for this viewer. */
export async function findHead(
  tx: Transaction,
  kind: DocumentKind,
  key: DocumentKey,
  version?: number,
): Promise<VersionHead | undefined> {
  requireIds(key);
  const { rows } = await sql<VersionHead>`
    SELECT version, state, sha256, note, created_by AS "createdBy", created_at AS "createdAt"
    FROM ${tables[kind].versions}
    WHERE city_id = ${key.cityId} AND ${tables[kind].key} = ${key.id} ${version === undefined ? sql`` : sql`AND version = ${version}`}
    ORDER BY version DESC LIMIT 1`.execute(tx);
  return rows[0];
}

/** All versions the viewer may see, newest first, without their text. */
export async function listVersions(tx: Transaction, kind: DocumentKind, key: DocumentKey): Promise<VersionHead[]> {
  requireIds(key);
  const { rows } = await sql<VersionHead>`
    SELECT version, state, sha256, note, created_by AS "createdBy", created_at AS "createdAt"
    FROM ${tables[kind].versions}
    WHERE city_id = ${key.cityId} AND ${tables[kind].key} = ${key.id}
    ORDER BY version DESC`.execute(tx);
  return rows;
}

/** What comes from an address bar may be anything; only ids reach the database. */
export function requireIds({ cityId, id }: DocumentKey): void {
  for (const text of [cityId, id]) {
    if (!isId(text)) throw new DomainError('not-found', `there is nothing with the id "${text.slice(0, 60)}"`, [text]);
  }
}
