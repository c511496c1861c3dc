/** Listen on a port, and stop without cutting anyone off. */
import type { Server } from 'node:http';
import { serve as listen } from '@hono/node-server';
import { DomainError } from '@thousand-cities/model';
import { createApp, type AppOptions } from './app.ts';

export const DEFAULT_PORT = 3000;

export interface ServeOptions extends AppOptions {
  /** 0 takes any free port. Absent: `PORT` of the environment, else 3000. */
  readonly port?: number;
  /** Absent: every interface. */
  readonly host?: string;
  /** Stop on SIGINT and SIGTERM. Default true. */
  readonly handleSignals?: boolean;
  readonly patience?: Patience;
}

/** How long a client may take, ms. Whoever takes longer is cut off, so that nobody holds connections by being slow. */
export interface Patience {
  /** For the head of a request. */
  readonly headersMs: number;
  /** For a whole request, a document of eight megabytes over a slow line among them. */
  readonly requestMs: number;
  /** Without a byte either way, in the middle of a request or an answer. */
  readonly silenceMs: number;
}

export const PATIENCE: Patience = { headersMs: 20_000, requestMs: 300_000, silenceMs: 120_000 };

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Take no new connections, finish those under way (two seconds at most), then resolve. */
  close(): Promise<void>;
  /** Resolves when the server has stopped, by `close` or by a signal. */
  readonly closed: Promise<void>;
}

/**
 * The port asked for by the environment.
 *
 * @throws {DomainError} `out-of-range` when it is not a whole number from 0 to 65535
 */
export function portOf(text: string | undefined): number {
  if (text === undefined || text.trim() === '') return DEFAULT_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new DomainError('out-of-range', `PORT is a whole number from 0 to 65535; got "${text}"`, ['PORT']);
  }
  return port;
}

const GRACE_MS = 2000;

/**
 * Serve the app. Resolves once it listens.
 *
 * @throws the system's error, with `code` `EADDRINUSE` and a message that says what to do, when the port is taken
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const port = options.port ?? portOf(process.env['PORT']);
  const app = createApp(options);
  const { patience = PATIENCE } = options;
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = listen(
      {
        fetch: app.fetch,
        port,
        ...(options.host === undefined ? {} : { hostname: options.host }),
        serverOptions: timeoutsOf(patience),
      },
      () => resolve(listening as Server),
    );
    (listening as Server).setTimeout(patience.silenceMs);
    listening.on('error', (error: NodeJS.ErrnoException) => reject(explained(error, port)));
  });
  warmUp(options);
  return running(server, options.handleSignals ?? true, () => options.workspace?.workspace.close());
}

const timeoutsOf = ({ headersMs, requestMs }: Patience) => ({
  headersTimeout: headersMs,
  requestTimeout: requestMs,
  // How often Node looks who is too late.
  connectionsCheckingInterval: Math.min(5_000, headersMs),
});

/** After the first visitors have been let in, work out what the front page says. */
const WARM_UP_MS = 500;
/** And open the store. */
const OPEN_STORE_MS = 100;

function warmUp({ services, workspace, onFault = console.error }: ServeOptions): void {
  setTimeout(() => void services.network.claim().catch(onFault), WARM_UP_MS).unref();
  // What opening fails with is answered by the API, and said by whoever made the workspace.
  if (workspace) setTimeout(() => void workspace.workspace.open().catch(() => undefined), OPEN_STORE_MS).unref();
}

function explained(error: NodeJS.ErrnoException, port: number): NodeJS.ErrnoException {
  if (error.code === 'EADDRINUSE') {
    error.message = `port ${port} is taken by another program; choose another, for instance PORT=${port + 1}`;
  }
  return error;
}

function running(server: Server, handleSignals: boolean, afterwards: () => Promise<void> | undefined): RunningServer {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const closed = new Promise<void>((resolve) => server.once('close', () => resolve())).then(afterwards);
  const close = async () => {
    server.close();
    server.closeIdleConnections();
    const force = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    await closed;
    clearTimeout(force);
  };
  if (handleSignals) {
    const stop = () => void close();
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    void closed.then(() => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    });
  }
  return { url: `http://localhost:${port}`, port, close, closed };
}
