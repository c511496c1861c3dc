/** Every cell of the table of rights, asked of the API: each role tries each action, in each state. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addPlan,
  addInventory,
  addComment,
  addEvidence,
  DOCUMENT_ACTIONS,
  foundCity,
  mayDocument,
  mayOneOf,
  mayPlain,
  newId,
  PLAIN_RIGHTS,
  PUBLIC,
  publish,
  ROLES,
  rolesIn,
  saveInventory,
  savePlan,
  setPassword,
  shareWith,
  STATES,
  SYSTEM,
  type DocumentAction,
  type PlainAction,
  type Role,
  type State,
  type Transaction,
  type Viewer,
} from '@thousand-cities/store';
import { inventory, newTown, plan, type Town } from './people.ts';
import { hashPassword } from '../src/identity/password.ts';
import { operations } from '../src/workspace/api.ts';
import type { AnyOperation } from '../src/workspace/operation.ts';
import { cookiesOf, startWorkspace, type TestWorkspace } from './workspace.ts';

type Kind = 'inventory' | 'plan';

let world: TestWorkspace;
let town: Town;
/** A document of each kind with versions 1 to 5 in the states of `STATES`. */
let full: Record<Kind, string>;
let year = 2000;

beforeAll(async () => {
  world = await startWorkspace();
  town = await newTown(world);
  full = await asLead(async (tx) => {
    const made = { inventory: await begin(tx, 'inventory'), plan: await begin(tx, 'plan') };
    for (const kind of ['inventory', 'plan'] as const)
      await bring(tx, kind, made[kind].id, made[kind].year, 'published');
    const about = { cityId: town.cityId, kind: 'plan', subjectId: made.plan.id, version: 1 } as const;
    await addComment(tx, { ...about, body: 'Why?' });
    return { inventory: made.inventory.id, plan: made.plan.id };
  });
}, 60_000);
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const asLead = <T>(work: (tx: Transaction) => Promise<T>) =>
  world.db.as({ kind: 'person', userId: town.users.lead.id }, work);
const plural = { inventory: 'inventories', plan: 'plans' } as const;

async function begin(tx: Transaction, kind: Kind): Promise<{ id: string; year: number }> {
  const of = ++year;
  const saved =
    kind === 'plan'
      ? await addPlan(tx, town.cityId, `Plan ${of}`, plan)
      : await addInventory(tx, town.cityId, { ...inventory, year: of });
  return { id: saved.id, year: of };
}

const way: readonly State[] = ['draft', 'review', 'returned', 'approved', 'published'];

/** Add versions until the newest has a state, in the order of `STATES`. */
async function bring(tx: Transaction, kind: Kind, id: string, of: number, to: State): Promise<void> {
  const key = { cityId: town.cityId, id };
  for (const [i, state] of way.slice(1, way.indexOf(to) + 1).entries()) {
    if (state === 'published') await publish(tx, kind, key, i + 1, 'Published');
    else if (kind === 'plan') await savePlan(tx, key, { basedOn: i + 1, plan, state });
    else await saveInventory(tx, key, { basedOn: i + 1, inventory: { ...inventory, year: of }, state });
  }
}

/** A new document whose newest version is such that a version in a state may follow. */
async function readyFor(kind: Kind, state: State): Promise<{ id: string; year: number; basedOn: number }> {
  const before = {
    draft: 'draft',
    review: 'draft',
    returned: 'review',
    approved: 'review',
    published: 'approved',
  } as const;
  return asLead(async (tx) => {
    const made = await begin(tx, kind);
    await bring(tx, kind, made.id, made.year, before[state]);
    return { ...made, basedOn: way.indexOf(before[state]) + 1 };
  });
}

const ask = (role: Role, method: string, path: string, json?: unknown) => {
  const token = town.tokens[role];
  return world.ask(method, `/api/v1/cities/${town.cityId}${path}`, {
    ...(token !== undefined && { token }),
    ...(json !== undefined && { json }),
  });
};

