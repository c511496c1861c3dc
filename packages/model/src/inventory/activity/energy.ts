/** Activity of stationary energy and transport: fuels, grid energy and its losses (I, II). */
import { FUEL_DENSITIES, fuelEnergyMwh } from '../../units.ts';
import { CARRIERS } from '../carriers.ts';
import type { Carrier } from '../carriers.ts';
import type { CombustionFactor, MobileMode, StationarySector } from '../factors/types.ts';
import { subsectorOf } from '../gpc.ts';
import {
  fugitive,
  gridLosses,
  gridSupplied,
  offRoadFuel,
  railFuel,
  roadFuelSold,
  stationaryCombustion,
  waterborneFuel,
} from '../methods/index.ts';
import type { FuelFactor, SupplyFactor } from '../methods/index.ts';
import type { InventoryRow } from '../types.ts';
import type { Desk } from './desk.ts';
import { enter, inYear, lookFor, need, refuse, unknownActivity } from './desk.ts';
import type { Plant, PlantFuel } from './district.ts';
import { districtSupply, plantOf } from './district.ts';
import { chargedMwh, fuelDriven } from './vehicles.ts';

/** Other names of carriers. */
const SYNONYMS: Readonly<Record<string, Carrier>> = {
  electricity: 'grid-electricity',
  power: 'grid-electricity',
  gas: 'natural-gas',
  'natural-gas-piped': 'natural-gas',
  gasoline: 'petrol',
  'motor-gasoline': 'petrol',
  'diesel-oil': 'diesel',
  'fuel-oil': 'heating-oil',
  'heavy-fuel-oil': 'residual-fuel-oil',
  wood: 'fuelwood',
  firewood: 'fuelwood',
  biodiesel: 'biofuel',
  paraffin: 'kerosene',
  'jet-fuel': 'jet-kerosene',
  heat: 'district-heat',
  steam: 'district-heat',
  cooling: 'district-cooling',
};

/** IPCC sector of a GPC sub-sector: its CH4 and N2O factors differ. */
const STATIONARY: Readonly<Record<string, StationarySector>> = {
  'I.1': 'residential-agriculture',
  'I.2': 'commercial',
  'I.3': 'manufacturing',
  'I.4': 'energy-industries',
  'I.5': 'residential-agriculture',
  'I.6': 'commercial',
};

const MOBILE: Readonly<Record<string, MobileMode>> = {
  'II.1': 'road',
  'II.2': 'rail',
  'II.3': 'waterborne',
  'II.4': 'aviation',
  'II.5': 'off-road',
};

const GRID = new Set<Carrier>(['grid-electricity', 'district-heat', 'district-cooling']);

/** Calculate a line of sector I or II. */
export function energyRow(desk: Desk): InventoryRow {
  const { ref } = desk.line;
  if (ref === 'I.7.1' || ref === 'I.8.1') return fugitiveRow(desk);
  const plant = plantOf(desk.line.activity.carrier);
  const carrier = plant === undefined ? carrierOf(desk) : (`district-${plant.network}` as const);
  const ending = ref.slice(ref.lastIndexOf('.') + 1);
  const isGrid = GRID.has(carrier as Carrier);
  if (ending === '2' && !isGrid)
    refuse('unknown-carrier', `${ref} is grid-supplied energy; "${carrier}" is burned where it is used`);
  if ((ending === '1' || ending === '4') && isGrid)
    refuse('unknown-carrier', `${ref} is fuel burned in the city; "${carrier}" comes from a grid`);
  const named = underItsName(desk, carrier);
  if (!isGrid) return fuelRow(named, carrier);
  return carrier === 'grid-electricity' ? gridRow(named, ending === '3') : districtRow(named, plant, ending === '3');
}

/** The line with its carrier under the name the model knows it by, so that checks and plans find it however it was written. */
function underItsName(desk: Desk, carrier: string): Desk {
  return { ...desk, line: { ...desk.line, activity: { ...desk.line.activity, carrier } } };
}

function carrierOf(desk: Desk): string {
  if (desk.carrier === '') refuse('unknown-carrier', `${desk.line.ref} needs a carrier`);
  return carrierNamed(desk, desk.carrier);
}

function carrierNamed(desk: Desk, carrier: string): string {
  const { reference } = desk;
  const known = SYNONYMS[carrier] ?? CARRIERS.find((name) => name === carrier);
  if (known !== undefined) return known;
  if (reference.factors.fuels.includes(carrier)) return carrier;
  return refuse('unknown-carrier', `"${desk.line.activity.carrier}" is not a carrier this program knows`);
}

function gridRow(desk: Desk, losses: boolean): InventoryRow {
  need(desk, 'energy', 'vehicle-distance');
  const charged = desk.unit.dimension === 'vehicle-distance' ? chargedMwh(desk) : undefined;
  const mwh = charged?.mwh ?? desk.base;
  const supply = gridOf(desk);
  if (!losses) return enter(desk, gridSupplied(mwh, supply), charged?.note);
  const { gridLosses: loss, name } = desk.reference.country(desk.line.country);
  if (loss === undefined) return refuse('missing-figure', `no loss rate of the grid of ${name}`);
  const rate = { value: loss.value, of: 'generated', source: loss.source } as const;
  return enter(desk, gridLosses(mwh, supply, rate), charged?.note);
}

