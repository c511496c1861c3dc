/**
 * Benchmark: the server under load from other processes of this machine, on the embedded store and on a PostgreSQL server,
 * beside the bare HTTP framework with answers of the same size. `CITIES_LOAD_SECONDS` for each run (4),
 * `CITIES_LOAD_PROFILES=FOLDER` for CPU profiles.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { findPostgres, TestServer } from '../packages/store/test/postgres.ts';
import { UnderLoad } from './load/process.ts';
import type { Usage } from './load/server.ts';
import { workloadsOn, type Workload } from './load/workloads.ts';

export const name = 'load: HTTP, at 50 and 200 connections';

const SECONDS = Number(process.env['CITIES_LOAD_SECONDS'] ?? 4);
/** The bare framework is as fast in the second second as in the fifth. */
const CEILING_SECONDS = Math.min(2, SECONDS);
const CONNECTIONS = [50, 200];

interface Ran {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
  readonly cpuMs: number;
  readonly rssMb: number;
  readonly lateMs: Usage['lateMs'];
}

async function run(
  server: UnderLoad,
  { request, prepare, setupClient }: Workload,
  connections: number,
  duration = SECONDS,
): Promise<Ran> {
  // prettier-ignore
  await prepare?.(server.url);
  // Left in `path`, it would not be taken.
  const { path, ...rest } = request;
  const before = await server.usage();
  const result = await autocannon({
    url: server.url + path,
    connections,
    duration,
    timeout: 30,
    ...rest,
    ...(setupClient && { setupClient }),
  });
  const after = await server.usage();
  return {
    perSecond: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.errors + result.non2xx,
    cpuMs: (after.cpuMs - before.cpuMs) / Math.max(1, result.requests.total),
    rssMb: after.rssMb,
    lateMs: after.lateMs,
  };
}

/** The same size from the bare framework: the most that could be. */
async function ceilingOf(bare: UnderLoad, server: UnderLoad, workload: Workload, connections: number): Promise<Ran> {
  const { method = 'GET', path, headers } = workload.request;
  const size =
    method === 'GET'
      ? (await (await fetch(server.url + path!, { ...(headers && { headers }) })).arrayBuffer()).byteLength
      : 200;
  const body = 'x'.repeat(workload.sends);
  const request = { method, path: `/${size}`, ...(workload.sends > 0 && { body }) };
  return run(bare, { name: 'bare', request, sends: workload.sends }, connections, CEILING_SECONDS);
}

/** Every workload on one store. */
async function onStore(store: string, server: UnderLoad, bare: UnderLoad) {
  const figures = [];
  for (const workload of workloadsOn(server.aim)) {
    for (const connections of workload.connections ?? CONNECTIONS) {
      // Compiled, cached and connected.
      await run(server, workload, connections, 1);
      const ceiling = await ceilingOf(bare, server, workload, connections);
      const own = await run(server, workload, connections);
      const figure = figureOf(`${store}, ${workload.name}, ${connections} connections`, own, ceiling);
      // It takes minutes: who waits sees that it goes on.
      process.stderr.write(`  ${figure.name}: ${figure.value} ${figure.unit}\n`);
      figures.push(figure);
    }
  }
  return figures;
}

const figureOf = (what: string, own: Ran, ceiling: Ran) => ({
  name: what,
  value: Math.round(own.perSecond),
  unit: `requests/s; p50 ${Math.round(own.p50)} ms, p99 ${Math.round(own.p99)} ms; ${own.failed} failed; ${own.cpuMs.toFixed(2)} ms CPU each; ${Math.round(own.rssMb)} MB; loop late ${own.lateMs.p99.toFixed(0)} ms (p99), ${own.lateMs.most.toFixed(0)} ms at most; bare ${Math.round(ceiling.perSecond)}/s, ${ceiling.cpuMs.toFixed(2)} ms CPU: ${((100 * own.perSecond) / ceiling.perSecond).toFixed(1)} %`,
});

export async function measure() {
  const most = String(Math.max(...CONNECTIONS));
  const bare = await UnderLoad.start('bare');
  const folder = mkdtempSync(join(tmpdir(), 'cities-load-'));
  try {
    const embedded = await UnderLoad.start('embedded', join(folder, 'data'), most);
    const figures = await onStore('embedded', embedded, bare);
    await embedded.stop();
    return [...figures, ...(await onServer(bare, most))];
  } finally {
    await bare.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onServer(bare: UnderLoad, most: string) {
  const bin = findPostgres();
  if (!bin) return [];
  const postgres = await TestServer.start(bin);
  try {
    const server = await UnderLoad.start('server', await postgres.createDatabase(), most);
    const figures = await onStore('PostgreSQL', server, bare);
    await server.stop();
    return figures;
  } finally {
    await postgres.stop();
  }
}
