/**
 * Benchmark: the page of a city for its people, in Chromium on a slow line and a slow processor, and under load. The server is a
 * process of its own with the demo's cities (`CITIES_SITE=http://…` for one that runs already); the reader comes for the first
 * time, with an empty cache.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import autocannon from 'autocannon';
import { chromium, type Page } from 'playwright-core';
import { chromiumPath } from '../packages/web/test/rooms.ts';

export const name = 'public page';
export const aim = 'largest paint ≤ 1 500 ms, script ≤ 30 kB';

/** 400 kbit/s, 150 ms there and back; a processor a quarter as fast. */
const LINE = { offline: false, latency: 150, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const SLOWER = 4;
const PHONE = { viewport: { width: 375, height: 667 }, deviceScaleFactor: 2, locale: 'id-ID' };
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']; // prettier-ignore
const TIMES = 5;
const SECONDS = 5;
const CONNECTIONS = 50;

const main = fileURLToPath(new URL('../scripts/start.mjs', import.meta.url));

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly aim?: string;
}

export async function measure(): Promise<readonly Figure[]> {
  const running = process.env['CITIES_SITE'];
  if (running !== undefined) return measureAt(running);
  const port = String(21_000 + (process.pid % 20_000));
  const child = spawn(process.execPath, [main], { env: { ...process.env, PORT: port }, stdio: 'ignore' });
  try {
    return await measureAt(`http://127.0.0.1:${port}`);
  } finally {
    await stopped(child);
  }
}

async function measureAt(site: string): Promise<readonly Figure[]> {
  const address = site + (await pathOfSemarang(site));
  const first = {
    name: `${name}: first answer of a version (evaluated once)`,
    value: await timeOf(address),
    unit: 'ms',
  };
  return [...(await sizes(address, site)), first, ...(await paints(address)), ...(await load(address))];
}

async function stopped(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** Wait until the store is open, and find the city. */
async function pathOfSemarang(site: string): Promise<string> {
  for (let i = 0; i < 600; i++) {
    const text = await fetch(`${site}/published`).then((answer) => answer.text(), () => ''); // prettier-ignore
    const path = /href="(\/published\/[\w-]+)">Semarang/.exec(text)?.[1];
    if (path !== undefined) return path;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the demo did not open within a minute');
}

async function timeOf(address: string): Promise<number> {
  const began = performance.now();
  await (await fetch(address)).text();
  return Math.round(performance.now() - began);
}

async function sizes(address: string, site: string): Promise<readonly Figure[]> {
  const html = await (await fetch(address)).text();
  const style = await (await fetch(site + /href="(\/published\/style[^"]+)"/.exec(html)![1]!)).text();
  const scripts = html.match(/<script(?! type="application\/ld\+json")/g)?.length ?? 0;
  const kilobytes = (text: string) => Math.round(gzipSync(text, { level: 9 }).length / 100) / 10;
  return [
    { name: `${name}: scripts asked for`, value: scripts, unit: 'files', aim: '≤ 30 kB gzip' },
    { name: `${name}: page`, value: kilobytes(html), unit: 'kB gzip' },
    { name: `${name}: style`, value: kilobytes(style), unit: 'kB gzip' },
  ];
}

/** Largest paint of a first visit, the median of some. */
async function paints(address: string): Promise<readonly Figure[]> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
  try {
    const seen: { largest: number; done: number }[] = [];
    for (let i = 0; i < TIMES; i++) {
      const context = await browser.newContext(PHONE);
      seen.push(await visit(await context.newPage(), address));
      await context.close();
    }
    const median = (pick: (one: (typeof seen)[number]) => number) =>
      Math.round(seen.map(pick).sort((a, b) => a - b)[Math.floor(TIMES / 2)]!);
    const unit = `ms (median of ${TIMES})`;
    return [
      {
        name: `${name}: largest paint at 400 kbit/s, 150 ms, 4 × slower`,
        value: median(({ largest }) => largest),
        unit,
        aim: '≤ 1 500 ms',
      },
      { name: `${name}: loaded`, value: median(({ done }) => done), unit },
    ];
  } finally {
    await browser.close();
  }
}

async function visit(page: Page, address: string): Promise<{ largest: number; done: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(address, { waitUntil: 'load' });
  return page.evaluate(
    () =>
      new Promise<{ largest: number; done: number }>((resolve) => {
        const done = (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).loadEventEnd;
        new PerformanceObserver((list) => resolve({ largest: list.getEntries().at(-1)!.startTime, done })).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
}

/** Requests a second of one process: the page anew, and who asks whether it has changed. */
async function load(address: string): Promise<readonly Figure[]> {
  const encoded = { 'accept-encoding': 'br, gzip' };
  const etag = (await fetch(address, { headers: encoded })).headers.get('etag') ?? '';
  const run = (headers: Record<string, string>) =>
    autocannon({ url: address, connections: CONNECTIONS, duration: SECONDS, timeout: 30, headers: { ...encoded, ...headers } }); // prettier-ignore
  // The densest form of the page is made in the first seconds, and the code gets warm.
  await run({});
  const whole = await run({});
  const asked = await run({ 'if-none-match': etag });
  const perSecond = (result: typeof whole) => Math.round(result.requests.total / result.duration);
  return [
    { name: `${name}: at ${CONNECTIONS} connections`, value: perSecond(whole), unit: 'requests/s' },
    { name: `${name}: p99 at ${CONNECTIONS} connections`, value: whole.latency.p99, unit: 'ms' },
    { name: `${name}: unchanged (304) at ${CONNECTIONS} connections`, value: perSecond(asked), unit: 'requests/s' },
    { name: `${name}: failed`, value: whole.errors + asked.errors, unit: 'requests' },
  ];
}
