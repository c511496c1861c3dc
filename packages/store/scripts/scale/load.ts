/** Fill a server with cities, each with inventories of sixty rows: made in the database, by number, so that it is fast. */
import type pg from 'pg';

export interface Size {
  readonly cities: number;
  readonly inventories: number;
}

/** Ids by number. */
export const cityId = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
export const leadId = (n: number): string => `00000000-0000-7000-8001-${n.toString(16).padStart(12, '0')}`;
export const inventoryId = (year: number): string => `00000000-0000-7000-8002-${year.toString(16).padStart(12, '0')}`;
export const NETWORK = '00000000-0000-7000-8003-000000000001';
export const SECRETARY = '00000000-0000-7000-8004-000000000001';

const id = (group: string, number: string): string =>
  `('00000000-0000-7000-${group}-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

/** Cities whose people share their inventories with the one network. */
export const NETWORK_CITIES = 1000;

const BATCH = 250;

/** Everything, a batch of cities at a time; `client` is a superuser, whom row-level security does not slow down. */
export async function load(
  client: pg.Client,
  { cities, inventories }: Size,
  tell: (done: number) => void,
): Promise<void> {
  await client.query(`SET search_path = cities`);
  await client.query(
    `INSERT INTO users (id, email, name) VALUES ('${SECRETARY}', 'secretariat@example.org', 'Secretariat')`,
  );
  await client.query(`INSERT INTO networks (id, name) VALUES ('${NETWORK}', 'One Thousand')`);
  await client.query(`INSERT INTO network_members (network_id, user_id, role) VALUES ('${NETWORK}', '${SECRETARY}', 'secretariat')`); // prettier-ignore
  for (let from = 1; from <= cities; from += BATCH) {
    const to = Math.min(cities, from + BATCH - 1);
    await client.query('BEGIN');
    for (const statement of batch(from, to, inventories)) await client.query(statement);
    await client.query('COMMIT');
    tell(to);
  }
  await client.query('ANALYZE');
}

function batch(from: number, to: number, inventories: number): string[] {
  const city = id('8000', 'n');
  const lead = id('8001', 'n');
  const numbers = `generate_series(${from}, ${to}) AS n`;
  const years = `generate_series(2026 - ${inventories}, 2025) AS year`;
  return [
    `INSERT INTO users (id, email, name) SELECT ${lead}, 'lead' || n || '@example.org', 'Lead ' || n FROM ${numbers}`,
    `INSERT INTO cities (id, name, country) SELECT ${city}, 'City ' || n, 'DEU' FROM ${numbers}`,
    `INSERT INTO members (city_id, user_id, role) SELECT ${city}, ${lead}, 'lead' FROM ${numbers}`,
    `INSERT INTO audit_heads (city_id) SELECT ${city} FROM ${numbers}`,
    `INSERT INTO network_cities (city_id, network_id, shares, accepted_at) SELECT ${city}, '${NETWORK}', '{inventory,plan}', now()
       FROM ${numbers} WHERE n <= ${NETWORK_CITIES}`,
    `INSERT INTO inventories (city_id, id, year, version, state, approved_version, published_version)
       SELECT ${city}, ${id('8002', 'year')}, year, 1, 'published', 1, 1 FROM ${numbers}, ${years}`,
    `INSERT INTO inventory_versions (city_id, inventory_id, version, state, document, sha256, created_by)
       SELECT ${city}, ${id('8002', 'year')}, 1, 'published', document, encode(sha256(convert_to(document, 'UTF8')), 'hex'), ${lead}
       FROM ${numbers}, ${years}, LATERAL (
         SELECT '{"city":{"country":"DEU","name":"City ' || n || '"},"gwpSet":"AR6","rows":[' || string_agg(format(
           '{"co2eTonnes":%s,"note":"meter readings of the utility, %s","provenance":"city-value","ref":"%s.%s.%s","sources":["utility"]}',
           round((random() * 1e5)::numeric, 3), year, (ARRAY['I','II','III','IV','V'])[1 + i % 5], 1 + i % 8, 1 + i % 3), ',')
           || '],"year":' || year || '}' AS document
         FROM generate_series(1, 60) AS i) AS made`,
    `INSERT INTO publications (city_id, id, kind, subject_id, version, title)
       SELECT ${city}, ${id('8005', 'year')}, 'inventory', ${id('8002', 'year')}, 1, 'Inventory ' || year FROM ${numbers}, ${years}`,
    `INSERT INTO comments (city_id, id, kind, subject_id, version, body, created_by)
       SELECT ${city}, ${id('8006', 'i')}, 'inventory', ${id('8002', '2025')}, 1, 'Which meter?', ${lead}
       FROM ${numbers}, generate_series(1, 10) AS i`,
  ];
}
