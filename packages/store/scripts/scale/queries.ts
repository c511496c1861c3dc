/** The ten hottest queries, as the store sends them, each for a city drawn by chance. */
import { cityId, inventoryId, leadId, NETWORK, SECRETARY } from './load.ts';

export interface Hot {
  readonly name: string;
  /** Who asks: user id, or undefined for the public; `city` narrows. */
  readonly who: (n: number) => string | undefined;
  readonly sql: (n: number) => string;
}

const lead = leadId;
const anyone = (): undefined => undefined;
const secretariat = (): string => SECRETARY;
const year = 2025;

export const HOT: readonly Hot[] = [
  {
    name: 'cities of a person',
    who: lead,
    sql: (n) => `SELECT id, place_id, name, country, role FROM members JOIN cities ON cities.id = members.city_id
      WHERE user_id = '${leadId(n)}' AND ended_at IS NULL ORDER BY name`,
  },
  {
    name: 'inventories of a city',
    who: lead,
    sql: (n) =>
      `SELECT id, year, name, version, state FROM inventories WHERE city_id = '${cityId(n)}' ORDER BY year, name`,
  },
  {
    name: 'newest version of an inventory',
    who: lead,
    sql: (n) => `SELECT version, state, document, sha256 FROM inventory_versions
      WHERE city_id = '${cityId(n)}' AND inventory_id = '${inventoryId(year)}' ORDER BY version DESC LIMIT 1`,
  },
  {
    name: 'history of an inventory',
    who: lead,
    sql: (n) => `SELECT version, state, sha256, note, created_by, created_at FROM inventory_versions
      WHERE city_id = '${cityId(n)}' AND inventory_id = '${inventoryId(year)}' ORDER BY version DESC`,
  },
  {
    name: 'rows of an inventory, summed by sector',
    who: lead,
    sql: (n) => `SELECT split_part(ref, '.', 1) AS sector, sum(co2e_tonnes) FROM inventory_rows
      WHERE city_id = '${cityId(n)}' AND inventory_id = '${inventoryId(year)}' AND version = 1 GROUP BY 1`,
  },
  {
    name: 'rows of all years, summed by year',
    who: lead,
    sql: (n) => `SELECT i.year, sum(r.co2e_tonnes) FROM inventories i JOIN inventory_rows r
      ON r.city_id = i.city_id AND r.inventory_id = i.id AND r.version = i.version
      WHERE i.city_id = '${cityId(n)}' GROUP BY 1 ORDER BY 1`,
  },
  {
    name: 'publications of a city, as the public',
    who: anyone,
    sql: (n) => `SELECT id, kind, subject_id, version, title, published_at FROM publications
      WHERE city_id = '${cityId(n)}' AND withdrawn_at IS NULL ORDER BY published_at DESC, id DESC`,
  },
  {
    name: 'a published inventory, as the public',
    who: anyone,
    sql: (n) => `SELECT version, state, document, sha256 FROM inventory_versions
      WHERE city_id = '${cityId(n)}' AND inventory_id = '${inventoryId(year)}' ORDER BY version DESC LIMIT 1`,
  },
  {
    name: 'comments on an inventory',
    who: lead,
    sql: (n) => `SELECT id, place, body, created_by, created_at FROM comments
      WHERE city_id = '${cityId(n)}' AND kind = 'inventory' AND subject_id = '${inventoryId(year)}' ORDER BY id`,
  },
  {
    name: 'inventories of a network of 1,000, as its secretariat',
    who: secretariat,
    sql: () => `SELECT c.city_id, i.year, i.approved_version FROM network_cities c JOIN inventories i ON i.city_id = c.city_id
      WHERE c.network_id = '${NETWORK}' AND c.ended_at IS NULL AND i.year = ${year}`,
  },
];

/** What a job that refreshes a roll-up reads, as the program itself: all cities, one year. */
export const ROLL_UP = `SELECT split_part(r.ref, '.', 1) AS sector, sum(r.co2e_tonnes), count(DISTINCT r.city_id)
  FROM inventories i JOIN inventory_rows r ON r.city_id = i.city_id AND r.inventory_id = i.id AND r.version = i.approved_version
  WHERE i.year = ${year} GROUP BY 1`;
