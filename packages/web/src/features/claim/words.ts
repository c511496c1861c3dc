/** The question and its answer in the reader's language: who, how far, from when, how much. */
import type { ClaimTonnes } from '@thousand-cities/model';
import type { Language } from '../../i18n/context.tsx';
import { groupName } from '../../shared/group-name.ts';
import { findPlace, type Roster, type RosterPlace } from './roster.ts';
import { placeOf, type ClaimChoice } from './state.ts';

/** Name of a place in the reader's language. */
export function placeName(place: RosterPlace, language: Language): string {
  if (place.group === undefined) return language.country(place.iso2, place.name);
  return groupName(language, place.group, place.name);
}

/** Cities that can be taken from where the choice takes them. */
export function poolOf(roster: Roster, choice: ClaimChoice): number {
  const place = findPlace(roster, placeOf(choice));
  return place === undefined || place === 'unknown' ? roster.id.length : place.cities;
}

/** "all 1,000 cities", "the 100 largest cities of Europe". */
export function whoWords(roster: Roster, choice: ClaimChoice, language: Language): string {
  const place = findPlace(roster, placeOf(choice));
  const pool = poolOf(roster, choice);
  const count = Math.min(choice.selection.count ?? pool, pool);
  const part = count < pool ? 'some' : 'all';
  const { say } = language;
  if (place === undefined || place === 'unknown') return say(`claim.who.${part}`, { count });
  return say(`claim.who.${part}In`, { count, place: placeName(place, language) });
}

/** "reach zero by 2040", "cut 80 % by 2045". Of pledges it says how many of the cities have one. */
export function aimWords({ ambition }: ClaimChoice, withPlan: number, { say, year, percent }: Language): string {
  if (ambition.kind !== 'custom') return say(`claim.aim.${ambition.kind}`, { count: withPlan });
  const { year: by, cutPercent } = ambition.custom;
  return say('claim.aim.custom', { year: year(by), cut: percent(cutPercent / 100) });
}

/** " and deliver 80 % of it", or nothing where it is all. */
export function keptWords({ delivery }: ClaimChoice, { say, percent }: Language): string {
  return delivery === 1 ? '' : say('claim.kept', { share: percent(delivery) });
}

/** A scenario as the literature writes it: `ssp245` is SSP2-4.5. */
export function worldName(scenario: string): string {
  return scenario.replace(/^ssp(\d)(\d)(\d)$/, 'SSP$1-$2.$3');
}

/** How good the figures behind the tonnes are, and how old. */
export function qualityWords(
  { inventoryYear }: Roster,
  { byCity, reportedShare = 0 }: ClaimTonnes,
  language: Language,
): string {
  const { say, year, percent } = language;
  const years = inventoryYear.filter((_, at) => !Number.isNaN(byCity[at]!));
  const [oldest, newest] = [Math.min(...years), Math.max(...years)];
  const when = oldest === newest ? year(oldest) : say('network.years', { oldest: year(oldest), newest: year(newest) });
  return say(reportedShare === 0 ? 'claim.quality.none' : 'claim.quality.some', {
    years: when,
    share: percent(reportedShare),
  });
}
