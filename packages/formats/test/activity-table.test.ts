/** Activity tables become emissions by the published factors; expected values are worked by hand from the tables named. */
import { describe, expect, it } from 'vitest';
import { parseOwnFactor, type InventoryRow } from '@thousand-cities/model';
import { activityCalculator, countryCodes, readInventoryTable } from '../src/index.ts';
import { calculatorReference, countryCode } from './reference.ts';

const HEADER = 'city,country,year,population,gpc_ref,activity,carrier,amount,unit,factor_source';

async function rowsOf(...lines: readonly string[]): Promise<readonly InventoryRow[]> {
  const text = [HEADER, ...lines.map((line) => `Hanoi,Vietnam,2018,7900000,${line}`)].join('\n');
  const options = { file: 'activity.csv', countryCode, calculator: activityCalculator(calculatorReference) };
  const { entries } = await readInventoryTable([Buffer.from(text)], options);
  return entries[0]!.inventory.rows;
}

const gasesOf = async (line: string) => (await rowsOf(line))[0]!.gases!;

describe('activity data', () => {
  it('burns fuels by mass, volume and energy', async () => {
    // 1 000 t LPG · 47.3 GJ/t = 47.3 TJ · 63.1 t/TJ; CH4 5 kg/TJ and N2O 0.1 kg/TJ in homes (IPCC 2006 Vol 2 Tables 1.2, 1.4, 2.5).
    expect(await gasesOf('I.1.1,cooking,LPG,1000,t,')).toEqual({
      CO2: expect.closeTo(47.3 * 63.1, 6),
      'CH4-fossil': expect.closeTo(47.3 * 0.005, 9),
      N2O: expect.closeTo(47.3 * 0.0001, 9),
    });
    // 1 TJ of gas is 277.78 MWh.
    expect((await gasesOf('I.3.1,process heat,natural gas,1,TJ,'))['CO2']).toBeCloseTo(56.1, 9);
    // 1 000 m3 diesel · 0.835 t/m3 · 43 GJ/t · 74.1 t/TJ; road N2O 3.9 kg/TJ (Table 3.2.2).
    const road = await gasesOf('II.1.1,fuel sold,diesel,1000,m3,');
    expect(road['CO2']).toBeCloseTo(0.835 * 43 * 74.1, 6);
    expect(road['N2O']).toBeCloseTo(0.835 * 43 * 0.0039, 9);
  });

  it('keeps biogenic CO2 apart', async () => {
    const [row] = await rowsOf('I.1.1,cooking,fuelwood,1000,t,');
    // 15.6 GJ/t · 112 t/TJ
    expect(row!.biogenicCo2Tonnes).toBeCloseTo(15.6 * 112, 6);
    expect(row!.gases).not.toHaveProperty('CO2');
  });

  it('takes the grid of the country and year, and its losses', async () => {
    const [use, loss] = await rowsOf(
      'I.1.2,households,electricity,1000,MWh,',
      'I.1.3,households,electricity,1000,MWh,',
    );
    const series = calculatorReference.country('VNM').gridIntensity!;
    const grams = series.points.find(({ year }) => year === 2018)!.value;
    expect(use!.co2eTonnes).toBeCloseTo(grams, 9);
    const rate = calculatorReference.country('VNM').gridLosses!.value;
    expect(loss!.co2eTonnes).toBeCloseTo((grams * rate) / (1 - rate), 9);
    expect(use!.sources).toContain(series.source);
  });

  it('lets a factor of the city win', async () => {
    const [heat, gas, named] = await rowsOf(
      'I.1.2,district heating,district-heat,500,GJ,"0.2 t CO2e/MWh, utility report 2018"',
      'I.2.1,boilers,natural-gas,10,TJ,55.9 kg CO2/GJ (supplier)',
      'I.1.1,heating,natural-gas,10,TJ,metered by the supplier',
    );
    expect(heat).toMatchObject({ co2eTonnes: expect.closeTo((500 / 3.6) * 0.2, 9), sources: ['utility report 2018'] });
    expect(gas!.gases).toEqual({ CO2: expect.closeTo(559, 9) });
    expect(named!.gases!['CO2']).toBeCloseTo(561, 9);
    expect(named!.sources).toContain('metered by the supplier');
  });

  it('calculates waste by its treatment', async () => {
    // Composting wet: 4 g/kg CH4 and 0.24 g/kg N2O (Vol 5 Table 4.1).
    expect(await gasesOf('III.2.1,composting,organic-waste,1000,t,')).toEqual({
      'CH4-biogenic': expect.closeTo(4, 9),
      N2O: expect.closeTo(0.24, 9),
    });
    // Food in an unmanaged deep site: 1 000 t · 0.8 · 0.15 · 0.6 · 0.5 · 16/12 = 48 t CH4.
    expect(await gasesOf('III.1.1,landfill unmanaged deep,food,1000,t,')).toEqual({
      'CH4-biogenic': expect.closeTo(48, 9),
    });
    // Plastics burned in the open: 1 · 0.75 · 0.58 · 44/12 t CO2/t.
    const open = await gasesOf('III.3.1,open burning,plastics,1000,t,');
    expect(open['CO2']).toBeCloseTo(1000 * 0.75 * 0.58 * (44 / 12), 6);
    expect(open['CH4-biogenic']).toBeCloseTo(6.5, 9);
    // 100 000 people on septic tanks in Asia: 40 g · 365 · 0.6 · 0.5 = 4.38 kg each.
    expect((await gasesOf('III.4.1,septic system,sewage,100000,person,'))['CH4-biogenic']).toBeCloseTo(438, 6);
  });

  it('calculates mixed waste by the composition of the region', async () => {
    const gases = await gasesOf('III.1.2,landfill managed anaerobic,mixed-msw,1000,t,');
    // Asian mixes have a DOC between that of pure food and of pure paper.
    expect(gases['CH4-biogenic']).toBeGreaterThan(1000 * 0.6 * 0.5 * (16 / 12) * 0.08);
    expect(gases['CH4-biogenic']).toBeLessThan(1000 * 0.6 * 0.5 * (16 / 12) * 0.25);
  });

  it('calculates industry, products, livestock and soils', async () => {
    // 1 000 t cement · 0.75 · 0.51 · 1.02
    expect((await gasesOf('IV.1,cement,,1000,t,'))['CO2']).toBeCloseTo(390.15, 9);
    expect((await gasesOf('IV.1,steel electric arc,,1000,t,'))['CO2']).toBeCloseTo(80, 9);
    expect(await gasesOf('IV.2,refill of air conditioners,R-410A,100,kg,')).toEqual({
      'HFC-32': expect.closeTo(0.05, 12),
      'HFC-125': expect.closeTo(0.05, 12),
    });
    // Asian dairy cattle, 2019 Refinement or 2006: one of the two published values.
    const cow = (await gasesOf('V.1,dairy cattle,,1000,head,'))['CH4-biogenic']!;
    expect([68, 78]).toContain(Math.round(cow));
    // 100 t N: (0.01 + 0.1·0.01 + 0.3·0.0075) · 44/28 (Vol 4 Tables 11.1, 11.3).
    expect((await gasesOf('V.3,synthetic fertiliser nitrogen,,100,t,'))['N2O']).toBeCloseTo(
      100 * 0.01325 * (44 / 28),
      9,
    );
    expect((await gasesOf('V.3,urea,,100,t,'))['CO2']).toBeCloseTo((20 * 44) / 12, 9);
  });

  it('takes CO2e as reported, and notation keys for amounts', async () => {
    const [reported, missing] = await rowsOf('VI.1,food imports,none,5,kt CO2e,', 'I.7.1,coal mining,none,NO,t,');
    expect(reported!.co2eTonnes).toBe(5000);
    expect(missing!.co2eTonnes).toEqual({ keys: ['NO'] });
  });

  it('adds several carriers under one reference', async () => {
    expect(await rowsOf('I.1.1,cooking,LPG,1,t,', 'I.1.1,cooking,kerosene,1,t,')).toHaveLength(2);
  });
});

