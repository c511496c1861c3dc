/** Events: written with the change they tell of or not at all, for the addresses that asked for them. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  addComment,
  addMember,
  addPlan,
  addWebhook,
  dropDelivery,
  enableWebhook,
  endWebhook,
  findOutgoing,
  findVersion,
  listDeliveries,
  listWebhooks,
  publish,
  recordAttempt,
  rotateSecret,
  saveVersion,
  setMember,
  onBehalfOf,
  SYSTEM,
  testWebhook,
  WEBHOOK_EVENTS,
  withdraw,
  type Database,
  type DocumentKey,
  type Outgoing,
  type State,
  type Transaction,
  type Webhook,
} from '../src/index.ts';
import { as, newCity, newPerson, planOf, refusalOf } from './documents.ts';

export function webhooksCase(database: () => Database): void {
  describe('webhooks', () => {
    let db: Database;
    let town: Awaited<ReturnType<typeof newCity>>;
    let all: Webhook;
    let plan: DocumentKey;
    const asLead = <T>(work: (tx: Transaction) => Promise<T>) => db.as(as(town.people.lead), work);
    const asSystem = <T>(work: (tx: Transaction) => Promise<T>) => db.as(SYSTEM, work);
    const add = (events: readonly (typeof WEBHOOK_EVENTS)[number][]) =>
      asLead((tx) =>
        addWebhook(tx, { cityId: town.city.id, url: 'https://example.org/h', events, sealedSecret: 's1' }),
      );
    const sentTo = (hook: Webhook) => asLead((tx) => listDeliveries(tx, town.city.id, hook.id));
    const bodies = async (hook: Webhook) => {
      const rows = await asSystem((tx) =>
        tx.selectFrom('webhook_deliveries').select('body').where('webhook_id', '=', hook.id).orderBy('created_at').execute(),
      ); // prettier-ignore
      return rows.map(({ body }) => JSON.parse(body) as { type: string; timestamp: string; data: object });
    };
    beforeAll(async () => {
      db = database();
      town = await newCity(db);
      plan = await asLead((tx) => addPlan(tx, town.city.id, 'Main', planOf('x')));
      all = await add(WEBHOOK_EVENTS);
    });

    it('are told of every step of a document, of comments and of members, by ids alone', async () => {
      const { cityId, id } = { cityId: town.city.id, id: plan.id };
      const move = (basedOn: number, state: State) =>
        asLead(async (tx) => saveVersion(tx, 'plan', plan, { basedOn, state, text: (await findVersion(tx, 'plan', plan))!.text })); // prettier-ignore
      for (const [i, state] of (['review', 'returned', 'review', 'approved'] as const).entries())
        await move(i + 1, state);
      const published = await asLead((tx) => publish(tx, 'plan', plan, 5, 'Plan'));
      await asLead((tx) => withdraw(tx, cityId, published.id));
      const said = await asLead((tx) =>
        addComment(tx, { cityId, kind: 'plan', subjectId: id, version: 1, body: 'Why?' }),
      );
      const user = (await newPerson(db)).id;
      await db.as(onBehalfOf(user), (tx) => addMember(tx, cityId, user, 'viewer'));
      for (const role of ['editor', undefined] as const) await asLead((tx) => setMember(tx, cityId, user, role));

      const [kind, documentId, actorId] = ['plan', plan.id, town.people.lead.id];
      const document = (version: number) => ({ cityId, kind, documentId, version, actorId });
      const told = await bodies(all);
      expect(told.map(({ type, data }) => [type, data])).toEqual([
        ['document.submitted', document(2)],
        ['document.returned', document(3)],
        ['document.submitted', document(4)],
        ['document.approved', document(5)],
        ['document.published', document(6)],
        ['publication.withdrawn', { cityId, publicationId: published.id, actorId }],
        ['comment.added', { cityId, kind, documentId, commentId: said.id, actorId }],
        ['member.joined', { cityId, userId: user, role: 'viewer', actorId: user }],
        ['member.changed', { cityId, userId: user, role: 'editor', actorId }],
        ['member.left', { cityId, userId: user, role: null, actorId }],
      ]);
      for (const { timestamp } of told) expect(new Date(timestamp).toISOString()).toBe(timestamp);
    });

    const say = (tx: Transaction) =>
      addComment(tx, { cityId: town.city.id, kind: 'plan', subjectId: plan.id, version: 1, body: 'Hm' });

    it('are told nothing of a change that was undone', async () => {
      const before = (await sentTo(all)).length;
      await asLead(async (tx) => {
        await say(tx);
        throw new Error('undone');
      }).catch(() => undefined);
      expect(await sentTo(all)).toHaveLength(before);
    });

    it('get what they chose, under one id with the others, and their own test', async () => {
      const hook = await add(['comment.added']);
      await asLead((tx) => setMember(tx, town.city.id, town.people.viewer.id, 'editor'));
      await asLead(say);
      const [mine] = await sentTo(hook);
      expect(await sentTo(hook)).toHaveLength(1);
      expect((await sentTo(all)).find(({ event }) => event === 'comment.added')!.eventId).toBe(mine!.eventId);
      const before = (await sentTo(all)).length;
      await asLead((tx) => testWebhook(tx, town.city.id, hook.id));
      expect((await sentTo(hook))[0]).toMatchObject({ event: 'webhook.test', state: 'waiting', tries: 0 });
      expect(await sentTo(all)).toHaveLength(before);
      await asLead((tx) => endWebhook(tx, town.city.id, hook.id));
      expect(await asSystem((tx) => findOutgoing(tx, mine!.id))).toBeUndefined();
      await asSystem((tx) => dropDelivery(tx, mine!.id));
      await asLead(say);
      expect((await sentTo(hook)).map(({ state }) => state).sort()).toEqual(['dropped', 'waiting']);
    });

    it('are the leads’ alone', async () => {
      const asEditor = <T>(work: (tx: Transaction) => Promise<T>) => db.as(as(town.people.editor), work);
      expect(await asEditor((tx) => listWebhooks(tx, town.city.id))).toEqual([]);
      expect(await asEditor((tx) => listDeliveries(tx, town.city.id, all.id))).toEqual([]);
      const refused = asEditor((tx) => endWebhook(tx, town.city.id, all.id));
      expect(await refusalOf(refused)).toMatchObject({ code: 'not-found' });
    });

    it('sign with the old secret too for a while after it was replaced', async () => {
      const hook = await add(['comment.added']);
      await asLead(say);
      const { id } = (await sentTo(hook))[0]!;
      await asLead((tx) => rotateSecret(tx, town.city.id, hook.id, 's2'));
      const secrets = async () => (await asSystem((tx) => findOutgoing(tx, id)))!.sealedSecrets;
      expect(await secrets()).toEqual(['s2', 's1']);
      const over = { old_secret_until: new Date(Date.now() - 1000).toISOString() };
      await asSystem((tx) => tx.updateTable('webhooks').set(over).where('id', '=', hook.id).execute());
      expect(await secrets()).toEqual(['s2']);
    });

    it('stay delivered, whatever a process says afterwards that had lost the job meanwhile', async () => {
      const hook = await add(['comment.added']);
      await asLead(say);
      const { id } = (await sentTo(hook))[0]!;
      const out = (await asSystem((tx) => findOutgoing(tx, id)))!;
      await asSystem((tx) => recordAttempt(tx, out, { delivered: true, status: 204 }, false));
      for (const last of [false, true]) {
        await asSystem((tx) => recordAttempt(tx, out, { delivered: false, problem: 'no answer' }, last));
        expect((await sentTo(hook))[0]).toMatchObject({ state: 'delivered', tries: 1, status: 204, problem: null });
      }
      expect((await asLead((tx) => listWebhooks(tx, town.city.id))).find((each) => each.id === hook.id)).toMatchObject({ failingSince: null }); // prettier-ignore
    });

    it('are turned off when they have failed for five days, or nobody is there any more', async () => {
      const hook = await add(['comment.added']);
      /** One that waits, found in transactions after each other: the embedded database has one session. */
      const nextOutside = async (): Promise<Outgoing> => {
        await asLead(say);
        const { id } = (await sentTo(hook))[0]!;
        return (await asSystem((tx) => findOutgoing(tx, id)))!;
      };
      const state = async () =>
        (await asLead((tx) => listWebhooks(tx, town.city.id))).find(({ id }) => id === hook.id)!;
      const fail = async (out: Outgoing, gone = false) => asSystem((tx) => recordAttempt(tx, out, { delivered: false, status: gone ? 410 : 500, gone }, false)); // prettier-ignore
      const first = await nextOutside();
      await fail(first);
      expect(await state()).toMatchObject({ disabledAt: null, failingSince: expect.any(String) as string });
      await asSystem((tx) => recordAttempt(tx, first, { delivered: true, status: 204 }, false));
      expect(await state()).toMatchObject({ failingSince: null });
      const sixDays = { failing_since: new Date(Date.now() - 6 * 86_400_000).toISOString() };
      await asSystem((tx) => tx.updateTable('webhooks').set(sixDays).where('id', '=', hook.id).execute());
      await fail(await nextOutside());
      expect(await state()).toMatchObject({ disabledAt: expect.any(String) as string });
      const before = (await sentTo(hook)).length;
      await asLead(say);
      expect(await sentTo(hook)).toHaveLength(before);
      await asLead((tx) => enableWebhook(tx, town.city.id, hook.id));
      await fail(await nextOutside(), true);
      expect(await state()).toMatchObject({ disabledWhy: expect.stringContaining('410') as string });
    });
  });
}
