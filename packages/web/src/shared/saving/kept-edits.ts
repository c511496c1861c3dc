/** Edits that are not saved yet, kept on this device: a closed lid, a dead line or a session that has run out loses none. */
import { isShared, namesIn, PIECE } from './device.ts';
import type { DocumentPlace } from './document-api.ts';
import { documentOf, isAlike, piecesOf, type Shape } from './pieces.ts';

interface Kept {
  /** The version the edit was made from. */
  readonly basedOn: number;
  readonly value: unknown;
  /** What is to be said of the edit where it is saved. */
  readonly note?: string | undefined;
}

const nameOf = ({ kind, cityId, documentId }: DocumentPlace) => `${kind}:${cityId}:${documentId}`;

/** Where edits of a document are kept: shared by all tabs for the first that opens it, its own for another. */
export interface KeptEdits {
  read(): Kept | undefined;
  /** @returns whether it could be kept; a full device cannot. What was kept before then stays. */
  keep(kept: Kept): boolean;
  /** The same a little at a time, between other things; undefined when another edit came before it was done. */
  keepGently(kept: Kept): Promise<boolean | undefined>;
  forget(): void;
}

/** What is written under the name of the edit: which pieces it is made of. They lie beside it and are written before it. */
interface Contents {
  readonly basedOn: number;
  readonly note?: string | undefined;
  readonly shape: Shape;
  readonly pieces: readonly number[];
}

interface Written {
  readonly id: number;
  readonly value: unknown;
}

/** Nobody notices so long, ms: half a frame. */
const MOMENT_MS = 8;

/**
 * Of one person: a device may be that of the office, and what one left unsaved must not be saved in the name of the next.
 *
 * An edit is kept in pieces, and of the next one only what has changed is written: all of an inventory of five thousand rows takes
 * a seventh of a second on an old laptop, again and again while somebody types.
 */
export function keptEdits(place: DocumentPlace, userId: string, storage: Storage): KeptEdits {
  const name = `edit:${userId}:${nameOf(place)}`;
  const pieceName = (id: number): string => `${name}${PIECE}${id}`;
  let written = piecesOn(storage, name);
  let turn = 0;

  function* writing({ basedOn, value, note }: Kept): Generator<void, void> {
    const { shape, values } = piecesOf(value);
    const now: Written[] = [];
    for (const piece of values) {
      const known = written.find((each) => isAlike(each.value, piece));
      if (known) now.push(known);
      else {
        const fresh = { id: 1 + Math.max(0, ...written.map(({ id }) => id)), value: piece };
        written = [...written, fresh];
        now.push(fresh);
        storage.setItem(pieceName(fresh.id), JSON.stringify(piece));
        yield;
      }
    }
    const contents: Contents = { basedOn, note, shape, pieces: now.map(({ id }) => id) };
    storage.setItem(name, JSON.stringify(contents));
    drop(new Set(contents.pieces));
  }
  /** Remove all pieces but those. */
  const drop = (but: ReadonlySet<number>): void => {
    for (const { id } of written) if (!but.has(id)) storage.removeItem(pieceName(id));
    written = written.filter(({ id }) => but.has(id));
  };
  const giveUp = (): false => {
    try {
      drop(new Set(contentsOn(storage, name)?.pieces));
    } catch {
      // A browser that keeps nothing.
    }
    return false;
  };
  return {
    read() {
      try {
        const { basedOn, note, shape, pieces } = contentsOn(storage, name)!;
        const values = pieces.map((id) => JSON.parse(storage.getItem(pieceName(id))!) as unknown);
        return { basedOn, value: documentOf({ shape, values }), ...(note !== undefined && { note }) };
      } catch {
        return undefined;
      }
    },
    keep(kept) {
      turn++;
      try {
        for (const _piece of writing(kept));
        return true;
      } catch {
        return giveUp();
      }
    },
    async keepGently(kept) {
      const mine = ++turn;
      const work = writing(kept);
      try {
        for (let began = performance.now(); !work.next().done;) {
          if (performance.now() - began < MOMENT_MS) continue;
          await idle();
          if (mine !== turn) return undefined;
          began = performance.now();
        }
        return true;
      } catch {
        return giveUp();
      }
    },
    forget() {
      turn++;
      try {
        storage.removeItem(name);
        drop(new Set());
      } catch {
        // A browser that keeps nothing has nothing to forget.
      }
    },
  };
}

function contentsOn(storage: Storage, name: string): Contents | undefined {
  try {
    const text = storage.getItem(name);
    return text === null ? undefined : (JSON.parse(text) as Contents);
  } catch {
    return undefined;
  }
}

/** Pieces that lie there, of the edit that is kept and of one that was never done: what they hold is not looked at. */
function piecesOn(storage: Storage, name: string): readonly Written[] {
  try {
    const names = namesIn(storage).filter((each) => each.startsWith(name + PIECE));
    const ids = names.map((each) => Number(each.slice(name.length + PIECE.length)));
    return ids.map((id) => ({ id, value: Symbol('as it was left') }));
  } catch {
    return [];
  }
}

/** When the browser has nothing else to do, half a second later at the latest. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 500 });
    else setTimeout(resolve, 0);
  });
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