/** Done, or refused in a way that says so; anything else is an error of the test. */
function allowed({ status }: Response): boolean {
  if (status >= 200 && status < 300) return true;
  expect([401, 403, 404]).toContain(status);
  return false;
}

async function tryDocument(role: Role, action: DocumentAction, state: State): Promise<boolean> {
  const kind = action.split('.')[0] as Kind;
  if (action.endsWith('.read')) {
    return allowed(await ask(role, 'GET', `/${plural[kind]}/${full[kind]}/versions/${STATES.indexOf(state) + 1}`));
  }
  const { id, basedOn, year: of } = await readyFor(kind, state);
  const path = `/${plural[kind]}/${id}`;
  const document = kind === 'plan' ? plan : { ...inventory, year: of };
  if (state === 'draft') return allowed(await ask(role, 'PUT', path, { basedOn, document }));
  if (state === 'published') return allowed(await ask(role, 'POST', `${path}/publication`, { basedOn, title: 'P' }));
  return allowed(await ask(role, 'POST', `${path}/state`, { basedOn, to: state }));
}

const plainAttempts: Partial<Record<PlainAction, (role: Role) => Promise<Response>>> = {
  'city.edit': (role) => ask(role, 'PATCH', '', { name: 'Tinytown' }),
  'base-year.edit': (role) => chooseBase(role),
  'members.read': (role) => ask(role, 'GET', '/members'),
  'members.edit': (role) => ask(role, 'POST', '/invitations', { email: 'new@example.org', role: 'viewer' }),
  'shares.read': (role) => ask(role, 'GET', '/shares'),
  'shares.edit': (role) => ask(role, 'PUT', `/shares/${town.otherNetworkId}`, { shares: [] }),
  'comment.read': (role) => ask(role, 'GET', `/comments?kind=plan&subjectId=${full.plan}`),
  'comment.write': (role) =>
    // On the approved version, which everybody who may comment sees.
    ask(role, 'POST', '/comments', { kind: 'plan', subjectId: full.plan, version: 4, body: 'Hm' }),
  'evidence.read': (role) => ask(role, 'GET', `/evidence?kind=plan&subjectId=${full.plan}`),
  'evidence.write': (role) => addFile(role),
  'audit.read': (role) => ask(role, 'GET', '/audit'),
  'webhooks.edit': (role) => ask(role, 'POST', '/webhooks', { url: 'https://hooks.example.org/', events: ['comment.added'] }), // prettier-ignore
  'network.read': (role) => askNetwork(role, 'GET', '/standing'),
  'network.accept': (role) => acceptNewcomer(role),
  'network.edit': (role) => askNetwork(role, 'PUT', `/members/${town.users.validator.id}`, { role: 'validator' }),
};

const askNetwork = (role: Role, method: string, path: string, json?: unknown) => {
  const token = town.tokens[role];
  const rest = { ...(token !== undefined && { token }), ...(json !== undefined && { json }) };
  return world.ask(method, `/api/v1/networks/${town.networkId}${path}`, rest);
};

/** The base year, upon the choice that is there; whoever may not choose sees none, or may only look. */
async function chooseBase(role: Role): Promise<Response> {
  const seen = await ask(role, 'GET', '/base-year');
  expect(seen.ok, role).toBe(mayDocument(role, 'inventory.read', 'draft'));
  const { version: basedOn } = seen.ok ? ((await seen.json()) as { version: number }) : { version: 0 };
  return ask(role, 'PUT', '/base-year', { inventoryId: full.inventory, basedOn });
}

/** A file behind the plan. */
function addFile(role: Role): Promise<Response> {
  const token = town.tokens[role];
  return world.ask('POST', `/api/v1/cities/${town.cityId}/evidence?kind=plan&subjectId=${full.plan}&name=a.txt`, {
    ...(token !== undefined && { token }),
    raw: 'metered',
    headers: { 'Content-Type': 'application/octet-stream' },
  });
}

