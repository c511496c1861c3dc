/** Ask the HTTP API in the caller's name, so that the rights are the server's; a problem document becomes a refusal in words. */
import { ToolRefusal } from './tool.ts';

/** A question to the API. */
export interface Question {
  readonly method: string;
  /** Below `/api/v1`, with its ids filled in. */
  readonly path: string;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** Send a question; the parsed JSON of the answer. @throws {ToolRefusal} */
export type Ask = (question: Question) => Promise<unknown>;

/** How a request reaches the API: `fetch`, or the application itself in the same process. */
export type Send = (request: Request) => Promise<Response>;

export interface AskOptions {
  readonly send: Send;
  /** Scheme and host. */
  readonly origin: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const PATIENCE_MS = 60_000;

/** An `Ask` over requests. */
export function askOver({ send, origin, headers = {} }: AskOptions): Ask {
  return async ({ method, path, query = {}, body }) => {
    const url = new URL(`/api/v1${path}`, origin);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const request = new Request(url, {
      method,
      headers: { Accept: 'application/json', ...headers, ...(body !== undefined && { 'Content-Type': 'application/json' }) }, // prettier-ignore
      ...(body !== undefined && { body: JSON.stringify(body) }),
      // An answer from elsewhere is none, and nobody else gets the token.
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const response = await send(request).catch((error: unknown) => {
      throw unreachable(url.origin, error);
    });
    if (!response.ok) throw refusalOf(response.status, await problemIn(response));
    return response.status === 204 ? {} : await response.json();
  };
}

function unreachable(origin: string, error: unknown): ToolRefusal {
  const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined)?.code : undefined;
  return new ToolRefusal('unreachable', `${origin} does not answer${cause ? ` (${cause})` : ''}. Nothing was changed; try again when it runs.`); // prettier-ignore
}

interface ProblemLike {
  readonly code?: string;
  readonly detail?: string;
  readonly at?: readonly (string | number)[];
  readonly theirs?: { readonly version?: number };
}

async function problemIn(response: Response): Promise<ProblemLike> {
  try {
    return (await response.json()) as ProblemLike;
  } catch {
    return {};
  }
}

/** What to do about it, by status: an assistant reads this and nothing else. */
const remedies: Readonly<Record<number, string>> = {
  401: 'The token is missing, unknown, revoked or over: ask the person to make a new one.',
  403: 'The account of this token may not do that. Do not try another way; tell the person.',
  404: 'It is not there, or not shown to the account of this token. Check the ids with a list.',
  413: 'Send less.',
  429: 'Wait a minute before asking again.',
  503: 'The server cannot answer now: wait some seconds and ask again.',
};

/** The refusal that a problem document stands for. */
export function refusalOf(status: number, { code, detail, at, theirs }: ProblemLike): ToolRefusal {
  const where = at && at.length > 0 ? ` (at ${at.join('.')})` : '';
  const what = `${detail ?? `the server answered ${status}`}${where}.`;
  const theirsNow = theirs?.version;
  const remedy =
    code === 'version-conflict'
      ? `Somebody saved version ${theirsNow ?? '?'} in between. Read it, and draft again with basedOn ${theirsNow ?? 'its number'}.`
      : remedies[status];
  return new ToolRefusal(code ?? `status-${status}`, remedy === undefined ? what : `${what} ${remedy}`);
}
