/** What the log of the installation is told of a request: what was done, within its transaction; what was refused, after it. */
import type { Context } from 'hono';
import { asTheProgram, type NewSecurityEvent, type Transaction } from '@thousand-cities/store';
import type { Caller } from './caller.ts';
import { addressOf } from './client-address.ts';
import { idsOf, type EventLog } from './event-log.ts';
import { isWrite, type AnyOperation, type Answer } from './operation.ts';
import type { OpenWorkspace } from './store-handle.ts';

/** Whether the log of the installation is told when it is done. Such an operation changes what it does by `write` or `writeAsSystem`. */
export const isLogged = (operation: Pick<AnyOperation, 'logged' | 'asks' | 'method'>): boolean =>
  operation.logged ?? (operation.asks === 'administrator' && isWrite(operation));

/** What an entry of the log is about: an operation, or a route beside them. */
export type Subject = Pick<AnyOperation, 'id' | 'upload'>;

export interface Noted {
  readonly outcome: 'done' | 'refused';
  readonly code?: string;
  readonly wrong?: number;
  readonly about?: string | undefined;
}

/** An entry about a request. */
export function entryOf(
  c: Context,
  { id }: Subject,
  caller: Caller | undefined,
  trustProxy: boolean,
  { outcome, code, wrong, about }: Noted,
): NewSecurityEvent {
  return {
    event: id,
    outcome,
    address: addressOf(c, trustProxy),
    ...(caller?.userId !== undefined && { userId: caller.userId }),
    detail: {
      ...idsOf(c.req.param()),
      ...(caller && { by: caller.kind }),
      ...(code !== undefined && { code }),
      ...(wrong !== undefined && { wrong }),
      ...(about !== undefined && { about }),
    },
  };
}

type Work = (tx: Transaction) => Promise<Answer>;

/** Work with its entry, in one transaction; as it is, where the log is not told of it. */
export interface Noting {
  asPerson(work: Work): Work;
  asSystem(work: Work): Work;
}

/** @param whose the request: its operation, who asks, and the store it goes to */
export function notingOf(
  c: Context,
  { operation, caller, workspace }: { readonly operation: AnyOperation; readonly caller: Caller; readonly workspace: OpenWorkspace }, // prettier-ignore
  { events, trustProxy }: { readonly events: EventLog; readonly trustProxy: boolean },
): Noting {
  if (!isLogged(operation)) return { asPerson: (work) => work, asSystem: (work) => work };
  const record = (tx: Transaction, { about }: Answer) =>
    events.record(tx, workspace, entryOf(c, operation, caller, trustProxy, { outcome: 'done', about }));
  return {
    asPerson: (work) => async (tx) => {
      const answer = await work(tx);
      await asTheProgram(tx, () => record(tx, answer));
      return answer;
    },
    asSystem: (work) => async (tx) => {
      const answer = await work(tx);
      await record(tx, answer);
      return answer;
    },
  };
}
