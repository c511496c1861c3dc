/**
 * A document of a city, loaded, edited by many, kept on the device until it is saved. Saved after a pause, by Ctrl+S, when the page
 * is left, and again when the line is back; an edit that meets another is merged, and asked about where both changed the same.
 */
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { ApiError } from '../api.ts';
import type { State } from '../client/client.ts';
import { documentApi, type DocumentPlace, type SavedVersion } from './document-api.ts';
import { beginEditing, editingAfter, resolution, type Editing, type OpenConflict, type Saving } from './editing.ts';
import { keptEdits, storageFor, type KeptEdits } from './kept-edits.ts';
import type { Conflict } from './merge.ts';
import { inventoryRules, planRules } from './merge-rules.ts';
import { useKeeping, useNewer, useSaving, useSavingByItself, type Latest, type Loading, type LoadingEvent, type Send } from './use-saving.ts'; // prettier-ignore

export interface DocumentOptions<T> extends DocumentPlace {
  /** Believe a document or refuse it. @throws {DomainError} */
  readonly read: (document: unknown) => T;
  /** Whether I may save at all; without it nothing is sent. */
  readonly mayWrite: boolean;
  /** Who I am, to tell my versions from others'. */
  readonly userId: string | null;
}

export type DocumentAnswer<T> =
  | { readonly status: 'waiting' }
  | { readonly status: 'failed'; readonly error: unknown; readonly retry: () => void }
  | ({ readonly status: 'ready' } & OpenDocument<T>);

export interface OpenDocument<T> {
  readonly value: T;
  /** The version this edit stands on. */
  readonly head: Pick<SavedVersion, 'version' | 'state' | 'createdBy' | 'createdAt'>;
  readonly saving: Saving;
  readonly error: unknown;
  /** False when the device has no room for unsaved edits. */
  readonly kept: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly newer: SavedVersion | undefined;
  readonly conflict: OpenConflict | undefined;
  /** Change it; changes with the same `about` in a row are one step of undo. `note` goes with the save that succeeds. */
  edit(next: T, about?: string, note?: string): void;
  undo(): void;
  redo(): void;
  /** Save now. Resolves when it is saved, or could not be (`saving` tells). */
  saveNow(): Promise<boolean>;
  /** Decide an open conflict: those of `theirs` are given to the other side. */
  resolve(theirs: ReadonlySet<Conflict>): void;
  /** Save, then move the newest version to another state. @throws {ApiError} */
  move(to: 'review' | 'returned' | 'approved', note?: string): Promise<void>;
  /** Publish the approved version. @throws {ApiError} */
  publish(title: string): Promise<void>;
  /** Load the newest version, dropping nothing that is unsaved. */
  reload(): Promise<void>;
}

