/** The identity of the reference set on disk. */
import { createHash } from 'node:crypto';
import { referenceHash, REFERENCE_SET_ID } from './identity.ts';
import { readTable, tableNames } from './node-tables.ts';

/** Id and hash of the tables as they stand on disk: what goes into every plan. */
export function referenceIdentity(): { readonly id: string; readonly hash: string } {
  const tables = tableNames().map((name) => ({ name, text: readTable(name) }));
  const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
  return { id: REFERENCE_SET_ID, hash: referenceHash(tables, sha256) };
}
