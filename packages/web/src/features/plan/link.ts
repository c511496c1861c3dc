/** A link that carries the plan: what the reader changed, packed small enough for an address. */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { ScheduleEntry } from './state.ts';

const PREFIX = '#p=';
const VERSION = 1;
/** More than any plan needs; a longer one is somebody else's. */
const MAX_LENGTH = 20_000;

/** What a link says: changed schedules by action, and the target when another was chosen. */
export interface LinkedChanges {
  readonly entries: readonly ScheduleEntry[];
  readonly mainTarget?: string;
}

function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** The hash of an address for these changes; empty when nothing was changed. */
export function hashOf({ entries, mainTarget }: LinkedChanges): string {
  if (entries.length === 0 && mainTarget === undefined) return '';
  const packed = [VERSION, mainTarget ?? '', ...entries.map(({ id, size, startYear }) => [id, size, startYear])];
  return PREFIX + toBase64Url(deflateSync(strToU8(JSON.stringify(packed)), { level: 9 }));
}

function entryOf(value: unknown): ScheduleEntry | undefined {
  if (!Array.isArray(value)) return undefined;
  const [id, size, startYear] = value as unknown[];
  if (typeof id !== 'string' || typeof size !== 'number' || typeof startYear !== 'number') return undefined;
  if (!(size >= 0 && size <= 1) || !Number.isInteger(startYear)) return undefined;
  return { id, size, startYear };
}

/** Read a hash: the changes, `undefined` when it carries none, `'unreadable'` when it was cut or is from a later version. */
export function changesOfHash(hash: string): LinkedChanges | 'unreadable' | undefined {
  if (!hash.startsWith(PREFIX)) return undefined;
  if (hash.length > MAX_LENGTH) return 'unreadable';
  try {
    const value = JSON.parse(strFromU8(inflateSync(fromBase64Url(hash.slice(PREFIX.length))))) as unknown;
    if (!Array.isArray(value) || value[0] !== VERSION || typeof value[1] !== 'string') return 'unreadable';
    const entries = value.slice(2).map(entryOf);
    if (entries.some((entry) => entry === undefined)) return 'unreadable';
    const known = entries.filter((entry) => entry !== undefined);
    return value[1] === '' ? { entries: known } : { entries: known, mainTarget: value[1] };
  } catch {
    return 'unreadable';
  }
}
