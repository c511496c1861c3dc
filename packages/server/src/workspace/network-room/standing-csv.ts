/** The table of a network's cities as a file for a spreadsheet. */
import { csv, type Completeness } from '@thousand-cities/store';
import type { MarkedCity } from './select.ts';

const HEADER = [
  'city_id',
  'city',
  'country',
  'shares',
  'asked_on',
  'member_since',
  'inventory_year',
  'inventory_state',
  'inventory_rows_with_figure',
  'inventory_rows_not_estimated',
  'plan',
  'plan_state',
  'plan_published_on',
  'target',
  'meets_target',
  'open_findings',
  'marks',
];

/** What the network does not see, and what is not there, are two words: an empty cell would be both. */
const gap = (sees: boolean) => (sees ? 'none' : 'not shown');
const day = (moment: string | null) => moment?.slice(0, 10);

/** Rows as the page shows them, in its order. */
export function standingCsv(cities: readonly MarkedCity[], completeness: ReadonlyMap<string, Completeness>): string {
  return csv(
    HEADER,
    cities.map(({ city, marks }) => {
      const { inventory, plan, seesInventory, seesPlan } = city;
      const complete = completeness.get(city.cityId);
      const assessed = plan?.assessment ?? undefined;
      return [
        city.cityId,
        city.name,
        city.country,
        city.shares.join(' '),
        day(city.askedAt),
        day(city.acceptedAt),
        inventory?.year ?? gap(seesInventory),
        inventory?.state ?? gap(seesInventory),
        complete?.figures,
        complete?.notEstimated,
        plan?.name ?? gap(seesPlan),
        plan ? (plan.state === 'approved' ? 'adopted' : plan.state) : gap(seesPlan),
        day(plan?.publishedAt ?? null),
        assessed?.target,
        assessed && (assessed.meetsTarget ? 'yes' : 'no'),
        assessed?.open,
        marks.join(' '),
      ];
    }),
  );
}
