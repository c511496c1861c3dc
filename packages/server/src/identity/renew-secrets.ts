/**
 * When the installation has another secret than before, what is encrypted is encrypted anew with it, all at once when the store is
 * opened: then the earlier one can be taken away.
 */
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import {
  secondFactorSecrets,
  SYSTEM,
  webhookSecrets,
  type Database,
  type Encrypted,
  type Transaction,
} from '@thousand-cities/store';
import { createSealer } from '../webhooks/seal.ts';

/** How a kind of text is opened and closed; `open` throws for another secret. */
interface Lock {
  open(text: string, secret: string): Promise<string>;
  close(text: string, secret: string): Promise<string>;
}

const factorLock: Lock = {
  open: (data, key) => symmetricDecrypt({ key, data }),
  close: (data, key) => symmetricEncrypt({ key, data }),
};
export const WEBHOOKS = 'webhook secrets';
const webhookLock: Lock = {
  // In an async function, so that it refuses as a promise does.
  open: async (text, secret) => Promise.resolve(createSealer(secret, WEBHOOKS).open(text)),
  close: async (text, secret) => Promise.resolve(createSealer(secret, WEBHOOKS).seal(text)),
};

/** How many could be read by none of the secrets: they are set up again by those whose they are. */
export interface Unreadable {
  readonly secondFactors: number;
  readonly webhooks: number;
}

/** Encrypt with `secret` what one of `before` encrypted. Both may run at once in several processes. */
export async function renewSecrets(db: Database, secret: string, before: readonly string[]): Promise<Unreadable> {
  return db.as(SYSTEM, async (tx) => ({
    secondFactors: await renew(tx, secondFactorSecrets, factorLock, [secret, ...before]),
    webhooks: await renew(tx, webhookSecrets, webhookLock, [secret, ...before]),
  }));
}

async function renew(
  tx: Transaction,
  place: typeof webhookSecrets,
  lock: Lock,
  [secret, ...before]: readonly string[],
): Promise<number> {
  let unreadable = 0;
  for (const row of await place.list(tx)) {
    if (await opens(lock, row, secret!)) continue;
    const found = await firstThatOpens(lock, row, before);
    if (!found) unreadable++;
    else await place.replace(tx, row, await Promise.all(found.map((text) => text && lock.close(text, secret!))));
  }
  return unreadable;
}

async function firstThatOpens(lock: Lock, row: Encrypted, secrets: readonly string[]) {
  for (const secret of secrets) {
    const texts = await opens(lock, row, secret);
    if (texts) return texts;
  }
  return undefined;
}

/** The texts of a row, where a secret opens all of them. */
async function opens(lock: Lock, { texts }: Encrypted, secret: string): Promise<(string | null)[] | undefined> {
  return Promise.all(texts.map((text) => (text === null ? null : lock.open(text, secret)))).catch(() => undefined);
}
