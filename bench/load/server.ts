/**
 * The process under load: `cities serve` with a filled store, or the bare HTTP framework with constants of given sizes. Says
 * where it is and, asked, what it has used.
 */
import { serve as listen } from '@hono/node-server';
import { Hono } from 'hono';
import { createWorkspace, serve } from '@thousand-cities/server';
import { services } from '../../packages/cli/src/commands/serve.ts';
import { builtPage } from '../../packages/server/src/fixture.case.ts';
import { fill, type Aim } from './data.ts';

/** What the bench is told: once at the start, and after `usage`. */
export type Said =
  | { readonly kind: 'ready'; readonly url: string; readonly aim?: Aim }
  | { readonly kind: 'usage'; readonly cpuMs: number; readonly rssMb: number };

const [kind = '', place = '', connections = ''] = process.argv.slice(2);
const say = (message: Said): void => void process.send!(message);

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  say({ kind: 'usage', cpuMs: (user + system) / 1000, rssMb: process.memoryUsage().rss / 2 ** 20 });
});
process.on('disconnect', () => process.exit());

if (kind === 'bare') bare();
else await workspace();

function bare(): void {
  const app = new Hono();
  app.get('/:bytes', (c) => c.body('x'.repeat(Number(c.req.param('bytes')))));
  app.put('/:bytes', async (c) => {
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
