import { describe, expect, it } from 'vitest';
import { absentPlace, placeOf, placeParts, refOfPlace, rowPlaces } from './place.ts';

const row = (ref: string, carrier?: string, activity = 'heating') => ({
  ref,
  ...(carrier !== undefined && { activity: { activity, carrier, amount: 1, unit: 'MWh' } }),
});

describe('places of an inventory', () => {
  it('name a row by reference, carrier and activity', () => {
    expect(rowPlaces([row('I.1.1', 'natural-gas', 'Heating of homes')])).toEqual([
      'I.1.1/natural-gas/heating-of-homes#1',
    ]);
    expect(rowPlaces([row('I.1.1')])).toEqual([absentPlace('I.1.1')]);
  });

  it('tell rows of one name apart by their number', () => {
    expect(rowPlaces([row('I.1.1', 'lpg'), row('I.2.1', 'lpg'), row('I.1.1', 'lpg')])).toEqual([
      'I.1.1/lpg/heating#1',
      'I.2.1/lpg/heating#1',
      'I.1.1/lpg/heating#2',
    ]);
  });

  it('stay when rows of other names come and go', () => {
    const [before] = rowPlaces([row('I.1.1', 'lpg')]);
    expect(rowPlaces([row('I.1.1', 'coal'), row('I.1.1', 'lpg')])[1]).toBe(before);
  });

  it('keep the letters of every script', () => {
    expect(rowPlaces([row('I.1.1', 'gaz', 'Ménage: cuisson')])[0]).toBe('I.1.1/gaz/ménage-cuisson#1');
    expect(rowPlaces([row('I.1.1', '天然气', '供暖')])[0]).toBe('I.1.1/天然气/供暖#1');
  });

  it('are taken apart again', () => {
    const [name] = rowPlaces([row('II.1.1', 'diesel')]);
    expect(placeParts(placeOf(name!, 'amount'))).toEqual({ row: name, column: 'amount' });
    expect(placeParts(name!)).toEqual({ row: name });
    expect(refOfPlace(name!)).toBe('II.1.1');
  });
});
