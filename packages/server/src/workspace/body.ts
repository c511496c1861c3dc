/** The body of a request: of the right type, not too large, JSON that the database and the model can hold. */
import type { Context } from 'hono';
import { Refused } from '../refused.ts';

/** For what people type. */
export const SMALL_BODY = 64 * 1024;
/** For inventories and plans: twenty times the largest of the examples. */
export const DOCUMENT_BODY = 8 * 1024 * 1024;
/** For tables and workbooks of inventories, as their reader allows. */
export const TABLE_BODY = 10 * 1024 * 1024;
/** For files of evidence, as the store allows. */
export const EVIDENCE_BODY = 20 * 1024 * 1024;
/** Objects and arrays within each other. Plans need nine. */
const DEEPEST = 64;

/**
 * Read and check the JSON body.
 *
 * @returns the value, and the text for fingerprints
 * @throws {Refused} 415, 413, 400
 */
export async function readBody(c: Context, limit: number): Promise<{ readonly value: unknown; readonly text: string }> {
  const text = await readText(c, limit);
  return { value: valueOf(text), text };
}

/** The JSON body as it was sent, to be read by `valueOf`. @throws {Refused} 415, 413, 400 */
export async function readText(c: Context, limit: number): Promise<string> {
  const type = c.req.header('Content-Type') ?? '';
  if (!/^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(type)) {
    throw new Refused(415, 'content-type', 'the body must be application/json');
  }
  const encoding = c.req.header('Content-Encoding');
  if (encoding !== undefined && encoding !== 'identity') {
    throw new Refused(415, 'content-encoding', 'the body must not be compressed');
  }
  return decode(await readLimited(c.req.raw, limit));
}

/** What a JSON body says. @throws {Refused} 400 */
export function valueOf(text: string): unknown {
  const value = parse(text);
  checkJson(value);
  return value;
}

/**
 * Read a file that is the body itself. Types that a form of another site can send (`text/plain`, `multipart/form-data`) are never
 * among `types`.
 *
 * @throws {Refused} 415, 413, 400 for an empty one
 */
export async function readUpload(c: Context, { types, limit }: UploadRule): Promise<Upload> {
  const type = (c.req.header('Content-Type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (!types.includes(type)) {
    throw new Refused(415, 'content-type', `the body must be one of ${types.join(', ')}`, { members: { types } });
  }
  const encoding = c.req.header('Content-Encoding');
  if (encoding !== undefined && encoding !== 'identity') {
    throw new Refused(415, 'content-encoding', 'the body must not be compressed');
  }
  const bytes = await readLimited(c.req.raw, limit);
  if (bytes.length === 0) throw new Refused(400, 'file-empty', 'the file is empty');
  return { bytes, type };
}

/** What may be sent as a file: media types, and bytes. */
export interface UploadRule {
  readonly types: readonly string[];
  readonly limit: number;
}

/** A file as it was sent, and what it was said to be. */
export interface Upload {
  readonly bytes: Uint8Array;
  readonly type: string;
}

async function readLimited(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = new Refused(413, 'too-large', `the body must not be longer than ${limit} bytes`);
  if (Number(request.headers.get('Content-Length') ?? 0) > limit) throw tooLarge;
  if (!request.body) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let length = 0;
  // Counted as it comes: the header may lie or be absent.
  for await (const part of arriving(request.body as unknown as AsyncIterable<Uint8Array>)) {
    length += part.length;
    if (length > limit) throw tooLarge;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The parts of a body. A connection that ends in the middle is the sender's refusal and no fault of the server. */
async function* arriving(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (cause) {
    throw new Refused(400, 'body-cut', 'the body ended before its time: the connection was lost, or too slow', {
      cause,
    });
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refused(400, 'not-utf8', 'the body is not UTF-8');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refused(400, 'not-json', `the body is not JSON: ${(error as Error).message.slice(0, 200)}`);
  }
}

/** Half of a surrogate pair: no character, and changed by every encoding. */
const BROKEN_TEXT = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** What PostgreSQL cannot keep, or what would take a reader beyond its stack. Without recursion, for that reason. */
function checkJson(root: unknown): void {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string') checkText(value);
    if (typeof value !== 'object' || value === null) continue;
    if (depth === DEEPEST) throw new Refused(400, 'too-deep', `the body is nested more than ${DEEPEST} levels deep`);
    for (const [name, item] of Object.entries(value)) {
      if (name === '__proto__') throw new Refused(400, 'bad-name', 'nothing may be named __proto__');
      checkText(name);
      waiting.push({ value: item, depth: depth + 1 });
    }
  }
}

function checkText(text: string): void {
  if (BROKEN_TEXT.test(text)) {
    throw new Refused(400, 'bad-text', 'a text holds a null character or half of a surrogate pair');
  }
}
