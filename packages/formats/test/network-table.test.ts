/** A network in one table: what its rows come to, how each fault is refused without the others, and writing it back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NETWORK_GASES, type CityPaths, type GasPaths } from '@thousand-cities/model';
import {
  readNetworkTable,
  writeNetworkTable,
  type FormatErrorCode,
  type NetworkTableEntry,
  type NetworkTableSummary,
} from '../src/index.ts';
import { countryCode } from './reference.ts';

const GWP = { id: 'AR5' as const, source: 'test', values: { 'CH4-biogenic': 28, N2O: 265 } };

async function read(text: string): Promise<NetworkTableSummary & { readonly entries: readonly NetworkTableEntry[] }> {
  const entries: NetworkTableEntry[] = [];
  const options = { file: 'network.csv', countryCode, gwpSet: () => GWP };
  const summary = await readNetworkTable([Buffer.from(text)], options, (entry) => entries.push(entry));
  return { ...summary, entries };
}

const HEADER = 'city,country,population,inventory,inventory_year,path,gas,unit,2020,2025,2030\n';
const A_REFERENCE = 'Alfa,Germany,1000,reported,2020,reference,CO2,kt,100,,80\n';

async function pathsIn(text: string): Promise<CityPaths> {
  const { entries } = await read(text);
  expect(entries.map(({ kind }) => kind)).toEqual(['paths']);
  return (entries[0] as { paths: CityPaths }).paths;
}

describe('a table with figures', () => {
  const table =
    HEADER +
    A_REFERENCE +
    'Alfa,Germany,,,,reference,CH4,t,10,10,10\n' +
    'Alfa,Germany,,,,reference,N2O,t,1,1,1\n' +
    'Alfa,Germany,,,,reference,F-gases,t CO2e,500,500,500\n' +
    'Alfa,Germany,,,,plan,CO2,kt,100,90,40\n' +
    'Alfa,Germany,,,,grid-reference,CO2e,kt CO2e,20,20,20\n' +
    'Alfa,Germany,,,,grid-plan,CO2e,kt CO2e,20,20,10\n';

  it('is linear between the years given, in tonnes', async () => {
    const { reference, plan, firstYear, lastYear } = await pathsIn(table);
    expect([firstYear, lastYear]).toEqual([2020, 2030]);
    // 100 kt in 2020 and 80 kt in 2030 with an empty cell between: 2 kt less every year.
    expect([reference.co2[0], reference.co2[3], reference.co2[10]]).toEqual([100_000, 94_000, 80_000]);
    // The plan: 90 kt in 2025, 40 kt in 2030, 10 kt less every year.
    expect([plan!.co2[5], plan!.co2[7], plan!.co2[10]]).toEqual([90_000, 70_000, 40_000]);
  });

  it('keeps gases a plan does not name as they are, and says so', async () => {
    const { plan, reference, findings } = await pathsIn(table);
    expect(plan!.ch4).toEqual(reference.ch4);
    expect(findings).toMatchObject([{ code: 'plan-leaves-gases', values: { gases: 'CH4, N2O, F-gases' } }]);
  });

  it('says who the city is, what its figures stand on and where they were', async () => {
    expect(await pathsIn(table)).toMatchObject({
      id: 'DEU:Alfa',
      name: 'Alfa',
      country: 'DEU',
      population: 1000,
      inventory: { kind: 'reported', year: 2020 },
      weights: { co2: 1, co2Land: 1, ch4: 28, n2o: 265, fgas: 1 },
      gwpSet: 'AR5',
      origin: 'network.csv, row 2',
    });
  });

  it('takes grid energy apart', async () => {
    const { grid } = await pathsIn(table);
    expect([grid!.reference[10], grid!.plan![10]]).toEqual([20_000, 10_000]);
  });

  it('counts a gas without a row as nothing, and says so', async () => {
    const { reference, findings } = await pathsIn(HEADER + A_REFERENCE);
    expect(reference.ch4[0]).toBe(0);
    expect(findings).toMatchObject([{ code: 'gases-not-given', values: { gases: 'CH4, N2O, F-gases' } }]);
  });

  it('has the years that all rows of a city cover', async () => {
    const { firstYear, lastYear, reference } = await pathsIn(
      `${HEADER}${A_REFERENCE}Alfa,Germany,,,,reference,CH4,t,,10,30\n`,
    );
    expect([firstYear, lastYear]).toEqual([2025, 2030]);
    expect([reference.co2[0], reference.ch4[0]]).toEqual([90_000, 10]);
  });

  it('lets land take up more than it gives off', async () => {
    const { reference } = await pathsIn(`${HEADER}${A_REFERENCE}Alfa,Germany,,,,reference,CO2-land,t,-5,-5,-5\n`);
    expect(reference.co2Land[0]).toBe(-5);
  });

  it('reads semicolons, decimal commas and other spellings', async () => {
    const text = 'Name;Country;lat;lon;inventory;inventory year;path;gas;unit;2020;2030\nAlfa;DE;52,5;13,4;Reported;2020;Reference;co2;Mt;1,5;1\n'; // prettier-ignore
    expect(await pathsIn(text)).toMatchObject({ latitude: 52.5, longitude: 13.4, country: 'DEU' });
    expect((await pathsIn(text)).reference.co2[0]).toBe(1_500_000);
  });

  it('takes what a body contains, and a target that it states', async () => {
    const header = 'city,country,id,contains,inventory,inventory_year,path,gas,unit,target_year,target_cut_percent,base_year,2020,2030\n'; // prettier-ignore
    const city = await pathsIn(`${header}Alfa,DEU,m1,a b,reported,2020,reference,CO2,t,2030,50,2020,100,100\n`);
    expect(city.contains).toEqual(['a', 'b']);
    expect([...city.target!.ceiling].map(Math.round)).toEqual([100, 95, 90, 85, 80, 75, 70, 65, 60, 55, 50]);
  });
});

describe('a table that names cities', () => {
  it('needs no more than name and country', async () => {
    const { entries, rowCount } = await read('city,country\nAlfa,Germany\nBravo,Kenya\n');
    expect(rowCount).toBe(2);
    expect(entries).toMatchObject([
      { kind: 'named', city: { name: 'Alfa', country: 'DEU', origin: 'network.csv, row 2' } },
      { kind: 'named', city: { name: 'Bravo', country: 'KEN' } },
    ]);
  });

  it('may hold cities with figures too', async () => {
    const { entries } = await read(`${HEADER}Bravo,Kenya,5000,,,,,,,,\n${A_REFERENCE}`);
    expect(entries.map(({ kind }) => kind)).toEqual(['named', 'paths']);
    expect(entries[0]).toMatchObject({ city: { population: 5000 } });
  });

  it('keeps the target of a city without figures', async () => {
    const { entries } = await read(
      'city,country,target_year,target_cut_percent,base_year\nAlfa,Germany,2035,60,2021\n',
    );
    expect(entries).toMatchObject([{ city: { target: { targetYear: 2035, cutPercent: 60, baseYear: 2021 } } }]);
  });
});

/** Faulty row of Bravo, code, column. */
const FAULTS: readonly (readonly [string, string, FormatErrorCode, string?])[] = [
  ['an unknown country', 'Bravo,Atlantis,,reported,2020,reference,CO2,t,1,1,1', 'country-unknown', 'country'],
  ['no country', 'Bravo,,,reported,2020,reference,CO2,t,1,1,1', 'cell-empty', 'country'],
  ['an unknown path', 'Bravo,KEN,,reported,2020,baseline,CO2,t,1,1,1', 'notation-unknown', 'path'],
  ['no path', 'Bravo,KEN,,reported,2020,,CO2,t,1,1,1', 'cell-empty', 'path'],
  ['an unknown gas', 'Bravo,KEN,,reported,2020,reference,ozone,t,1,1,1', 'notation-unknown', 'gas'],
  ['CO2e for a gas', 'Bravo,KEN,,reported,2020,reference,CO2e,t,1,1,1', 'notation-unknown', 'gas'],
  ['a gas for a grid path', 'Bravo,KEN,,reported,2020,grid-plan,CO2,t,1,1,1', 'notation-unknown', 'gas'],
  ['an unknown unit', 'Bravo,KEN,,reported,2020,reference,CO2,lb,1,1,1', 'unit-unfit', 'unit'],
  ['small m, which is milli', 'Bravo,KEN,,reported,2020,reference,CO2,mt,1,1,1', 'unit-unfit', 'unit'],
  ['methane in CO2e', 'Bravo,KEN,,reported,2020,reference,CH4,t CO2e,1,1,1', 'unit-unfit', 'unit'],
  ['F-gases in tonnes of gas', 'Bravo,KEN,,reported,2020,reference,F-gases,t,1,1,1', 'unit-unfit', 'unit'],
  ['no unit', 'Bravo,KEN,,reported,2020,reference,CO2,,1,1,1', 'cell-empty', 'unit'],
  ['words for a figure', 'Bravo,KEN,,reported,2020,reference,CO2,t,many,1,1', 'cell-not-a-number', '2020'],
  [
    'a figure of two readings',
    'Bravo,KEN,"1,200",reported,2020,reference,CO2,t,1,1,1',
    'number-ambiguous',
    'population',
  ],
  ['fossil CO2 below nought', 'Bravo,KEN,,reported,2020,reference,CO2,t,1,-1,1', 'number-negative', '2025'],
  ['no figure at all', 'Bravo,KEN,,reported,2020,reference,CO2,t,,,', 'cell-empty', '2020'],
  ['no kind of inventory', 'Bravo,KEN,,,2020,reference,CO2,t,1,1,1', 'cell-empty', 'inventory'],
  ['another kind of inventory', 'Bravo,KEN,,guess,2020,reference,CO2,t,1,1,1', 'notation-unknown', 'inventory'],
  ['no inventory year', 'Bravo,KEN,,reported,,reference,CO2,t,1,1,1', 'cell-empty', 'inventory_year'],
  [
    'an impossible inventory year',
    'Bravo,KEN,,reported,20,reference,CO2,t,1,1,1',
    'number-out-of-range',
    'inventory_year',
  ],
  ['a plan without reference', 'Bravo,KEN,,reported,2020,plan,CO2,t,1,1,1', 'path-missing', 'path'],
  ['grid energy alone', 'Bravo,KEN,,reported,2020,grid-reference,CO2e,t CO2e,1,1,1', 'path-missing', 'path'],
  ['a row cut short', 'Bravo,KEN,,reported,2020,reference,CO2', 'file-truncated'],
  ['a decimal comma', 'Bravo,KEN,,reported,2020,reference,CO2,t,1,5,1,1', 'table-malformed'],
];

