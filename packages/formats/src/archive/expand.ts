/** Expanding an entry of an archive while counting: what it really becomes decides, not what it says. */
import { Inflate } from 'fflate';
import { tooLarge, unreadable, unsafe, type ArchiveEntry } from './directory.ts';
import type { ArchiveLimits } from './limits.ts';

/** Fed in pieces so small that the largest expansion of one stays at 8 MB. */
const PIECE = 8 * 1024;

/** How much may still be expanded of one archive. Shared by its entries. */
export class Budget {
  readonly #file: string;
  readonly #limits: ArchiveLimits;
  #used = 0;

  constructor(file: string, limits: ArchiveLimits) {
    this.#file = file;
    this.#limits = limits;
  }

  /** Count what an entry has become. @throws {FormatError} `file-too-large`, `file-unsafe` */
  spend(added: number, entry: ArchiveEntry, sofar: number): void {
    this.#used += added;
    const { expanded, ratio, ratioFrom } = this.#limits;
    if (sofar > ratioFrom && sofar > ratio * entry.compressed) {
      throw unsafe(this.#file, `"${entry.name}" becomes more than ${ratio} times larger when it is unpacked.`);
    }
    if (this.#used > expanded) throw tooLarge(this.#file, expanded);
    if (sofar > entry.size) throw unsafe(this.#file, `"${entry.name}" is larger than it says.`);
  }
}

/**
 * Expand one entry.
 *
 * @throws {FormatError} `file-too-large`, `file-unsafe`, `file-unreadable` for what does not fit its checksum or length
 */
export function expand(bytes: Uint8Array, entry: ArchiveEntry, file: string, budget: Budget): Uint8Array {
  const packed = bytes.subarray(entry.start, entry.start + entry.compressed);
  const content = entry.method === 0 ? packed : inflate(packed, entry, file, budget);
  if (entry.method === 0) budget.spend(content.length, entry, content.length);
  if (content.length !== entry.size || crc32(content) !== entry.crc32) {
    throw unreadable(file, `"${entry.name}" is damaged: its checksum does not fit.`);
  }
  return content;
}

function inflate(packed: Uint8Array, entry: ArchiveEntry, file: string, budget: Budget): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((part) => {
    length += part.length;
    budget.spend(part.length, entry, length);
    parts.push(part);
  });
  try {
    for (let at = 0; at < packed.length; at += PIECE) {
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'FormatError') throw error;
    throw unreadable(file, `"${entry.name}" is damaged and cannot be unpacked.`);
  }
  return joined(parts, length);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 of zip (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = TABLE[(value ^ byte) & 0xff]! ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
