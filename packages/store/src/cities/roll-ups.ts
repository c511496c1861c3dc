/** Roll-ups of networks: what jobs wrote of the published plans and inventories of their cities. */
import { sql } from 'kysely';
import type { Transaction } from '../database/database.ts';
import { newId } from '../ids.ts';

/** What a network's city has published, if anything: its newest plan, else its newest inventory. */
export interface PublishedOfCity {
  readonly cityId: string;
  readonly name: string;
  readonly country: string;
  readonly kind: 'plan' | 'inventory' | null;
  readonly subjectId: string | null;
  readonly version: number | null;
}

/** A city's line of a roll-up: territorial t CO2e, null where there is no such figure. */
export interface NetworkFigure {
  readonly cityId: string;
  readonly source: 'plan' | 'inventory' | 'none';
  readonly subjectId: string | null;
  readonly version: number | null;
  /** Base year of the plan, or year of the inventory. */
  readonly year: number | null;
  readonly population: number | null;
  /** In that year. */
  readonly tonnes: number | null;
  readonly reference2030: number | null;
  readonly plan2030: number | null;
  readonly reference2050: number | null;
  readonly plan2050: number | null;
  /** Why a published version could not be taken. */
  readonly problem: string | null;
}

export interface StoredRollUp {
  readonly id: string;
  readonly createdAt: string;
  /** JSON. */
  readonly text: string;
}

/** Cities of a network and what each has published and not withdrawn. */
export async function publishedInNetwork(tx: Transaction, networkId: string): Promise<PublishedOfCity[]> {
  const { rows } = await sql<PublishedOfCity>`
    SELECT c.id AS "cityId", c.name, c.country, p.kind, p.subject_id AS "subjectId", p.version
    FROM network_cities n JOIN cities c ON c.id = n.city_id
    LEFT JOIN LATERAL (
      SELECT kind, subject_id, version FROM publications
      WHERE city_id = c.id AND withdrawn_at IS NULL
      ORDER BY kind = 'plan' DESC, published_at DESC, id DESC LIMIT 1) AS p ON true
    WHERE n.network_id = ${networkId} AND n.ended_at IS NULL AND n.accepted_at IS NOT NULL
    ORDER BY c.name, c.id`.execute(tx);
  return rows;
}

/** Lines put in at once. */
const PORTION = 500;

/** Keep a roll-up, and its cities in place of those of the one before. Only the program itself may. */
export async function keepRollUp(
  tx: Transaction,
  rollUp: {
    readonly networkId: string;
    readonly createdBy: string | null;
    readonly text: string;
    readonly figures: readonly NetworkFigure[];
  },
): Promise<string> {
  const { networkId, createdBy, text, figures } = rollUp;
  const id = newId();
  await tx
    .insertInto('network_roll_ups')
    .values({ network_id: networkId, id, created_by: createdBy, document: text })
    .execute();
  await tx.deleteFrom('network_figures').where('network_id', '=', networkId).execute();
  for (let at = 0; at < figures.length; at += PORTION) {
    const rows = figures.slice(at, at + PORTION).map((figure) => rowOf(networkId, id, figure));
    await tx.insertInto('network_figures').values(rows).execute();
  }
  return id;
}

function rowOf(network_id: string, roll_up_id: string, figure: NetworkFigure) {
  const { cityId: city_id, subjectId: subject_id, reference2030, plan2030, reference2050, plan2050, ...rest } = figure;
  return {
    network_id,
    city_id,
    roll_up_id,
    subject_id,
    reference_2030: reference2030,
    plan_2030: plan2030,
    reference_2050: reference2050,
    plan_2050: plan2050,
    ...rest,
  };
}

/** The newest roll-up of a network that the viewer may see. */
export async function findRollUp(tx: Transaction, networkId: string): Promise<StoredRollUp | undefined> {
  return tx
    .selectFrom('network_roll_ups')
    .select(['id', 'created_at as createdAt', 'document as text'])
    .where('network_id', '=', networkId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Its cities in the order of their ids, after one of them. */
export async function listFigures(
  tx: Transaction,
  networkId: string,
  after: string | undefined,
  limit: number,
): Promise<(NetworkFigure & { readonly name: string; readonly country: string })[]> {
  let query = tx
    .selectFrom('network_figures')
    .innerJoin('cities', 'cities.id', 'network_figures.city_id')
    .select([
      'city_id as cityId',
      'name',
      'country',
      'source',
      'subject_id as subjectId',
      'version',
      'year',
      'population',
    ])
    .select(['tonnes', 'reference_2030 as reference2030', 'plan_2030 as plan2030'])
    .select(['reference_2050 as reference2050', 'plan_2050 as plan2050', 'problem'])
    .where('network_id', '=', networkId);
  if (after !== undefined) query = query.where('city_id', '>', after);
  return query.orderBy('city_id').limit(limit).execute();
}