describe('a factor of the city', () => {
  it.each([
    ['0.45 t/MWh, utility report 2021', { tonnes: 0.45, gas: 'CO2e', per: 'MWh', source: 'utility report 2021' }],
    ['56.1 kg CO2/GJ (supplier)', { tonnes: 0.0561, gas: 'CO2', per: 'GJ', source: 'supplier' }],
    ['180 g CO2e/vkm; fleet survey', { tonnes: 0.00018, gas: 'CO2e', per: 'vkm', source: 'fleet survey' }],
  ])('is read from %j', (text, expected) => {
    expect(parseOwnFactor(text)).toEqual({ ...expected, tonnes: expect.closeTo(expected.tonnes, 12) });
  });

  it('is not seen in a bare source', () => {
    expect(parseOwnFactor('Ember 2023')).toBeUndefined();
    expect(parseOwnFactor('2006 IPCC Guidelines, Table 2.2')).toBeUndefined();
  });
});

describe('a factor that cannot be read', () => {
  it.each(['0,45 t/MWh, utility', '0.45 t CO2e/furlong, utility', '12.3.4 kg CO2/GJ'])('is refused: %j', (text) => {
    expect(() => parseOwnFactor(text)).toThrow(expect.objectContaining({ code: 'missing-figure' }));
  });
});

describe('country names', () => {
  it.each([
    ['Côte d’Ivoire', 'CIV'],
    ["COTE D'IVOIRE", 'CIV'],
    ['USA', 'USA'],
    ['United States of America', 'USA'],
    ['Viet Nam', 'VNM'],
    ['South Korea', 'KOR'],
    ['gb', 'GBR'],
  ])('%s is %s', (name, code) => {
    expect(countryCode(name)).toBe(code);
  });

  it('does not guess', () => {
    expect(countryCodes([{ iso3: 'VNM', iso2: 'VN', name: 'Vietnam' }])('Vietnm')).toBeUndefined();
  });
});