/** Answer a city that asks to join: a new one each time, of the coordinator's country. */
async function acceptNewcomer(role: Role): Promise<Response> {
  const city = await world.db.as(SYSTEM, (tx) => foundCity(tx, { name: 'New', country: 'DEU' }, town.users.lead.id));
  await world.db.as({ kind: 'person', userId: town.users.lead.id }, (tx) => shareWith(tx, city.id, town.networkId, []));
  const token = town.tokens[role];
  return world.ask('PUT', `/api/v1/networks/${town.networkId}/cities/${city.id}`, token === undefined ? {} : { token });
}

describe('the table of rights, at the API', () => {
  const cells = ROLES.flatMap((role) =>
    DOCUMENT_ACTIONS.flatMap((action) =>
      STATES.map((state) => ({ role, action, state, may: mayDocument(role, action, state) })),
    ),
  );
  it.each(cells)('$role: $action $state is $may', async ({ role, action, state, may }) => {
    expect(await tryDocument(role, action, state)).toBe(may);
  });

  const plain = (Object.keys(plainAttempts) as PlainAction[]).flatMap((action) =>
    ROLES.map((role) => ({ role, action, may: mayPlain(role, action) })),
  );
  it.each(plain)('$role: $action is $may', async ({ role, action, may }) => {
    expect(allowed(await plainAttempts[action]!(role))).toBe(may);
  });

  it.each(ROLES)('is what the API itself asks before the database does: %s', async (role) => {
    const user = role === 'public' ? undefined : town.users[role];
    const viewer: Viewer = user ? { kind: 'person', userId: user.id } : PUBLIC;
    const roles = await world.db.as(viewer, (tx) => rolesIn(tx, town.cityId));
    for (const action of DOCUMENT_ACTIONS) {
      for (const state of STATES) {
        // Whoever has a role sees, besides, what everybody sees.
        const may = mayDocument(role, action, state) || mayDocument('public', action, state);
        expect(mayOneOf(roles, action, state), `${action} ${state}`).toBe(may);
      }
    }
    for (const action of Object.keys(PLAIN_RIGHTS) as PlainAction[]) {
      // What is done in a network is no matter of a city.
      if (!action.startsWith('network.')) expect(mayOneOf(roles, action), action).toBe(mayPlain(role, action));
    }
  });

  it('gives a network nothing that the city does not share with it', async () => {
    const viewer: Viewer = { kind: 'person', userId: town.stranger.id };
    const roles = await world.db.as(viewer, (tx) => rolesIn(tx, town.cityId));
    expect(roles).toContainEqual({ role: 'secretariat', shares: [] });
    expect(mayOneOf(roles, 'plan.read', 'approved')).toBe(false);
  });

  it('has a route for every action but one', () => {
    const without = (Object.keys(PLAIN_RIGHTS) as PlainAction[]).filter((action) => !plainAttempts[action]);
    // Writing the log happens within every write.
    expect(without).toEqual(['audit.write']);
  });

  it('lets nobody but the secretariat see, make or take back invitations, or rename the network', async () => {
    const offer = { email: 'new@example.org', role: 'validator' };
    for (const role of ROLES) {
      const may = role === 'secretariat';
      expect(allowed(await askNetwork(role, 'GET', '/invitations')), role).toBe(may);
      expect(allowed(await askNetwork(role, 'POST', '/invitations', offer)), role).toBe(may);
      expect(allowed(await askNetwork(role, 'PATCH', '', { name: `Network of ${role} ${town.networkId}` })), role).toBe(may); // prettier-ignore
      // Nobody is made a member by another: new people are invited.
      const brought = await askNetwork(role, 'PUT', `/members/${town.stranger.id}`, { role: 'validator' });
      expect(brought.status, role).toBe(may ? 404 : role === 'public' ? 401 : 403);
      expect(allowed(await askNetwork(role, 'GET', '/members')), role).toBe(mayPlain(role, 'network.read'));
      expect(allowed(await askNetwork(role, 'GET', '/standing/export')), role).toBe(mayPlain(role, 'network.read'));
    }
  });

  it('shows the cities and the sum of a network to its people alone, and sums for nobody else', async () => {
    // Asked by name, since row-level security alone would answer everybody else with a list of nothing.
    const ways = [['GET', '/cities'], ['GET', '/roll-up'], ['GET', '/roll-up/cities'], ['POST', '/jobs']] as const; // prettier-ignore
    for (const [method, path] of ways) {
      const json = method === 'POST' ? { kind: 'network-roll-up' } : undefined;
      for (const role of ROLES) {
        const { status } = await askNetwork(role, method, path, json);
        // Its people are told that nothing has been summed yet.
        const forItsPeople = { '/cities': 200, '/roll-up': 404, '/roll-up/cities': 200, '/jobs': 201 }[path];
        const forOthers = role === 'public' ? 401 : 403;
        expect(status, `${role} ${path}`).toBe(mayPlain(role, 'network.read') ? forItsPeople : forOthers);
      }
      const whole = `/api/v1/networks/${town.networkId}${path}`;
      const outside = await world.ask(method, whole, { token: town.strangerToken, ...(json && { json }) });
      expect(outside.status, path).toBe(403);
    }
    const cities = (await (await askNetwork('secretariat', 'GET', '/cities')).json()) as {
      items: { cityId: string }[];
    };
    expect(cities.items.map(({ cityId }) => cityId)).toContain(town.cityId);
  });

  it('brings a person in by a link of the secretariat, and has a country for a coordinator', async () => {
    const without = await askNetwork('secretariat', 'POST', '/invitations', { email: 'k@example.org', role: 'national-coordinator' }); // prettier-ignore
    expect(without.status).toBe(422);
    const offer = { email: 'k@example.org', role: 'national-coordinator', country: 'IDN' };
    const made = (await (await askNetwork('secretariat', 'POST', '/invitations', offer)).json()) as { link: string };
    const secret = made.link.split('/join?to=network#')[1]!;
    const body = { secret, name: 'Kadek', password: 'a long and quiet evening' };
    const look = await world.ask('POST', '/api/v1/invitations/network/look', { json: { secret } });
    expect(await look.json()).toMatchObject({
      networkId: town.networkId,
      role: 'national-coordinator',
      country: 'IDN',
    });
    expect((await world.ask('POST', '/api/v1/invitations/network/accept', { json: body })).status).toBe(200);
    expect((await world.ask('POST', '/api/v1/invitations/network/accept', { json: body })).status).toBe(404);
    const { items } = (await (await askNetwork('validator', 'GET', '/members')).json()) as { items: { name: string }[] }; // prettier-ignore
    expect(items.map(({ name }) => name)).toContain('Kadek');
  });

  it('shows a city at a glance page by page, and tells it why it was turned away', async () => {
    const page = async (query: string) =>
      (await (await askNetwork('secretariat', 'GET', `/standing?${query}`)).json()) as {
        items: { cityId: string; marks: string[]; inventory: unknown }[];
        next: string | null;
        total: number;
        summary: { members: number; marks: Record<string, number> };
      };
    await acceptNewcomer('secretariat');
    const first = await page('limit=1&order=asked');
    expect(first.items[0]).toMatchObject({
      cityId: town.cityId,
      seesInventory: true,
      inventory: { completeness: { figures: expect.any(Number) as number } },
    });
    expect(first.items[0]!.marks).toEqual(expect.arrayContaining(['inventory', 'published']));
    const rest = await page(`limit=200&order=asked&cursor=${first.next!}`);
    expect(1 + rest.items.length).toBe(first.total);
    expect(first.total).toBe(first.summary.members);
    const newcomer = await world.db.as(SYSTEM, (tx) => foundCity(tx, { name: '=New', country: 'DEU' }, town.users.lead.id)); // prettier-ignore
    await asLead((tx) => shareWith(tx, newcomer.id, town.networkId, ['plan']));
    expect((await page('show=asking&q=new')).items.map(({ cityId }) => cityId)).toContain(newcomer.id);
    const file = await (await askNetwork('secretariat', 'GET', '/standing/export?show=asking')).text();
    expect(file).toContain(`${newcomer.id},'=New,DEU,plan,`);
    const no = await askNetwork('secretariat', 'DELETE', `/cities/${newcomer.id}?reason=Too%20early`);
    expect(no.status).toBe(204);
    const shares = await world.ask('GET', `/api/v1/cities/${newcomer.id}/shares`, { token: town.tokens.lead! });
    expect(await shares.json()).toMatchObject({ items: [{ reason: 'Too early', acceptedAt: null }] });
    const me = await world.ask('GET', '/api/v1/me', { token: town.tokens['national-coordinator']! });
    expect(await me.json()).toMatchObject({ networks: [{ id: town.networkId, role: 'national-coordinator', country: 'DEU' }] }); // prettier-ignore
  });
});

