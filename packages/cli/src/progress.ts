/** How far long work is, on one line that is written over, where someone watches. */
import type { Io } from './io.ts';

export interface Progress {
  show(done: number, of?: number): void;
  /** Take the line away. */
  end(): void;
}

/** Milliseconds between two looks. */
const PAUSE = 100;

/** @param what what is counted, as in `cities read` */
export function progressOn(io: Io, what: string, watched = process.stderr.isTTY): Progress {
  if (!watched) return { show: () => undefined, end: () => undefined };
  let next = 0;
  return {
    show(done, of) {
      const now = Date.now();
      if (now < next) return;
      next = now + PAUSE;
      io.stderr(`\r${done}${of === undefined ? '' : ` of ${of}`} ${what}\u001b[K`);
    },
    end: () => io.stderr('\r\u001b[K'),
  };
}
