/** When and how an edited document is saved: one save at a time, kept on the device until then, merged when somebody else saved first. */
import { useCallback, useEffect, useRef } from 'react';
import { ApiError } from '../api.ts';
import { ProblemError } from '../client/client.ts';
import { randomId } from '../random-id.ts';
import type { documentApi, SavedVersion } from './document-api.ts';
import { isChanged, noteOf, savesIn, type Editing, type EditingEvent } from './editing.ts';
import type { KeptEdits } from './kept-edits.ts';

const KEEP_MS = 400;
/** How often a newer version is asked for while the page is looked at, ms. */
const ASK_MS = 15_000;

export type Loading =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'ready'; readonly editing: Editing };

export type LoadingEvent = EditingEvent | { readonly kind: 'loaded'; readonly loading: Loading };

/** The state as it was last drawn. */
export interface Latest {
  readonly current: Loading;
}
export type Send = (event: LoadingEvent) => void;

export interface SavingParts {
  readonly api: ReturnType<typeof documentApi>;
  readonly latest: Latest;
  readonly send: Send;
  readonly userId: string | null;
  readonly mayWrite: boolean;
  readonly store: { readonly current: KeptEdits | undefined };
}

/** One save at a time; one that is asked for meanwhile follows it. */
export function useSaving({ api, latest, send, userId, mayWrite, store }: SavingParts): () => Promise<boolean> {
  const running = useRef<Promise<boolean>>(undefined);
  return useCallback(() => {
    const save = async (): Promise<boolean> => {
      // A merge that conflicts with nothing is saved upon their version at once.
      for (let tries = 0; tries < 5; tries++) {
        await settled();
        const { current } = latest;
        if (current.state !== 'ready' || current.editing.conflict) return false;
        if (!isChanged(current.editing)) return true;
        const { value, saved } = current.editing;
        send({ kind: 'sending' });
        try {
          const head = await api.save(saved.version, value, randomId(), noteOf(current.editing));
          send({ kind: 'stored', head, by: userId, at: new Date().toISOString() });
          await settled();
          const now = latest.current;
          // Also where the page was left meanwhile: then nothing is drawn any more, and what was sent is all there is.
          if (now.state === 'ready' && now.editing.value === value) store.current?.forget();
          return true;
        } catch (error) {
          if (!isConflict(error)) {
            send({ kind: 'failed', error, offline: error instanceof ApiError && error.code === 'offline' });
            return false;
          }
          const { base, theirs } = sidesOf(error);
          send({ kind: 'conflicted', base, theirs });
        }
      }
      return false;
    };
    if (!mayWrite) return Promise.resolve(false);
    const next = (running.current ?? Promise.resolve(true)).then(save, save);
    running.current = next;
    return next;
  }, [api, send, userId, mayWrite]);
}

/** Until what was sent has been drawn, so that `latest` is the newest. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

const isConflict = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.code === 'version-conflict';

/** Both sides, as the API promises them. */
function sidesOf({ problem }: ProblemError): { readonly base: unknown; readonly theirs: SavedVersion } {
  const { base, theirs } = problem as unknown as { base: SavedVersion | null; theirs: SavedVersion };
  return { base: base?.document, theirs };
}

/** Keep unsaved edits on the device, a moment after each. */
export function useKeeping(
  editing: Editing | undefined,
  store: { readonly current: KeptEdits | undefined },
  setKept: (kept: boolean) => void,
): void {
  const version = editing?.saved.version;
  const latest = useRef(editing);
  latest.current = editing;
  const keepBy = useCallback(
    (how: 'keep' | 'keepGently') => {
      const { current } = latest;
      if (!current) return;
      if (!isChanged(current)) return store.current?.forget();
      const kept =
        store.current?.[how]({ basedOn: current.saved.version, value: current.value, note: noteOf(current) }) ?? false;
      void Promise.resolve(kept).then((known) => known !== undefined && setKept(known));
    },
    [store, setKept],
  );
  const keep = useCallback(() => keepBy('keep'), [keepBy]);
  useEffect(() => {
    // Not at every change: a plan is half a megabyte of text, and a slider moves at every frame.
    const timer = setTimeout(() => keepBy('keepGently'), KEEP_MS);
    return () => clearTimeout(timer);
  }, [editing?.value, version, keepBy]);
  useEffect(() => {
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      // Left within the moment, for another screen.
      if (latest.current && isChanged(latest.current)) keep();
    };
  }, [keep]);
}

/** After a pause, by Ctrl+S, when the page is hidden, when the line or the server is back. */
export function useSavingByItself(
  editing: Editing | undefined,
  saveNow: () => Promise<boolean>,
  mayWrite: boolean,
): void {
  const pause = editing && savesIn(editing);
  useEffect(() => {
    if (!mayWrite || pause === undefined) return;
    const timer = setTimeout(() => void saveNow(), pause);
    return () => clearTimeout(timer);
  }, [editing?.value, editing?.saving, pause, saveNow, mayWrite]);
  useEffect(() => {
    if (!mayWrite) return;
    const save = () => void saveNow();
    const onHide = () => document.visibilityState === 'hidden' && save();
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      save();
    };
    window.addEventListener('online', save);
    window.addEventListener('keydown', onKey);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      window.removeEventListener('online', save);
      window.removeEventListener('keydown', onKey);
      document.removeEventListener('visibilitychange', onHide);
      save();
    };
  }, [saveNow, mayWrite]);
}

/** Ask now and then whether somebody has saved. A line that is down is no news. */
export function useNewer(api: ReturnType<typeof documentApi>, latest: Latest, send: Send): void {
  useEffect(() => {
    const ask = async () => {
      const { current } = latest;
      if (current.state !== 'ready' || document.visibilityState !== 'visible') return;
      if (current.editing.saving === 'saving') return;
      const newer = await api.newest(current.editing.saved.version).catch(() => undefined);
      if (newer) send({ kind: 'arrived', newer });
    };
    const timer = setInterval(() => void ask(), ASK_MS);
    const onFocus = () => void ask();
    window.addEventListener('focus', onFocus);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', onFocus);
    };
  }, [api, send]);
}
