/** GPC references in the reader's language. */
import { scopeOf, subsectorOf } from '@thousand-cities/model';
import type { Language } from '../../i18n/context.tsx';
import { hasKey } from '../../i18n/messages.ts';

/** A GPC reference in words: its sub-sector and scope. */
export function refName({ say, catalogue }: Language, ref: string): string {
  const key = `subsector.${subsectorOf(ref)}`;
  return hasKey(catalogue, key) ? say('inventory.refName', { name: say(key), scope: scopeOf(ref) }) : ref;
}
