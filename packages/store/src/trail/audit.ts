/**
 * The audit log: a chain of entries per city, each with a hash over the one before, written in the transaction of the
 * change it tells of. Nobody can take out or alter an entry without breaking every later hash.
 */
import { sql } from 'kysely';
import { canonicalJson, DomainError } from '@thousand-cities/model';
import type { Transaction } from '../database/database.ts';
import { sha256 } from '../ids.ts';

export interface AuditEntry {
  readonly cityId: string;
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** User id; null for the program itself. */
  readonly actor: string | null;
  /** What was done, such as `plan.save`. */
  readonly action: string;
  /** What it was done to, such as `plan/<id>/3`. */
  readonly subject: string;
  /** Canonical JSON. */
  readonly detail: string;
  readonly sha256: string;
}

/** Hash of an entry: over the hash before it and its own fields, one per line; no field but the last has line ends. */
export function entryHash(previous: string, entry: Omit<AuditEntry, 'sha256'>): string {
  const { cityId, seq, at, actor, action, subject, detail } = entry;
  return sha256([previous, cityId, String(seq), at, actor ?? '', action, subject, detail].join('\n'));
}

/**
 * Add an entry to a city's log, in the name of whoever the transaction runs for.
 *
 * The head of the chain is locked until the transaction ends, so entries of one city have one order.
 *
 * @throws {DomainError} `not-allowed` when the viewer may write nothing in this city
 */
export async function appendAudit(
  tx: Transaction,
  cityId: string,
  action: string,
  subject: string,
  detail: unknown,
): Promise<void> {
  // The database takes the hash, as `entryHash` does: head and entry are one statement.
  const added = await sql`
    WITH entry AS (
      SELECT date_trunc('milliseconds', now()) AS at, ${action}::text AS action, ${subject}::text AS subject,
             ${canonicalJson(detail)}::text AS detail
    ), moved AS (
      UPDATE audit_heads SET seq = seq + 1, sha256 = encode(sha256(convert_to(concat_ws(E'\\n', sha256, city_id, seq + 1,
        to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), coalesce(me()::text, ''),
        entry.action, entry.subject, entry.detail), 'UTF8')), 'hex')
      FROM entry WHERE city_id = ${cityId}
      RETURNING city_id, seq, at, action, subject, detail, sha256
    )
    INSERT INTO audit_log (city_id, seq, at, actor, action, subject, detail, sha256)
    SELECT city_id, seq, at, me(), action, subject, detail, sha256 FROM moved`.execute(tx);
  if (added.numAffectedRows !== 1n) {
    throw new DomainError('not-allowed', 'this account may change nothing in this city', [cityId]);
  }
}

/** Entries of a city after a number, oldest first. */
export async function readAudit(tx: Transaction, cityId: string, after = 0, limit = 1000): Promise<AuditEntry[]> {
  return tx
    .selectFrom('audit_log')
    .select(['city_id as cityId', 'seq', 'at', 'actor', 'action', 'subject', 'detail', 'sha256'])
    .where('city_id', '=', cityId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

/** Entries of a city before a number, newest first; without a number, from the newest on. */
export async function readAuditBack(
  tx: Transaction,
  cityId: string,
  before: number | undefined,
  limit: number,
): Promise<AuditEntry[]> {
  return tx
    .selectFrom('audit_log')
    .select(['city_id as cityId', 'seq', 'at', 'actor', 'action', 'subject', 'detail', 'sha256'])
    .where('city_id', '=', cityId)
    .$if(before !== undefined, (query) => query.where('seq', '<', before!))
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
}

/** What checking a chain gave: sound up to `entries`, or the number of the first entry that does not fit. */
export type AuditCheck =
  { readonly sound: true; readonly entries: number } | { readonly sound: false; readonly at: number };

/** Check the whole chain of a city against its hashes and its head. */
export async function checkAudit(tx: Transaction, cityId: string): Promise<AuditCheck> {
  let seq = 0;
  let previous = '';
  for (;;) {
    const entries = await readAudit(tx, cityId, seq);
    for (const entry of entries) {
      if (entry.seq !== seq + 1 || entry.sha256 !== entryHash(previous, entry)) return { sound: false, at: seq + 1 };
      seq = entry.seq;
      previous = entry.sha256;
    }
    if (entries.length === 0) break;
  }
  const head = await tx
    .selectFrom('audit_heads')
    .select(['seq', 'sha256'])
    .where('city_id', '=', cityId)
    .executeTakeFirst();
  const fits = head?.seq === seq && head.sha256 === previous;
  return fits ? { sound: true, entries: seq } : { sound: false, at: seq + 1 };
}
