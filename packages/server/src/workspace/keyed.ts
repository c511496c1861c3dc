/** Writes under a key: the same request twice acts once and is answered alike. */
import { DomainError } from '@thousand-cities/model';
import {
  findAnswer,
  keepAnswer,
  sha256,
  takeKey,
  type Database,
  type KeptAnswer,
  type Transaction,
  type Viewer,
} from '@thousand-cities/store';
import type { Answer } from './operation.ts';
import { Refused } from '../refused.ts';

/** A key, whose it is, and what was asked under it. */
export interface Key {
  readonly userId: string;
  readonly key: string;
  readonly requestSha256: string;
}

/** Read a key from its header. */
export function keyOf(header: string, userId: string, request: readonly string[]): Key {
  if (!/^[\x21-\x7e]{1,200}$/.test(header)) {
    throw new Refused(400, 'bad-key', 'Idempotency-Key has 1 to 200 visible ASCII characters', { at: ['Idempotency-Key'] }); // prettier-ignore
  }
  return { userId, key: header, requestSha256: sha256(JSON.stringify(request)) };
}

/** A key where none is taken: whoever sent it counts on it, so it is not ignored. */
export const keyNotTaken = () =>
  new Refused(400, 'key-not-taken', 'this operation takes no Idempotency-Key', { at: ['Idempotency-Key'] });

/**
 * Run a write and keep its answer in the same transaction, or give the answer that is kept. Of two requests with one key at
 * the same time, the second waits for the first in the database, and gets the first one's answer or, where that was refused, acts.
 *
 * @throws {Refused} 422 when the key was used for another request
 */
export async function once(
  db: Database,
  viewer: Viewer,
  key: Key | undefined,
  work: (tx: Transaction) => Promise<Answer>,
): Promise<Answer> {
  if (!key) return db.as(viewer, work);
  let taking = false;
  try {
    return await db.as(viewer, async (tx) => {
      const kept = await findAnswer(tx, key.userId, key.key);
      if (kept) return replay(kept, key);
      taking = true;
      await takeKey(tx, key.userId, key.key);
      taking = false;
      const answer = await work(tx);
      await keepAnswer(tx, key.userId, key.key, textOf(answer, key));
      return answer;
    });
  } catch (error) {
    if (!taking || !(error instanceof DomainError) || error.code !== 'already-exists') throw error;
    const kept = await db.as(viewer, (tx) => findAnswer(tx, key.userId, key.key));
    if (!kept) throw error;
    return replay(kept, key);
  }
}

function textOf({ status = 200, body, keptBody, headers = {} }: Answer, { requestSha256 }: Key): KeptAnswer {
  return { requestSha256, status, headers, body: JSON.stringify(keptBody ?? body ?? null) };
}

function replay({ requestSha256, status, headers, body }: KeptAnswer, key: Key): Answer {
  if (requestSha256 !== key.requestSha256) {
    throw new Refused(422, 'key-reused', 'this Idempotency-Key was used for another request', { at: ['Idempotency-Key'] }); // prettier-ignore
  }
  return {
    status: status as 200,
    body: JSON.parse(body) as unknown,
    headers: { ...headers, 'Idempotent-Replayed': 'true' },
  };
}
