/** Each check speaks on the inventory it was made for, and all are silent on a sound one. */
import { describe, expect, it } from 'vitest';
import type { GwpSet } from '../../gas.ts';
import { GPC_REFERENCES } from '../gpc.ts';
import { inventoryOf, row } from '../inventory.case.ts';
import type { ActivityData, InventoryRow, Reported } from '../types.ts';
import { INVENTORY_CHECKS, checkInventory } from './index.ts';
import type { CheckContext } from './index.ts';

const gwp: GwpSet = { id: 'AR5', source: 'test', values: { CO2: 1, 'CH4-fossil': 30, 'CH4-biogenic': 28, N2O: 265 } };

/** A sound inventory: 1 million people, 4-5 t a head, every figure different, losses 8 % of each use of the grid. */
const SOUND: Readonly<Record<string, Reported>> = Object.fromEntries(
  GPC_REFERENCES.map(({ ref }, index) => [ref, 70_001 + 997 * index]),
);
const losses = Object.fromEntries(
  ['I.1', 'I.2', 'I.3', 'I.4', 'I.5', 'I.6'].map((sub) => [`${sub}.3`, 0.08 * (SOUND[`${sub}.2`] as number)]),
);
const sound = (change: Readonly<Record<string, Reported>> = {}) =>
  inventoryOf(Object.entries({ ...SOUND, ...losses, ...change }).map(([ref, value]) => row(ref, value)));
const plus = (...rows: readonly InventoryRow[]) => {
  const own = new Set(rows.map(({ ref }) => ref));
  return inventoryOf([...sound().rows.filter(({ ref }) => !own.has(ref)), ...rows]);
};
const use = (carrier: string, amount: number, unit = 'MWh'): { activity: ActivityData } => ({
  activity: { activity: 'use', carrier, amount, unit },
});
const scaled = (factor: number, year = 2019) => ({
  ...sound(),
  year,
  rows: sound().rows.map((r) => ({ ...r, co2eTonnes: (r.co2eTonnes as number) * factor })),
});

