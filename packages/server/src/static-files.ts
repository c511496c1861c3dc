/** Files of the built page: read once, with entity tags, the precompressed twin a browser accepts, and a long life for hashed names. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import type { Context } from 'hono';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

const encodings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

interface StoredFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly etag: string;
  readonly type: string;
  readonly encoding?: string;
}

/** Which of the offered encodings the header accepts; quality 0 is a refusal. */
export function acceptedEncodings(header: string | undefined): ReadonlySet<string> {
  const accepted = new Set<string>();
  for (const part of (header ?? '').split(',')) {
    const [name, ...parameters] = part.trim().split(';');
    const refused = parameters.some((parameter) => /^\s*q=0(\.0*)?\s*$/.test(parameter));
    if (name && !refused) accepted.add(name.toLowerCase());
  }
  return accepted;
}

/** A store of the files below `root`. Asking for anything outside it, or for a folder, finds nothing. */
export class StaticFiles {
  readonly #root: string;
  readonly #cache = new Map<string, StoredFile>();

  constructor(root: string) {
    this.#root = normalize(root.endsWith(sep) ? root : root + sep);
  }

  /** The text of a file, or undefined. Read anew, for templates and catalogues. */
  text(path: string): string | undefined {
    const file = this.#locate(path);
    return file === undefined ? undefined : readFileSync(file, 'utf8');
  }

  /** Answer with the file, or undefined when there is none. */
  respond(c: Context, path: string): Response | undefined {
    const accepted = acceptedEncodings(c.req.header('Accept-Encoding'));
    const stored = this.#open(path, accepted);
    if (!stored) return undefined;
    c.header('ETag', stored.etag);
    c.header('Vary', 'Accept-Encoding');
    c.header('Cache-Control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (c.req.header('If-None-Match') === stored.etag) return c.body(null, 304);
    c.header('Content-Type', stored.type);
    if (stored.encoding) c.header('Content-Encoding', stored.encoding);
    return c.body(stored.body);
  }

  #open(path: string, accepted: ReadonlySet<string>): StoredFile | undefined {
    const plain = this.#locate(path);
    if (plain === undefined) return undefined;
    const type = types[extname(plain)] ?? 'application/octet-stream';
    const encoding = encodings.find(({ name, suffix }) => accepted.has(name) && existsSync(plain + suffix));
    const file = encoding ? plain + encoding.suffix : plain;
    const key = `${file}:${statSync(file).mtimeMs}`;
    const known = this.#cache.get(key);
    if (known) return known;
    const body = new Uint8Array(readFileSync(file));
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const stored = encoding ? { body, etag, type, encoding: encoding.name } : { body, etag, type };
    this.#cache.set(key, stored);
    return stored;
  }

  #locate(path: string): string | undefined {
    const file = normalize(join(this.#root, path));
    if (!file.startsWith(this.#root) || !existsSync(file) || !statSync(file).isFile()) return undefined;
    return file;
  }
}
