/** One browser for all files of a worker, and its contexts, which are emptied and used again: a page is loaded into a running process. */
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Pages of one context share a process: the next one finds the scripts compiled.
  '--process-per-site',
  // Without a graphics card drawing is work of the processor too, which other browsers want beside this one.
  '--num-raster-threads=1',
];
const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Path of a Chromium: `CHROMIUM_PATH`, else where Debian and others put it. */
export function chromiumPath(): string {
  const found = [process.env['CHROMIUM_PATH'], ...KNOWN].find((path) => path !== undefined && existsSync(path));
  if (found === undefined) throw new Error('no Chromium: install it or set CHROMIUM_PATH');
  return found;
}

let started: Promise<Browser> | undefined;

/** The browser of this worker; it ends with it. */
export const theBrowser = (): Promise<Browser> =>
  (started ??= chromium.launch({ executablePath: chromiumPath(), args: FLAGS }));

async function newContext(options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await (await theBrowser()).newContext(options);
  // A machine may have other work too: what comes late has come.
  context.setDefaultTimeout(60_000);
  return context;
}

/** A context with one server, in which nobody has been or whose traces are wiped. */
interface Room {
  readonly context: BrowserContext;
  readonly pages: Page[];
  /** Keeps the process of the context alive between two pages. */
  keeper?: Page;
}

/** Contexts at one server. A page that is open shares its context with no other. */
export class Rooms {
  readonly #url: string;
  readonly #free = new Map<string, Room[]>();
  readonly #taken = new Map<Room, string>();

  constructor(url: string) {
    this.#url = url;
  }

  /** A page in an empty context made with these options. */
  async page(options: BrowserContextOptions): Promise<Page> {
    const key = JSON.stringify(options);
    const room = this.#free.get(key)?.pop() ?? { context: await newContext(options), pages: [] };
    this.#taken.set(room, key);
    room.context.on('page', (page) => room.pages.push(page));
    return room.context.newPage();
  }

  /** Leave the context of this page as it was found. */
  async leave(page: Page): Promise<void> {
    const [room] = [...this.#taken.keys()].filter(({ pages }) => pages.includes(page));
    if (room) await this.#wipe(room);
  }

  /** Close every page and wipe what it has left: cookies, and what the device keeps. What the server lets be cached stays. */
  async clear(): Promise<void> {
    await Promise.all([...this.#taken.keys()].map((room) => this.#wipe(room)));
  }

  async #wipe(room: Room): Promise<void> {
    const key = this.#taken.get(room)!;
    this.#taken.delete(room);
    room.context.removeAllListeners('page');
    room.keeper ??= await this.#keep(room.context);
    await Promise.all(room.pages.splice(0).map((page) => page.close()));
    await Promise.all([room.context.clearCookies(), room.context.setOffline(false)]);
    await room.keeper.evaluate(() => localStorage.clear());
    this.#free.set(key, [...(this.#free.get(key) ?? []), room]);
  }

  /** On the origin, without a script. */
  async #keep(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${this.#url}/icon.svg`);
    return page;
  }

  async close(): Promise<void> {
    const rooms = [...this.#taken.keys(), ...[...this.#free.values()].flat()];
    this.#taken.clear();
    this.#free.clear();
    await Promise.all(rooms.map(({ context }) => context.close()));
  }
}
