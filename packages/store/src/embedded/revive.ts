/**
 * The thread of the embedded database, begun anew when it has come to grief: a full disk under its write-ahead log, a failed
 * flush, no more memory. It recovers from the log then, as after a power cut, so what was acknowledged is there.
 */
import { DomainError } from '@thousand-cities/model';
import type { DatabaseThread } from './thread.ts';

export interface RevivedThread {
  /** The thread in use; a new one after `broke`. @throws {DomainError} `store-unavailable` while none can be started */
  current(): Promise<DatabaseThread>;
  /** Its state is not known any more: nobody gets it again. */
  broke(): void;
  /** Close the database, where there is one, and end the thread. */
  close(): Promise<void>;
}

/** @param restart absent for a database in memory, which would be an empty one */
export function revived(first: DatabaseThread, restart?: () => Promise<DatabaseThread>): RevivedThread {
  let thread: DatabaseThread | undefined = first;
  let ending: Promise<void> = Promise.resolve();
  return {
    current: async () => {
      if (thread) return thread;
      await ending;
      try {
        return (thread = await restart!());
      } catch (cause) {
        // Tried again by whoever comes next: there may be room by then.
        const why = cause instanceof Error ? cause.message : String(cause);
        throw new DomainError('store-unavailable', `the embedded database does not start: ${why}`, [], { cause });
      }
    },
    broke: () => {
      if (!thread || !restart) return;
      ending = thread.end();
      thread = undefined;
    },
    close: async () => {
      // Not by whoever asks late: another process may have the folder by then.
      restart &&= () => Promise.reject(new Error('it is closed'));
      await ending;
      const last = thread;
      try {
        await last?.ask({ kind: 'close' });
      } finally {
        await last?.end();
      }
    },
  };
}
