/** `node scripts/screenshots.mjs [NAME …]`: take the README's pictures from the running app, all or those named. Needs a Chromium (CHROMIUM_PATH). */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, ensureLibraries, ensurePage, root } from './setup.mjs';

ensureInstalled();
ensureLibraries({ quiet: false });
ensurePage({ quiet: false });
process.env.NODE_ENV ??= 'production';

const { chromium } = await import('playwright-core');
const { services } = await import(pathToFileURL(join(root, 'packages/cli/dist/commands/serve.js')).href);
const { serve } = await import(pathToFileURL(join(root, 'packages/server/dist/index.js')).href);
const { workspaceOf } = await import(pathToFileURL(join(root, 'packages/cli/dist/workspace.js')).href);

const known = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = known.find((path) => path && existsSync(path));
if (!executablePath) throw new Error('no Chromium: install it or set CHROMIUM_PATH');

const images = join(root, 'docs/images');
mkdirSync(images, { recursive: true });
const webRoot = join(root, 'packages/web/dist/app');
const silent = { stdout: () => undefined, stderr: () => undefined };
const workspace = workspaceOf({ demo: true, store: true }, silent, () => '');
const server = await serve({
  services: services(),
  webRoot,
  port: 0,
  host: '127.0.0.1',
  handleSignals: false,
  workspace,
});
await workspace.workspace.open();
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});

const BANDUNG = '1650357';
/** Until the plan is made and its uncertainty drawn. */
const settled = async (page) => {
  await page.locator('.finding strong').waitFor();
  await page.locator('.fan').waitFor({ timeout: 60_000, state: 'attached' });
};
const world = async (page) => {
  await page.locator('.plume-plans').waitFor({ state: 'attached', timeout: 60_000 });
  await page.locator('.land[d^="M"]').waitFor({ state: 'attached' });
};

const table = async (page) => {
  await page.locator('.big-row, .region-page').first().waitFor();
  await page.locator('.land[d^="M"]').waitFor({ state: 'attached' });
};

const ask = async (path) => (await fetch(`http://127.0.0.1:${server.port}/api/v1${path}`)).json();
const city = (await ask('/me')).cities.find(({ name }) => name === 'Semarang').id;
const inventory = (await ask(`/cities/${city}/inventories`)).items.at(-1).id;
const grid = async (page) => page.locator('[data-row="3"]').first().waitFor();
const heading = async (page) => page.getByRole('heading', { level: 1 }).waitFor();

const wanted = process.argv.slice(2);
const shots = [
  { name: 'city', path: `/city/${BANDUNG}`, ready: settled, height: 1160 },
  { name: 'city-dark', path: `/city/${BANDUNG}`, ready: settled, height: 960, colorScheme: 'dark' },
  { name: 'city-phone', path: `/city/${BANDUNG}`, ready: settled, width: 375, height: 812, locale: 'id-ID' },
  { name: 'network', path: '/network', ready: table, height: 1280 },
  { name: 'region', path: '/network/region/south-east-asia', ready: table, height: 1280 },
  { name: 'grid', path: `/workspace/${city}/inventories/${inventory}`, ready: grid, height: 900 },
  { name: 'published-phone', path: `/published/${city}`, ready: heading, width: 375, height: 812, locale: 'id-ID' },
  { name: 'home', path: '/', ready: world, height: 960 },
];

try {
  for (const { name, path, ready, width = 1280, height, colorScheme = 'light', locale = 'en-GB' } of shots) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale });
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${server.port}${path}`);
    await ready(page);
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(images, `${name}.png`) });
    process.stdout.write(`docs/images/${name}.png\n`);
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}
