/** Edits that are not saved yet, kept on this device: a closed lid, a dead line or a session that has run out loses none. */
import { isShared } from './device.ts';
import type { DocumentPlace } from './document-api.ts';

interface Kept {
  /** The version the edit was made from. */
  readonly basedOn: number;
  readonly value: unknown;
}

const nameOf = ({ kind, cityId, documentId }: DocumentPlace) => `${kind}:${cityId}:${documentId}`;

/** Where edits of a document are kept: shared by all tabs for the first that opens it, its own for another. */
export interface KeptEdits {
  read(): Kept | undefined;
  /** @returns whether it could be kept; a full device cannot. */
  keep(kept: Kept): boolean;
  forget(): void;
}

/** Of one person: a device may be that of the office, and what one left unsaved must not be saved in the name of the next. */
export function keptEdits(place: DocumentPlace, userId: string, storage: Storage): KeptEdits {
  const name = `edit:${userId}:${nameOf(place)}`;
  return {
    read() {
      try {
        const text = storage.getItem(name);
        return text === null ? undefined : (JSON.parse(text) as Kept);
      } catch {
        return undefined;
      }
    },
    keep(kept) {
      try {
        storage.setItem(name, JSON.stringify(kept));
        return true;
      } catch {
        return false;
      }
    },
    forget() {
      try {
        storage.removeItem(name);
      } catch {
        // A browser that keeps nothing has nothing to forget.
      }
    },
  };
}

/**
 * The storage for this tab: the device's for the first tab that has the document open, the tab's own for a second, so that two
 * tabs do not overwrite each other; on a shared computer always the tab's own. `release` lets the next one have it.
 */
export async function storageFor(
  place: DocumentPlace,
): Promise<{ readonly storage: Storage; readonly release: () => void }> {
  if (isShared()) return { storage: sessionStorage, release: () => undefined };
  if (!('locks' in navigator)) return { storage: localStorage, release: () => undefined };
  return new Promise((resolve) => {
    void navigator.locks.request(`edit:${nameOf(place)}`, { ifAvailable: true }, (lock) => {
      if (!lock) {
        resolve({ storage: sessionStorage, release: () => undefined });
        return undefined;
      }
      return new Promise<void>((done) => resolve({ storage: localStorage, release: done }));
    });
  });
}
