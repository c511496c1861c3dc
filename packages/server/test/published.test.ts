/** The published pages over a real store: addresses, caches, and that they are renewed by what a city does. */
import { copyFileSync, cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addInventory, addPlan, findVersion, foundCity, openStore, publish, saveVersion, SYSTEM, withdraw, type Publication } from '@thousand-cities/store'; // prettier-ignore
import { draftKit, loadReference } from '@thousand-cities/reference/node';
import { createApp } from '../src/app.ts';
import { builtPage } from '../src/fixture.case.ts';
import { referenceServices } from '../src/reference-services.ts';
import type { NetworkServices } from '../src/network-services.ts';
import { createWorkspace, type OpenWorkspace } from '../src/workspace/store-handle.ts';
import { inventory, newPerson, plan } from './people.ts';
import type { TestWorkspace } from './workspace.ts';

const web = (path: string) => fileURLToPath(new URL(`../../web/${path}`, import.meta.url));
const { webRoot } = builtPage();
cpSync(web('src/messages'), join(webRoot, 'messages'), { recursive: true });
copyFileSync(web('public/published.css'), join(webRoot, 'published.css'));

const services = referenceServices(loadReference(), draftKit(), {} as NetworkServices);
const handle = createWorkspace({ location: {}, open: openStore, secret: 'a secret for tests, not of any installation', publicUrl: 'https://plans.example.org' }); // prettier-ignore
const app = createApp({ services, webRoot, workspace: { workspace: handle } });
const ask = (path: string, headers: Record<string, string> = {}) => Promise.resolve(app.request(path, { headers }));

let world: OpenWorkspace;
beforeAll(async () => {
  world = await handle.open();
}, 60_000);
afterAll(() => handle.close(), 60_000);

/** A city with a lead, and what the lead may do. */
async function newCity(name: string, placeId?: string) {
  const lead = await newPerson(world as TestWorkspace);
  const city = await world.db.as(SYSTEM, (tx) => foundCity(tx, { name, country: 'DEU', ...(placeId !== undefined && { placeId }) }, lead.id)); // prettier-ignore
  const viewer = { kind: 'person', userId: lead.id } as const;
  const publishPlan = (title: string, document = plan): Promise<Publication> =>
    world.db.as(viewer, async (tx) => {
      const saved = await addPlan(tx, city.id, title, document);
      return publish(tx, 'plan', saved, 1, title);
    });
  return { city, viewer, publishPlan, path: `/published/${city.id}` };
}

