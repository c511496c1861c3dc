/** GPC references in the reader's language. */
import { scopeOf, subsectorOf } from '@thousand-cities/model';
import type { Language } from '../../i18n/context.tsx';
import { hasKey } from '../../i18n/messages.ts';

/** A GPC reference in words: its sub-sector and scope. */
export function refName({ say, catalogue }: Language, ref: string): string {
  const key = `subsector.${subsectorOf(ref)}`;
  return hasKey(catalogue, key) ? say('inventory.refName', { name: say(key), scope: scopeOf(ref) }) : ref;
}

/** A carrier in words; one that the catalogue does not know as it is written. */
export const carrierName = (words: Names, carrier: string): string => named(words, `carrier.${carrier}`, carrier);

/** An activity in words where it is a known use, else as it is written. */
export const activityName = (words: Names, activity: string): string => named(words, `use.${activity}`, activity);

type Names = Pick<Language, 'say' | 'catalogue'>;

const named = ({ say, catalogue }: Names, key: string, written: string): string =>
  hasKey(catalogue, key) ? say(key) : written;
