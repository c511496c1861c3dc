/** From what PostgreSQL refuses to what the house calls it. */
import { DomainError, type DomainErrorCode } from '@thousand-cities/model';

/** SQLSTATE → refusal. What is not here is a bug, and passes as it is. */
const refusals: Readonly<Record<string, DomainErrorCode>> = {
  '42501': 'not-allowed', // insufficient_privilege: a grant or a policy of row-level security
  '23505': 'already-exists', // unique_violation
  '23503': 'not-found', // foreign_key_violation
  '22021': 'out-of-range', // character_not_in_repertoire: NUL in a text
  '22P05': 'out-of-range', // untranslatable_character: the same as an escape in JSON
  '22P02': 'out-of-range', // invalid_text_representation: an id that is none, half a surrogate pair
  '22003': 'out-of-range', // numeric_value_out_of_range
  '23514': 'out-of-range', // check_violation
  '53100': 'store-unavailable', // disk_full
  '53200': 'store-unavailable', // out_of_memory
  '58030': 'store-unavailable', // io_error
  '24000': 'store-unavailable', // invalid_cursor_state: what the embedded database says after a failure below it
  '53300': 'store-unavailable', // too_many_connections
  '40001': 'store-unavailable', // serialization_failure, each time it was run again
  '40P01': 'store-unavailable', // deadlock_detected, likewise
  '57014': 'store-unavailable', // query_canceled: it took longer than a request may
  '25P03': 'store-unavailable', // idle_in_transaction_session_timeout
  '57P01': 'store-unavailable', // admin_shutdown
  '57P02': 'store-unavailable', // crash_shutdown
  '57P03': 'store-unavailable', // cannot_connect_now
};

const words: Readonly<Partial<Record<DomainErrorCode, string>>> = {
  'not-allowed': 'this account may not do that',
  'already-exists': 'there is one already',
  'not-found': 'it names something that is not there',
  'out-of-range': 'the database cannot keep this value',
  'store-unavailable': 'the database cannot take this now',
};

const BROKEN_LINE = new Set(['ECONNRESET', 'EPIPE', 'ECONNREFUSED', 'ETIMEDOUT']);

/** The SQLSTATE of an error, where it is one of a database. */
export function sqlState(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** True where the same transaction, run again, may well succeed. */
export function isPassing(error: unknown): boolean {
  const state = sqlState(error);
  return state === '40001' || state === '40P01';
}

/**
 * True of a failure of the disk or of the database itself: its write-ahead log could not be written, a page could not be
 * read. A table that could not grow (disk_full outside of the log) is undone like any other statement.
 */
export function isOfStorage(error: unknown): boolean {
  const state = sqlState(error) ?? '';
  return /^(58|XX)/.test(state) || (state === '53100' && /pg_wal/.test((error as Error).message));
}

/** The refusal that a database error stands for; any other error as it is. */
export function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DomainError) return error;
  const code = refusals[sqlState(error) ?? ''] ?? (isBrokenLine(error) ? 'store-unavailable' : undefined);
  if (!code) return error;
  const { detail } = error as { detail?: string };
  return new DomainError(code, `${words[code]!}: ${detail ?? error.message}`, [], { cause: error });
}

function isBrokenLine(error: Error): boolean {
  return (
    BROKEN_LINE.has((error as NodeJS.ErrnoException).code ?? '') ||
    /^Connection terminated|^Client has encountered a connection error/.test(error.message)
  );
}
