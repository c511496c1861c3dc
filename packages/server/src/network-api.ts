/** The network's JSON and binary routes: large documents, compressed once and kept. */
import { Hono } from 'hono';
import type { NetworkServices } from './network-services.ts';
import { StoredDocument } from './stored-document.ts';

const JSON_TYPE = 'application/json; charset=utf-8';

/** Routes below `/api` of the network and the climate. */
export function createNetworkApi(services: NetworkServices): Hono {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const documents = {
    '/network/thousand': new StoredDocument(JSON_TYPE, () => bytes(services.thousandText())),
    '/climate/pack': new StoredDocument('application/octet-stream', () => services.climatePack()),
    '/climate/observed': new StoredDocument(JSON_TYPE, () => bytes(JSON.stringify(services.observed()))),
    '/carbon-budgets': new StoredDocument(JSON_TYPE, () => bytes(JSON.stringify(services.carbonBudgets()))),
  };
  const api = new Hono();
  for (const [path, document] of Object.entries(documents)) api.get(path, (c) => document.respond(c));
  return api;
}
