/** A document under edit as a value: what was saved, what it is now, how to go back, how saving stands. No clock, no network. */
import { ApiError } from '../api.ts';
import { chooseTheirs, mergeThree, same, type Conflict, type MergeRules } from './merge.ts';
import type { SavedHead, SavedVersion } from './document-api.ts';

export type Saving = 'saved' | 'unsaved' | 'saving' | 'offline' | 'failed' | 'conflict';

/** Two edits of one version that a person must put together. */
export interface OpenConflict {
  /** The version both were made from, and my edit of it. */
  readonly base: unknown;
  readonly mine: unknown;
  /** What they saved; the merge, once decided, is saved upon it. */
  readonly theirs: SavedVersion;
  /** Both together, mine where both changed. */
  readonly merged: unknown;
  readonly conflicts: readonly Conflict[];
}

/** What is said of an edit where it is saved: where a plan comes from that was taken whole. */
interface Noted {
  /** What the document was made by the edit. Undone, it is not said. */
  readonly value: unknown;
  readonly note: string;
}

export interface Editing {
  /** The version this edit stands on. */
  readonly saved: SavedVersion;
  readonly value: unknown;
  readonly past: readonly unknown[];
  readonly future: readonly unknown[];
  /** What the last change was about: the next one about the same (a slider under way, letters of a word) joins it. */
  readonly lastAbout?: string;
  readonly saving: Saving;
  readonly error?: unknown;
  readonly conflict?: OpenConflict;
  /** Somebody saved this while I was editing; it will be merged when I save. */
  readonly newer?: SavedVersion;
  /** What is on its way to the server. */
  readonly sending?: unknown;
  /** What was sent and got no answer: the server may have it. A version that is one of these is mine, and no conflict. */
  readonly unanswered?: readonly unknown[];
  /** Not saved yet, oldest first. */
  readonly notes?: readonly Noted[];
}

export type EditingEvent =
  | { readonly kind: 'edited'; readonly value: unknown; readonly about?: string; readonly note?: string }
  | { readonly kind: 'undone' | 'redone' | 'sending' }
  | { readonly kind: 'stored'; readonly head: SavedHead; readonly by: string | null; readonly at: string }
  | { readonly kind: 'failed'; readonly error: unknown; readonly offline: boolean }
  | { readonly kind: 'conflicted'; readonly base: unknown; readonly theirs: SavedVersion }
  | { readonly kind: 'resolved'; readonly value: unknown }
  | { readonly kind: 'arrived'; readonly newer: SavedVersion }
  | { readonly kind: 'moved'; readonly head: SavedHead; readonly by: string | null; readonly at: string };

const LONGEST_PAST = 200;

/** Begin to edit a version; `kept` is an edit of it that was on this device, with what is to be said of it. */
export function beginEditing(saved: SavedVersion, kept?: unknown, note?: string): Editing {
  if (kept === undefined || same(kept, saved.document)) {
    return { saved, value: saved.document, past: [], future: [], saving: 'saved' };
  }
  const notes = note === undefined ? [] : [{ value: kept, note }];
  return { saved, value: kept, past: [saved.document], future: [], saving: 'unsaved', notes };
}

/** The latest that are said at once: a note has its length. */
const MOST_NOTES = 5;

/** What is said of the edit when it is saved: of each step that stands. */
export function noteOf({ value, past, notes = [] }: Editing): string | undefined {
  const standing = notes.filter((each) => each.value === value || past.includes(each.value));
  return standing.length === 0 ? undefined : standing.slice(-MOST_NOTES).map(({ note }) => note).join('; '); // prettier-ignore
}

/** A pause in editing after which it is saved, ms. Every save is a version, so not after every letter. */
const PAUSE_MS = 8000;
const RETRY_MS = 10_000;

/** In how many milliseconds it is saved by itself; undefined where there is nothing to save, or saving it again would not go better. */
export function savesIn({ saving, error }: Pick<Editing, 'saving' | 'error'>): number | undefined {
  if (saving === 'unsaved') return PAUSE_MS;
  const isPassing = error instanceof ApiError && (error.status === 429 || error.status === 503);
  return saving === 'offline' || (saving === 'failed' && isPassing) ? RETRY_MS : undefined;
}

/** Whether there is something to save. What got no answer may be what is stored, whatever it was saved upon. */
export const isChanged = ({ value, saved, unanswered }: Editing): boolean =>
  unanswered !== undefined || (value !== saved.document && !same(value, saved.document));

/** The document under edit after an event. */
export function editingAfter(now: Editing, event: EditingEvent, rules: MergeRules): Editing {
  switch (event.kind) {
    case 'edited':
      return withNote(afterEdit(now, event.value, event.about), event.note);
    case 'undone':
    case 'redone':
      return afterStep(now, event.kind);
    case 'sending':
      return { ...without(now, 'error'), saving: 'saving', sending: now.value };
    case 'stored':
      return afterStored(now, event);
    case 'failed':
      return afterFailure(now, event);
    case 'conflicted':
      return afterConflict(now, event.base, event.theirs, rules);
    case 'resolved':
      return now.conflict ? mergedOnto(now, now.conflict.theirs, event.value) : now;
    case 'arrived':
      return afterArrival(now, event.newer);
    case 'moved': {
      const saved = { ...now.saved, ...event.head, createdBy: event.by, createdAt: event.at };
      return { ...without(now, 'newer'), saved, saving: isChanged(now) ? 'unsaved' : 'saved' };
    }
  }
}

