/** Addresses that a city's events are sent to, and the log of what was sent: for its leads. */
import { sql } from 'kysely';
import { DomainError } from '@thousand-cities/model';
import type { Transaction } from '../database/database.ts';
import { isId, newId } from '../ids.ts';
import type { DeliveryState } from '../tables.ts';
import { appendAudit } from '../trail/audit.ts';

/** What may be told. The database makes them of the entries of the audit log (migration 0007). */
export const WEBHOOK_EVENTS = [
  'document.submitted',
  'document.returned',
  'document.approved',
  'document.published',
  'publication.withdrawn',
  'comment.added',
  'member.joined',
  'member.changed',
  'member.left',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

export interface Webhook {
  readonly cityId: string;
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly createdAt: string;
  /** Since when no delivery has succeeded; null when the last one did. */
  readonly failingSince: string | null;
  /** When it was turned off, and why. */
  readonly disabledAt: string | null;
  readonly disabledWhy: string | null;
}

export interface Delivery {
  readonly id: string;
  readonly eventId: string;
  readonly event: string;
  readonly state: DeliveryState;
  readonly tries: number;
  /** HTTP status of the last answer; null when none came. */
  readonly status: number | null;
  readonly problem: string | null;
  readonly createdAt: string;
  readonly triedAt: string | null;
}

/** The most of one city. */
export const MOST_WEBHOOKS = 20;

/** How long a replaced secret goes on signing beside the new one. */
export const OLD_SECRET_HOURS = 24;

const columns = [
  'city_id as cityId',
  'id',
  'url',
  'events',
  'created_at as createdAt',
  'failing_since as failingSince',
  'disabled_at as disabledAt',
  'disabled_why as disabledWhy',
] as const;

/**
 * Register an address. The caller has checked it.
 *
 * @param sealedSecret encrypted, as it is kept
 * @throws {DomainError} `not-allowed`; `out-of-range` when the city has as many as it may
 */
export async function addWebhook(
  tx: Transaction,
  hook: {
    readonly cityId: string;
    readonly url: string;
    readonly events: readonly WebhookEvent[];
    readonly sealedSecret: string;
  },
): Promise<Webhook> {
  const { cityId, url, events, sealedSecret } = hook;
  const id = newId();
  // First: it locks the city's log, so that two leads do not go beyond the limit together.
  // Of the address only whose it is: with many receivers the rest is a secret, and the log is for ever.
  await appendAudit(tx, cityId, 'webhook.add', `webhook/${id}`, { url: new URL(url).origin, events });
  if ((await listWebhooks(tx, cityId)).length >= MOST_WEBHOOKS) {
    throw new DomainError('out-of-range', `a city has at most ${MOST_WEBHOOKS} webhooks: end one first`, [cityId]);
  }
  return tx
    .insertInto('webhooks')
    .values({ city_id: cityId, id, url, events, secret: sealedSecret, created_by: sql<string>`me()` })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

/** Webhooks of a city that have not ended, oldest first. */
export async function listWebhooks(tx: Transaction, cityId: string): Promise<Webhook[]> {
  return tx
    .selectFrom('webhooks')
    .select(columns)
    .where('city_id', '=', cityId)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** Replace the secret; the old one goes on signing beside it for a day. */
export async function rotateSecret(tx: Transaction, cityId: string, id: string, sealedSecret: string): Promise<void> {
  await change(tx, cityId, id, 'webhook.rotate', {
    old_secret: sql<string>`secret`,
    old_secret_until: sql<string>`now() + make_interval(hours => ${OLD_SECRET_HOURS})`,
    secret: sealedSecret,
  });
}

/** Turn a webhook on again that was turned off for failing. What happened in between is not sent. */
export async function enableWebhook(tx: Transaction, cityId: string, id: string): Promise<void> {
  await change(tx, cityId, id, 'webhook.enable', { disabled_at: null, disabled_why: null, failing_since: null });
}

/** End a webhook. Deliveries that wait are dropped. */
export async function endWebhook(tx: Transaction, cityId: string, id: string): Promise<void> {
  await change(tx, cityId, id, 'webhook.end', { ended_at: sql<string>`now()` });
}

/** Send one a test event. */
export async function testWebhook(tx: Transaction, cityId: string, id: string): Promise<void> {
  const hook = (await listWebhooks(tx, cityId)).find((each) => each.id === id);
  if (!hook) throw noSuchWebhook(id);
  if (hook.disabledAt !== null) throw new DomainError('out-of-range', 'this webhook is turned off: turn it on first', [id]); // prettier-ignore
  await appendAudit(tx, cityId, 'webhook.test', `webhook/${id}`, {});
}

/** The newest deliveries of a webhook, newest first. */
export async function listDeliveries(
  tx: Transaction,
  cityId: string,
  webhookId: string,
  limit = 100,
): Promise<Delivery[]> {
  // prettier-ignore
  return tx
    .selectFrom('webhook_deliveries')
    .select(['id', 'event_id as eventId', 'event', 'state', 'tries', 'status', 'problem'])
    .select(['created_at as createdAt', 'tried_at as triedAt'])
    .where('city_id', '=', cityId)
    .where('webhook_id', '=', webhookId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

async function change(
  tx: Transaction,
  cityId: string,
  id: string,
  action: string,
  values: Record<string, unknown>,
): Promise<void> {
  if (!isId(id)) throw noSuchWebhook(id);
  const done = await tx
    .updateTable('webhooks')
    .set(values)
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw noSuchWebhook(id);
  await appendAudit(tx, cityId, action, `webhook/${id}`, {});
}

const noSuchWebhook = (id: string) => new DomainError('not-found', 'there is no such webhook', [id]);
