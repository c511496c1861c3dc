/**
 * A file system for PGlite that keeps PostgreSQL's promise: what is committed is on the disk.
 *
 * PGlite 0.5.14 never calls fsync. Its start parameters carry `-F`, and its Node file system has no fsync operation, so that
 * Emscripten answers "done" at once: a power cut could corrupt the database. This adds the operation. It reaches into
 * internals (`FS.filesystems.NODEFS`), which is why the version is pinned and a test counts the calls.
 */
import { fsyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** PGlite's start parameters without "no fsync", and with the one way of flushing that the WebAssembly build does for real. */
export const DURABLE_START: readonly string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'fsync=on',
  // Its fdatasync, the default on Linux, does nothing.
  '-c',
  'wal_sync_method=fsync',
];

/** An open file of Emscripten's Node file system. */
interface Stream {
  readonly nfd?: number;
}

interface NodeFileSystem {
  readonly stream_ops: { fsync?: (stream: Stream) => number };
}

/** PGlite's file system on a folder, with fsync. `onFlush` is told of every call, after it has succeeded. */
export class DurableFiles extends NodeFS {
  readonly #onFlush: () => void;

  constructor(folder: string, onFlush: () => void = () => undefined) {
    super(folder);
    this.#onFlush = onFlush;
  }

  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options);
    const flush = (stream: Stream): number => {
      if (stream.nfd === undefined) throw new Error('PGlite asked to flush a file that is not on disk');
      // A failure passes up and stops the database: PostgreSQL panics when a flush fails, rather than believe it later.
      fsyncSync(stream.nfd);
      this.#onFlush();
      return 0;
    };
    const addFlush = (module: unknown): void => {
      const { FS } = module as { FS: { filesystems: { NODEFS?: NodeFileSystem } } };
      if (!FS.filesystems.NODEFS) throw new Error('this PGlite has no NODEFS: the durable file system does not fit it');
      FS.filesystems.NODEFS.stream_ops.fsync = flush;
    };
    const { preRun } = emscriptenOpts;
    const before = typeof preRun === 'function' ? [preRun] : (preRun ?? []);
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [addFlush, ...before] as NonNullable<typeof preRun> } };
  }
}