/** Finding code → the inventory that has the fault. */
const SICK: Readonly<Record<string, CheckContext>> = {
  'reference-unknown': { inventory: plus(row('I.63', 5)) },
  'negative-emissions': { inventory: sound({ 'II.1.1': -5 }) },
  'not-finite': { inventory: sound({ 'II.1.1': Number.NaN }) },
  'negative-gas': { inventory: plus(row('II.1.1', 5, { gases: { CO2: 6, N2O: -0.1 } })) },
  'gases-disagree': { inventory: plus(row('II.1.1', 100, { gases: { CO2: 90, 'CH4-fossil': 0.1 } })), gwp },
  'biogenic-in-total': { inventory: plus(row('I.1.1', 150, { gases: { CO2: 50 }, biogenicCo2Tonnes: 100 })), gwp },
  'biogenic-as-fossil': { inventory: plus(row('I.1.1', 50, { gases: { CO2: 50 }, ...use('fuelwood', 120) })) },
  'interval-disagrees': { inventory: plus(row('I.1.1', 50, { interval: { central: 60, low: 55, high: 70 } })) },
  'bare-zero': { inventory: sound({ 'II.3.1': 0 }) },
  'repeated-figure': { inventory: sound({ 'I.1.1': 4321, 'I.2.1': 4321, 'I.3.1': 4321 }) },
  'duplicate-row': { inventory: plus(row('I.1.1', 5), row('I.1.1', 5)) },
  'ne-unexplained': { inventory: sound({ 'I.7.1': { keys: ['NE'] } }) },
  'c-unexplained': { inventory: sound({ 'IV.1': { keys: ['C'] } }) },
  'ie-unnamed': { inventory: sound({ 'II.5.1': { keys: ['IE'] } }) },
  'ie-unknown': { inventory: sound({ 'II.5.1': { keys: ['IE'], includedIn: ['II.9.1'] } }) },
  'ie-empty': { inventory: sound({ 'II.5.1': { keys: ['IE'], includedIn: ['II.3.1'] }, 'II.3.1': { keys: ['NO'] } }) },
  'ie-circle': {
    inventory: sound({
      'II.5.1': { keys: ['IE'], includedIn: ['II.3.1'] },
      'II.3.1': { keys: ['IE'], includedIn: ['II.5.1'] },
    }),
  },
  'keys-contradict': { inventory: sound({ 'IV.1': { keys: ['NO', 'NE'], explanation: 'x' } }) },
  'key-beside-figure': { inventory: plus(row('I.1.1', 5), row('I.1.1', { keys: ['NO'] })) },
  'scope2-without-losses': { inventory: sound({ 'I.1.3': { keys: ['NO'] } }) },
  'losses-too-large': { inventory: sound({ 'I.1.3': 90_000 }) },
  'loss-rates-disagree': { inventory: sound({ 'I.1.3': 20_000 }) },
  'grid-factors-disagree': {
    inventory: plus(
      row('I.1.2', 50_000, use('grid-electricity', 100_000)),
      row('I.2.2', 60_000, use('grid-electricity', 1e5)),
    ),
  },
  'grid-factor-far': {
    inventory: plus(row('I.1.2', 90_000, use('grid-electricity', 50_000))),
    national: { gridTonnesPerMwh: 0.4 },
  },
  'unit-slip-grid': {
    inventory: plus(row('I.1.2', 90_000, use('grid-electricity', 200))),
    national: { gridTonnesPerMwh: 0.4 },
  },
  'fuel-factor-impossible': { inventory: plus(row('I.1.1', 90_000, use('natural-gas', 900_000))) },
  'unit-slip-fuel': { inventory: plus(row('I.1.1', 90_000, use('natural-gas', 450_000, 'kWh'))) },
  'unit-slip-rows': {
    inventory: plus(
      row('I.1.1', 90_000, use('other-fuel', 30_000, 't')),
      row('I.2.1', 60_000, use('other-fuel', 20, 't')),
    ),
  },
  'generation-twice': { inventory: sound({ 'I.4.1': 500, 'I.4.4': 500 }) },
  'no-electricity': { inventory: sound({ 'I.1.2': { keys: ['NO'] }, 'I.2.2': { keys: ['NO'] } }) },
  'gas-without-leakage': {
    inventory: { ...plus(row('I.1.1', 90_000, use('natural-gas', 450_000)), row('I.8.1', { keys: ['NO'] })) },
  },
  'waste-mass-balance': { inventory: plus(row('III.1.1', 90_000, use('mixed-msw', 4_000_000, 't'))) },
  'no-waste-disposal': {
    inventory: sound({
      'III.1.1': { keys: ['NO'] },
      'III.1.2': { keys: ['NO'] },
      'III.3.1': { keys: ['NO'] },
      'III.3.2': { keys: ['NO'] },
    }),
  },
  'no-wastewater': { inventory: sound({ 'III.4.1': { keys: ['NO'] }, 'III.4.2': { keys: ['NO'] } }) },
  'waste-twice': { inventory: sound({ 'III.1.1': 900, 'III.1.2': 900 }) },
  'population-missing': { inventory: inventoryOf(sound().rows, { population: undefined as never }) },
  'population-zero': { inventory: inventoryOf(sound().rows, { population: 0 }) },
  'per-head-outlier': { inventory: inventoryOf(sound().rows, { population: 20_000 }) },
  'unit-slip-total': { inventory: scaled(1000), national: { perHeadTotal: 3 } },
  'sector-per-head-outlier': { inventory: sound(), national: { perHeadBySector: { II: 0.05 } } },
  'unit-slip-sector': { inventory: scaled(1000), national: { perHeadBySector: { II: 1.5 } } },
  'negative-credits': { inventory: { ...sound(), credits: { sold: -5 } } },
  'year-twice': { inventory: sound(), series: [{ ...sound() }] },
  'year-gap': { inventory: sound(), series: [scaled(0.9, 2014)] },
  'sudden-jump': { inventory: sound(), series: [scaled(0.3)] },
  'unit-slip-years': { inventory: sound(), series: [scaled(1000)] },
  'occurrence-changed': { inventory: sound({ 'IV.1': { keys: ['NO'] } }), series: [scaled(0.9)] },
  'copied-year': { inventory: sound(), series: [scaled(1)] },
  'gwp-set-changed': { inventory: sound(), series: [{ ...scaled(0.9), gwpSet: 'AR4' }] },
  'population-jump': { inventory: sound(), series: [{ ...scaled(0.9), population: 500_000 }] },
};