describe('a lead of another city, signed in', () => {
  it('reaches nothing of this city by its ids, neither in its own place nor under their own city', async () => {
    const { theirs, mine, cookie } = await twoCities();
    const before = await everythingOf(town.cityId);
    const open: string[] = [];
    for (const operation of operations.filter(({ path }) => path.includes('{'))) {
      const [, ...others] = [...operation.path.matchAll(/\{(\w+)\}/g)];
      const places = others.length > 0 ? [theirs, { ...theirs, cityId: mine }] : [theirs];
      for (const ids of places) {
        const path = `/api/v1${operation.path.replaceAll(/\{(\w+)\}/g, (_, name: keyof typeof ids) => ids[name])}${queryOf(operation, ids)}`; // prettier-ignore
        const sent = bodyOf(operation, ids);
        const answer = await world.ask(operation.method.toUpperCase(), path, { cookie, ...sent });
        if ([401, 403, 404].includes(answer.status)) continue;
        // With whom the other city shares is its own business; and a list of nothing tells nothing.
        if (ids.cityId === mine && ['share', 'leaveNetwork'].includes(operation.id)) continue;
        if ((await answer.clone().text()) === '{"items":[],"next":null}') continue;
        // What everybody reads is no secret.
        const asPublic = operation.method === 'get' ? await world.ask('GET', path) : undefined;
        if (asPublic?.status === 200 && (await asPublic.text()) === (await answer.clone().text())) continue;
        open.push(`${operation.id} ${ids.cityId === mine ? 'under mine ' : ''}${answer.status} ${(await answer.text()).slice(0, 120)}`); // prettier-ignore
      }
    }
    expect(open).toEqual([]);
    expect(await everythingOf(town.cityId)).toEqual(before);
  });
});

