import { describe, expect, it } from 'vitest';
import type { InventoryRow } from '@thousand-cities/model';
import { absentPlace, placeOf, placeParts, placesAmong, rowPlaces } from './place.ts';
import { absentName, fnv1a64, idOfName, newRowId, rowNames, withNewIds, withRowIds } from './row-ids.ts';

const row = (ref: string, carrier?: string, activity = 'heating', id?: string): InventoryRow => ({
  ...(id !== undefined && { id }),
  ref,
  co2eTonnes: 1,
  provenance: 'city-value',
  sources: [],
  ...(carrier !== undefined && { activity: { activity, carrier, amount: 1, unit: 'MWh' } }),
});
const idsOf = (rows: readonly InventoryRow[]) => rows.map(({ id }) => id);

describe('names of rows', () => {
  it('tell reference, carrier and activity, and rows of one name apart by their number', () => {
    expect(rowNames([row('I.1.1', 'lpg', 'Heating of homes'), row('I.2.1', 'lpg'), row('I.2.1', 'lpg')])).toEqual([
      'I.1.1/lpg/heating-of-homes#1',
      'I.2.1/lpg/heating#1',
      'I.2.1/lpg/heating#2',
    ]);
    expect(rowNames([row('I.1.1')])).toEqual([absentName('I.1.1')]);
  });

  it('keep the letters of every script', () => {
    expect(rowNames([row('I.1.1', 'gaz', 'Ménage: cuisson')])[0]).toBe('I.1.1/gaz/ménage-cuisson#1');
    expect(rowNames([row('I.1.1', '天然气', '供暖')])[0]).toBe('I.1.1/天然气/供暖#1');
  });
});

describe('ids of rows', () => {
  it('follow from names by FNV-1a, as its authors publish it, so that everybody comes to the same', () => {
    // Test vectors of draft-eastlake-fnv, appendix C.
    expect(fnv1a64('').toString(16)).toBe('cbf29ce484222325');
    expect(fnv1a64('a').toString(16)).toBe('af63dc4c8601ec8c');
    expect(fnv1a64('foobar').toString(16)).toBe('85944171f73967e8');
    // 0xcbf29ce484222325 to the base of 36, by another program (Python's divmod).
    expect(idOfName('')).toBe('r33niihzj4ux45');
  });

  it('are given to those that have none, and never twice', () => {
    const rows = [row('I.1.1', 'lpg'), row('I.1.1', 'coal', 'heating', 'own-1'), row('I.1.1', 'lpg')];
    const [first, own, second] = idsOf(withRowIds(rows));
    expect([first, own, second]).toEqual([idOfName('I.1.1/lpg/heating#1'), 'own-1', idOfName('I.1.1/lpg/heating#2')]);
    expect(withRowIds(withRowIds(rows))).toBe(withRowIds(rows));
    // A row that was renamed has kept its id; another one of its old name has another.
    const renamed = row('I.1.1', 'coal', 'heating', first);
    expect(new Set(idsOf(withRowIds([renamed, row('I.1.1', 'lpg')]))).size).toBe(2);
  });

  it('are new for new rows, and stay for old ones', () => {
    const rows = withNewIds([row('I.1.1', 'lpg', 'heating', 'own-1'), row('I.1.1'), row('I.1.1')]);
    expect(rows[0]!.id).toBe('own-1');
    expect(new Set(idsOf(rows)).size).toBe(3);
    expect(newRowId()).toMatch(/^r[0-9a-z]{13}$/);
  });
});

describe('places of an inventory', () => {
  it('are taken apart again, of names and of ids', () => {
    const [place] = rowPlaces([row('II.1.1', 'diesel')]);
    for (const name of [place!, 'II.1.1/diesel/cars#2']) {
      expect(placeParts(placeOf(name, 'amount'))).toEqual({ row: name, column: 'amount' });
      expect(placeParts(name)).toEqual({ row: name });
    }
  });

  it('of an empty reference is that of the first row there', () => {
    expect(rowPlaces([row('I.1.1')])).toEqual([absentPlace('I.1.1')]);
  });

  it('find what was put to a name before rows had ids, also after the row was renamed', () => {
    const before = [row('I.1.1', 'diesel'), row('I.1.1', 'lpg')];
    const [diesel, lpg] = withRowIds(before);
    const electric = { ...diesel!, activity: { ...diesel!.activity!, carrier: 'electricity' } };
    const newDiesel = row('I.1.1', 'diesel', 'heating', 'rnew');
    const today = placesAmong([newDiesel, electric, lpg!]);
    expect(today('I.1.1/diesel/heating#1:amount')).toBe(`@${diesel!.id}:amount`);
    expect(today('I.1.1/lpg/heating#1')).toBe(`@${lpg!.id}`);
    // An id that does not follow from the name, as of a file of another tool: the name counts as it did.
    expect(placesAmong([row('I.1.1', 'lpg', 'heating', 'meter-7')])('I.1.1/lpg/heating#1')).toBe('@meter-7');
    expect(today(`@${lpg!.id}:note`)).toBe(`@${lpg!.id}:note`);
    // Nothing is there: it waits for the row.
    expect(placesAmong([])(absentName('V.1'))).toBe(absentPlace('V.1'));
  });
});
