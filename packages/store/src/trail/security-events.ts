/** The log of the installation: who signed in, who failed to, what administrators did, what was refused. By the program alone. */
import type { Transaction } from '../database/database.ts';
import { newId } from '../ids.ts';

export interface SecurityEvent {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** What it was about, such as `sign-in`. */
  readonly event: string;
  readonly outcome: 'done' | 'refused';
  /** Who acted, where that is known. */
  readonly userId: string | null;
  /** The network address it came from. */
  readonly address: string | null;
  /** JSON; never a password, a token or the secret of a link. */
  readonly detail: string;
}

/** What is told of an event; the moment is now. */
export interface NewSecurityEvent {
  readonly event: string;
  readonly outcome: 'done' | 'refused';
  readonly userId?: string;
  readonly address?: string;
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

/** Entries name network addresses, so they are kept no longer than one looks back. */
export const EVENTS_KEPT_DAYS = 366;

/** Add an entry. */
export async function recordEvent(tx: Transaction, event: NewSecurityEvent): Promise<void> {
  const { event: name, outcome, userId, address, detail } = event;
  await tx
    .insertInto('security_events')
    .values({
      id: newId(),
      event: name,
      outcome,
      user_id: userId ?? null,
      address: address ?? null,
      detail: JSON.stringify(detail ?? {}),
    })
    .execute();
}

/** Entries, newest first, before one that is named. */
export async function listEvents(
  tx: Transaction,
  { before, limit }: { readonly before?: string; readonly limit: number },
): Promise<SecurityEvent[]> {
  const all = tx
    .selectFrom('security_events')
    .select(['id', 'at', 'event', 'outcome', 'user_id as userId', 'address', 'detail'])
    .orderBy('id', 'desc')
    .limit(limit);
  return (before === undefined ? all : all.where('id', '<', before)).execute();
}