describe('a faulty city', () => {
  it.each(FAULTS)('with %s is refused, and the others are read', async (_what, row, code, column) => {
    const charlie = 'Charlie,Kenya,,starter,2021,reference,CO2,t,3,3,3\n';
    const { entries } = await read(`${HEADER}${A_REFERENCE}${row}\n${charlie}`);
    expect(entries.map(({ kind }) => kind)).toEqual(['paths', 'refused', 'paths']);
    const { name, error } = entries[1] as NetworkTableEntry & { kind: 'refused' };
    expect(name).toBe('Bravo');
    expect({ code: error.code, ...error.place }).toEqual({
      code,
      file: 'network.csv',
      row: 3,
      ...(column && { column }),
    });
    expect(error.remedy.length).toBeGreaterThan(10);
  });

  it('with rows of other years only is refused', async () => {
    const { entries } = await read(`${HEADER}Alfa,DEU,,reported,2020,reference,CO2,t,1,,\nAlfa,DEU,,,,reference,CH4,t,,1,1\n`); // prettier-ignore
    expect(entries).toMatchObject([{ kind: 'refused', error: { code: 'path-missing' } }]);
  });

  it('with one path twice is refused', async () => {
    const { entries } = await read(HEADER + A_REFERENCE + A_REFERENCE);
    expect(entries).toMatchObject([{ kind: 'refused', error: { code: 'row-duplicate', place: { row: 3 } } }]);
  });

  it('with two populations is refused', async () => {
    const { entries } = await read(`${HEADER}${A_REFERENCE}Alfa,Germany,1001,,,plan,CO2,t,1,1,1\n`);
    expect(entries).toMatchObject([{ kind: 'refused', error: { code: 'row-contradicts', place: { column: 'population' } } }]); // prettier-ignore
  });

  it('whose rows stand apart is taken once', async () => {
    const plan = 'Alfa,Germany,,reported,2020,plan,CO2,t,1,1,1\n';
    const { entries } = await read(`${HEADER}${A_REFERENCE}Bravo,KEN,,,,,,,,,\n${A_REFERENCE}${plan}`);
    expect(entries).toMatchObject([
      { kind: 'paths' },
      { kind: 'named' },
      { kind: 'refused', name: 'Alfa', error: { code: 'row-duplicate', place: { row: 4 } } },
    ]);
  });

  it('with half a target is refused', async () => {
    const { entries } = await read('city,country,target_year,target_cut_percent\nAlfa,Germany,2035,60\n');
    expect(entries).toMatchObject([{ kind: 'refused', error: { code: 'cell-empty', place: { column: 'base_year' } } }]);
  });
});

