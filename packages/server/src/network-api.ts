/** The network's JSON and binary routes: large documents, compressed once and kept. */
import { Hono } from 'hono';
import type { NetworkServices } from './network-services.ts';
import { StoredDocument } from './stored-document.ts';

const JSON_TYPE = 'application/json; charset=utf-8';

/** Routes below `/api` of the network and the climate. */
export function createNetworkApi(services: NetworkServices): Hono {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const json = (read: () => unknown) => new StoredDocument(JSON_TYPE, () => bytes(JSON.stringify(read())));
  const documents = {
    '/network/thousand': new StoredDocument(JSON_TYPE, () => bytes(services.thousandText())),
    '/climate/pack': new StoredDocument('application/octet-stream', () => services.climatePack()),
    '/climate/observed': json(() => services.observed()),
    '/carbon-budgets': json(() => services.carbonBudgets()),
    '/gwp/AR6': json(() => services.gwpSet('AR6')),
  };
  const api = new Hono();
  for (const [path, document] of Object.entries(documents)) api.get(path, (c) => document.respond(c));
  return api;
}
