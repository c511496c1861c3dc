/** What an assistant can be given to read whole: plan documents, the schema of plans, pages of the guide. */
import { planJsonSchema, writePlan } from '@thousand-cities/model';
import type { Ask } from './ask.ts';
import { PAGES, pageText } from './guide.ts';
import type { PlanFolder } from './plans.ts';
import { storedVersion } from './plans.ts';

export interface Resource {
  readonly uri: string;
  readonly name: string;
  readonly mimeType: string;
  readonly description?: string;
}

export interface Contents {
  readonly mimeType: string;
  readonly text: string;
}

export interface Resources {
  list(): Promise<readonly Resource[]>;
  readonly templates: readonly (Omit<Resource, 'uri'> & { readonly uriTemplate: string })[];
  /** @returns undefined for what is not there @throws {ToolRefusal} */
  read(uri: string): Promise<Contents | undefined>;
}

const SCHEMA = 'cities://schema/plan';
const JSON_TYPE = 'application/json';
const ID = '[0-9a-fA-F-]{36}';
const STORED = new RegExp(`^cities://cities/(${ID})/(plans|inventories)/(${ID})$`);
const GUIDE = /^cities:\/\/docs\/([a-z/-]+)$/;
const FILE = /^cities:\/\/files\/(.+)$/;

/** Cities whose plans are listed; the others are found by a list tool and read by the template. */
const LISTED_CITIES = 10;

/** The resources over what there is to ask. */
export function resourcesOf({
  ask,
  folder,
}: {
  readonly ask?: Ask | undefined;
  readonly folder?: PlanFolder | undefined;
}): Resources {
  // prettier-ignore
  const fixed: Resource[] = [
    { uri: SCHEMA, name: 'plan.schema.json', mimeType: 'application/schema+json', description: 'The JSON Schema of plan documents' }, // prettier-ignore
    ...Object.entries(PAGES).map(([page, name]) => ({ uri: `cities://docs/${page}`, name, mimeType: 'text/markdown' })),
  ];
  return {
    list: async () => [...fixed, ...(folder ? filesOf(folder) : []), ...(ask ? await plansOf(ask) : [])],
    templates: ask
      ? ['plans', 'inventories'].map((kind) => ({
          uriTemplate: `cities://cities/{cityId}/${kind}/{documentId}`,
          name: `${kind} of a city`,
          mimeType: JSON_TYPE,
        }))
      : [],
    read: async (uri) =>
      uri === SCHEMA
        ? { mimeType: 'application/schema+json', text: JSON.stringify(planJsonSchema()) }
        : ((await readGuide(uri)) ?? readFolder(uri, folder) ?? (await readStored(uri, ask))),
  };
}

const filesOf = (folder: PlanFolder): Resource[] =>
  folder.list().map((name) => ({ uri: `cities://files/${encodeURIComponent(name)}`, name, mimeType: JSON_TYPE }));

interface Listed {
  readonly items: readonly { readonly id: string; readonly name: string }[];
}

async function plansOf(ask: Ask): Promise<Resource[]> {
  const { cities } = (await ask({ method: 'GET', path: '/me' })) as { cities: Listed['items'] };
  const lists = cities.slice(0, LISTED_CITIES).map(async (city) => {
    const { items } = (await ask({ method: 'GET', path: `/cities/${city.id}/plans` })) as Listed;
    return items.map(({ id, name }) => ({
      uri: `cities://cities/${city.id}/plans/${id}`,
      name: `${city.name}: ${name}`,
      mimeType: JSON_TYPE,
    }));
  });
  return (await Promise.all(lists)).flat();
}

async function readGuide(uri: string): Promise<Contents | undefined> {
  const text = await pageText(GUIDE.exec(uri)?.[1] ?? '');
  return text === undefined ? undefined : { mimeType: 'text/markdown', text };
}

function readFolder(uri: string, folder: PlanFolder | undefined): Contents | undefined {
  const [, name] = FILE.exec(uri) ?? [];
  const known = folder?.list().find((each) => encodeURIComponent(each) === name);
  return known === undefined ? undefined : { mimeType: JSON_TYPE, text: writePlan(folder!.read(known)) };
}

async function readStored(uri: string, ask: Ask | undefined): Promise<Contents | undefined> {
  const [, cityId, kind, id] = STORED.exec(uri) ?? [];
  if (!ask || id === undefined) return undefined;
  const { document } = await storedVersion(ask, kind as 'plans', { cityId, id });
  return { mimeType: JSON_TYPE, text: JSON.stringify(document) };
}
