/** One POST to an address that is permitted: connected to exactly that address, no redirect followed, little of the answer read. */
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { hostOf, NotPermitted, permittedAddress, type Permit } from './permit.ts';
import { signatureOf } from './signature.ts';

export interface Message {
  readonly url: string;
  readonly id: string;
  readonly body: string;
  /** The newest first. */
  readonly secrets: readonly string[];
}

/** What came of it. Of the answer nothing but its status is kept: whoever chose the address must not read by it. */
export interface Sent {
  readonly status?: number;
  /** In words of ours, never of the receiver. */
  readonly problem?: string;
}

export interface SendOptions {
  readonly permit: Permit;
  /** For everything together, ms. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

const TIMEOUT_MS = 10_000;
/** Bytes of the answer that are let in before the line is cut. */
const MOST_ANSWER = 16 * 1024;

/** Send. Never throws: that it did not work is its result. */
export async function send(message: Message, { permit, timeoutMs = TIMEOUT_MS, signal }: SendOptions): Promise<Sent> {
  const patience = AbortSignal.timeout(timeoutMs);
  const until = signal ? AbortSignal.any([patience, signal]) : patience;
  try {
    const url = new URL(message.url);
    const address = await orAbort(permittedAddress(url, permit), until);
    const status = await post(url, address, message, { signal: until, ...(permit.ca && { ca: permit.ca }) });
    return status >= 200 && status < 300 ? { status } : { status, problem: problemOf(status) };
  } catch (error) {
    if (patience.aborted) return { problem: `no answer within ${timeoutMs / 1000} seconds` };
    return { problem: error instanceof NotPermitted ? error.message : reasonOf(error) };
  }
}

const problemOf = (status: number): string =>
  status >= 300 && status < 400 ? `answered ${status}: redirects are not followed` : `answered ${status}`;

/** A few reasons in words; what else the system says could tell of the network inside. */
function reasonOf(error: unknown): string {
  const code = String((error as NodeJS.ErrnoException).code ?? '');
  if (/CERT|SSL|TLS|SELF_SIGNED|ALTNAME/.test(code)) return 'its certificate is not good';
  return 'could not be reached';
}

function orAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      if (signal.aborted) reject(signal.reason as Error);
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    }),
  ]);
}

function post(
  url: URL,
  address: string,
  { id, body, secrets }: Message,
  how: { readonly signal: AbortSignal; readonly ca?: string | Buffer },
): Promise<number> {
  const timestamp = Math.floor(Date.now() / 1000);
  const host = hostOf(url);
  const options: RequestOptions & { servername?: string; ca?: string | Buffer } = {
    ...how,
    method: 'POST',
    // The address that was checked: the name is not looked up a second time. The certificate must be the name's.
    host: address,
    ...(!isIP(host) && { servername: host }),
    port: url.port === '' ? undefined : Number(url.port),
    path: url.pathname + url.search,
    // A connection of its own: none is left open to an address that may be another's tomorrow.
    agent: false,
    headers: {
      Host: url.host,
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      'User-Agent': 'ThousandCities-Webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatureOf(secrets, { id, timestamp, body }),
    },
  };
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(options, (response) => {
      drain(response).then(() => resolve(response.statusCode!), reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Let the answer in and throw it away; one that does not end is cut. */
function drain(response: IncomingMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    let length = 0;
    response.on('data', (part: Buffer) => {
      length += part.length;
      if (length <= MOST_ANSWER) return;
      response.destroy();
      resolve();
    });
    response.on('end', resolve);
    response.on('error', reject);
  });
}
