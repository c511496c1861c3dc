/** What everyone may know of a city's publications: which cities have some, and which were taken back. */
import { sql } from 'kysely';
import type { StoredCity } from '../cities/cities.ts';
import type { Transaction } from '../database/database.ts';
import { isId } from '../ids.ts';
import type { DocumentKind } from '../tables.ts';

/** A city that shows something, with the newest of it. */
export interface PublishedCity extends StoredCity {
  /** Title of the newest publication. */
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly publishedAt: string;
}

/** A publication that its city has taken back. What was in it is not told. */
export interface Withdrawal {
  readonly kind: DocumentKind;
  /** ISO 8601, UTC. */
  readonly publishedAt: string;
  readonly withdrawnAt: string;
}

/**
 * Cities that have published and not withdrawn, by name.
 *
 * @param after the city after which the list begins; the whole list when absent
 * @param name part of a city's name, in capitals or not
 */
export async function listPublishedCities(
  tx: Transaction,
  { limit, after, name = '' }: { readonly limit: number; readonly after?: string; readonly name?: string },
): Promise<PublishedCity[]> {
  const pattern = `%${name.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const later =
    after !== undefined && isId(after)
      ? sql`AND (c.name, c.id) > (SELECT name, id FROM cities WHERE id = ${after})`
      : sql``;
  const { rows } = await sql<PublishedCity>`
    SELECT c.id, c.place_id AS "placeId", c.name, c.country, p.title, p.published_at AS "publishedAt"
    FROM cities c
    JOIN LATERAL (
      SELECT title, published_at FROM publications
      WHERE city_id = c.id AND withdrawn_at IS NULL ORDER BY published_at DESC, id DESC LIMIT 1
    ) p ON true
    WHERE c.name ILIKE ${pattern} ${later}
    ORDER BY c.name, c.id LIMIT ${limit}`.execute(tx);
  return rows;
}

/** Publications that a city has taken back, newest withdrawal first. Everyone is told that, and nothing more. */
export async function listWithdrawals(tx: Transaction, cityId: string): Promise<Withdrawal[]> {
  const { rows } = await sql<Withdrawal>`
    SELECT kind, published_at AS "publishedAt", withdrawn_at AS "withdrawnAt"
    FROM withdrawals(${cityId}) ORDER BY withdrawn_at DESC`.execute(tx);
  return rows;
}

/** The city of a place of the gazetteer (GeoNames id), where it has been set up. */
export async function findCityOfPlace(tx: Transaction, placeId: string): Promise<StoredCity | undefined> {
  return tx
    .selectFrom('cities')
    .select(['id', 'place_id as placeId', 'name', 'country'])
    .where('place_id', '=', placeId)
    .executeTakeFirst();
}
