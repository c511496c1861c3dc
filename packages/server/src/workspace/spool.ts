/**
 * A large file that is made first and sent then. It waits on the disk: it takes no memory, and whoever reads it slowly holds no transaction,
 * of which the embedded database has one.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

export interface Spooled {
  /** Of the content, for its entity tag. */
  readonly sha256: string;
  /** The content, once; the file is gone when it has been read, or nobody wants the rest. */
  stream(): ReadableStream<Uint8Array>;
  /** Let go of a file that nobody reads. */
  discard(): Promise<void>;
}

/** Put content on the disk, part by part. Its file has no name any more by then, so that nothing is left of it however the process ends. */
export async function spool(content: AsyncIterable<Uint8Array>): Promise<Spooled> {
  const folder = await mkdtemp(join(tmpdir(), 'cities-'));
  const file = await open(join(folder, 'file'), 'wx+', 0o600);
  await rm(folder, { recursive: true, force: true });
  const hash = createHash('sha256');
  try {
    for await (const part of content) {
      hash.update(part);
      await file.writeFile(part);
    }
  } catch (error) {
    await file.close();
    throw error;
  }
  return {
    sha256: hash.digest('hex'),
    stream: () => Readable.toWeb(file.createReadStream({ start: 0 })) as ReadableStream<Uint8Array>,
    discard: () => file.close(),
  };
}