/** Ids of everything that a city has, and a lead of another one. */
async function twoCities() {
  const other = await newTown(world);
  const hash = await hashPassword('the river rises in may');
  await world.db.as(SYSTEM, (tx) => setPassword(tx, other.users.lead.id, hash));
  const signedIn = await world.ask('POST', '/api/v1/auth/sign-in/email', {
    json: { email: other.users.lead.email, password: 'the river rises in may' },
  });
  const made = async (path: string, json: unknown) => (await (await ask('lead', 'POST', path, json)).json()) as { id: string }; // prettier-ignore
  const invited = (await made('/invitations', { email: 'x@example.org', role: 'viewer' })) as unknown as { invitation: { id: string } }; // prettier-ignore
  const hooked = (await made('/webhooks', { url: 'https://hooks.example.org/x', events: ['comment.added'] })) as unknown as { webhook: { id: string } }; // prettier-ignore
  const job = await made('/jobs', { kind: 'export-city' });
  const comments = (await (await ask('lead', 'GET', `/comments?kind=plan&subjectId=${full.plan}`)).json()) as { items: { id: string }[] }; // prettier-ignore
  const publications = (await (await ask('lead', 'GET', '/publications')).json()) as { items: { id: string }[] };
  const evidence = await asLead(
    (tx) =>
    addEvidence(tx, { cityId: town.cityId, kind: 'plan', subjectId: full.plan, name: 'a.txt', mediaType: 'text/plain', bytes: new Uint8Array([1]) }), // prettier-ignore
  );
  const theirs = {
    cityId: town.cityId,
    networkId: town.networkId,
    userId: town.users.viewer.id,
    documentId: full.plan,
    version: '1',
    invitationId: invited.invitation.id,
    webhookId: hooked.webhook.id,
    jobId: job.id,
    commentId: comments.items[0]!.id,
    publicationId: publications.items[0]!.id,
    evidenceId: evidence.id,
    sessionId: newId(),
    tokenId: newId(),
    passkeyId: newId(),
  };
  return { theirs, mine: other.cityId, cookie: cookiesOf(signedIn) };
}

