/** From a request to an operation and back: who asks, how often, from where, with what; then the work; then the answer. */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { z } from '@hono/zod-openapi';
import { Checked, onBehalfOf, sha256, SYSTEM } from '@thousand-cities/store';
import { DOCUMENT_BODY, readText, readUpload, valueOf, SMALL_BODY } from './body.ts';
import { dispositionOf } from './disposition.ts';
import type { Evaluator } from '../evaluation/evaluator.ts';
import type { FileDesk } from '../files/desk.ts';
import { callerOf, viewerOf, type Caller } from './caller.ts';
import { addressOf } from './client-address.ts';
import { checkSameSite } from './cross-site.ts';
import { tagIn, tagNamed } from './entity-tag.ts';
import type { EventLog } from './event-log.ts';
import type { KeptVersions, SentText } from './kept-versions.ts';
import { versionsOf } from './if-match.ts';
import { keyNotTaken, keyOf, once, type Key } from './keyed.ts';
import type { Limiter } from './limits.ts';
import { entryOf, notingOf, type Subject } from './noting.ts';
import { isWrite, takesKey, type AnyOperation, type Answer, type Work } from './operation.ts';
import { checkRecentSignIn } from './recent-sign-in.ts';
import { Refused, unauthorized } from '../refused.ts';
import { checkSecondFactor } from './second-factor.ts';
import { acceptedEncodings } from '../static-files.ts';
import type { Spooled } from './spool.ts';
import type { OpenWorkspace, WorkspaceHandle } from './store-handle.ts';

export interface RunnerOptions {
  readonly workspace: WorkspaceHandle;
  readonly limiter: Limiter;
  readonly trustProxy: boolean;
  readonly evaluator: Evaluator;
  readonly files: FileDesk;
  readonly versions: KeptVersions;
  readonly events: EventLog;
}

/** The open store. @throws {Refused} 503 while it opens */
export function openNow({ workspace }: RunnerOptions): OpenWorkspace {
  const open = workspace.current();
  if (!open) throw new Refused(503, 'store-opening', 'the store is opening', { headers: { 'Retry-After': '1' } });
  return open;
}

/** Who asks, counted, for a route that is no operation. @throws {Refused} 401, 429, 503 */
export async function callerNow(c: Context, options: RunnerOptions): Promise<Caller> {
  const caller = await callerOf(c, openNow(options));
  await options.limiter.count('requests', whoOf(c, caller, options));
  return caller;
}

/** A handler for an operation. */
export function handlerOf(operation: AnyOperation, options: RunnerOptions): (c: Context) => Promise<Response> {
  return async (c) => {
    const workspace = openNow(options);
    let caller: Caller | undefined;
    try {
      caller = await callerOf(c, workspace);
      await count(c, operation, caller, options);
      checkSameSite(c, caller.kind, options.workspace.publicUrl);
      checkAsks(operation, caller);
      await checkSecondFactor(operation, caller, workspace);
      checkRecentSignIn(operation.id, caller);
      const work = await workOf(c, operation, caller, workspace, options);
      const answer = await operation.run(work as Work<never, never, never>);
      if (isWrite(operation)) workspace.bell.ring();
      return await respond(c, operation, answer);
    } catch (error) {
      await noteRefusal(c, operation, caller, options, error);
      throw error;
    }
  };
}

/** Tell the log of the installation of a refusal, where it is one that the log is told of. */
export async function noteRefusal(
  c: Context,
  subject: Subject,
  caller: Caller | undefined,
  options: RunnerOptions,
  error: unknown,
): Promise<void> {
  const who = caller ? whoOf(c, caller, options) : addressOf(c, options.trustProxy);
  const told = await options.events.refusal(error, c, { who, isUpload: subject.upload !== undefined });
  if (!told) return;
  const entry = entryOf(c, subject, caller, options.trustProxy, { outcome: 'refused', ...told });
  await options.events.write(openNow(options), entry);
}

/** A route that is no operation, whose refusals the log is told of like theirs. */
export function withRefusals(
  id: string,
  options: RunnerOptions,
  work: (c: Context) => Promise<Response>,
): (c: Context) => Promise<Response> {
  return async (c) => {
    try {
      return await work(c);
    } catch (error) {
      // While the store opens there is no log.
      if (options.workspace.current()) await noteRefusal(c, { id }, undefined, options, error);
      throw error;
    }
  };
}

