/** A browser and a server for journeys, on a free port. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { serve, type ServeOptions } from '@thousand-cities/server';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { services } from '../../cli/src/commands/serve.ts';
import { workspaceOf } from '../../cli/src/workspace.ts';
import { Rooms } from './rooms.ts';

const webRoot = process.env['CITIES_PAGE'] ?? join(dirname(fileURLToPath(import.meta.url)), '../dist/app');

export interface Stage {
  readonly url: string;
  /** A fresh page in an empty context, prepared before it goes anywhere. Faults in the page fail the test that made it, by `faults`. */
  open(path: string, options?: BrowserContextOptions, prepare?: (page: Page) => Promise<unknown>): Promise<Page>;
  /** Console errors and uncaught faults of every page since the last call. */
  faults(): readonly string[];
  /** Close a page, and wipe its traces. */
  leave(page: Page): Promise<void>;
  /** The same for every page that is open. */
  clear(): Promise<void>;
  /** Close every page with its context; the server stays. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

/** A stage whose server has the demo's workspace, in memory: the example cities, and everybody may do everything. */
export async function openWorkspaceStage(): Promise<Stage> {
  const silent = { stdout: () => undefined, stderr: () => undefined };
  const workspace = workspaceOf({ demo: true, store: true }, silent, () => '');
  return openStage({ ...(workspace && { workspace }) });
}

let plain: Promise<Stage> | undefined;

/** The stage of this worker whose server has no workspace, and so keeps nothing of one file for the next. */
export const openPlainStage = (): Promise<Stage> => (plain ??= plainStage());

async function plainStage(): Promise<Stage> {
  const stage = await openStage();
  return {
    ...stage,
    async close() {
      await stage.empty();
      stage.faults();
    },
  };
}

/** A stage of its own. `name` is what pages call its server: passkeys want `localhost`. */
export async function openStage({
  name = '127.0.0.1',
  ...options
}: Pick<ServeOptions, 'workspace'> & { readonly name?: string } = {}): Promise<Stage> {
  if (!existsSync(join(webRoot, 'index.html'))) throw new Error('the page is not built: run `npm run build`');
  const server = await serve({
    services: services(),
    webRoot,
    port: 0,
    host: '127.0.0.1',
    handleSignals: false,
    ...options,
  });
  const url = `http://${name}:${server.port}`;
  const rooms = new Rooms(url);
  let faults: string[] = [];
  return {
    url,
    async open(path, options = {}, prepare = () => Promise.resolve()) {
      const page = await rooms.page({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', ...options });
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      await prepare(page);
      await page.goto(url + path);
      return page;
    },
    leave: (page) => rooms.leave(page),
    clear: () => rooms.clear(),
    empty: () => rooms.close(),
    faults() {
      const seen = faults;
      faults = [];
      return seen;
    },
    async close() {
      await rooms.close();
      await server.close();
    },
  };
}

const REPEATED =
  '.action:nth-child(n + 4), .parts circle:nth-child(n + 6), .claim-largest tr:nth-child(n + 6), .big-body .big-row:nth-child(n + 4), .delivery-row:nth-child(n + 4), .ig-row:nth-child(n + 12), tbody tr:nth-child(n + 12)';

/**
 * What axe finds on a page, each as one readable line. Of rows that one component draws (actions, the thousand cities) the
 * first few are looked at: a thousand more take a minute and say the same.
 *
 * @param parts selectors of the parts to look at; the whole page when none is given
 */
export async function axeViolations(page: Page, ...parts: readonly string[]): Promise<readonly string[]> {
  return violationsOf(axeOn(page, parts));
}

type RunOptions = Parameters<AxeBuilder['options']>[0];

const CONTRAST: RunOptions = { runOnly: ['color-contrast'] };
const NO_CONTRAST: RunOptions = { rules: { 'color-contrast': { enabled: false } } };

/**
 * The same in light, and then in dark for contrast: no other rule of axe depends on colours. For a screen that is looked at wide and
 * narrow: its colours are those of the wide one, and the dearest of the rules is left out on the narrow.
 */
export async function axeInBothThemes(page: Page, ...parts: readonly string[]): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  if (page.viewportSize()!.width < 600) return violationsOf(axeOn(page, parts, NO_CONTRAST));
  const inLight = await violationsOf(axeOn(page, parts));
  await page.emulateMedia({ colorScheme: 'dark' });
  // Colours that glide from one to the other have arrived.
  await page.waitForTimeout(300);
  const inDark = await violationsOf(axeOn(page, parts, CONTRAST));
  await page.emulateMedia({ colorScheme: 'light' });
  return [...inLight, ...inDark.map((violation) => `in dark: ${violation}`)];
}

/** Pages have no frames that axe would have to look into, so it needs no page of its own to put results together. */
function axeOn(page: Page, parts: readonly string[], rules: RunOptions = {}): AxeBuilder {
  return parts
    .reduce((builder, part) => builder.include(part), new AxeBuilder({ page }))
    .exclude(REPEATED)
    .options({ ...rules, resultTypes: ['violations'] })
    .setLegacyMode();
}

async function violationsOf(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/**
 * English that is left on a page in another language: every text that is shown or spoken and holds a word that only English has. What is
 * marked as English, cited as published or typed by a person is not looked at.
 */
export function englishLeft(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const aside = '[lang="en"], .source, script, style, code, input, textarea, option';
    const isSaid = (element: Element | null) => element !== null && element.closest(aside) === null;
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (isSaid(node.parentElement)) texts.push(node.textContent ?? '');
    }
    const spoken = ['aria-label', 'title', 'placeholder', 'alt'];
    for (const element of document.querySelectorAll(spoken.map((name) => `[${name}]`).join())) {
      if (isSaid(element)) texts.push(...spoken.map((name) => element.getAttribute(name) ?? ''));
    }
    return texts.filter((text) => /\b(the|and|of|with|your|from|is|are|was|to|this|that|not|or|has|its)\b/i.test(text));
  });
}

/** Wait until the city screen shows a first plan and has put its address in step. */
export async function planReady(page: Page): Promise<void> {
  await page.locator('.finding strong').waitFor();
}

/** The figure of a path as shown. */
export const figure = (page: Page, path: string) => page.locator(`[data-path="${path}"]`).first();
