/** Defaults of activity tables that need more than one factor: landfill history, vehicle-kilometres, district heat, manure, protein. Worked by hand. */
import { describe, expect, it } from 'vitest';
import type { InventoryTable } from '../src/index.ts';
import { activityCalculator, readInventoryTable } from '../src/index.ts';
import { calculatorReference, countryCode } from './reference.ts';

const HEADER = 'city,country,year,population,gpc_ref,activity,carrier,amount,unit,factor_source';

async function tableOf(...lines: readonly string[]): Promise<InventoryTable> {
  const options = { file: 'activity.csv', countryCode, calculator: activityCalculator(calculatorReference) };
  return readInventoryTable([Buffer.from([HEADER, ...lines].join('\n'))], options);
}

async function rowOf(line: string, country = 'Vietnam', year = 2018) {
  const { entries } = await tableOf(`Anywhere,${country},${year},100000,${line}`);
  return entries[0]!.inventory.rows[0]!;
}

describe('waste disposal', () => {
  const deposit = (year: number, tonnes = 1000, unit = 't') =>
    `Anywhere,Vietnam,${year},100000,III.1.1,landfill managed anaerobic tropical wet,food,${tonnes},${unit},`;
  const years = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

  it('decays where the table has ten years before, in any order of rows', async () => {
    const { entries } = await tableOf(
      ...years(2008, 2018)
        .toReversed()
        .map((year) => deposit(year)),
    );
    const { inventory, findings } = entries.find((entry) => entry.inventory.year === 2018)!;
    // Each year 1 000 t · 0.15 · 0.5 = 75 t C, k 0.4. Stock of ten years: 75·(1 − e^−4)/(1 − e^−0.4); decayed in 2018: 75·(1 − e^−4).
    const ch4 = 75 * (1 - Math.exp(-4)) * 0.5 * (16 / 12);
    expect(inventory.rows[0]).toMatchObject({ method: 'first-order-decay' });
    expect(inventory.rows[0]!.gases!['CH4-biogenic']).toBeCloseTo(ch4, 9);
    expect(findings).toMatchObject([{ code: 'landfill-first-order-decay', severity: 'note' }]);
  });

  it('reads earlier years in their own unit', async () => {
    const rows = years(2008, 2017).map((year) => deposit(year, 1, 'kt'));
    const { entries } = await tableOf(...rows, deposit(2018));
    const ch4 = 75 * (1 - Math.exp(-4)) * 0.5 * (16 / 12);
    expect(entries.at(-1)!.inventory.rows[0]!.gases!['CH4-biogenic']).toBeCloseTo(ch4, 9);
  });

  it('is committed where years are few, or one is left out, and says so', async () => {
    const { entries } = await tableOf(
      ...years(2005, 2018)
        .filter((year) => year !== 2013)
        .map((year) => deposit(year)),
    );
    const { inventory, findings } = entries.at(-1)!;
    // 1 000 t · 1 · 0.15 · 0.6 · 0.5 · 16/12 = 60 t
    expect(inventory.rows[0]).toMatchObject({ method: 'methane-commitment' });
    expect(inventory.rows[0]!.gases!['CH4-biogenic']).toBeCloseTo(60, 9);
    expect(findings[0]).toMatchObject({ code: 'landfill-methane-commitment' });
    expect(findings[0]!.message).toContain('a history of 4 years');
  });

  it('names the row of a line that cannot be calculated', async () => {
    await expect(tableOf(deposit(2017), deposit(2018, 10, 'MWh'))).rejects.toMatchObject({
      code: 'unit-unfit',
      place: { row: 3, column: 'unit' },
    });
  });
});

describe('vehicle-kilometres', () => {
  it('burn the default of the vehicle', async () => {
    // 1e6 km · 70 g · 44.3 GJ/t = 3 101 GJ; · 69.3 t/TJ
    const row = await rowOf('II.1.1,passenger cars,petrol,1,million vkm,');
    expect(row.gases!['CO2']).toBeCloseTo(3.101 * 69.3, 6);
    expect(row).toMatchObject({ method: 'road-vehicle-km', note: 'car, default use of 70 g petrol per km' });
    // Buses on gas: 500 g · 48 GJ/t · 56.1 t/TJ, the part driven outside under II.1.3.
    const bus = await rowOf('II.1.3,city buses,natural gas,1000,vkm,');
    expect(bus.gases!['CO2']).toBeCloseTo(1000 * 500e-6 * 48 * 56.1e-3, 9);
  });

  it('charge from the grid', async () => {
    const row = await rowOf('II.1.2,electric motorcycles,electricity,1000000,vkm,');
    const grams = calculatorReference.country('VNM').gridIntensity!.points.find(({ year }) => year === 2018)!.value;
    // 1e6 km · 0.05 kWh = 50 MWh
    expect(row.co2eTonnes).toBeCloseTo((50 * grams) / 1000, 9);
  });

  it('tell vehicles apart that share a word', async () => {
    expect((await rowOf('II.1.1,minibuses,diesel,1,vkm,')).note).toContain('minibus');
    expect((await rowOf('II.1.1,light trucks,diesel,1,vkm,')).note).toContain('van');
    expect((await rowOf('II.1.1,motor tricycles,petrol,1,vkm,')).note).toContain('three-wheeler');
  });

  it('are refused without a kind of vehicle, or a default for it', async () => {
    await expect(rowOf('II.1.1,traffic,petrol,1,vkm,')).rejects.toMatchObject({ code: 'activity-unknown' });
    await expect(rowOf('II.1.1,motorcycles,diesel,1,vkm,')).rejects.toMatchObject({ code: 'factor-missing' });
  });
});

