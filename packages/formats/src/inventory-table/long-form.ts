/** Rows of the long form: one per GPC reference, with tonnes CO2e or a notation key. */
import type { GpcRef, InventoryRow, Reported } from '@thousand-cities/model';
import type { Cells } from './cells.ts';
import type { Group } from './group.ts';
import { noteOnce, notationOf, refOf, rowIdOf } from './group.ts';

const NO_SOURCES: readonly string[] = [];

/** Read one row into its group. @throws {FormatError} */
export function readLongRow(cells: Cells, group: Group): void {
  const ref = refOf(cells);
  noteOnce(group, ref, cells, 'Give one row for each reference: add the two up, or remove one.');
  const co2eTonnes = reportedOf(cells, ref);
  const source = cells.text('source');
  const id = rowIdOf(group, cells);
  const row: InventoryRow = {
    ...(id !== undefined && { id }),
    ref,
    co2eTonnes,
    provenance: co2eTonnes === 0 ? 'confirmed-zero' : 'city-value',
    sources: source === '' ? NO_SOURCES : [source],
  };
  group.rows.push(row);
}

/** A figure, or a notation. Nought beside a key, as many templates print it, is the key. */
function reportedOf(cells: Cells, ref: GpcRef): Reported {
  const figure = cells.number('co2e_tonnes');
  if (figure === undefined) return notationOf(cells, 'notation_key');
  const key = cells.text('notation_key');
  if (key !== '') {
    if (figure === 0) return notationOf(cells, 'notation_key');
    return cells.fail(
      'row-contradicts',
      'notation_key',
      `The row has both a figure (${figure}) and a notation key (${key}).`,
      'Keep the figure or the key, not both.',
    );
  }
  if (figure < 0 && !ref.startsWith('V.')) {
    return cells.fail(
      'number-negative',
      'co2e_tonnes',
      `${figure} t CO2e is below nought; only land (sector V) can remove emissions.`,
      'Give the emissions themselves. Credits and avoided emissions are reported apart, never netted.',
    );
  }
  return figure;
}
