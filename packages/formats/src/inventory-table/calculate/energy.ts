/** Activity of stationary energy and transport: fuels, grid energy and its losses (I, II). */
import type { Carrier, FuelFactor, InventoryRow } from '@thousand-cities/model';
import {
  CARRIERS,
  FUEL_DENSITIES,
  fuelEnergyMwh,
  fugitive,
  gridLosses,
  gridSupplied,
  roadFuelSold,
  stationaryCombustion,
  subsectorOf,
  transportFuel,
} from '@thousand-cities/model';
import type { CombustionFactor, MobileMode, StationarySector } from '@thousand-cities/reference';
import type { Desk } from './desk.ts';
import { enter, inYear, lookFor, need, refuse, unknownActivity } from './desk.ts';

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
  const carrier = carrierOf(desk);
  const ending = ref.slice(ref.lastIndexOf('.') + 1);
  const isGrid = GRID.has(carrier as Carrier);
  if (ending === '2' && !isGrid)
    refuse('unknown-carrier', `${ref} is grid-supplied energy; "${carrier}" is burned where it is used`);
  if ((ending === '1' || ending === '4') && isGrid)
    refuse('unknown-carrier', `${ref} is fuel burned in the city; "${carrier}" comes from a grid`);
  return isGrid ? gridRow(desk, carrier as Carrier, ending === '3') : fuelRow(desk, carrier);
}

function carrierOf(desk: Desk): string {
  const { carrier, reference } = desk;
  if (carrier === '') refuse('unknown-carrier', `${desk.line.ref} needs a carrier`);
  const known = SYNONYMS[carrier] ?? CARRIERS.find((name) => name === carrier);
  if (known !== undefined) return known;
  if (reference.factors.fuels.includes(carrier)) return carrier;
  return refuse('unknown-carrier', `"${desk.line.activity.carrier}" is not a carrier this program knows`);
}

function gridRow(desk: Desk, carrier: Carrier, losses: boolean): InventoryRow {
  need(desk, 'energy');
  const { line, reference, base } = desk;
  if (carrier !== 'grid-electricity') {
    refuse('missing-figure', `the factor of ${carrier} depends on the plant; there is no default`);
  }
  const country = reference.country(line.country);
  const series = country.gridIntensity;
  const grams = series === undefined ? undefined : inYear(series, line.year);
  if (series === undefined || grams === undefined) {
    return refuse('missing-figure', `no grid factor of ${country.name} for ${line.year}`);
  }
  // g/kWh = kg/MWh.
  const supply = { tonnesPerMwh: { CO2: grams / 1000 }, source: series.source };
  if (!losses) return enter(desk, gridSupplied(base, supply));
  const loss = country.gridLosses;
  if (loss === undefined) return refuse('missing-figure', `no loss rate of the grid of ${country.name}`);
  return enter(desk, gridLosses(base, supply, { value: loss.value, of: 'generated', source: loss.source }));
}

function fuelRow(desk: Desk, carrier: string): InventoryRow {
  const { line, unit } = desk;
  const subsector = subsectorOf(line.ref);
  if (unit.dimension === 'vehicle-distance') {
    refuse(
      'missing-figure',
      `${line.activity.unit} need a factor per ${line.activity.unit}: fuel use of the fleet is local`,
    );
  }
  const sector = MOBILE[subsector] ?? STATIONARY[subsector]!;
  const factor = factorOf(desk, carrier, sector);
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
  if (subsector === 'II.2' || subsector === 'II.3' || subsector === 'II.5') {
    const mode = MOBILE[subsector] as 'rail' | 'waterborne' | 'off-road';
    return enter(desk, transportFuel(mode, mwh, asFuel(factor)).inside, assumed);
  }
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
