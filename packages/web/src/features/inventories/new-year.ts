/** A new inventory for another year: what last year said, marked to be renewed, or nothing yet. Pure. */
import { isMissing, type City, type GwpSetId, type Inventory, type InventoryRow } from '@thousand-cities/model';

/**
 * Copy an inventory to another year as a draft. Figures of one year are no figures of another: each is marked as an assumption of low
 * quality, with the year it is from in its note, until the city renews it. Residents, intervals and credits belong to their year and are
 * left out. Notation keys stay.
 *
 * @param renewNote the words of the note, such as "From 2021; to be renewed"
 */
export function copyToYear(inventory: Inventory, year: number, renewNote: string): Inventory {
  const { city, gwpSet, boundary, rows } = inventory;
  return {
    city: placeOnly(city),
    year,
    gwpSet,
    ...(boundary !== undefined && { boundary }),
    rows: rows.map((row) => toBeRenewed(row, renewNote)),
  };
}

function toBeRenewed(row: InventoryRow, renewNote: string): InventoryRow {
  if (isMissing(row.co2eTonnes)) return row;
  const { interval: _ofAnotherYear, note, ...rest } = row;
  return {
    ...rest,
    provenance: row.provenance === 'method-locked' ? row.provenance : 'assumption',
    quality: { ...row.quality, activity: 'L' },
    note: note === undefined || note === renewNote ? renewNote : `${renewNote}. ${note}`,
  };
}

/** An inventory that says nothing yet. */
export function emptyYear(city: City, year: number, gwpSet: GwpSetId): Inventory {
  return { city: placeOnly(city), year, gwpSet, rows: [] };
}

/** The city without its residents, who are counted for a year. */
function placeOnly({ population: _ofAnotherYear, ...place }: City): City {
  return place;
}

/** The year one would add: the one after the last, not yet over being next year. */
export function nextYear(years: readonly number[], thisYear: number): number {
  const last = Math.max(...years);
  return years.length === 0 || last >= thisYear ? thisYear - 1 : last + 1;
}
