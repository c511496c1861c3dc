/** What is asked of a server under load. */
import type { Client, Request } from 'autocannon';
import { planWith, ROWS, wideInventory, type Aim } from './data.ts';

export interface Workload {
  readonly name: string;
  readonly request: Request & { readonly path: string };
  /** Before a run. */
  readonly prepare?: (url: string) => Promise<void>;
  /** Each connection on its own, where they must not be alike. */
  readonly setupClient?: (client: Client) => void;
  /** Bytes sent with a request; the answer's size is measured. */
  readonly sends: number;
  /** Connections, where it is too much work for the usual ones. */
  readonly connections?: readonly number[];
}

/** The workloads on a filled server. */
export function workloadsOn(aim: Aim): Workload[] {
  const { cityId, planId, inventories, token } = aim;
  const headers = { Authorization: `Bearer ${token}` };
  const city = `${API}/${cityId}`;
  return [
    { name: 'front page', request: { path: '/' }, sends: 0 },
    { name: 'public page of a city', request: { path: `/published/${cityId}` }, sends: 0 },
    { name: `newest inventory (${ROWS} rows)`, request: { path: placeOf(inventories[0]!), headers }, sends: 0 },
    { name: 'evaluation of a plan', request: { path: `${city}/plans/${planId}/evaluation`, headers }, sends: 0 },
    saves(aim, headers),
    changes(aim, headers),
    preview(aim, headers),
  ];
}

const API = '/api/v1/cities';
const PREVIEWED = 5000;
const placeOf = ({ cityId, id }: Aim['inventories'][number]) => `${API}/${cityId}/inventories/${id}`;

/** Every connection saves one version after the other of an inventory of its own, each based on the one before. */
function saves({ inventories }: Aim, headers: Readonly<Record<string, string>>): Workload {
  const documents = inventories.map(({ year }) => JSON.stringify(wideInventory(year)));
  const versions: number[] = [];
  let next = 0;
  const requestOf = (i: number): Request => ({
    method: 'PUT',
    path: placeOf(inventories[i]!),
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: `{"basedOn":${versions[i]!},"document":${documents[i]!}}`,
  });
  return {
    name: `save of an inventory (${ROWS} rows)`,
    request: { method: 'PUT', path: placeOf(inventories[0]!) },
    sends: documents[0]!.length,
    // A run before this one may have been cut off in the middle of a save.
    prepare: async (url) => {
      for (const [i, inventory] of inventories.entries()) {
        const answer = await fetch(url + placeOf(inventory), { headers });
        versions[i] = ((await answer.json()) as { version: number }).version;
      }
    },
    setupClient: (client) => {
      const i = next++ % inventories.length;
      client.setRequests([requestOf(i)]);
      // Told before the next request is sent.
      client.on('response', (status: number) => {
        if (status !== 200) return;
        versions[i]! += 1;
        client.setRequests([requestOf(i)]);
      });
    },
  };
}

/** Every connection saves a plan of its own with another lever value, and asks what comes of it: never met before, so worked out. */
function changes({ cityId, drafts }: Aim, headers: Readonly<Record<string, string>>): Workload {
  const placeOfPlan = (i: number) => `${API}/${cityId}/plans/${drafts[i]!}`;
  const versions: number[] = [];
  let next = 0;
  let changed = 0;
  const save = (i: number): Request => ({
    method: 'PUT',
    path: placeOfPlan(i),
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ basedOn: versions[i]!, document: planWith((++changed % 99_991) / 100_000) }),
  });
  const ask = (i: number): Request => ({ path: `${placeOfPlan(i)}/evaluation`, headers });
  return {
    name: 'save of a plan with another lever value, then its evaluation (two requests)',
    request: { path: `${placeOfPlan(0)}/evaluation`, headers },
    sends: 0,
    connections: [10, 50, drafts.length],
    prepare: async (url) => {
      next = 0;
      for (let i = 0; i < drafts.length; i++) {
        const answer = await fetch(url + placeOfPlan(i), { headers });
        versions[i] = ((await answer.json()) as { version: number }).version;
      }
    },
    setupClient: (client) => {
      const i = next++ % drafts.length;
      let saving = true;
      client.setRequests([save(i)]);
      client.on('response', (status: number) => {
        if (saving && status === 200) versions[i]! += 1;
        saving = !saving;
        client.setRequests([saving ? save(i) : ask(i)]);
      });
    },
  };
}

/** A table of as many rows as ten cities have in ten years. */
function preview({ cityId }: Aim, headers: Readonly<Record<string, string>>): Workload {
  const rows = Array.from({ length: PREVIEWED }, (_, i) => `Riga,Latvia,${1990 + (i % 30)},600000,I.${1 + (i % 4)}.1,${i}.5,`); // prettier-ignore
  const body = `city,country,year,population,gpc_ref,co2e_tonnes,notation_key\n${rows.join('\n')}\n`;
  const path = `${API}/${cityId}/inventories/import-preview?name=riga.csv`;
  return {
    name: `preview of a table (${PREVIEWED} rows)`,
    request: { method: 'POST', path, headers: { ...headers, 'Content-Type': 'text/csv' }, body },
    sends: body.length,
    connections: [10],
  };
}
