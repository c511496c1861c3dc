/** What a plan does to the world's temperature: in a thread, since a run of the ensemble takes a good part of a second. */
import type { PlanWarming } from '@thousand-cities/model';
import type { NetworkServices } from '../network-services.ts';
import { Refused } from '../refused.ts';
import type { CityServices } from '../services.ts';
import { Thread, ThreadFailed } from '../thread/thread.ts';
import { PACK, type Answers, type Question } from './messages.ts';

/** @throws {DomainError} as the model does @throws {Refused} 503 where too many ask, or the thread came to grief */
export type WarmingOf = (plan: string) => Promise<PlanWarming>;

const LIMITS = { memoryMb: 512, patienceMs: 30_000, mostWaiting: 20 } as const;

/** The thread starts with the first question. */
export function warmingOver(
  services: Pick<CityServices, 'referenceSlice'> & { readonly network: Pick<NetworkServices, 'climatePack'> },
): WarmingOf {
  const give = (name: string) => (name === PACK ? services.network.climatePack() : services.referenceSlice(name));
  const thread = new Thread<Question, Answers>({ file: new URL('./work', import.meta.url), ...LIMITS, give });
  return (plan) =>
    thread.ask({ kind: 'warming', plan }).catch((error: unknown) => {
      if (!(error instanceof ThreadFailed)) throw error;
      const detail = 'the climate cannot be worked out now: too many ask, or it took too long';
      throw new Refused(503, 'busy', detail, { headers: { 'Retry-After': '10' }, cause: error });
    });
}