/** Load a document and edit it. It is opened anew when a part of `options` changes; `read` must not. */
export function useDocument<T>(options: DocumentOptions<T>): DocumentAnswer<T> {
  const { kind, cityId, documentId, read, mayWrite, userId } = options;
  const rules = kind === 'inventory' ? inventoryRules : planRules;
  const api = useMemo(() => documentApi({ kind, cityId, documentId }), [kind, cityId, documentId]);
  const store = useRef<KeptEdits>(undefined);
  const [kept, setKept] = useState(true);
  const [attempt, setAttempt] = useState(0);
  const [loading, send] = useReducer(
    (now: Loading, event: LoadingEvent): Loading => {
      if (event.kind === 'loaded') return event.loading;
      return now.state === 'ready' ? { state: 'ready', editing: editingAfter(now.editing, event, rules) } : now;
    },
    { state: 'waiting' },
  );
  const latest = useRef(loading);
  latest.current = loading;

  useEffect(() => {
    let gone = false;
    let release: () => void = () => undefined;
    const open = async () => {
      const place = { kind, cityId, documentId };
      const found = await storageFor(place);
      release = found.release;
      if (gone) return release();
      // Whoever may not write tries out: nothing of it is kept, and what others have left here stays.
      store.current = mayWrite && userId !== null ? keptEdits(place, userId, found.storage) : undefined;
      const newest = await api.newest();
      if (gone) return;
      send({ kind: 'loaded', loading: { state: 'ready', editing: opened(newest!, store.current) } });
    };
    send({ kind: 'loaded', loading: { state: 'waiting' } });
    open().catch((error: unknown) => !gone && send({ kind: 'loaded', loading: { state: 'failed', error } }));
    return () => {
      gone = true;
      release();
    };
  }, [api, attempt, mayWrite, userId]);

  const saveNow = useSaving({ api, latest, send, userId, mayWrite, store });
  const editing = loading.state === 'ready' ? loading.editing : undefined;
  useKeeping(editing, store, setKept);
  useSavingByItself(editing, saveNow, mayWrite);
  useNewer(api, latest, send);

  const reload = useCallback(async () => {
    const { current } = latest;
    if (current.state !== 'ready') return;
    const newest = await api.newest(current.editing.saved.version);
    if (newest) send({ kind: 'arrived', newer: newest });
  }, [api]);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  const deeds = useDeeds({ api, latest, send, saveNow, userId, rules, reload });
  const value = useMemo(() => editing && believed(read, editing.value), [read, editing?.value]);

  if (loading.state === 'waiting') return { status: 'waiting' };
  if (loading.state === 'failed') return { status: 'failed', error: loading.error, retry };
  if (!value || 'error' in value) return { status: 'failed', error: value?.error, retry };
  return { status: 'ready', value: value.value, kept, saveNow, reload, ...viewOf(loading.editing), ...deeds };
}

function believed<T>(read: (document: unknown) => T, document: unknown): { value: T } | { error: unknown } {
  try {
    return { value: read(document) };
  } catch (error) {
    return { error };
  }
}

function viewOf({ saved, saving, error, past, future, newer, conflict }: Editing) {
  const { document: _document, ...head } = saved;
  return { head, saving, error, canUndo: past.length > 0, canRedo: future.length > 0, newer, conflict };
}

/** An edit kept on the device goes on where it was; one of an older version is saved as an edit of that one, and so merged. */
function opened(newest: SavedVersion, store: KeptEdits | undefined): Editing {
  const kept = store?.read();
  if (!kept) return beginEditing(newest);
  if (kept.basedOn >= newest.version) return beginEditing(newest, kept.value, kept.note);
  const edit = beginEditing(newest, kept.value, kept.note);
  return edit.saving === 'saved' ? edit : { ...edit, saved: { ...newest, version: kept.basedOn }, newer: newest };
}

interface DeedParts {
  readonly api: ReturnType<typeof documentApi>;
  readonly latest: Latest;
  readonly send: Send;
  readonly saveNow: () => Promise<boolean>;
  readonly userId: string | null;
  readonly rules: typeof inventoryRules;
  readonly reload: () => Promise<void>;
}

function useDeeds({ api, latest, send, saveNow, userId, rules, reload }: DeedParts) {
  return useMemo(() => {
    const version = (): { number: number; state: State } => {
      const { current } = latest;
      if (current.state !== 'ready') throw new Error('a document was moved before it was there; this is a bug');
      return { number: current.editing.saved.version, state: current.editing.saved.state };
    };
    return {
      edit: (value: unknown, about?: string, note?: string) =>
        send({ kind: 'edited', value, ...(about !== undefined && { about }), ...(note !== undefined && { note }) }),
      undo: () => send({ kind: 'undone' }),
      redo: () => send({ kind: 'redone' }),
      resolve: (theirs: ReadonlySet<Conflict>) => {
        const { current } = latest;
        if (current.state !== 'ready' || !current.editing.conflict) return;
        send({ kind: 'resolved', value: resolution(current.editing.conflict, theirs, rules) });
      },
      move: async (to: 'review' | 'returned' | 'approved', note?: string) => {
        if (to === 'review' && !(await saveNow())) throw new ApiError('not-saved', 0, '');
        const head = await api.move(version().number, to, note);
        send({ kind: 'moved', head, by: userId, at: new Date().toISOString() });
      },
      publish: async (title: string) => {
        await api.publish(version().number, title);
        await reload();
      },
    };
  }, [api, send, saveNow, userId, rules, reload]);
}