describe('a file that is no network table', () => {
  it.each([
    ['empty', '', 'file-empty'],
    ['only a header', 'city,country\n', 'file-empty'],
    [
      'a table of inventories',
      'city,country,year,population,gpc_ref,co2e_tonnes,notation_key\nA,DEU,2021,1,I.1.1,1,\n',
      'column-unknown',
    ],
    ['paths without years', 'city,country,path,gas,unit\nA,DEU,,,\n', 'year-missing'],
    ['no country', 'city,id\nAlfa,1\n', 'column-missing'],
    ['a misspelt column', 'city,contry\nAlfa,DEU\n', 'column-unknown'],
    ['a column twice', 'city,country,city\nAlfa,DEU,Alfa\n', 'column-repeated'],
    [
      'years in disorder',
      'city,country,inventory,inventory_year,path,gas,unit,2030,2025\nA,DEU,,,,,,,\n',
      'year-order',
    ],
    [
      'a year that cannot be',
      'city,country,inventory,inventory_year,path,gas,unit,9999\nA,DEU,,,,,,\n',
      'year-invalid',
    ],
    ['figures without a path', 'city,country,inventory,inventory_year,gas,unit,2030\nA,DEU,,,,,\n', 'column-missing'],
    ['a workbook', 'PK\u0003\u0004 and so on', 'file-is-spreadsheet'],
  ] as const)('is refused as a whole: %s', async (_what, text, code) => {
    await expect(read(text)).rejects.toMatchObject({ name: 'FormatError', code });
  });
});

