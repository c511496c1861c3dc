import { readThousand } from '@thousand-cities/model';
import { describe, expect, it } from 'vitest';
import { fourCities, manyCities } from '../../../test/network-fixture.ts';
import { linesOf, valueIn, withGaps, type RowNames } from './rows.ts';

const names: RowNames = { country: (_, english) => english, group: (_, english) => english };
const data = fourCities();
const lines = linesOf(data, names);
const gap = (...choice: [Parameters<typeof withGaps>[2], Parameters<typeof withGaps>[3]]) =>
  withGaps(data, lines, ...choice).map(({ gap2030, gap2050 }) => [gap2030, gap2050]);

describe('the documents the tests are made with', () => {
  it('are documents of the thousand', () => {
    expect(readThousand(JSON.stringify(data)).cities.id).toHaveLength(4);
    expect(readThousand(JSON.stringify(manyCities(50))).cities.id).toHaveLength(50);
  });
});

describe('a row of the network', () => {
  it('has territorial emissions of all gases, and per head', () => {
    // Nairobi: 5 Mt CO2 + 100 kt CH4 × 30 = 8 Mt; over 4 million people 2 t.
    expect(lines[2]).toMatchObject({ name: 'Nairobi', tonnes: 8e6, perHead: 2 });
  });

  it('says how wide the interval is: 120 Mt over 30 Mt is four times', () => {
    expect(lines[0]!.spread).toBe(4);
  });

  it('tells a stated target from none, and none from nobody having looked', () => {
    expect(lines.map(({ pledgeState }) => pledgeState)).toEqual(['stated', 'none', 'unknown', 'none']);
  });

  it('knows a drafted plan from none', () => {
    expect(lines.map(({ plan }) => plan)).toEqual(['drafted', 'drafted', 'none', 'none']);
    expect(lines[0]!.planCut).toBeCloseTo(0.6, 12);
  });

  it('names country and region in the reader’s language', () => {
    const spoken = linesOf(data, { country: (iso2) => `(${iso2})`, group: (id) => `<${id}>` });
    expect(spoken[1]).toMatchObject({ country: '(PL)', regionName: '<europe>' });
  });
});

describe('the gap', () => {
  it('is what the path has above the ceiling', () => {
    // Jakarta: 80 − 50 % of 60 = 50 Mt in 2030; 100 − 0 in 2050. Nairobi has no ceiling.
    expect(gap('pathway-to-paris', 'reference')).toEqual([
      [50e6, 100e6],
      [1.5e6, 3e6],
      [null, null],
      [4e6, 8e6],
    ]);
  });

  it('with the drafted plan is below what the ceiling asks, or above', () => {
    // Jakarta: 80 × 0.7 − 30 = 26 Mt; 100 × 0.4 = 40 Mt. Łódź: 3.5 × 0.6 − 2 = 0.1 Mt; 3 × 0.2 = 0.6 Mt.
    const [jakarta, lodz] = gap('pathway-to-paris', 'plan');
    expect(jakarta![0]).toBeCloseTo(26e6, 3);
    expect(jakarta![1]).toBeCloseTo(40e6, 3);
    expect(lodz![0]).toBeCloseTo(0.1e6, 3);
    expect(lodz![1]).toBeCloseTo(0.6e6, 3);
  });

  it('to a budget of CO2 counts CO2 alone, and is not known with a plan', () => {
    // Nairobi: 7 − 40 % of 5 = 5 Mt CO2 in 2030.
    expect(gap('carbon-budget', 'reference')[2]).toEqual([5e6, 12e6]);
    expect(gap('carbon-budget', 'plan')[2]).toEqual([null, null]);
  });

  it('to stated targets is known only where one is stated', () => {
    // Jakarta from 60 Mt in 2021 to nought in 2050: 60 × 20/29 are allowed in 2030.
    const [jakarta, ...others] = gap('pledged', 'reference');
    expect(jakarta![0]).toBeCloseTo(80e6 - (60e6 * 20) / 29, 3);
    expect(jakarta![1]).toBe(100e6);
    expect(others.flat().every((value) => value === null)).toBe(true);
  });
});

describe('a year between knots', () => {
  it('lies on the line between them, and the last is held', () => {
    // From 60 Mt in 2021 to 80 Mt in 2030: 2024 is a third of the way.
    expect(valueIn(data, data.paths.co2, 0, 2024)).toBeCloseTo(60e6 + 20e6 / 3, 6);
    expect(valueIn(data, data.paths.co2, 0, 2021)).toBe(60e6);
    expect(valueIn(data, data.paths.co2, 0, 2060)).toBe(100e6);
  });
});
