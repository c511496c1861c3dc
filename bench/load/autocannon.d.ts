/** Of autocannon 9, which has no types, what the load bench uses. */
declare module 'autocannon' {
  import type { EventEmitter } from 'node:events';

  interface Request {
    readonly method?: string;
    readonly path?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string | Buffer;
  }

  /** One connection; emits `response` (status, bytes, ms) before it sends its next request. */
  interface Client extends EventEmitter {
    setRequests(requests: readonly Request[]): void;
    setBody(body: string | Buffer): void;
  }

  interface Options extends Omit<Request, 'path'> {
    readonly url: string;
    readonly connections: number;
    /** Seconds. */
    readonly duration: number;
    readonly setupClient?: (client: Client) => void;
    /** Seconds. */
    readonly timeout?: number;
  }

  interface Result {
    /** ms */
    readonly latency: { readonly p50: number; readonly p99: number; readonly max: number };
    readonly requests: { readonly average: number; readonly total: number };
    /** Connection errors, time-outs among them. */
    readonly errors: number;
    readonly timeouts: number;
    readonly non2xx: number;
    readonly duration: number;
  }

  export default function autocannon(options: Options): Promise<Result>;
}