describe('the page of a city', () => {
  it('is kept by who has read it, compressed, and is another page by language', async () => {
    const { publishPlan, path } = await newCity('Kept');
    await publishPlan('Plan of Kept');
    const answer = await ask(path, { 'Accept-Encoding': 'gzip' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Encoding')).toBe('gzip');
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=0, s-maxage=60, must-revalidate');
    expect(answer.headers.get('Vary')).toBe('Accept-Encoding, Accept-Language, Cookie');
    const html = gunzipSync(Buffer.from(await answer.arrayBuffer())).toString();
    expect(html).toContain('In 2025 Kept emitted');
    expect(html).toContain(`<link rel="canonical" href="https://plans.example.org${path}"/>`);
    const etag = answer.headers.get('ETag')!;
    const again = await ask(path, { 'Accept-Encoding': 'gzip', 'If-None-Match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const indonesian = await ask(path, { 'Accept-Language': 'id', 'If-None-Match': etag });
    expect(indonesian.status).toBe(200);
    expect(await indonesian.text()).toContain('<html lang="id" dir="ltr">');
    // A language that the address asks for is asked for by its links too.
    expect(await (await ask(`${path}?lang=id`)).text()).toContain(`${path}/figure?lang=id&amp;path=`);
  });

  it('is renewed by a publication, keeps the one before readable, and says what was withdrawn', async () => {
    const { city, viewer, publishPlan, path } = await newCity('Renewed');
    expect((await ask(path)).status).toBe(404);
    expect(await (await ask(path)).text()).toContain('Renewed has not published anything here yet.');
    const first = await publishPlan('First plan');
    const etag = (await ask(path)).headers.get('ETag')!;
    const second = await world.db.as(viewer, async (tx) => {
      const { text } = (await findVersion(tx, 'plan', { cityId: city.id, id: first.subjectId }))!;
      const later = text.replace(/"startYear": ?2026/, '"startYear":2027');
      await saveVersion(tx, 'plan', { cityId: city.id, id: first.subjectId }, { basedOn: 2, text: later });
      return publish(tx, 'plan', { cityId: city.id, id: first.subjectId }, 3, 'Second plan');
    });
    const renewed = await ask(path, { 'If-None-Match': etag });
    expect(renewed.status).toBe(200);
    expect(await renewed.text()).toContain('Larger, smaller or at another time');
    const earlier = await (await ask(`${path}?publication=${first.id}`)).text();
    expect(earlier).toContain('This is an earlier version.');
    expect(earlier).toContain(`<link rel="canonical" href="https://plans.example.org${path}"/>`);
    await world.db.as(viewer, (tx) => withdraw(tx, city.id, first.id));
    expect((await ask(`${path}?publication=${first.id}`)).status).toBe(404);
    expect(await (await ask(path)).text()).toMatch(/The plan published on .* was withdrawn on/);
    await world.db.as(viewer, (tx) => withdraw(tx, city.id, second.id));
    const gone = await ask(path);
    expect(gone.status).toBe(410);
    const said = await gone.text();
    expect(said).toContain('was withdrawn on');
    expect(said).not.toContain('Second plan');
    expect((await ask(`${path}/plan.json`)).status).toBe(404);
    expect((await ask(`${path}/figure?path=cost.npv`)).status).toBe(404);
  });

  it('shows an inventory that stands alone', async () => {
    const { city, viewer, path } = await newCity('Only Counted');
    await world.db.as(viewer, async (tx) => {
      const saved = await addInventory(tx, city.id, inventory);
      await publish(tx, 'inventory', saved, 1, 'Inventory 2025');
    });
    expect(await (await ask(path)).text()).toContain('It has not published a plan yet.');
    await world.db.as(viewer, async (tx) => {
      const { id } = await publish(tx, 'plan', await addPlan(tx, city.id, 'Plan', plan), 1, 'Plan');
      await withdraw(tx, city.id, id);
    });
    const left = await (await ask(path)).text();
    expect(left).toMatch(/<p class="notice">The plan published on .* was withdrawn on/);
    expect(left).not.toContain('It has not published a plan yet.');
    const table = await ask(`${path}/inventory/2025.csv`);
    expect(table.headers.get('Content-Disposition')).toBe('attachment; filename="only-counted-2025.csv"');
    expect(await table.text()).toContain('Tinytown,DEU,2025,1000,I.1.1,200,');
    expect(await (await ask(`${path}/inventory/2025.json`)).json()).toMatchObject({ year: 2025, gwpSet: 'AR6' });
    const head = await ask(`${path}/figure?path=inventory.basic.perHead`);
    expect(head.status).toBe(200);
    expect(await head.text()).toContain('path=inventory.population');
    expect((await ask(`${path}/inventory/1990.csv`)).status).toBe(404);
  });

  it('is found by its place, by a part of its name, and by nothing that is none', async () => {
    const { publishPlan, path } = await newCity('Saint-Étienne <b>', '2980291');
    await publishPlan('Plan');
    const led = await ask('/published/2980291?lang=id');
    expect([led.status, led.headers.get('Location')]).toEqual([302, `${path}?lang=id`]);
    const found = await (await ask('/published?q=étienne')).text();
    expect(found).toContain('Saint-Étienne &lt;b&gt;');
    expect(await (await ask('/published?q=%25')).text()).toContain('No city that has published is called “%”.');
    for (const lost of [
      '/published/1',
      '/published/nobody',
      '/published/01900000-0000-7000-8000-000000000000',
      '/published/x/y/z',
      `${path}/figure?path=nothing`,
    ]) {
      expect([lost, (await ask(lost)).status]).toEqual([lost, 404]);
    }
  });

  it('gives the plan as it was written, and where a figure comes from without script', async () => {
    const { publishPlan, path } = await newCity('Asked');
    await publishPlan('Plan');
    const file = await ask(`${path}/plan.json`);
    expect(JSON.parse(await file.text())).toMatchObject({ city: { name: 'Tinytown' }, actions: [{ id: 'insulate' }, { id: 'heat-pumps' }] }); // prettier-ignore
    const figure = await (await ask(`${path}/figure?path=emissions.plan.2030`)).text();
    expect(figure).toContain('Emissions with the plan in 2030');
    expect(figure).toContain('<meta name="robots" content="noindex"/>');
    const share = 'share.cost.byAction.heat-pumps.tonnes.of.cost.tonnes';
    expect((await ask(`${path}/figure?path=${share}`)).status).toBe(200);
    expect((await ask(`${path}/figure?path=share.cost.npv.of.cost.tonnes`)).status).toBe(404);
    expect(figure).toContain('385 t CO₂e'.replaceAll(' ', '\u00a0').replace('\u00a0CO', ' CO'));
  });
});

describe('what the page weighs', () => {
  it('is no script at all, and less than 4 kB of style and 20 kB of page for a real plan', async () => {
    const { publishPlan, path } = await newCity('Heavy');
    const { readPlan } = await import('@thousand-cities/model');
    const example = readPlan(readFileSync(fileURLToPath(new URL('../../../examples/semarang.plan.json', import.meta.url)), 'utf8')); // prettier-ignore
    await publishPlan('Plan', example);
    const html = await (await ask(path)).text();
    expect(html).not.toMatch(/<script(?! type="application\/ld\+json")|rel="(modulepreload|preload)"/);
    expect(gzipSync(html, { level: 6 }).length).toBeLessThan(20_000);
    const style = await ask(/href="(\/published\/style\.css\?v=[\w-]+)"/.exec(html)![1]!);
    expect(style.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(gzipSync(await style.text()).length).toBeLessThan(4000);
  });

  it('has the colours of the whole site', () => {
    const tokens = new Map([...readFileSync(web('src/styles/tokens.css'), 'utf8').matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)].map(([, name, light, dark]) => [name!, [light!, dark!]])); // prettier-ignore
    const [screen] = readFileSync(web('public/published.css'), 'utf8').split('@media print');
    const blocks = [...screen!.matchAll(/:root[^{]*\{([^}]*--paper[^}]*)\}/g)].map(([, block]) => block!);
    expect(blocks).toHaveLength(3);
    blocks.forEach((block, i) => {
      const colours = [...block.matchAll(/--([\w-]+): (#\w+)/g)];
      expect(colours.length).toBeGreaterThan(20);
      for (const [, name, value] of colours)
        expect([name, value]).toEqual([name, tokens.get(name!)?.[i === 0 ? 0 : 1]]);
    });
  });
});
