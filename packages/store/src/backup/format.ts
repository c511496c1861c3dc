/**
 * A backup file: gzip of lines of JSON. The first is the header; a table begins with `["table","users"]`, its rows follow as
 * objects; the last is `["end", rows, sha256]` over every line before it. Readable by anyone, on any database.
 */
import { createReadStream } from 'node:fs';
import { createHash, type Hash } from 'node:crypto';
import { createGunzip } from 'node:zlib';
import { DomainError } from '@thousand-cities/model';
import { presentVersion } from '../migrate/migrate.ts';

export const BACKUP_FORMAT = 'thousand-cities/backup';
export const BACKUP_FORMAT_VERSION = 1;

/** Tables of a backup, each after those it refers to. `inventory_rows` follow from the versions, `rights` from the program. */
export const BACKUP_TABLES = [
  'users',
  'identities',
  'api_tokens',
  'cities',
  'members',
  'networks',
  'network_members',
  'network_cities',
  'network_invitations',
  'inventories',
  'inventory_versions',
  'base_years',
  'plans',
  'plan_versions',
  'publications',
  'comments',
  'evidence_files',
  'evidence',
  'audit_heads',
  'audit_log',
  'service_accounts',
  'invitations',
  'auth_accounts',
  'auth_two_factors',
  'auth_passkeys',
  'auth_links',
  'settings',
  // After the log: what is put into it again is no event.
  'webhooks',
  'security_events',
] as const;

/**
 * What a backup leaves out because it is over soon, or made again by a job: after a restore everyone signs in again, and
 * nothing is sent a second time.
 */
export const PASSING_TABLES = [
  'auth_sessions',
  'auth_verifications',
  'auth_failures',
  'idempotent_answers',
  'jobs',
  'job_files',
  'network_roll_ups',
  'network_figures',
  'webhook_deliveries',
  'request_counts',
] as const;

export type BackupTable = (typeof BACKUP_TABLES)[number];

export interface BackupHeader {
  readonly format: typeof BACKUP_FORMAT;
  readonly formatVersion: number;
  /** Version of the tables, as migrations count. */
  readonly version: number;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
}

/** What a whole and sound backup holds. */
export interface BackupSummary {
  readonly header: BackupHeader;
  readonly rows: number;
  readonly tables: Readonly<Partial<Record<BackupTable, number>>>;
}

/** A row of a table: the JSON of the line. */
export interface BackupRow {
  readonly table: BackupTable;
  readonly json: string;
}

/** No row comes near this: the largest file, in hexadecimal, is 40 MB. */
const LONGEST_LINE = 64 * 1024 * 1024;

/**
 * Read a backup row by row. When the last row has been taken, the file has been found whole.
 *
 * @throws {DomainError} `backup-invalid`, `backup-newer`
 */
export async function* readBackup(path: string): AsyncGenerator<BackupRow, BackupSummary> {
  const hash = createHash('sha256');
  const tables: Partial<Record<BackupTable, number>> = {};
  let header: BackupHeader | undefined;
  let table: BackupTable | undefined;
  let rows = 0;
  let end: readonly [number, string] | undefined;
  for await (const line of linesOf(path)) {
    if (end) throw invalid(path, 'something follows its end');
    if (!header) {
      header = headerOf(path, line);
    } else if (line.startsWith('[')) {
      const mark = markOf(path, line);
      if (mark.kind === 'table') table = mark.table;
      else end = [mark.rows, mark.sha256];
    } else {
      if (!table) throw invalid(path, 'it has rows before the first table');
      yield { table, json: line };
      tables[table] = (tables[table] ?? 0) + 1;
      rows++;
    }
    if (!end) addLine(hash, line);
  }
  if (!header) throw invalid(path, 'it is empty');
  if (!end) throw invalid(path, 'it ends too early, as a copy that was cut off does');
  if (end[0] !== rows || end[1] !== hash.digest('hex')) throw invalid(path, 'it is damaged: its checksum does not fit');
  return { header, rows, tables };
}

/** Read a backup to its end, to know that it is whole. */
export async function checkBackup(path: string): Promise<BackupSummary> {
  const reading = readBackup(path);
  for (;;) {
    const { done, value } = await reading.next();
    if (done) return value;
  }
}

/** Feed a line into the checksum. */
export function addLine(hash: Hash, line: string): void {
  hash.update(line);
  hash.update('\n');
}

function headerOf(path: string, line: string): BackupHeader {
  const header = parse(line) as Partial<BackupHeader> | undefined;
  if (header?.format !== BACKUP_FORMAT || !Number.isInteger(header.version)) {
    throw invalid(path, 'it was not written by `cities backup`');
  }
  if (header.formatVersion! > BACKUP_FORMAT_VERSION || header.version! > presentVersion()) {
    throw new DomainError(
      'backup-newer',
      `${path}: this backup is of version ${header.version}, this program knows ${presentVersion()}; update the program`,
      [path],
    );
  }
  return header as BackupHeader;
}

type Mark =
  | { readonly kind: 'table'; readonly table: BackupTable }
  | { readonly kind: 'end'; readonly rows: number; readonly sha256: string };

function markOf(path: string, line: string): Mark {
  const mark = parse(line);
  if (Array.isArray(mark)) {
    const [kind, first, second] = mark as unknown[];
    const table = BACKUP_TABLES.find((name) => name === first);
    if (kind === 'table' && table) return { kind, table };
    if (kind === 'end' && typeof first === 'number' && typeof second === 'string') {
      return { kind, rows: first, sha256: second };
    }
  }
  throw invalid(path, `it has a line that no backup has: ${line.slice(0, 60)}`);
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const unzipped = createGunzip();
  file.on('error', (error) => unzipped.destroy(error));
  file.pipe(unzipped);
  // Text is cut at line ends before it is decoded, so that no character is cut in two.
  let rest: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of unzipped as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        rest.push(chunk.subarray(from, at));
        yield Buffer.concat(rest).toString('utf8');
        rest = [];
        length = 0;
        from = at + 1;
      }
      rest.push(chunk.subarray(from));
      length += chunk.length - from;
      if (length > LONGEST_LINE) throw invalid(path, 'a line of it is longer than any row');
    }
  } catch (error) {
    throw explained(path, error);
  } finally {
    file.destroy();
    unzipped.destroy();
  }
  if (length > 0) throw invalid(path, 'it ends too early, as a copy that was cut off does');
}

/** What zlib calls a file that is cut off or no gzip at all. */
function explained(path: string, error: unknown): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'Z_BUF_ERROR':
      return invalid(path, 'it ends too early, as a copy that was cut off does', error);
    case 'Z_DATA_ERROR':
      return invalid(path, 'it is damaged, or was not written by `cities backup`', error);
    default:
      return error;
  }
}

function invalid(path: string, why: string, cause?: unknown): DomainError {
  return new DomainError('backup-invalid', `${path}: this is no backup to restore: ${why}`, [path], { cause });
}
