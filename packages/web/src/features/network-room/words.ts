/** Words of this room: what is shared, what is missing. Pure. */
import type { Language } from '../../i18n/context.tsx';
import { LACK, type City } from './query.ts';

type Shares = City['shares'];

const joined = ({ say }: Language, shares: Shares): string =>
  shares.map((share) => say(`team.share.${share}`)).join(', ');

/** What a city that asks would share. */
export const offered = (language: Language, shares: Shares): string =>
  shares.length === 0
    ? language.say('room.offers.none')
    : language.say('room.offers', { what: joined(language, shares) });

/** What a member shares. */
export const shared = (language: Language, shares: Shares): string =>
  shares.length === 0 ? language.say('room.shares.none') : joined(language, shares);

/** What a city lacks, in few words; what is not known is said as that. */
export function missing({ say }: Language, city: City): string {
  const open = city.plan?.assessment?.open ?? 0;
  const lacks = LACK.filter((mark) => city.marks.includes(mark)).map((mark) =>
    say(`room.short.${mark}` as 'room.short.findings', { count: open }),
  );
  return lacks.length === 0 ? say('room.missing.nothing') : lacks.join(', ');
}
