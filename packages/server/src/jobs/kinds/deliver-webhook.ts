/** Send an event to one address, and write down what came of it. */
import { z } from '@hono/zod-openapi';
import { dropDelivery, findOutgoing, recordAttempt, SYSTEM, type Outgoing } from '@thousand-cities/store';
import type { Permit } from '../../webhooks/permit.ts';
import type { Sealer } from '../../webhooks/seal.ts';
import { send, type Sent } from '../../webhooks/send.ts';
import { jobKind, spread, TryAgain, type AnyJobKind } from '../kind.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pauses before each further try, as Standard Webhooks proposes: three days in all. The migration has the number of tries. */
const PAUSES = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];

export interface DeliverOptions {
  readonly sealer: Sealer;
  readonly permit: Permit;
  /** For tests, which do not wait for seconds. */
  readonly pauses?: readonly number[];
  readonly timeoutMs?: number;
}

export function deliverWebhook({ sealer, permit, pauses = PAUSES, timeoutMs }: DeliverOptions): AnyJobKind {
  return jobKind({
    kind: 'deliver-webhook',
    about: 'city',
    needs: null,
    payload: z.object({}),
    lane: 'sending',
    mostTries: PAUSES.length + 1,
    again: (tries) => spread(pauses[Math.min(tries, pauses.length) - 1]!),
    run: async ({ job, db, signal }) => {
      // The job has the id of the delivery.
      const out = await db.as(SYSTEM, (tx) => findOutgoing(tx, job.id));
      // Sent already by a run that could not say so any more, or nobody wants it now.
      if (!out) return { result: null, keep: (tx) => dropDelivery(tx, job.id) };
      const secrets = openAll(sealer, out);
      const sent: Sent = secrets
        ? await send({ url: out.url, id: out.eventId, body: out.body, secrets }, { permit, signal, ...(timeoutMs !== undefined && { timeoutMs }) }) // prettier-ignore
        : { problem: 'its secret cannot be read with the secret of this installation: replace it' };
      signal.throwIfAborted();
      const { status, problem } = sent;
      const attempt = { delivered: problem === undefined, status, problem, gone: status === 410 };
      if (attempt.delivered || attempt.gone) {
        return { result: { status }, keep: (tx) => recordAttempt(tx, out, attempt, true) };
      }
      await db.as(SYSTEM, (tx) => recordAttempt(tx, out, attempt, job.tries >= job.mostTries));
      throw new TryAgain('not-delivered', problem!);
    },
  });
}

function openAll(sealer: Sealer, { sealedSecrets }: Outgoing): string[] | undefined {
  try {
    return sealedSecrets.map((sealed) => sealer.open(sealed));
  } catch {
    return undefined;
  }
}
