/** What the library knows of a mitigation action before it is fitted to a city. */
import type { Channel } from '../gas.ts';
import type { Provenance, Range } from '../source.ts';
import type { ClimateZone, DefaultScope, IncomeGroup } from './split/types.ts';
import type { Action, ActivityUnit, Carrier, CellSelector, EndUse, LeverKind, Payers } from './types.ts';

/** Powers a city needs to carry an action through, after C40's dimensions of mayoral power. */
export const ACTION_POWERS = [
  'own-operate',
  'set-policy',
  'enforce',
  'budget',
  'procure',
  'land-use-planning',
  'pricing',
  'convene',
] as const;
export type ActionPower = (typeof ACTION_POWERS)[number];

export const CO_BENEFITS = [
  'clean-air',
  'health',
  'jobs',
  'lower-bills',
  'energy-access',
  'energy-security',
  'comfort',
  'less-noise',
  'road-safety',
  'less-congestion',
  'access-to-opportunity',
  'biodiversity',
  'clean-water',
  'less-litter',
  'resource-saving',
  'food-security',
  'resilience',
] as const;
export type CoBenefit = (typeof CO_BENEFITS)[number];

/** Climate hazards an action eases. */
export const EASED_HAZARDS = [
  'extreme-heat',
  'extreme-cold',
  'river-flood',
  'surface-flood',
  'coastal-flood',
  'drought',
  'water-scarcity',
  'landslide',
  'wildfire',
  'storm',
  'disease',
  'power-outage',
] as const;
export type EasedHazard = (typeof EASED_HAZARDS)[number];

/** Share of the selected activity removed or moved at size 1, for those the scope names. */
export interface SizeRow {
  readonly scope: DefaultScope;
  readonly size: Range;
  readonly provenance: Provenance;
  readonly source: string;
  /** How the figure is made up: reach × depth, in words. */
  readonly reasoning: string;
}

/** A lever before it knows the city. */
export interface LeverTemplate {
  readonly kind: LeverKind;
  readonly select: CellSelector;
  /** The largest share that is physically possible; no size exceeds it. */
  readonly limit: number;
  readonly sizes: readonly SizeRow[];
  readonly to?: {
    readonly carrier: Carrier;
    readonly use?: EndUse;
    readonly ref?: string;
  };
  /** Units of target per unit moved. */
  readonly ratio?: Range;
  readonly channels?: readonly Channel[];
  readonly buysLess?: boolean;
  /** For add-sink: units per 1,000 inhabitants at size 1, what they are, and what each removes. */
  readonly sink?: {
    readonly unitsPer1000: number;
    readonly unit: 'ha' | 'tree';
    readonly ref: string;
    readonly tonnesPerUnitYear: Range;
  };
  readonly note?: string;
}

/** What a unit cost is multiplied with: the activity a lever affects, its CO2e, inhabitants, or the units of a sink. */
export const COST_BASES = ['affected', 'affected-co2e', 'person', 'sink-unit'] as const;
export type CostBasis = (typeof COST_BASES)[number];

export interface CostTemplate {
  readonly component: string;
  readonly basis: CostBasis;
  /** Which lever's cells; absent = all levers of the unit. */
  readonly lever?: number;
  /** For `affected`: the unit of activity meant; cells of another unit do not count. */
  readonly unit?: ActivityUnit;
  /** Per unit of the basis, in `currency` of `priceYear`. */
  readonly capital: Range;
  readonly operatingPerYear: Range;
  readonly currency: string;
  readonly priceYear: number;
  /** Share of the cost that follows the local price level (labour, civil works); the rest is traded at world prices. */
  readonly localShare: number;
  readonly scope: DefaultScope;
  readonly provenance: Provenance;
  readonly source: string;
  readonly note?: string;
}

/** Conditions beyond "it selects something". */
export interface Applicability {
  readonly zones?: readonly ClimateZone[];
  readonly minPopulation?: number;
  readonly coastal?: boolean;
  readonly maxAbsLatitude?: number;
}

export interface ActionWords {
  readonly name: string;
  readonly description: string;
}

export interface ActionTemplate {
  readonly id: string;
  readonly sector: Action['sector'];
  /** Name and one-sentence description by locale; `en` and `id` always. */
  readonly words: Readonly<Record<string, ActionWords>>;
  readonly levers: readonly LeverTemplate[];
  readonly costs: readonly CostTemplate[];
  readonly applies: Applicability;
  readonly adoption: Action['adoption'];
  readonly lifetimeYears: number;
  readonly renew: boolean;
  readonly payers: Payers;
  readonly lowIncomeBenefitShare: Range;
  /** Full-time staff of the city while building up, per 100,000 inhabitants. */
  readonly staffPer100k: number;
  readonly requires: readonly string[];
  readonly excludes: readonly string[];
  readonly powers: readonly ActionPower[];
  readonly coBenefits: readonly CoBenefit[];
  readonly hazards: readonly EasedHazard[];
  readonly indicators: readonly string[];
  readonly sources: readonly string[];
}

/** Euro per unit of a currency in a year, and the euro area's consumer price index, to bring costs to one price year. */
export interface PriceYear {
  readonly currency: string;
  readonly year: number;
  readonly eurPerUnit: number;
}

/** The library: templates and what brings their costs to a city. */
export interface ActionLibrary {
  readonly templates: readonly ActionTemplate[];
  readonly exchange: readonly PriceYear[];
  /** Euro-area consumer prices by year, any base. */
  readonly consumerPrices: Readonly<Record<number, number>>;
  /** Local price level relative to high-income countries, by income group. */
  readonly priceLevels: Readonly<Record<IncomeGroup, number>>;
  /** Source id of the price levels. */
  readonly priceLevelSource?: string;
}
