/** The figures a starter inventory is computed from: national series, a few city figures, and fitted general coefficients. */
import type { GpcRef } from '../types.ts';

/** What the sub-models estimate, each in t CO2e per head: fuel burned in buildings and industry, grid energy, transport fuel, waste. */
export const STARTER_GROUPS = ['fuel', 'grid', 'transport', 'waste'] as const;
export type StarterGroup = (typeof STARTER_GROUPS)[number];

/** Names of everything a log-linear model may look at. Units are in `features.ts`. */
export const STARTER_FEATURES = [
  'lnBuildings',
  'lnManufacturing',
  'lnTransport',
  'lnElectricity',
  'lnElectricityUse',
  'lnIntensity',
  'lnGdp',
  'lnNational',
  'lnDensity',
  'lnCentre',
  'lnPopulation',
  'heating',
  'lat',
  'latAbove15',
  'latAbove30',
  'latAbove45',
] as const;
export type StarterFeature = (typeof STARTER_FEATURES)[number];
export type StarterFeatures = Readonly<Record<StarterFeature, number>>;

/** A yearly series, ascending by year. */
export type StarterSeries = readonly { readonly year: number; readonly value: number }[];

/** National figures per head that the sub-models need. A series that is absent or empty is not known. */
export interface StarterNational {
  readonly iso3: string;
  /** Key of the region effects (`europe`, `latin-america`, …). */
  readonly region: string;
  /** Fuel in buildings and other small combustion, t CO2e per head. */
  readonly buildings?: StarterSeries;
  /** Fuel in manufacturing and fuel production, t CO2e per head. */
  readonly manufacturing?: StarterSeries;
  /** Transport, t CO2e per head. */
  readonly transport?: StarterSeries;
  /** Electricity demand, kWh per head. */
  readonly electricity?: StarterSeries;
  /** Carbon intensity of electricity, g CO2 per kWh. */
  readonly gridIntensity?: StarterSeries;
  /** Gross domestic product, current US dollars per head. */
  readonly gdp?: StarterSeries;
}

/** What public sets know of one city, by GeoNames id. */
export interface StarterCityFigures {
  /** Land within the administrative boundary, km². */
  readonly areaKm2?: number;
  /** Residents within the administrative boundary, with the year counted. */
  readonly population?: { readonly value: number; readonly year: number; readonly source: string };
  /** Carbon intensity of the regional grid over the national one. */
  readonly gridRatio?: number;
  /** People of the urban agglomeration over those of the municipality, where the municipality is its centre; 1 or more. */
  readonly agglomerationRatio?: number;
}

/** One term of a log-linear model: `weight · (x − mean) / sd`. */
export interface StarterTerm {
  readonly feature: StarterFeature;
  readonly mean: number;
  readonly sd: number;
  readonly weight: number;
}

/** `ln(y + floor) = intercept + Σ terms + regions[region] + countries[iso3]`. */
export interface LogModel {
  readonly intercept: number;
  readonly floor: number;
  readonly terms: readonly StarterTerm[];
  readonly regions: Readonly<Record<string, number>>;
  readonly countries: Readonly<Record<string, number>>;
}

/** Factors by which the truth may lie below and above a central figure, 5th and 95th percentile. */
export interface StarterSpread {
  readonly low: number;
  readonly high: number;
}

/** Mean heating and cooling degree days of a place (base 15.5 °C and 23 °C). */
export interface ClimatePoint {
  readonly latitude: number;
  readonly longitude: number;
  readonly hdd: number;
  readonly cdd?: number;
}

/** References that are a share of a group, or an extra outside BASIC with a model of its own. */
export interface StarterShare {
  readonly group: StarterGroup;
  readonly ref: GpcRef;
  /** Share of the group by income band of the country; the shares of a group and band add up to 1. */
  readonly byBand: Readonly<Record<IncomeBand, number>>;
}

/** GDP per head below 6,000, up to 20,000, and above, in US dollars of the year. */
export type IncomeBand = 'low' | 'middle' | 'high';

/** Everything `starterInventory` needs beside the city and its country: made by `packages/reference` from text tables. */
export interface StarterCoefficients {
  readonly id: string;
  readonly national: ReadonlyMap<string, StarterNational>;
  readonly cities: ReadonlyMap<string, StarterCityFigures>;
  readonly climate: readonly ClimatePoint[];
  readonly groups: Readonly<Record<StarterGroup, LogModel>>;
  /** BASIC per head, estimated directly. */
  readonly basic: LogModel;
  /** `ln BASIC = bottomUpWeight · ln Σ groups + (1 − bottomUpWeight) · ln direct + offset`. */
  readonly blend: { readonly bottomUpWeight: number; readonly offset: number };
  /** Density where the area is not known (people per km², ln). */
  readonly density: LogModel;
  /** Heating degree days / 1000 by latitude; `climate` corrects it near known places. */
  readonly heating: LogModel;
  /** Extras outside BASIC by reference, t CO2e per head. */
  readonly extras: ReadonlyMap<GpcRef, LogModel>;
  readonly shares: readonly StarterShare[];
  /** By `basic`, `basicPlus`, `territorial` and by reference. */
  readonly spreads: ReadonlyMap<string, StarterSpread>;
  /** Widening of intervals: `1 + smallCity · max(0, ln(10⁶ / population))` at most `cap`, times `newRegion` where no city of the region was seen. */
  readonly widening: { readonly smallCity: number; readonly cap: number; readonly newRegion: number };
}
