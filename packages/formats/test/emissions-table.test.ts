/** World emissions and their changes as tables. */
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMISSION_SPECIES, speciesIndex, type WorldEmissions } from '@thousand-cities/model';
import { readDeltaTable, readEmissionsTable, writeEmissionsTable } from '../src/index.ts';
import { LAST_YEAR, at, emissionFields, rowOf, textOf } from './emissions.case.ts';
import { sharedFolder } from './shared-folder.ts';

const bytes = (text: string) => [new TextEncoder().encode(text)];
const read = (text: string) => readEmissionsTable(bytes(text), { file: 'world.csv' });
const figure = ({ values, lastYear }: WorldEmissions, species: string, year: number): number =>
  values[speciesIndex(species) * (lastYear - 1749) + year - 1750]!;

describe('a table of world emissions', () => {
  it('becomes one world for each scenario, species in the order of the engine', async () => {
    const fields = emissionFields(['first', 'second']);
    fields[51 + rowOf('CH4')]![at(2030)] = '380.5';
    const { scenarios, findings } = await read(textOf(fields));
    expect(scenarios.map(({ name }) => name)).toEqual(['first', 'second']);
    expect(scenarios[0]).toMatchObject({ firstYear: 1750, lastYear: LAST_YEAR });
    expect(figure(scenarios[1]!, 'CH4', 2030)).toBe(380.5);
    expect(figure(scenarios[1]!, 'CH4', 2031)).toBe(3.25);
    expect(figure(scenarios[0]!, 'HFC-4310mee', 1750)).toBe(51.25);
    expect(findings).toEqual([]);
  });

  it('does not depend on the order of rows, nor of the columns of words', async () => {
    const fields = emissionFields(['a', 'b'], 1905);
    const [header, ...rows] = fields;
    const turned = [header!, ...rows.reverse()].map(([scenario, region, variable, unit, ...years]) => [unit!, variable!, scenario!, region!, ...years]); // prettier-ignore
    const straight = (await read(textOf(fields))).scenarios;
    const { scenarios } = await read(textOf(turned));
    expect(scenarios.toReversed()).toEqual(straight);
  });

  const table = textOf(emissionFields(['mine'], 1905));
  it.each([
    ['whole years', table.replace(/^.*\n/, (header) => header.replaceAll('.5', ''))],
    ['years as floating-point numbers', table.replace(/^.*\n/, (header) => header.replaceAll('.5', '.0'))],
    ['a byte order mark', `\ufeff${table}`],
    ['line ends of Windows', table.replaceAll('\n', '\r\n')],
    ['blank lines', table.replaceAll('\n', '\n\n')],
    ['capital letters in the header', table.replace('scenario,region', 'Scenario,Region')],
    ['quoted cells', table.replaceAll(',', '","').replaceAll(/^|$/gm, '"').replaceAll('\n""', '\n').replace(/"$/, '')],
    ['semicolons and decimal commas', table.replaceAll(',', ';').replaceAll('.', ',')],
    ['tabs', table.replaceAll(',', '\t')],
    ['other spellings of units', table.replaceAll('Gt CO2/yr', 'GtCO₂/year').replaceAll('Mt CH4/yr', 'Mt CH4 yr-1').replaceAll('kt HFC134a/yr', 'kt HFC-134a / a')],
  ])('may have %s', async (_what, text) => {
    expect((await read(text)).scenarios).toEqual((await read(table)).scenarios);
  }); // prettier-ignore

  it('says where fossil CO2 goes below zero, and takes it over', async () => {
    const fields = emissionFields(['a', 'b']);
    fields[rowOf('CO2 FFI')]![at(2036)] = '-2';
    const { scenarios, findings } = await read(textOf(fields));
    expect(figure(scenarios[0]!, 'CO2 FFI', 2036)).toBe(-2);
    expect(findings).toMatchObject([{ code: 'emissions-net-negative', severity: 'warning', path: ['world.csv'] }]);
    expect(findings[0]!.message).toContain('from 2036 in a:');
  });

  it('takes over what published tables have slightly below zero, and says so', async () => {
    const fields = emissionFields();
    fields[rowOf('C7F16')]![at(2030)] = '-0.09';
    fields[rowOf('CO2 AFOLU')]![at(1990)] = '-3';
    const { findings } = await read(textOf(fields));
    expect(findings).toMatchObject([{ code: 'emissions-below-zero', severity: 'note' }]);
    expect(findings[0]!.message).toContain('C7F16:');
  });

  it('written and read again is the same to the last bit', async () => {
    const name = fc.string({ minLength: 1 }).map((text) => `x${text.replaceAll(/\s/g, '')}`);
    const years = 1905 - 1750 + 1;
    const figures = fc.array(fc.double({ min: 0, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(name, { minLength: 1, maxLength: 3 }), figures, async (names, list) => {
        const values = Float64Array.from(
          { length: EMISSION_SPECIES.length * years },
          (_, i) => list[i % list.length]! + 0,
        );
        const worlds = names.map((world): WorldEmissions => ({ name: world, firstYear: 1750, lastYear: 1905, values }));
        expect((await read([...writeEmissionsTable(worlds)].join(''))).scenarios).toEqual(worlds);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a table of changes', () => {
  const deltas = (text: string) => readDeltaTable(bytes(`year,species,unit,delta\n${text}`), { file: 'less.csv' });

  it('becomes one series for each species, whatever the order of rows', async () => {
    const found = await deltas('2031,CH4,Mt CH4/yr,-6\n2030,CO2 FFI,GtCO2/yr,-1.5\n2030,CH4,Mt CH4/yr,-5\n');
    expect(found).toEqual([
      { species: 'CO2 FFI', firstYear: 2030, values: Float64Array.of(-1.5) },
      { species: 'CH4', firstYear: 2030, values: Float64Array.of(-5, -6) },
    ]);
  });

  it('may have its columns in any order, middle years, and semicolons', async () => {
    const text = 'Species;Delta;Unit;Year\nCH4;-5,5;Mt CH4/yr;2030.5\n';
    expect(await readDeltaTable(bytes(text), { file: 'less.csv' })).toEqual([
      { species: 'CH4', firstYear: 2030, values: Float64Array.of(-5.5) },
    ]);
  });
});

const inputs = join(sharedFolder, 'data/fair/inputs');
if (!existsSync(inputs)) {
  console.warn(
    'skipped: the published emissions are not here; set THOUSAND_CITIES_SHARED to the folder above data/fair',
  );
}

describe.skipIf(!existsSync(inputs))('published tables', () => {
  const published = (file: string) => readEmissionsTable(createReadStream(join(inputs, file)), { file });

  it('of five harmonised SSPs are read whole, net-negative CO2 included', async () => {
    const { scenarios, findings } = await published('ssp_emissions_harmonised2022_1750-2500.csv');
    expect(scenarios.map(({ name }) => name)).toEqual(['ssp119', 'ssp126', 'ssp245', 'ssp370', 'ssp585']);
    expect(scenarios.every(({ lastYear }) => lastYear === 2500)).toBe(true);
    // First and last rows of the file: BC of ssp119 in 1750; CO2 FFI of ssp119 is below zero from 2060, of ssp126 from 2079.
    expect(figure(scenarios[0]!, 'BC', 1750)).toBe(2.096765609);
    expect(findings.map(({ code }) => code)).toEqual(['emissions-net-negative']);
    expect(findings[0]!.message).toContain('2060 in ssp119, 2079 in ssp126');
  });

  it('of seven draft scenarios are read whole', async () => {
    const { scenarios } = await published('extensions_1750-2500.csv');
    expect(scenarios).toHaveLength(7);
    expect(figure(scenarios[0]!, 'CH4', 1750)).toBeGreaterThan(30);
  });
});
