/** Cities of the workspace: founding, naming, and everything a city owns as files. */
import { z } from '@hono/zod-openapi';
import {
  citiesOf,
  cityFiles,
  findCity,
  foundCity,
  lockPerson,
  renameCity,
  type Transaction,
} from '@thousand-cities/store';
import { operation, type AnyOperation } from '../operation.ts';
import { pageOf } from '../page-of.ts';
import { mayFound } from '../ways-in.ts';
import { Refused } from '../../refused.ts';
import { found, requireRight } from '../rights-check.ts';
import { City, CityParams, Name, NewCity, PageParams, pageSchema } from '../schemas.ts';
import { spool } from '../spool.ts';
import { tarGz } from '../tar.ts';

/** Of those who set up cities by themselves, each has few: nobody takes the names of all. */
const MOST_CITIES = 5;

async function requireFew(tx: Transaction, userId: string): Promise<void> {
  await lockPerson(tx, userId);
  const led = (await citiesOf(tx, userId)).filter(({ role }) => role === 'lead');
  if (led.length < MOST_CITIES) return;
  throw new Refused(403, 'too-many-cities', `one person sets up at most ${MOST_CITIES} cities: ask an administrator`);
}

export const cityOperations: readonly AnyOperation[] = [
  operation({
    id: 'listCities',
    method: 'get',
    path: '/cities',
    tag: 'cities',
    summary: 'The cities I work in',
    asks: 'person',
    query: PageParams,
    answer: pageSchema('City', City),
    run: ({ read, userId, query }) =>
      read(async (tx) => ({ body: pageOf(await citiesOf(tx, userId), query, ({ id }) => id) })),
  }),
  operation({
    id: 'addCity',
    method: 'post',
    path: '/cities',
    tag: 'cities',
    summary:
      'Set up a city with myself as its lead; for administrators, for everybody in the demo, and where registration is open',
    asks: 'person',
    body: NewCity,
    answer: City,
    created: true,
    problems: [409],
    run: ({ caller, userId, body, workspace, writeAsSystem }) => {
      if (!mayFound(caller, workspace)) {
        throw new Refused(403, 'not-allowed', 'an administrator sets up cities and invites their leads');
      }
      const { placeId, name, country } = body;
      return writeAsSystem(async (tx) => {
        if (caller.kind === 'session' && !caller.administrator) await requireFew(tx, userId);
        const city = await foundCity(tx, { name, country, ...(placeId !== undefined && { placeId }) }, userId);
        return {
          status: 201,
          body: { ...city, role: 'lead' },
          headers: { Location: `/api/v1/cities/${city.id}` },
        };
      });
    },
  }),
  operation({
    id: 'getCity',
    method: 'get',
    path: '/cities/{cityId}',
    tag: 'cities',
    summary: 'A city; that it is here is public',
    asks: 'anyone',
    params: CityParams,
    answer: City,
    run: ({ params, read }) => read(async (tx) => ({ body: found(await findCity(tx, params.cityId), 'city') })),
  }),
  operation({
    id: 'renameCity',
    method: 'patch',
    path: '/cities/{cityId}',
    tag: 'cities',
    summary: 'Rename a city',
    asks: 'person',
    params: CityParams,
    body: z.object({ name: Name }).openapi('RenameCity'),
    run: ({ params, body, write }) =>
      write(async (tx) => {
        await requireRight(tx, params.cityId, 'city.edit');
        await renameCity(tx, params.cityId, body.name);
        return { status: 204 };
      }),
  }),
  operation({
    id: 'exportCity',
    method: 'get',
    path: '/cities/{cityId}/export',
    tag: 'cities',
    summary: 'Everything of a city that I may see, in open formats, as one archive',
    asks: 'person',
    params: CityParams,
    file: 'application/gzip',
    run: ({ params, read }) =>
      read(async (tx) => {
        await requireRight(tx, params.cityId, 'members.read');
        const city = found(await findCity(tx, params.cityId), 'city');
        const bytes = await spool(tarGz(cityFiles(tx, city)));
        return { file: { bytes, type: 'application/gzip', name: `city-${city.id}.tar.gz` } };
      }),
  }),
];