describe('district heat and cooling', () => {
  it('take the fuel and efficiency that are given', async () => {
    // 1 000 MWh / 0.9 · 0.0036 TJ/MWh · 56.1 t/TJ
    const row = await rowOf('I.1.2,homes,district heat from natural gas at 90 %,1000,MWh,');
    expect(row.gases!['CO2']).toBeCloseTo((3.6 / 0.9) * 56.1, 9);
    expect(row.note).toContain('90 % (stated)');
  });

  it('assume an efficiency by fuel', async () => {
    // Coal at 75 %: 1 000 MWh / 0.75 · 0.0036 · 94.6
    const row = await rowOf('I.1.2,homes,heat from coal,1000,MWh,');
    expect(row.gases!['CO2']).toBeCloseTo((3.6 / 0.75) * 94.6, 9);
    expect(row.note).toContain('75 % (assumed)');
  });

  it('cool with the electricity of the grid', async () => {
    const cold = await rowOf('I.2.2,offices,district cooling from electricity,1000,MWh,');
    const used = await rowOf('I.2.2,offices,electricity,250,MWh,');
    expect(cold.co2eTonnes).toBeCloseTo(used.co2eTonnes as number, 9);
  });

  it('count no CO2 of wood', async () => {
    const row = await rowOf('I.1.2,homes,district heat from wood,1000,MWh,');
    expect(row.gases).not.toHaveProperty('CO2');
    expect(row.gases!['CH4-biogenic']).toBeGreaterThan(0);
  });

  it('are refused where nothing is known of the plant', async () => {
    await expect(rowOf('I.1.2,homes,district heat,1000,MWh,')).rejects.toMatchObject({ code: 'factor-missing' });
    await expect(rowOf('I.1.2,homes,heat from moonlight,1,MWh,')).rejects.toMatchObject({ code: 'carrier-unknown' });
  });
});

describe('manure', () => {
  it('takes the temperature that is given, and N2O by the system', async () => {
    const [warm, kept] = await Promise.all([
      rowOf('V.1,manure of dairy cattle,25 °C,1000,head,'),
      rowOf('V.1,manure of dairy cattle,"solid storage, 25 °C",1000,head,'),
    ]);
    // Asian dairy cattle at 25 °C: 26 kg CH4 (Vol 4 Table 10.14).
    expect(warm.gases).toEqual({ 'CH4-biogenic': expect.closeTo(26, 9) });
    expect(kept.gases!['CH4-biogenic']).toBeCloseTo(26, 9);
    expect(kept.gases!['N2O']).toBeGreaterThan(0.1);
  });

  it('tells the temperature from the country where none is given', async () => {
    const cool = await rowOf('V.1,dairy cattle manure,,1000,head,', 'Sweden');
    const warm = await rowOf('V.1,dairy cattle manure,,1000,head,', 'Italy');
    expect(cool.gases!['CH4-biogenic']!).toBeLessThan(warm.gases!['CH4-biogenic']!);
    expect(cool.note).toContain('told from degree days');
  });

  it('refuses a system it does not know', async () => {
    await expect(rowOf('V.1,manure of dairy cattle,in a bucket,1,head,')).rejects.toMatchObject({
      code: 'carrier-unknown',
    });
  });
});

describe('wastewater', () => {
  it('counts the nitrogen of the protein eaten', async () => {
    // Vietnam: 96.9 g/day · 365 = 35.3685 kg; 100 000 · 35.3685 · 0.16 · 1.1 · 1 = 622 485.6 kg N; · 0.005 · 44/28 = 4 890.96 kg N2O.
    const row = await rowOf('III.4.1,septic system,sewage,100000,person,');
    expect(row.gases!['N2O']).toBeCloseTo(4.89096, 4);
    expect(row.note).toContain('96.9 g protein');
    // In a sewer industry discharges too: · 1.25.
    const sewered = await rowOf('III.4.1,aerobic well managed,sewage,100000,person,');
    expect(sewered.gases!['N2O']).toBeCloseTo(4.89096 * 1.25, 4);
  });
});