/** Everybody of the demo is one account; they are told apart by address. */
function whoOf(c: Context, caller: Caller, { trustProxy }: RunnerOptions): string {
  return caller.kind === 'demo' || caller.userId === undefined ? addressOf(c, trustProxy) : caller.userId;
}

async function count(c: Context, operation: AnyOperation, caller: Caller, options: RunnerOptions): Promise<void> {
  const who = whoOf(c, caller, options);
  await options.limiter.count('requests', who);
  if (isWrite(operation)) await options.limiter.count('writes', who);
  if (operation.guarded) await options.limiter.count('signIns', addressOf(c, options.trustProxy));
}

/** @throws {Refused} 401, 403 */
function checkAsks(operation: AnyOperation, caller: Caller): void {
  if (isWrite(operation) && !caller.scopes.includes('write') && caller.kind === 'token') {
    throw new Refused(403, 'scope-missing', 'this token may only read');
  }
  if (!isWrite(operation) && !caller.scopes.includes('read')) {
    throw new Refused(403, 'scope-missing', 'this token may not read');
  }
  if (operation.asks === 'anyone') return;
  if (caller.userId === undefined) throw unauthorized();
  if (operation.asks === 'person') return;
  if (caller.kind === 'demo') throw new Refused(403, 'demo', 'there are no accounts in the demo');
  if (caller.kind !== 'session') throw new Refused(403, 'session-needed', 'a token may not do this: sign in');
  if (operation.asks === 'administrator' && !caller.administrator) {
    throw new Refused(403, 'not-allowed', 'only an administrator may do this');
  }
}

async function workOf(
  c: Context,
  operation: AnyOperation,
  caller: Caller,
  workspace: OpenWorkspace,
  options: RunnerOptions,
): Promise<Work> {
  const { workspace: handle, evaluator, files, versions, limiter, trustProxy } = options;
  const { db } = workspace;
  const params = check(operation.params, c.req.param(), 'path', 404);
  const query = check(operation.query, c.req.query(), 'query', 400);
  const sent = operation.body && (await readText(c, operation.large ? DOCUMENT_BODY : SMALL_BODY));
  const body = sent === undefined ? undefined : await bodyOf(operation, sent, files);
  const upload = operation.upload && (await readUpload(c, operation.upload));
  if (upload) await workspace.scanner?.(upload.bytes);
  const key = keyFor(c, operation, caller, sent ?? upload?.bytes ?? '');
  const city = (params as { cityId?: string } | undefined)?.cityId;
  const viewer = viewerOf(caller, city);
  const system = caller.userId === undefined ? SYSTEM : onBehalfOf(caller.userId);
  const noting = notingOf(c, { operation, caller, workspace }, options);
  return {
    params,
    query,
    body,
    upload,
    caller,
    userId: caller.userId ?? '',
    workspace,
    evaluator,
    files,
    versions,
    origin: handle.publicUrl ?? new URL(c.req.url).origin,
    publicUrl: handle.publicUrl,
    url: c.req.url,
    countRegistration: () => limiter.count('registrations', addressOf(c, trustProxy)),
    has: (etag) => tagNamed(c.req.header('If-None-Match'), etag) !== undefined,
    ifMatch: versionsOf(c.req.header('If-Match')),
    read: (work) => db.snapshot(viewer, work),
    write: (work) => once(db, viewer, key, noting.asPerson(work)),
    writeAsSystem: (work) => once(db, system, key, noting.asSystem(work)),
  };
}

/** Longer texts are read in a thread: a document of so many characters takes some ten milliseconds. */
const AT_ONCE = 512 * 1024;

async function bodyOf({ large, body }: AnyOperation, text: string, files: FileDesk): Promise<unknown> {
  if (!large || text.length <= AT_ONCE) return check(body, valueOf(text), 'body', 400);
  const { rest, document } = await files.body(large, text);
  if (!document) return check(body, rest, 'body', 400);
  const checked = check(body, { ...(rest as object), document: {} }, 'body', 400) as object;
  return { ...checked, document: new Checked(document.text, document.year) };
}

