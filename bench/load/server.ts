/**
 * The process under load: `cities serve` with a filled store, or the bare HTTP framework with constants of given sizes. Says
 * where it is and, asked, what it has used.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { serve as listen } from '@hono/node-server';
import { Hono } from 'hono';
import { createWorkspace, serve } from '@thousand-cities/server';
import { services } from '../../packages/cli/src/commands/serve.ts';
import { builtPage } from '../../packages/server/src/fixture.case.ts';
import { fill, type Aim } from './data.ts';

/** What the bench is told: once at the start, and after `usage`. */
export type Said =
  { readonly kind: 'ready'; readonly url: string; readonly aim?: Aim } | (Usage & { readonly kind: 'usage' });

export interface Usage {
  readonly cpuMs: number;
  readonly rssMb: number;
  /** How late the event loop was since it was asked last: 99 of 100 times, and at most. */
  readonly lateMs: { readonly p99: number; readonly most: number };
}

const [kind = '', place = '', connections = ''] = process.argv.slice(2);
const say = (message: Said): void => void process.send!(message);

/** How often the loop is looked at, ms: a look that comes in time is this long after the one before. */
const LOOK_MS = 5;
const loop = monitorEventLoopDelay({ resolution: LOOK_MS });
loop.enable();

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - LOOK_MS);
  const lateMs = { p99: late(loop.percentile(99)), most: late(loop.max) };
  loop.reset();
  say({ kind: 'usage', cpuMs: (user + system) / 1000, rssMb: process.memoryUsage().rss / 2 ** 20, lateMs });
});
process.on('disconnect', () => process.exit());

if (kind === 'bare') bare();
else await workspace();

function bare(): void {
  const app = new Hono();
  app.get('/:bytes', (c) => c.body('x'.repeat(Number(c.req.param('bytes')))));
  app.on(['PUT', 'POST'], '/:bytes', async (c) => {
    await c.req.arrayBuffer();
    return c.body('x'.repeat(Number(c.req.param('bytes'))));
  });
  const server = listen({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
    say({ kind: 'ready', url: `http://127.0.0.1:${port}` }),
  );
  server.on('error', (error) => {
    throw error;
  });
}

async function workspace(): Promise<void> {
  const location = kind === 'server' ? { databaseUrl: place } : { directory: place };
  const handle = createWorkspace({ location });
  const limits = { requests: 1e9, writes: 1e9, signIns: 1e9 };
  const server = await serve({
    services: services(),
    webRoot: builtPage().webRoot,
    workspace: { workspace: handle, limits },
    port: 0,
    host: '127.0.0.1',
  });
  const { db } = await handle.open();
  const aim = await fill(db, Number(connections));
  say({ kind: 'ready', url: `http://127.0.0.1:${server.port}`, aim });
}
