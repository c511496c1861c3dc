/** The published pages: `/published`, a city for its people, where a figure comes from, and the open data behind it. */
import { Hono, type Context as HonoContext } from 'hono';
import type { Database } from '@thousand-cities/store';
import type { Evaluator } from '../evaluation/evaluator.ts';
import { preferencesOf } from '../preferences.ts';
import type { CityServices } from '../services.ts';
import type { StaticFiles } from '../static-files.ts';
import type { WorkspaceHandle } from '../workspace/store-handle.ts';
import { openData } from './data.ts';
import { PublishedSite } from './site.ts';

export interface PublishedOptions {
  readonly services: Pick<CityServices, 'referenceSlice' | 'actionNames' | 'country'>;
  readonly files: StaticFiles;
  readonly evaluator: Evaluator;
  readonly workspace: WorkspaceHandle;
}

/** Seconds after which a reader who came while the store opened tries again. */
const AGAIN_SECONDS = 3;

/** Routes below `/published`. A city is named by its id here, or by its GeoNames id, which leads to it. */
export function createPublishedPages(options: PublishedOptions): Hono {
  const site = new PublishedSite(options);
  const pages = new Hono();
  const opened =
    (answer: (c: HonoContext, db: Database) => Promise<Response> | Response) =>
    async (c: HonoContext): Promise<Response> => {
      const open = options.workspace.current();
      if (open) return answer(c, open.db);
      c.header('Retry-After', String(AGAIN_SECONDS));
      return site.opening(c, preferencesOf(c), AGAIN_SECONDS);
    };
  const cityOf = (c: HonoContext) => c.req.param('cityId') ?? '';

  pages.get('/style.css', (c) => site.style(c));
  pages.get(
    '/',
    opened((c, db) => site.list(c, db, preferencesOf(c))),
  );
  pages.get(
    '/:cityId{[0-9]{1,10}}',
    opened((c, db) => site.place(c, db, preferencesOf(c), cityOf(c))),
  );
  pages.get(
    '/:cityId',
    opened((c, db) => site.city(c, db, preferencesOf(c), cityOf(c))),
  );
  pages.get(
    '/:cityId/figure',
    opened((c, db) => site.figure(c, db, preferencesOf(c), cityOf(c))),
  );
  pages.get(
    '/:cityId/plan.json',
    opened((c, db) => openData(c, db, cityOf(c), 'plan')),
  );
  pages.get(
    '/:cityId/inventory/:file',
    opened((c, db) => openData(c, db, cityOf(c), 'inventory', c.req.param('file'))),
  );
  pages.get('*', (c) => site.notFound(c, preferencesOf(c)));
  return pages;
}