const tonnes = fc.double({ min: 0, max: 1e9, noNaN: true });
const word = fc.stringMatching(/^[A-Za-zÀ-ž][A-Za-zÀ-ž0-9 ,;"'.-]{0,12}[A-Za-z]$/);
const optional = <T>(key: string, value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined }).map((found) => (found === undefined ? {} : { [key]: found }));

const anyCity = fc
  .record({ firstYear: fc.integer({ min: 2015, max: 2025 }), length: fc.integer({ min: 1, max: 30 }) })
  .chain(({ firstYear, length }) => {
    const series = fc
      .array(tonnes, { minLength: length, maxLength: length })
      .map((values) => Float64Array.from(values));
    const gases = fc.record({
      ...Object.fromEntries(NETWORK_GASES.map((gas) => [gas, series])),
      co2Land: fc.oneof(
        fc.constant(new Float64Array(length)),
        series.map((values) => values.map((value) => -value || 0)),
      ),
    }) as unknown as fc.Arbitrary<GasPaths>;
    return fc
      .record({
        name: word,
        country: fc.constantFrom('DEU', 'KEN', 'IDN'),
        kind: fc.constantFrom('reported' as const, 'starter' as const),
        reference: gases,
        weights: fc.record({ ch4: fc.double({ min: 20, max: 40, noNaN: true }), n2o: fc.constantFrom(265, 273, 298) }),
        extras: fc.tuple(
          optional('plan', gases),
          optional(
            'latitude',
            fc.double({ min: -90, max: 90, noNaN: true }).map((value) => value || 0),
          ),
          optional('population', tonnes.map(Math.round)),
          optional('region', word),
          optional('contains', fc.array(fc.stringMatching(/^[a-z0-9]{1,6}$/), { minLength: 1, maxLength: 3 })),
          optional('generation', fc.record({ reference: series, plan: series })),
          optional('grid', fc.record({ reference: series })),
        ),
      })
      .map(({ name, country, kind, reference, weights, extras }): Omit<CityPaths, 'id'> => ({
        name,
        country,
        inventory: { kind, year: firstYear },
        firstYear,
        lastYear: firstYear + length - 1,
        reference,
        weights: { co2: 1, co2Land: 1, fgas: 1, ...weights },
        gwpSet: 'AR5',
        ...(Object.assign({}, ...extras) as object),
      }));
  });

describe('writing', () => {
  it('reads back to the same cities', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyCity, { maxLength: 5 }), async (drawn) => {
        const cities = drawn.map((city, i): CityPaths => ({ ...city, id: `id-${i}` }));
        const years = Array.from({ length: 45 }, (_, i) => 2015 + i);
        if (cities.length === 0) return;
        const { entries } = await read([...writeNetworkTable(cities, years)].join(''));
        const back = entries.map((entry) => {
          const { origin: _origin, ...paths } = (entry as { paths: CityPaths }).paths;
          return paths;
        });
        expect(back).toEqual(cities);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses a city whose years the table does not have', () => {
    const city = { name: 'Alfa', firstYear: 2021, lastYear: 2050, id: 'a' } as CityPaths;
    expect(() => [...writeNetworkTable([city], [2025, 2050])]).toThrow(/figures to the year 2021/);
  });
});
