/** Shapes of the network roll-up: what each city brings, and what the sum says. Rules: docs/methods/network.md. */
import type { Finding } from '../finding.ts';
import type { GwpSetId } from '../gas.ts';
import type { Boundary } from '../inventory/types.ts';
import type { TargetKind } from '../pathway/types.ts';

/**
 * The gases a roll-up keeps apart, tonnes of the gas per year; `fgas` in t CO2e of the plan's GWP set.
 * CO2 from land (GPC V) is kept from other CO2, since the climate engine treats the two differently.
 */
export const NETWORK_GASES = ['co2', 'co2Land', 'ch4', 'n2o', 'fgas'] as const;
export type NetworkGas = (typeof NETWORK_GASES)[number];

/** Yearly series by gas over the years of the city. */
export type GasPaths = Readonly<Record<NetworkGas, Float64Array>>;

/** A city's territorial (scope 1) emissions without and with its plan, and what a sum must know of the city. */
export interface CityPaths {
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  readonly region?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  /** UN/LOCODE. */
  readonly locode?: string;
  readonly population?: number;
  /** Ids of other bodies this one says it contains. */
  readonly contains?: readonly string[];
  /** Where the figures stand on: the city's own inventory, or a starter from public figures. */
  readonly inventory: {
    readonly kind: 'reported' | 'starter';
    readonly year: number;
    /** 0…1 of the territorial tonnes that the city reported itself, where that is known; `kind` says which is the larger part. */
    readonly reportedShare?: number;
  };
  readonly firstYear: number;
  readonly lastYear: number;
  /** The city's own path without a plan (business-as-usual), territorial. */
  readonly reference: GasPaths;
  /** Territorial emissions with the plan; absent for a city without one. */
  readonly plan?: GasPaths;
  /** Emissions of the grid-supplied energy the city uses (scope 2: electricity, and heat and cold from networks), t CO2e per year. */
  readonly grid?: { readonly reference: Float64Array; readonly plan?: Float64Array };
  /** Emissions of generation supplied to the grid inside the boundary (GPC I.4.4, part of scope 1 above), t CO2e per year. */
  readonly generation?: { readonly reference: Float64Array; readonly plan?: Float64Array };
  /** The ceiling the plan answers to, in the boundary it is stated in. */
  readonly target?: CityTarget;
  /** Territorial savings of each action by gas: sums to reference − plan. */
  readonly actions?: readonly { readonly id: string; readonly name: string; readonly saved: GasPaths }[];
  /** t CO2e per tonne of the plan's GWP set, for showing: fgas is 1. */
  readonly weights: Readonly<Record<NetworkGas, number>>;
  /** The plan's GWP set, by whose potential of HFC-134a `fgas` becomes tonnes of it for the climate; AR6 when absent. */
  readonly gwpSet?: GwpSetId;
  /** What reading the city had to say, such as a target that could not be worked out. */
  readonly findings?: readonly Finding[];
  /** File or table row the figures came from. */
  readonly origin?: string;
}

export interface CityTarget {
  readonly id: string;
  readonly kind: TargetKind;
  readonly counts: 'co2e' | 'co2';
  readonly boundary: Boundary;
  /** Ceiling per year of the city's years, tonnes. */
  readonly ceiling: Float64Array;
  /** What the plan and the reference come to in that same boundary and count. */
  readonly planned: Float64Array;
  readonly reference: Float64Array;
}

/** What happens to a city's difference after the last year of its plan. */
export const HORIZON_RULES = ['hold-ratio', 'hold-difference', 'fade-out'] as const;
export type HorizonRule = (typeof HORIZON_RULES)[number];
