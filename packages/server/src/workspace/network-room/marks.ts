/**
 * What can be said of a city in a network, as words to filter and count by. Three answers, not two: yes, no, and not known,
 * since a city that shares nothing may have everything.
 */
import type { CityStanding } from '@thousand-cities/store';

/** Filters of the table, each with its number in the summary. */
export const MARKS = [
  'asking',
  'inventory',
  'adopted',
  'published',
  'meets',
  'no-inventory',
  'old-inventory',
  'no-plan',
  'misses',
  'findings',
  'not-shown',
] as const;
export type Mark = (typeof MARKS)[number];

/** How old the newest inventory may be, in years, before it counts as missing. */
export const USUAL_AGE_YEARS = 4;

/** Today, and how old an inventory may be. */
export interface Ages {
  readonly thisYear: number;
  readonly years: number;
}

/**
 * Every mark of a city. A city that asks to join has that one alone: it is not counted with the members.
 *
 * - `inventory`, `adopted`, `published`: there is one. A published plan is adopted too.
 * - `no-inventory`, `no-plan`: the network would see one, and there is none.
 * - `old-inventory`: its year is more than `years` years ago.
 * - `meets`, `misses`, `findings`: of the plan, as assessed when it was published.
 * - `not-shown`: an inventory or a plan may be there that the network does not see.
 */
export function marksOf(city: CityStanding, ages: Ages): readonly Mark[] {
  if (city.acceptedAt === null) return ['asking'];
  return [...inventoryMarks(city, ages), ...planMarks(city), ...(isHidden(city) ? (['not-shown'] as const) : [])];
}

function inventoryMarks({ inventory, seesInventory }: CityStanding, { thisYear, years }: Ages): Mark[] {
  if (inventory === null) return seesInventory ? ['no-inventory'] : [];
  // Of a city that shares none, a newer one may be there that is not published.
  const isOld = seesInventory && thisYear - inventory.year > years;
  return isOld ? ['inventory', 'old-inventory'] : ['inventory'];
}

function planMarks({ plan, seesPlan }: CityStanding): Mark[] {
  if (plan === null) return seesPlan ? ['no-plan'] : [];
  // One that was adopted anew since is not published yet; the one before still stands.
  const marks: Mark[] = plan.publishedAt === null ? ['adopted'] : ['adopted', 'published'];
  if (plan.assessment === null) return marks;
  const { meetsTarget, open } = plan.assessment;
  return [...marks, meetsTarget ? 'meets' : 'misses', ...(open > 0 ? (['findings'] as const) : [])];
}

const isHidden = ({ inventory, seesInventory, plan, seesPlan }: CityStanding): boolean =>
  (inventory === null && !seesInventory) || (plan === null && !seesPlan);
