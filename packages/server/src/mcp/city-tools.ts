/** Tools over the reference set: find a place, and its first inventory from public figures. */
import { z } from '@hono/zod-openapi';
import { isMissing, type InventoryRow } from '@thousand-cities/model';
import type { CityServices } from '../services.ts';
import { Country } from '../workspace/schemas.ts';
import { tool, ToolRefusal, type Tool } from './tool.ts';

const Place = z.looseObject({ id: z.string(), name: z.string(), iso3: z.string(), country: z.string() });

const Row = z.object({
  ref: z.string(),
  /** Central estimate, t CO2e; null where there is a notation key instead. */
  co2eTonnes: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  notationKey: z.string().nullable(),
  sources: z.array(z.string()),
});

/** The tools over the services of places. */
export function cityTools(services: Pick<CityServices, 'search' | 'makePlan' | 'city'>): Tool[] {
  return [
    tool({
      name: 'search_city',
      title: 'Find a city',
      description:
        'Cities of more than 15,000 inhabitants by name, best match first, tolerant of typing errors. The id is its GeoNames id, for starter_inventory; it is not the id of a city in the workspace.',
      input: z.strictObject({
        query: z.string().trim().min(1).max(200),
        country: Country.optional(),
        limit: z.int().min(1).max(20).default(5),
      }),
      output: z.object({ cities: z.array(Place) }),
      run: async ({ query, country, limit }) => ({
        cities: services.search(query, { limit, ...(country !== undefined && { country }) }).map((hit) => ({ ...hit })),
      }),
    }),
    tool({
      name: 'starter_inventory',
      title: 'A first inventory',
      description:
        'The emissions of a city estimated from public figures only, by GPC reference with a 90 % interval, or a notation key (NO, NE, IE, C) that says why there is no figure. All are defaults to be replaced by the city’s own figures: say so when you quote one.',
      input: z.strictObject({ placeId: z.string().regex(/^\d{1,12}$/, 'a GeoNames id, from search_city') }),
      output: z.object({
        city: z.string(),
        country: z.string(),
        year: z.int(),
        population: z.number().nullable(),
        gwpSet: z.string(),
        rows: z.array(Row),
      }),
      run: async ({ placeId }) => starterOf(services, placeId),
    }),
  ];
}

function starterOf(services: Pick<CityServices, 'makePlan' | 'city'>, placeId: string) {
  if (!services.city(placeId)) throw new ToolRefusal('unknown-city', `No city has the id ${placeId}: find it with search_city.`); // prettier-ignore
  const { city, inventories } = services.makePlan(placeId);
  const { year, population, gwpSet, rows } = inventories[0]!;
  return {
    city: city.name,
    country: city.country,
    year,
    population: population ?? null,
    gwpSet,
    rows: rows.map(rowOf),
  };
}

function rowOf({ ref, co2eTonnes, interval, sources }: InventoryRow): z.input<typeof Row> {
  const missing = isMissing(co2eTonnes);
  return {
    ref,
    co2eTonnes: missing ? null : co2eTonnes,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    notationKey: missing ? co2eTonnes.keys.join('; ') : null,
    sources: [...sources],
  };
}
