/**
 * Whose device this is. On one's own, unsaved work waits until it is saved, signed out, or somebody else signs in; on a shared
 * computer nothing is kept beyond the tab, and the session ends with the browser.
 */
import { cookieOf } from '../preferences.ts';

/** What unsaved edits are kept under: `edit:PERSON:…`. */
const EDITS = 'edit:';
/** Between the name of an edit and the number of one of its pieces. */
export const PIECE = '#';

/** Known to the server too, which then gives the session's cookie no life beyond the browser's. */
const SHARED = 'shared-computer';

/** Say at signing in, before it, whether others use this computer. */
export function setShared(shared: boolean): void {
  // Without an age: forgotten with the session, when the browser is closed. Lax: it must come back from an identity provider.
  document.cookie = `${SHARED}=${shared ? '1' : ''}; path=/; samesite=lax${shared ? '' : '; max-age=0'}`;
}

export const isShared = (): boolean => cookieOf(document.cookie, SHARED) === '1';

/** Names of all that is kept of edits. */
export const namesIn = (storage: Storage): string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((name) =>
    name.startsWith(EDITS),
  );

/** How many documents have unsaved work of a person here. */
export function countKept(userId: string, storages: readonly Storage[]): number {
  const names = storages.flatMap(namesIn).filter((name) => !name.includes(PIECE));
  return names.filter((name) => name.startsWith(`${EDITS}${userId}:`)).length;
}

/** Forget unsaved work: all of it at signing out, that of others when somebody is signed in. */
export function forgetKept(storages: readonly Storage[], but?: string): void {
  for (const storage of storages) {
    for (const name of namesIn(storage)) {
      if (but === undefined || !name.startsWith(`${EDITS}${but}:`)) storage.removeItem(name);
    }
  }
}

/** Of this device and of this tab; none where the browser keeps nothing. */
export function deviceStorages(): readonly Storage[] {
  try {
    return [localStorage, sessionStorage];
  } catch {
    return [];
  }
}
