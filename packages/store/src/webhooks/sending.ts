/** Deliveries as whoever sends them sees them: by the program itself. */
import { sql } from 'kysely';
import type { Transaction } from '../database/database.ts';

/** Something to be sent, with everything that is needed for it. */
export interface Outgoing {
  readonly cityId: string;
  readonly id: string;
  readonly eventId: string;
  readonly body: string;
  readonly webhookId: string;
  readonly url: string;
  /** Encrypted; the newest first. The old one is there as long as it signs. */
  readonly sealedSecrets: readonly string[];
}

/** What trying to send it came to. */
export interface Attempt {
  readonly delivered: boolean;
  /** HTTP status; absent when no answer came. */
  readonly status?: number | undefined;
  readonly problem?: string | undefined;
  /** Nobody is there any more (410 Gone): turn the webhook off at once. */
  readonly gone?: boolean;
}

/** A webhook that has failed for so long is turned off. */
export const FAILING_DAYS = 5;

/** A delivery that still has somewhere to go; undefined when it was sent, or its webhook has ended or is off. */
export async function findOutgoing(tx: Transaction, id: string): Promise<Outgoing | undefined> {
  const { rows } = await sql<Omit<Outgoing, 'sealedSecrets'> & { secret: string; oldSecret: string | null }>`
    SELECT d.city_id AS "cityId", d.id, d.event_id AS "eventId", d.body, w.id AS "webhookId", w.url, w.secret,
      CASE WHEN w.old_secret_until > now() THEN w.old_secret END AS "oldSecret"
    FROM webhook_deliveries d JOIN webhooks w ON w.city_id = d.city_id AND w.id = d.webhook_id
    WHERE d.id = ${id} AND d.state = 'waiting' AND w.ended_at IS NULL AND w.disabled_at IS NULL`.execute(tx);
  const [row] = rows;
  if (!row) return undefined;
  const { secret, oldSecret, ...rest } = row;
  return { ...rest, sealedSecrets: oldSecret === null ? [secret] : [secret, oldSecret] };
}

/** Give up a delivery that has nowhere to go any more. */
export async function dropDelivery(tx: Transaction, id: string): Promise<void> {
  await sql`UPDATE webhook_deliveries SET state = 'dropped' WHERE id = ${id} AND state = 'waiting'`.execute(tx);
}

/**
 * Write down what an attempt came to; turn the webhook off where nobody is there, or it has failed for days.
 *
 * @param last whether it will not be tried again
 */
export async function recordAttempt(tx: Transaction, out: Outgoing, attempt: Attempt, last: boolean): Promise<void> {
  const { delivered, status, problem, gone = false } = attempt;
  const state = delivered ? 'delivered' : last || gone ? 'failed' : 'waiting';
  // Only while it waits: a process that was stopped for long may come back after another has delivered it.
  const told = await sql`
    UPDATE webhook_deliveries SET state = ${state}, tries = tries + 1, status = ${status ?? null}, problem = ${problem ?? null},
      tried_at = now()
    WHERE city_id = ${out.cityId} AND id = ${out.id} AND state = 'waiting'`.execute(tx);
  if (told.numAffectedRows === 0n) return;
  if (delivered) {
    await sql`UPDATE webhooks SET failing_since = NULL
              WHERE city_id = ${out.cityId} AND id = ${out.webhookId} AND failing_since IS NOT NULL`.execute(tx);
    return;
  }
  const why = gone ? 'the receiver said it is gone (410)' : `no delivery succeeded for ${FAILING_DAYS} days`;
  await sql`
    UPDATE webhooks SET failing_since = coalesce(failing_since, now()),
      disabled_at = CASE WHEN ${gone} OR failing_since < now() - make_interval(days => ${FAILING_DAYS}) THEN now() END,
      disabled_why = CASE WHEN ${gone} OR failing_since < now() - make_interval(days => ${FAILING_DAYS}) THEN ${why} END
    WHERE city_id = ${out.cityId} AND id = ${out.webhookId} AND disabled_at IS NULL`.execute(tx);
}
