/** Pages that live as long as a test, or as the tests of a part of a file. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import type { Stage } from './browser.ts';

/** What the context of a page is made with, and what is done to the page before it goes anywhere. */
export interface Visit {
  readonly options?: BrowserContextOptions;
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** A page for one test; it is left when the test ends. */
export async function visit(stage: Stage, path: string, { options, prepare }: Visit = {}): Promise<Page> {
  const page = await stage.open(path, options, prepare);
  onTestFinished(() => stage.leave(page));
  return page;
}

/**
 * One page for the tests of a part, loaded once. Each finds it as the one before has left it, so what opens something closes it.
 *
 * @param ready waits until the page has what its tests look at
 * @returns the page, in a test
 */
export function sharedPage(
  stage: () => Stage,
  path: string,
  ready: (page: Page) => Promise<unknown>,
  { options, prepare }: Visit = {},
): () => Page {
  // prettier-ignore
  let page: Page;
  beforeAll(async () => {
    page = await stage().open(path, options, prepare);
    await ready(page);
  }, 120_000);
  afterAll(() => stage().leave(page));
  return () => page;
}