function keyFor(c: Context, operation: AnyOperation, caller: Caller, content: string | Uint8Array): Key | undefined {
  const header = c.req.header('Idempotency-Key');
  if (header === undefined || !isWrite(operation)) return undefined;
  if (!takesKey(operation) || caller.userId === undefined) {
    throw keyNotTaken();
  }
  return keyOf(header, caller.userId, [c.req.method, pathOf(c, operation), sha256(content)]);
}

/** The path, with the query where it says what a file is. */
function pathOf(c: Context, operation: AnyOperation): string {
  const { pathname, search } = new URL(c.req.url);
  return operation.upload ? pathname + search : pathname;
}

/** Check a part of the request against its schema. A path that names nothing possible is not found. */
function check(
  schema: z.ZodType | undefined,
  value: unknown,
  part: 'path' | 'query' | 'body',
  status: 400 | 404,
): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.slice(0, 20).map(({ path, message }) => ({ at: path.map(String), message }));
  const first = issues[0]!;
  const where = [...(part === 'body' ? [] : [part]), ...first.at].join('.');
  if (status === 404) throw new Refused(404, 'not-found', `there is nothing here: ${where}: ${first.message}`);
  throw new Refused(400, `${part}-invalid`, `${where === '' ? part : where}: ${first.message}`, {
    at: first.at,
    members: { issues },
  });
}

/** What is about people and their keys. */
const SENSITIVE: ReadonlySet<string> = new Set(['me', 'accounts', 'members', 'audit', 'webhooks']);

/** No copy anywhere of what is sensitive or said once; a city's documents are kept by the browser, and asked for again. */
function cachingOf(operation: AnyOperation): string {
  return isWrite(operation) || SENSITIVE.has(operation.tag) ? 'no-store' : 'private, no-cache';
}

type Bytes = Uint8Array<ArrayBuffer>;

async function respond(c: Context, operation: AnyOperation, answer: Answer): Promise<Response> {
  const { status = 200, headers = {}, file, sent } = answer;
  const out = new Headers({ 'Cache-Control': cachingOf(operation), Vary: 'Cookie, Authorization', ...headers });
  if (status === 204) return new Response(null, { status, headers: out });
  out.set('Content-Type', file?.type ?? 'application/json; charset=utf-8');
  if (file) out.set('Content-Disposition', dispositionOf(file.name));
  if (file && 'stream' in file.bytes) return respondSpooled(c, file.bytes, out);
  const content = (file?.bytes as Bytes | undefined) ?? sent?.plain ?? answer.json ?? JSON.stringify(answer.body);
  if (isWrite(operation)) return new Response(content, { status, headers: out });
  const etag = out.get('ETag') ?? `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  const named = tagNamed(c.req.header('If-None-Match'), etag);
  out.set('ETag', named ?? etag);
  if (named !== undefined) return new Response(null, { status: 304, headers: out });
  return new Response(sent ? await packed(c, sent, out) : content, { status, headers: out });
}

/** A file that waits on the disk: read once, or let go. */
async function respondSpooled(c: Context, spooled: Spooled, headers: Headers): Promise<Response> {
  const etag = `"${spooled.sha256.slice(0, 22)}"`;
  headers.set('ETag', etag);
  const isKnown = tagNamed(c.req.header('If-None-Match'), etag) !== undefined;
  if (!isKnown && c.req.method !== 'HEAD') return new Response(spooled.stream(), { headers });
  await spooled.discard();
  return new Response(null, { status: isKnown ? 304 : 200, headers });
}

/** Packed as the caller takes it, which the headers then say. */
async function packed(c: Context, sent: SentText, headers: Headers): Promise<Bytes> {
  headers.append('Vary', 'Accept-Encoding');
  const encoding = sent.encodingFor(acceptedEncodings(c.req.header('Accept-Encoding')));
  if (!encoding) return sent.plain;
  headers.set('Content-Encoding', encoding);
  headers.set('ETag', tagIn(headers.get('ETag')!, encoding));
  return sent.packed(encoding);
}
