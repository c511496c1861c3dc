/** Factors of the IPCC Guidelines that worked examples share. */
import type { FuelFactor } from './combustion.ts';

const fossil = (co2KgPerTj: number, ch4KgPerTj: number, n2oKgPerTj: number): FuelFactor => ({
  co2KgPerTj,
  ch4KgPerTj,
  n2oKgPerTj,
  biogenic: false,
  source: 'ipcc-2006',
});

/** Vol 2 Table 2.5, residential. */
export const gas = fossil(56_100, 5, 0.1);
export const wood: FuelFactor = { ...fossil(112_000, 300, 4), biogenic: true };
/** Table 3.2.2, petrol with oxidation catalyst. */
export const petrol = fossil(69_300, 25, 8);
/** Tables 3.3.1 and 3.4.1. */
export const diesel = fossil(74_100, 4.15, 28.6);
/** Table 3.5.2 and 3.5.3. */
export const shipFuel = fossil(77_400, 7, 2);
/** Table 3.6.4 and 3.6.5. */
export const kerosene = fossil(71_500, 0.5, 2);

/** 1 TJ in MWh. */
export const TJ = 1000 / 3.6;

/** One kind of waste that all of it is: food, plastics (Vol 5 Table 2.4). */
export const food = { dryMatter: 0.4, carbon: 0.38, fossil: 0 };
export const plastics = { dryMatter: 1, carbon: 0.75, fossil: 1 };
