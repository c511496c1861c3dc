/** The open data of a city: its published plan as it was written, its inventories as tables and as JSON. */
import type { Context } from 'hono';
import { canonicalJson } from '@thousand-cities/model';
import type { Database } from '@thousand-cities/store';
import { Refused } from '../refused.ts';
import { SHARED_CACHE } from './answer.ts';
import { countedIn } from './explained.ts';
import { readDocuments, readState, readText } from './read.ts';

const missing = () => new Refused(404, 'not-found', 'nothing of that kind is published here');

/** Answer with a file. @throws {Refused} 404 */
export async function openData(
  c: Context,
  db: Database,
  cityId: string,
  kind: 'plan' | 'inventory',
  file = '',
): Promise<Response> {
  const state = await readState(db, cityId);
  if (!state) throw missing();
  const publicationId = c.req.query('publication');
  if (kind === 'plan') {
    const plans = state.publications.filter((each) => each.kind === 'plan');
    const chosen = publicationId === undefined ? plans[0] : plans.find(({ id }) => id === publicationId);
    const version = chosen && (await readText(db, chosen));
    if (!version) throw missing();
    return send(
      c,
      version.sha256,
      version.text,
      'application/json; charset=utf-8',
      `${slug(state.city.name)}.plan.json`,
    );
  }
  const [, year, form] = /^(\d{4})\.(csv|json)$/.exec(file) ?? [];
  const inventory = year === undefined ? undefined : countedIn(await readDocuments(db, state, publicationId), Number(year)); // prettier-ignore
  if (!inventory) throw missing();
  const { inventoryCsv, sha256 } = await import('@thousand-cities/store');
  const text = form === 'csv' ? inventoryCsv(inventory) : canonicalJson(inventory);
  const type = form === 'csv' ? 'text/csv' : 'application/json';
  return send(c, sha256(text), text, `${type}; charset=utf-8`, `${slug(state.city.name)}-${file}`);
}

/** Letters and digits of a name, for the name of a file. */
const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[^\w]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .toLowerCase() || 'city';

function send(c: Context, hash: string, text: string, type: string, name: string): Response {
  const etag = `"${hash.slice(0, 22)}"`;
  c.header('ETag', etag);
  c.header('Cache-Control', SHARED_CACHE);
  if (c.req.header('If-None-Match')?.includes(etag)) return c.body(null, 304);
  c.header('Content-Type', type);
  c.header('Content-Disposition', `attachment; filename="${name}"`);
  return c.body(text);
}
