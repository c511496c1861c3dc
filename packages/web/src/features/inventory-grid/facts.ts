/** What the grid calculates with: the country's figures and factors, and the city's inventories of other years. */
import {
  activityCalculator,
  calculatorReferenceOf,
  inventoryOf,
  referenceOf,
  type ActivityCalculator,
  type CountryProfile,
  type Inventory,
  type InventoryRow,
  type PastAmount,
  type Reference,
  type Source,
} from '@thousand-cities/model';
import { api } from '../../shared/api.ts';
import { client, data, everything } from '../../shared/client/client.ts';

/** Facts of a country, for calculating and checking. */
export interface Facts {
  readonly reference: Reference;
  readonly calculator: ActivityCalculator;
  readonly country: CountryProfile;
  readonly sources: ReadonlyMap<string, Source>;
}

/** Load what is known of a country: some 25 kB, kept by the browser. @throws {ApiError} */
export async function loadFacts(iso3: string, signal: AbortSignal): Promise<Facts> {
  const [slice, factors] = await Promise.all([api.reference(iso3, signal), api.factors(iso3, signal)]);
  const reference = referenceOf(slice);
  return {
    reference,
    calculator: activityCalculator(calculatorReferenceOf(reference, factors)),
    country: reference.country(iso3),
    sources: new Map([...slice.sources, ...factors.sources].map((source) => [source.id, source])),
  };
}

/** Whether waste is landfilled by its activity: what it emits then depends on earlier years. */
export const hasLandfill = ({ rows }: Inventory): boolean =>
  rows.some(({ ref, activity }) => ref.startsWith('III.1.') && activity !== undefined);

/** Earlier years that decay is calculated from, at most. */
const MOST_EARLIER = 50;

/**
 * Inventories of other years of the city: the nearest before and after, for the checks between years; all earlier ones where the
 * inventory has landfilled waste, which decays over years.
 *
 * @throws {ApiError}
 */
export async function loadSeries(
  cityId: string,
  documentId: string,
  inventory: Inventory,
): Promise<readonly Inventory[]> {
  const { year } = inventory;
  const heads = await everything((query) =>
    client.GET('/cities/{cityId}/inventories', { params: { path: { cityId }, query } }),
  );
  const others = heads
    .flatMap((head) => (head.id === documentId || head.year === undefined ? [] : [{ id: head.id, year: head.year }]))
    .toSorted((one, other) => other.year - one.year);
  const before = others.filter((other) => other.year < year);
  const after = others.filter((other) => other.year > year);
  const wanted = [...after.slice(-1), ...before.slice(0, hasLandfill(inventory) ? MOST_EARLIER : 1)];
  const read = async (id: string) => {
    const path = { cityId, documentId: id };
    const { document } = await data(client.GET('/cities/{cityId}/inventories/{documentId}', { params: { path } }));
    return inventoryOf(document);
  };
  return Promise.all(wanted.map(({ id }) => read(id)));
}

const named = (row: InventoryRow) =>
  [row.ref, row.activity?.activity, row.activity?.carrier].join('\u0000').toLowerCase();

/** What earlier inventories have of the same reference, activity and carrier. */
export function historyIn(series: readonly Inventory[], before: number): (row: InventoryRow) => readonly PastAmount[] {
  const earlier = series.filter(({ year }) => year < before);
  return (row) => {
    const name = named(row);
    return earlier.flatMap(({ year, rows }) =>
      rows.flatMap((other): readonly PastAmount[] => {
        const { amount, unit } = other.activity ?? {};
        return named(other) === name && amount !== undefined && unit ? [{ year, amount, unit }] : [];
      }),
    );
  };
}
