/** The thousand in one open document: what a browser needs of each city to sum plans under a choice, in columns. */
import type { GwpSetId } from '../gas.ts';
import type { Boundary } from '../inventory/types.ts';
import type { TargetKind } from '../pathway/types.ts';
import type { NetworkGas } from './types.ts';

export const THOUSAND_SCHEMA = 'thousand-cities/thousand';
export const THOUSAND_VERSION = 1;

/** Ratios in the document are whole thousandths. */
export const PER_MILLE = 1000;

export type Column = readonly number[];
/** A column with places that have no figure. */
export type GapColumn = readonly (number | null)[];

/** A country that has a city among the thousand. */
export interface ThousandCountry {
  readonly iso3: string;
  /** ISO 3166-1 alpha-2, the code by which browsers know names of countries. */
  readonly iso2: string;
  /** English. */
  readonly name: string;
}

/**
 * Cities that can be chosen together: a region by its countries, or a list of cities.
 * `world` is not among them: it is every city.
 */
export interface ThousandGroup {
  /** `south-east-asia`, `race-to-zero`: part of an address. */
  readonly id: string;
  readonly kind: 'region' | 'network';
  /** English; catalogues translate by id. */
  readonly name: string;
  /** ISO 3166-1 alpha-3. */
  readonly countries?: readonly string[];
  /** Places in the city columns. */
  readonly cities?: readonly number[];
  /** Where the grouping comes from, in one line. */
  readonly source: string;
}

export const PLEDGE_STATUSES = ['in law', 'in a policy document', 'pledged', 'proposed'] as const;
export type PledgeStatus = (typeof PLEDGE_STATUSES)[number];

/** A year of a pledge, with what may be emitted then. */
export interface PledgeStep {
  readonly year: number;
  /** As said: share cut, 0…1; 1 for zero and net zero. */
  readonly cut: number;
  /** What the cut is taken from: a past year (`baseline`, where it was named), or business-as-usual of `year` itself. */
  readonly from: 'year' | 'bau';
  readonly baseline?: number;
  /** What is left: of the first knot's emissions, by the national trend since the baseline; or of business-as-usual. */
  readonly left: number;
}

/** A target that a city has stated in public. */
export interface Pledge {
  /** Place in the city columns. */
  readonly city: number;
  readonly status: PledgeStatus;
  readonly counts: 'co2e' | 'co2';
  /** Ascending years; empty where the city states a target that says neither how much nor by when. */
  readonly steps: readonly PledgeStep[];
}

/** Stated targets of the thousand, from one published list of a known day. */
export interface Pledges {
  readonly source: string;
  /** ISO date of the list: what was stated later is not in it. */
  readonly asOf: string;
  /** Places of the cities that the list looked at. One of them without a pledge has stated no target; of others nothing is known. */
  readonly tracked: readonly number[];
  readonly stated: readonly Pledge[];
}

/** Ceilings of a kind of target that needs no choice. */
export interface ThousandTarget {
  readonly counts: 'co2e' | 'co2';
  /** Years the target itself names, see `TargetPath.milestones`. */
  readonly milestones: readonly number[];
  /** [city × knot] thousandths of what the boundary emits in the first knot; null for a city it cannot be worked out for. */
  readonly ceilings: GapColumn;
}

/**
 * The document. City columns have one entry per city, largest first; [city × knot] columns have the knots of a city
 * together. Tonnes are whole tonnes per year. Between knots everything is linear.
 */
export interface ThousandData {
  readonly schema: typeof THOUSAND_SCHEMA;
  readonly version: typeof THOUSAND_VERSION;
  /** The reference set the figures were worked out with. */
  readonly reference: { readonly id: string; readonly hash: string };
  /** Command that writes the document anew. */
  readonly madeBy: string;
  readonly licence: string;
  readonly sources: readonly string[];
  readonly gwpSet: GwpSetId;
  /** Ascending years; the first is the base year. */
  readonly knots: readonly number[];
  readonly countries: readonly ThousandCountry[];
  readonly groups: readonly ThousandGroup[];
  readonly pledges: Pledges;
  readonly cities: {
    /** GeoNames id. */
    readonly id: readonly string[];
    readonly name: readonly string[];
    /** ISO 3166-1 alpha-3. */
    readonly iso3: readonly string[];
    /** Id of the region group the city's country is in. */
    readonly region: readonly string[];
    /** Degrees. */
    readonly lat: Column;
    readonly lon: Column;
    /** UN/LOCODE, or an empty text. */
    readonly locode: readonly string[];
    readonly population: Column;
    readonly inventoryKind: readonly ('reported' | 'starter')[];
    readonly inventoryYear: Column;
    /** 90 % interval of the territorial total of the inventory year, t CO2e. */
    readonly low: Column;
    readonly high: Column;
  };
  /** t CO2e per tonne of gas, per city: CH4 is a mix of fossil and biogenic. */
  readonly weights: Readonly<Record<NetworkGas, Column>>;
  /** Territorial emissions without a plan, [city × knot] tonnes of the gas (`fgas` t CO2e). */
  readonly paths: Readonly<Record<NetworkGas, Column>>;
  /** Grid electricity the city uses (scope 2), [city × knot] t CO2e. */
  readonly grid: Column;
  /** Generation for the grid inside the boundary (I.4.4, in `paths`), [city × knot] t CO2e. */
  readonly generation: Column;
  /** Boundary in which the targets are stated, and what it emits without a plan, [city × knot] tonnes. */
  readonly counted: { readonly boundary: Boundary; readonly co2e: Column; readonly co2: Column };
  readonly targets: Readonly<Partial<Record<TargetKind, ThousandTarget>>>;
  /** What the action library reaches: plan over business-as-usual, [city × knot] thousandths, 1000 where there is nothing to cut. */
  readonly library: {
    readonly target: TargetKind;
    /** How the plan was found: `quick` is the search without a solver. */
    readonly method: 'quick' | 'optimal';
    /** First year in which an action can begin. */
    readonly startYear: number;
    readonly ratios: Readonly<Record<NetworkGas, Column>>;
    readonly grid: Column;
    readonly generation: Column;
    /** Of what `counted.co2e` has. */
    readonly counted: Column;
  };
}