/** Bodies that are taken, so that it is the right that is refused. */
function bodyOf({ id, body, upload }: AnyOperation, ids: Readonly<Record<string, string>>) {
  if (upload) return { raw: 'a,b\n1,2\n', headers: { 'Content-Type': upload.types.at(-1)! } };
  if (!body) return {};
  const bodies: Readonly<Record<string, unknown>> = {
    setMember: { role: 'viewer' },
    invite: { email: 'y@example.org', role: 'lead' },
    addService: { name: 'x', role: 'editor', scopes: ['read'] },
    addInventory: { name: 'x', document: inventory },
    addPlan: { name: 'x', document: plan },
    saveInventory: { basedOn: 5, document: inventory },
    savePlan: { basedOn: 5, document: plan },
    moveInventory: { basedOn: 5, to: 'review' },
    movePlan: { basedOn: 5, to: 'review' },
    publishInventory: { basedOn: 5, title: 'x' },
    publishPlan: { basedOn: 5, title: 'x' },
    copyPlan: { name: 'x' },
    addComment: { kind: 'plan', subjectId: ids['documentId'], version: 1, body: 'x' },
    share: { shares: ['plan'] },
    setNetworkMember: { role: 'validator' },
    inviteToNetwork: { email: 'y@example.org', role: 'validator' },
    beginCityJob: { kind: 'evaluate-plan', payload: { planId: ids['documentId'], version: 1, draws: 64, seed: 1 } },
    beginNetworkJob: { kind: 'network-roll-up' },
    addWebhook: { url: 'https://hooks.example.org/y', events: ['comment.added'] },
    setDisabled: { disabled: true },
    chooseBaseYear: { inventoryId: ids['documentId'], basedOn: 0 },
  };
  return { json: bodies[id] ?? { name: 'x' } };
}

function queryOf({ id, upload }: AnyOperation, ids: Readonly<Record<string, string>>): string {
  if (upload && id === 'addEvidence') return `?kind=plan&subjectId=${ids['documentId']}&name=a.csv`;
  if (id === 'listEvidence' || id === 'listComments') return `?kind=plan&subjectId=${ids['documentId']}`;
  if (id === 'previewInventoryImport') return '?name=a.csv';
  return id === 'explainFigure' ? '?path=x' : '';
}

/** Every row of a city, by table, as a hash. */
async function everythingOf(cityId: string): Promise<Readonly<Record<string, string>>> {
  return world.db.as(SYSTEM, async (tx) => {
    const { rows: tables } = await sql<{ name: string }>`
      SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'cities' AND column_name = 'city_id' ORDER BY 1`.execute(tx);
    const hashes: Record<string, string> = {};
    for (const { name } of tables) {
      const { rows } = await sql<{ hash: string }>`
        SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS hash FROM ${sql.table(name)} t WHERE city_id = ${cityId}`.execute(tx); // prettier-ignore
      hashes[name] = rows[0]!.hash;
    }
    return hashes;
  });
}