describe('plausibility checks', () => {
  it('are at least 25', () => {
    expect(Object.keys(INVENTORY_CHECKS).length).toBeGreaterThanOrEqual(25);
  });

  it('have nothing to say of a sound inventory', () => {
    const national = {
      perHeadTotal: 3,
      perHeadBySector: { I: 1.5, II: 1, III: 0.8 },
      gridTonnesPerMwh: 0.5,
      wastePerHead: 0.4,
    };
    const findings = checkInventory({ inventory: sound(), series: [scaled(0.97)], national, gwp });
    expect(findings).toEqual([]);
  });

  it.each(Object.entries(SICK))('%s is found', (code, context) => {
    const findings = checkInventory(context);
    const found = findings.filter((finding) => finding.code === code);
    expect(found.length, findings.map((finding) => finding.code).join()).toBeGreaterThan(0);
    for (const { message, remedy } of found) expect([message, remedy].every((text) => text.length > 10)).toBe(true);
  });

  it('each have a case here', () => {
    const { 'reference-unknown': stranger, ...known } = SICK;
    expect(INVENTORY_CHECKS['unknownReference']?.(stranger!)).toHaveLength(1);
    const silent = Object.entries(INVENTORY_CHECKS).filter(
      ([name, check]) =>
        name !== 'unknownReference' && Object.values(known).every((context) => check(context).length === 0),
    );
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  it('make the same remark once, at all the references it is about', () => {
    const keys: Record<string, Reported> = {
      'I.7.1': { keys: ['NE'] },
      'II.3.1': { keys: ['NE'] },
      'III.1.3': { keys: ['NE'] },
    };
    const found = checkInventory({ inventory: sound(keys) }).filter(({ code }) => code === 'ne-unexplained');
    expect(found).toMatchObject([
      { severity: 'warning', message: 'I.7.1, II.3.1 are NE without a reason.', values: { count: 2 } },
      { severity: 'note', path: ['III.1.3'] },
    ]);
  });

  it('do not ask for losses that are owned up to, and ask softly for those left out', () => {
    const codes = (value: Reported) =>
      checkInventory({ inventory: sound({ 'I.1.3': value }) })
        .filter(({ code }) => code === 'scope2-without-losses')
        .map(({ severity }) => severity);
    expect(codes({ keys: ['NE'], explanation: 'no rate' })).toEqual([]);
    expect(codes({ keys: ['unknown'] })).toEqual(['note']);
    expect(codes({ keys: ['NO'] })).toEqual(['warning']);
  });

  it('let waste be burned for power', () => {
    const none: Reported = { keys: ['NO'] };
    const burned: Reported = { keys: ['IE'], includedIn: ['I.4.4'] };
    const change = { 'III.1.1': none, 'III.1.2': none, 'III.3.1': burned, 'III.3.2': none };
    expect(checkInventory({ inventory: sound(change) }).map(({ code }) => code)).not.toContain('no-waste-disposal');
  });

  it('come errors first', () => {
    const order = checkInventory(SICK['ie-empty']!).map(({ severity }) =>
      ['error', 'warning', 'note'].indexOf(severity),
    );
    expect(order).toEqual(order.toSorted());
  });
});
