import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { readThousand, type GwpSet, type ObservedRecord } from '@thousand-cities/model';
import { describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { builtPage, realServices } from './fixture.case.ts';
import type { CarbonBudgets } from './network-services.ts';

const services = realServices();
const app = createApp({ services, webRoot: builtPage().webRoot });
const ask = (path: string, headers: Record<string, string> = {}) => Promise.resolve(app.request(path, { headers }));
const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('the document of the thousand', () => {
  it('is one the model reads', async () => {
    const data = readThousand(await (await ask('/api/network/thousand')).json());
    expect(data.cities.id).toHaveLength(1000);
  });

  it('is the same in every encoding, in at most 250 kB', async () => {
    const plain = await bytes(await ask('/api/network/thousand'));
    const brotli = await ask('/api/network/thousand', { 'Accept-Encoding': 'gzip, br' });
    expect(brotli.headers.get('Content-Encoding')).toBe('br');
    const packed = await bytes(brotli);
    expect(packed.length).toBeLessThan(250_000);
    expect(brotliDecompressSync(packed).equals(plain)).toBe(true);
    const gzip = await ask('/api/network/thousand', { 'Accept-Encoding': 'gzip, br;q=0' });
    expect(gzip.headers.get('Content-Encoding')).toBe('gzip');
    expect(gunzipSync(await bytes(gzip)).equals(plain)).toBe(true);
  });

  it('is compressed more densely once there has been time for it', async () => {
    const densest = async () => (await bytes(await ask('/api/network/thousand', { 'Accept-Encoding': 'br' }))).length;
    await expect.poll(densest, { timeout: 20_000 }).toBeLessThan(225_000);
  });

  it('is not sent again to who has it', async () => {
    const first = await ask('/api/network/thousand', { 'Accept-Encoding': 'br' });
    const again = await ask('/api/network/thousand', { 'Accept-Encoding': 'br', 'If-None-Match': first.headers.get('ETag')! }); // prettier-ignore
    expect(again.status).toBe(304);
    expect(first.headers.get('Vary')).toContain('Accept-Encoding');
  });
});

describe('the pack of the climate', () => {
  it('comes as bytes, and stays for ever under the address that names its content', async () => {
    const response = await ask('/api/climate/pack');
    expect(response.headers.get('Content-Type')).toBe('application/octet-stream');
    const body = await bytes(response);
    expect(body.equals(Buffer.from(services.network.climatePack()))).toBe(true);
    expect(response.headers.get('X-Unpacked-Length')).toBe(String(body.length));
    const version = response.headers.get('ETag')!.replaceAll('"', '');
    expect(response.headers.get('Cache-Control')).not.toContain('immutable');
    expect((await ask(`/api/climate/pack?v=${version}`)).headers.get('Cache-Control')).toContain('immutable');
    expect((await ask('/api/climate/pack?v=other')).headers.get('Cache-Control')).not.toContain('immutable');
  });
});

it('the observed record names its sources', async () => {
  const { figures, sources } = (await (await ask('/api/climate/observed')).json()) as ObservedRecord;
  expect(figures.length).toBeGreaterThan(100);
  expect(figures.every(({ source }) => sources.some(({ id }) => id === source))).toBe(true);
});

it('carbon budgets say which set is meant', async () => {
  const { defaultSet, sets } = (await (await ask('/api/carbon-budgets')).json()) as CarbonBudgets;
  expect(sets.find(({ id }) => id === defaultSet)?.gtCo2['1.5']?.['0.5']).toBeGreaterThan(0);
});

it('warming potentials come with their source', async () => {
  const set = (await (await ask('/api/gwp/AR6')).json()) as GwpSet;
  expect(set.id).toBe('AR6');
  // IPCC AR6 WG1 table 7.15: nitrous oxide 273.
  expect(set.values['N2O']).toBe(273);
  expect(set.source).not.toBe('');
});

it('other methods and addresses are refused as everywhere', async () => {
  expect((await ask('/api/network/other')).status).toBe(404);
  expect((await Promise.resolve(app.request('/api/climate/pack', { method: 'POST' }))).status).toBe(404);
});
