/** What is asked of a server under load. */
import type { Client, Request } from 'autocannon';
import { ROWS, wideInventory, type Aim } from './data.ts';

export interface Workload {
  readonly name: string;
  readonly request: Request & { readonly path: string };
  /** Before a run. */
  readonly prepare?: (url: string) => Promise<void>;
  /** Each connection on its own, where they must not be alike. */
  readonly setupClient?: (client: Client) => void;
  /** Bytes sent with a request; the answer's size is measured. */
  readonly sends: number;
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
  ];
}

const API = '/api/v1/cities';
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
