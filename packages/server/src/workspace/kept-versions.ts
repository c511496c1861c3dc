/**
 * Versions of documents as they are sent: one never changes, so it is read from the store, put together and compressed once. Whoever
 * asks is shown its head first, by the store and under their rights; what is kept is found by that head, which holds the text's hash.
 */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Version, VersionHead } from '@thousand-cities/store';

type Bytes = Uint8Array<ArrayBuffer>;

/** In the order in which we like them. */
export const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Enough for two hundred inventories of 500 rows. */
const MOST_BYTES = 32 * 1024 * 1024;
/** Shorter answers are sent as they are: one packet either way. */
const WORTH_PACKING = 1400;

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** Dense enough: an eighth of the text, in milliseconds, beside the event loop. */
async function packed(plain: Bytes, encoding: Encoding): Promise<Bytes> {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: 5, [BROTLI_PARAM_SIZE_HINT]: plain.length };
  const bytes = encoding === 'br' ? await brotlied(plain, { params }) : await gzipped(plain);
  return new Uint8Array(bytes);
}

/** A text that is sent more than once. */
export class SentText {
  readonly plain: Bytes;
  readonly #packed = new Map<Encoding, Promise<Bytes>>();

  constructor(text: string) {
    this.plain = new Uint8Array(Buffer.from(text));
  }

  /** In which of the accepted encodings it is sent; undefined: as it is. */
  encodingFor(accepted: ReadonlySet<string>): Encoding | undefined {
    return this.plain.length < WORTH_PACKING ? undefined : ENCODINGS.find((each) => accepted.has(each));
  }

  packed(encoding: Encoding): Promise<Bytes> {
    const known = this.#packed.get(encoding) ?? packed(this.plain, encoding);
    this.#packed.set(encoding, known);
    return known;
  }
}

/** The latest so many bytes of versions. */
export class KeptVersions {
  readonly #mostBytes: number;
  readonly #kept = new Map<string, SentText>();
  #bytes = 0;

  constructor(mostBytes = MOST_BYTES) {
    this.#mostBytes = mostBytes;
  }

  /** The version with that head, where it is kept. */
  find(head: VersionHead): SentText | undefined {
    const key = JSON.stringify(head);
    const found = this.#kept.get(key);
    if (!found) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, found);
    return found;
  }

  /** Keep a version as `find` will look for it; of several who read it at the same moment, the first one's is kept. */
  keep(head: VersionHead, version: Version): SentText {
    const before = this.find(head);
    if (before) return before;
    const sent = new SentText(versionAnswer(version));
    this.#kept.set(JSON.stringify(head), sent);
    this.#bytes += sent.plain.length;
    for (const [key, { plain }] of this.#kept) {
      if (this.#bytes <= this.#mostBytes) break;
      this.#kept.delete(key);
      this.#bytes -= plain.length;
    }
    return sent;
  }
}

/**
 * A version as it is sent, as text: reading and writing the JSON of a large document again would take a third of the whole
 * request. The text is what the store wrote, so it is JSON, and in JSON a line ends between values only, never within a text.
 */
export function versionAnswer({ text, ...head }: Version): string {
  return `${JSON.stringify(head).slice(0, -1)},"document":${text.replaceAll(/\n */g, '')}}`;
}