function without<K extends 'error' | 'sending' | 'unanswered' | 'newer' | 'lastAbout'>(
  now: Editing,
  name: K,
): Omit<Editing, K> {
  const { [name]: _gone, ...rest } = now;
  return rest;
}

function afterEdit(now: Editing, value: unknown, about: string | undefined): Editing {
  if (value === now.value) return now;
  const joins = about !== undefined && about === now.lastAbout;
  const past = joins ? now.past : [...now.past, now.value].slice(-LONGEST_PAST);
  const next = whileEditing({ ...without(now, 'lastAbout'), value, past, future: [] });
  return about === undefined ? next : { ...next, lastAbout: about };
}

/** An edit that changes nothing is not told of. */
function withNote(now: Editing, note: string | undefined): Editing {
  return note === undefined || !isChanged(now)
    ? now
    : { ...now, notes: [...(now.notes ?? []), { value: now.value, note }] };
}

/** Notes that are left when what the document was then has been saved with those up to it. */
function notesAfter({ past, value, future, notes = [] }: Editing, stored: unknown): readonly Noted[] {
  const line = [...past, value, ...future];
  const until = line.lastIndexOf(stored);
  return notes.filter((each) => line.lastIndexOf(each.value) > until);
}

/** What is on its way stays on its way; an open conflict stays open; back at what is saved, all is saved. */
function whileEditing(next: Editing): Editing {
  const { saving } = next;
  if (saving === 'saving' || saving === 'conflict') return next;
  return { ...next, saving: !isChanged(next) ? 'saved' : saving === 'offline' ? saving : 'unsaved' };
}

function afterStep(now: Editing, kind: 'undone' | 'redone'): Editing {
  const [from, to] = kind === 'undone' ? [now.past, now.future] : [now.future, now.past];
  const value = kind === 'undone' ? from.at(-1) : from[0];
  if (from.length === 0) return now;
  const rest = kind === 'undone' ? from.slice(0, -1) : from.slice(1);
  const other = kind === 'undone' ? [now.value, ...to] : [...to, now.value];
  const steps = kind === 'undone' ? { past: rest, future: other } : { past: other, future: rest };
  return whileEditing({ ...without(now, 'lastAbout'), ...steps, value });
}

function afterStored(now: Editing, { head, by, at }: Extract<EditingEvent, { kind: 'stored' }>): Editing {
  const document = now.sending ?? now.value;
  const saved: SavedVersion = { ...head, document, createdBy: by, createdAt: at };
  const { sending: _sending, newer: _newer, unanswered: _unanswered, ...rest } = now;
  const next: Editing = { ...rest, saved, notes: notesAfter(now, document) };
  return { ...next, saving: isChanged(next) ? 'unsaved' : 'saved' };
}

/** A refusal says that nothing was written; a line that broke, or a server that failed, does not. */
function afterFailure(now: Editing, { error, offline }: Extract<EditingEvent, { kind: 'failed' }>): Editing {
  const next: Editing = { ...without(now, 'sending'), saving: offline ? 'offline' : 'failed', error };
  const isRefused = error instanceof ApiError && error.status >= 400 && error.status < 500;
  return isRefused ? next : { ...next, unanswered: [...(now.unanswered ?? []), now.sending].slice(-LONGEST_PAST) };
}

/** Merge at once where nothing conflicts; else ask. Upon a version of my own, what I have since is no edit beside it. */
function afterConflict(now: Editing, sentBase: unknown, theirs: SavedVersion, rules: MergeRules): Editing {
  const mine = now.unanswered?.find((each) => same(each, theirs.document));
  const base = mine === undefined ? sentBase : theirs.document;
  const { merged, conflicts } = mergeThree(base, now.value, theirs.document, rules);
  const edit = mine === undefined ? now : { ...now, notes: notesAfter(now, mine) };
  if (conflicts.length === 0) return mergedOnto(edit, theirs, merged);
  const conflict = { base, mine: now.value, theirs, merged, conflicts };
  return { ...without(edit, 'sending'), saving: 'conflict', conflict };
}

/** Stand on their version with the merge as my edit of it; undo leads back to what I had. */
function mergedOnto(now: Editing, theirs: SavedVersion, value: unknown): Editing {
  const { conflict: _conflict, sending: _sending, unanswered: _unanswered, newer: _newer, lastAbout: _about, error: _error, ...rest } = now; // prettier-ignore
  const past = value === now.value ? now.past : [...now.past, now.value].slice(-LONGEST_PAST);
  const next: Editing = { ...rest, saved: theirs, value, past, future: [] };
  return { ...next, saving: isChanged(next) ? 'unsaved' : 'saved' };
}

/** A newer version takes the place of what is shown, unless I have changed something: then it waits for my saving. */
function afterArrival(now: Editing, newer: SavedVersion): Editing {
  if (newer.version <= now.saved.version) return now;
  if (isChanged(now) || now.saving === 'saving') return { ...now, newer };
  return {
    saved: newer,
    value: newer.document,
    past: [...now.past, now.value].slice(-LONGEST_PAST),
    future: [],
    saving: 'saved',
    newer,
  };
}

/** What the document is when each conflict has been decided; `theirs` tells which are given to the other side. */
export function resolution(conflict: OpenConflict, theirs: ReadonlySet<Conflict>, rules: MergeRules): unknown {
  const { base, mine, conflicts } = conflict;
  const given = conflicts.filter((each) => theirs.has(each));
  return chooseTheirs({ base, mine, theirs: conflict.theirs.document }, given, rules);
}