function gridOf({ line, reference }: Desk): SupplyFactor {
  const country = reference.country(line.country);
  const series = country.gridIntensity;
  const grams = series === undefined ? undefined : inYear(series, line.year);
  if (series === undefined || grams === undefined) {
    return refuse('missing-figure', `no grid factor of ${country.name} for ${line.year}`);
  }
  // g/kWh = kg/MWh.
  return { tonnesPerMwh: { CO2: grams / 1000 }, source: series.source };
}

/** Heat and cooling of a network: only where the line says what the plant burns. */
function districtRow(desk: Desk, plant: Plant | undefined, losses: boolean): InventoryRow {
  need(desk, 'energy');
  const written = desk.line.activity.carrier;
  if (plant === undefined) {
    return refuse(
      'missing-figure',
      `what "${written}" emits depends on the plant: write what it burns, such as "district heat from natural gas", or give a factor`,
    );
  }
  if (losses) return refuse('missing-figure', `the losses of the network behind "${written}" are not known`);
  const { supply, note } = districtSupply(desk, plant, inputOf(desk, plant));
  return enter(desk, gridSupplied(desk.base, supply), note);
}

function inputOf(desk: Desk, plant: Plant): PlantFuel {
  const carrier = carrierNamed(desk, plant.fuel);
  if (carrier === 'grid-electricity') return { kind: 'grid', supply: gridOf(desk) };
  if (GRID.has(carrier as Carrier)) refuse('unknown-carrier', `"${plant.fuel}" is not what a plant burns`);
  return { kind: 'fuel', factor: asFuel(factorOf(desk, carrier, 'energy-industries')) };
}

function fuelRow(desk: Desk, carrier: string): InventoryRow {
  const { line, unit } = desk;
  const subsector = subsectorOf(line.ref);
  const sector = MOBILE[subsector] ?? STATIONARY[subsector]!;
  const factor = factorOf(desk, carrier, sector);
  if (unit.dimension === 'vehicle-distance' && subsector === 'II.1') {
    const { ncvTjPerGg } = factor;
    const driven = fuelDriven(desk, carrier, { ...asFuel(factor), ...(ncvTjPerGg !== undefined && { ncvTjPerGg }) });
    return enter(desk, driven.emission, driven.note);
  }
  const density = FUEL_DENSITIES[carrier];
  const mwh = fuelEnergyMwh(
    line.activity.amount,
    line.activity.unit,
    {
      ...(factor.ncvTjPerGg !== undefined && { ncvTjPerGg: factor.ncvTjPerGg }),
      ...(density !== undefined && { densityTPerM3: density }),
    },
    carrier,
  );
  const assumed = unit.dimension === 'volume' ? `volume to mass by a typical density (${density} t/m3)` : undefined;
  if (subsector === 'II.1') return enter(desk, roadFuelSold(mwh, asFuel(factor)), assumed);
  if (subsector === 'II.2') return enter(desk, railFuel(mwh, asFuel(factor)).inside, assumed);
  if (subsector === 'II.3') return enter(desk, waterborneFuel(mwh, asFuel(factor)).inside, assumed);
  if (subsector === 'II.5') return enter(desk, offRoadFuel(mwh, asFuel(factor)), assumed);
  return enter(
    desk,
    { ...stationaryCombustion(mwh, asFuel(factor)), ...(subsector === 'II.4' && { method: 'aviation' }) },
    assumed,
  );
}

function factorOf(
  { reference: { factors } }: Desk,
  carrier: string,
  sector: StationarySector | MobileMode,
): CombustionFactor {
  if ((CARRIERS as readonly string[]).includes(carrier)) return factors.carrierFactor(carrier as Carrier, sector);
  return sector in MOBILE_SECTORS
    ? factors.mobileFactor(sector as MobileMode, carrier)
    : factors.stationaryFactor(carrier, sector as StationarySector);
}

const MOBILE_SECTORS: Readonly<Partial<Record<string, true>>> = Object.fromEntries(
  Object.values(MOBILE).map((mode) => [mode, true]),
);

function asFuel({ co2KgPerTj, ch4KgPerTj, n2oKgPerTj, biogenic, source }: CombustionFactor): FuelFactor {
  return { co2KgPerTj, ch4KgPerTj, n2oKgPerTj, biogenic, source };
}

/** Coal by how it is mined, gas by what is done with it: items of the fugitive table. */
function fugitiveRow(desk: Desk): InventoryRow {
  const { activity, carrier, line, base } = desk;
  if (line.ref === 'I.7.1') {
    need(desk, 'mass');
    const volume =
      lookFor(desk, 'fugitive', activity, 'ch4-volume', carrier) ?? lookFor(desk, 'fugitive', activity, 'ch4-volume');
    const density = lookFor(desk, 'fugitive', 'methane', 'density');
    if (volume === undefined || density === undefined)
      return unknownActivity(desk, 'underground-mining or surface-mining, with the depth as carrier');
    const factor = { tonnesPerUnit: { 'CH4-fossil': volume.value * density.value }, source: volume.source };
    return enter(desk, fugitive(base, factor));
  }
  need(desk, 'volume');
  const leak = lookFor(desk, 'fugitive', activity === 'gas-leakage' ? 'gas-distribution' : activity, 'ch4');
  if (leak?.unit !== 'Gg/10^6 m3') return unknownActivity(desk, 'gas-distribution');
  // Gg per 10^6 m3 = kt per Mm3 = 10⁻³ t per m3.
  return enter(desk, fugitive(base, { tonnesPerUnit: { 'CH4-fossil': leak.value * 1e-3 }, source: leak.source }));
}
