/** A large document that many ask for: read once, compressed once, told apart by its content. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';
import { acceptedEncodings } from './static-files.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Encoding = 'br' | 'gzip';

/** Facts change with a release; after an hour a browser asks whether they have. */
const FACTS = 'public, max-age=3600';
const FOR_EVER = 'public, max-age=31536000, immutable';

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** The densest brotli takes seconds, the first visitor none of them. */
const QUICK = 5;
const DENSE = 11;

async function brotli(body: Bytes, quality: number): Promise<Bytes> {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_SIZE_HINT]: body.length };
  return new Uint8Array(await brotlied(body, { params }));
}

export interface StoredDocumentOptions {
  /** How long it may be kept; an hour when absent. */
  readonly cacheControl?: string;
  /** What else of a request tells answers apart. */
  readonly vary?: string;
}

/** A document behind one address. Nothing is read before it is asked for. */
export class StoredDocument {
  readonly #read: () => Uint8Array;
  readonly #type: string;
  readonly #options: StoredDocumentOptions;
  #body?: { readonly plain: Bytes; readonly hash: string };
  readonly #compressed = new Map<Encoding, Promise<Bytes>>();

  constructor(type: string, read: () => Uint8Array, options: StoredDocumentOptions = {}) {
    this.#options = options;
    this.#type = type;
    this.#read = read;
  }

  /** Part of the entity tag; in `?v=` it makes the answer one that is kept for ever. */
  get hash(): string {
    return this.#open().hash;
  }

  /** Answer with the document, or with 304 to who has it. */
  async respond(c: Context): Promise<Response> {
    const { plain, hash } = this.#open();
    const accepted = acceptedEncodings(c.req.header('Accept-Encoding'));
    const encoding = (['br', 'gzip'] as const).find((each) => accepted.has(each));
    c.header('ETag', encoding ? `"${hash}-${encoding}"` : `"${hash}"`);
    c.header('Vary', this.#options.vary ?? 'Accept-Encoding');
    c.header('Cache-Control', c.req.query('v') === hash ? FOR_EVER : (this.#options.cacheControl ?? FACTS));
    if (c.req.header('If-None-Match')?.includes(hash)) return c.body(null, 304);
    c.header('Content-Type', this.#type);
    // What is unpacked is what a page can count: how far the answer is, it tells by this.
    c.header('X-Unpacked-Length', String(plain.length));
    if (!encoding) return c.body(plain);
    c.header('Content-Encoding', encoding);
    return c.body(await this.#encode(plain, encoding));
  }

  #open(): { readonly plain: Bytes; readonly hash: string } {
    if (!this.#body) {
      const plain = new Uint8Array(this.#read());
      const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
      this.#body = { plain, hash };
    }
    return this.#body;
  }

  #encode(plain: Bytes, encoding: Encoding): Promise<Bytes> {
    const known = this.#compressed.get(encoding);
    if (known) return known;
    const first =
      encoding === 'br' ? brotli(plain, QUICK) : gzipped(plain, { level: 9 }).then((bytes) => new Uint8Array(bytes));
    this.#compressed.set(encoding, first);
    if (encoding === 'br') void this.#thicken(plain, first);
    return first;
  }

  /** Put the dense form in place of the quick one once it is there; the quick one stays where that fails. */
  async #thicken(plain: Bytes, first: Promise<Bytes>): Promise<void> {
    try {
      await first;
      const dense = await brotli(plain, DENSE);
      this.#compressed.set('br', Promise.resolve(dense));
    } catch {
      // A request that waits for `first` is told; nothing is lost here.
    }
  }
}
