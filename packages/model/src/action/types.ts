/** Cells, levers and actions: what an action does to which part of the inventory, when, and at what cost. */
import type { Channel, GasSpecies } from '../gas.ts';
import type { Carrier } from '../inventory/carriers.ts';
import type { GpcRef } from '../inventory/types.ts';
import type { DriverId } from '../pathway/types.ts';
import type { Provenance, Range, Spread } from '../source.ts';
import type { ActionDelivery } from './delivery-types.ts';

/** What the energy, distance or material is used for. A closed vocabulary shared by cell split, library and engine. */
export const END_USES = [
  'space-heating',
  'water-heating',
  'cooking',
  'space-cooling',
  'lighting',
  'appliances',
  'industrial-heat',
  'motors-and-processes',
  'own-use',
  'agricultural-energy',
  'passenger-car',
  'two-three-wheeler',
  'bus',
  'freight',
  'rail',
  'waterborne',
  'aviation',
  'off-road',
  'fugitive',
  'landfill',
  'open-dump',
  'composting',
  'anaerobic-digestion',
  'incineration',
  'open-burning',
  'wastewater',
  'cement-clinker',
  'industrial-process',
  'refrigerants',
  'product-use',
  'enteric-fermentation',
  'manure',
  'managed-soils',
  'rice',
  'land',
  'other',
] as const;
export type EndUse = (typeof END_USES)[number];

export { CARRIERS, type Carrier } from '../inventory/carriers.ts';

/** Units of cell activity. Energy is MWh on net calorific value. */
export type ActivityUnit = 'MWh' | 't' | 'head' | 'ha' | 'person' | 't CO2e';

export type CellId = string;

/**
 * One GPC reference × end use × carrier of the base year: the grain at which levers act.
 * Emissions of species g in year y = amount · Π activity drivers(y) · factors[g] · Π intensity drivers(y).
 */
export interface Cell {
  /** `ref:use:carrier`, unique in a plan. */
  readonly id: CellId;
  readonly ref: GpcRef;
  readonly use: EndUse;
  readonly carrier: Carrier;
  readonly amount: number;
  readonly unit: ActivityUnit;
  /** Tonnes of each species per unit of activity. Biogenic CO2 is the memo species `CO2-biogenic`, weighed 0. */
  readonly factors: Readonly<Partial<Record<GasSpecies, number>>>;
  readonly activityDrivers: readonly DriverId[];
  readonly intensityDrivers: readonly DriverId[];
  /** Years in which the stock behind the cell (boilers, cars) is renewed once: bounds adoption of shifts and efficiency. */
  readonly stockLifetimeYears?: number;
  /** First-order response of emissions to a change of activity, in years (landfilled waste decays slowly). */
  readonly responseYears?: number;
  /** Price paid for one unit of activity, by the key of `Finance.prices`; absent where nothing is bought. */
  readonly price?: string;
  /** Activity is this share of another cell's, after all levers (grid losses follow consumption). `amount` then equals share × parent's amount. */
  readonly derivedFrom?: { readonly cell: CellId; readonly share: number };
  /** True where the cell may be negative (land sinks). */
  readonly sink?: boolean;
  readonly provenance: Provenance;
  readonly uncertainty: { readonly activity: Spread; readonly factor: Spread };
  readonly sources: readonly string[];
  readonly note?: string;
}

/** Which cells a lever acts on. All given fields must match; a ref matches itself or as a dotted prefix (`I.1` matches `I.1.2`). */
export interface CellSelector {
  readonly refs?: readonly string[];
  readonly uses?: readonly EndUse[];
  readonly carriers?: readonly Carrier[];
}

/** Canonical order of levers on a cell. */
export const LEVER_KINDS = [
  'reduce-activity',
  'improve-intensity',
  'shift-carrier',
  'change-factor',
  'divert',
  'capture',
  'add-sink',
] as const;
export type LeverKind = (typeof LEVER_KINDS)[number];

interface LeverBase {
  readonly select: CellSelector;
  /** Share of the selected activity (or factor, or gas) removed or moved at size 1 and full adoption: reach × depth, 0…1. */
  readonly size: Range;
  readonly provenance: Provenance;
  readonly sources: readonly string[];
  readonly note?: string;
}

export type Lever =
  | (LeverBase & { readonly kind: 'reduce-activity' | 'improve-intensity' })
  /** Move activity to another carrier of the same sub-sector and use (or `to.use`); `ratio` = units of target per unit moved. */
  | (LeverBase & {
      readonly kind: 'shift-carrier' | 'divert';
      readonly to: { readonly carrier: Carrier; readonly use?: EndUse; readonly ref?: GpcRef };
      readonly ratio: Range;
    })
  /** Lower the factor: clean supply, local generation. `buysLess`: the bill falls by the same share (own generation), else it stays. */
  | (LeverBase & {
      readonly kind: 'change-factor';
      readonly channels?: readonly Channel[];
      readonly buysLess?: boolean;
    })
  /** Catch what would be emitted (landfill gas, refrigerant recovery). */
  | (LeverBase & { readonly kind: 'capture'; readonly channels?: readonly Channel[] })
  /** Add removals: `units` at size 1, each removing `tonnesPerUnitYear` (t CO2, positive number = removal). `size` is 1. */
  | (LeverBase & {
      readonly kind: 'add-sink';
      readonly units: number;
      readonly unit: 'ha' | 'tree';
      readonly tonnesPerUnitYear: Range;
      readonly ref: GpcRef;
    });

/** How fast it spreads: an S-curve over `rampYears`, never faster than stock turnover allows. */
export interface Adoption {
  /** Years from start to full adoption. */
  readonly rampYears: number;
  readonly shape: 's-curve' | 'linear' | 'step';
  /** Natural renewal of the stock; adoption in a year is at most `turnoverBoost` / this. Absent: unbounded. */
  readonly stockLifetimeYears?: number;
  /** 1 = only at natural renewal; 2 = twice as fast, by early replacement. */
  readonly turnoverBoost?: number;
}

/** Cost at size 1, in the plan's currency and price year. Capital is spent as adoption grows and again after `lifetimeYears`. */
export interface ActionCost {
  readonly capital: Range;
  /** Per year at full adoption, over and above what is replaced; energy bought or saved is counted apart, from cells and prices. */
  readonly operatingPerYear: Range;
  /** Set-up and programme cost in the start year, whatever the size. */
  readonly fixed?: number;
  readonly provenance: Provenance;
  readonly sources: readonly string[];
  /** How the figures were worked out: unit cost × amount, for `explain`. */
  readonly derivation: readonly {
    readonly name: string;
    readonly value: number | string;
    readonly unit?: string;
    readonly source?: string;
  }[];
}

/** Shares of cost or benefit, each 0…1, summing to 1. */
export interface Payers {
  readonly city: number;
  readonly national: number;
  readonly households: number;
  readonly business: number;
}

/** One action of a plan: everything the city decides, spends and gets. Figures are resolved for the city; the library id says where they began. */
export interface Action {
  readonly id: string;
  readonly libraryId?: string;
  readonly name: string;
  readonly sector: 'stationary-energy' | 'grid-supply' | 'transport' | 'waste' | 'ippu' | 'afolu';
  readonly levers: readonly Lever[];
  readonly schedule: {
    /** Year in which adoption begins. */
    readonly startYear: number;
    /** Share of the potential taken up, 0…1. 0 = not in the plan. */
    readonly size: number;
  };
  readonly adoption: Adoption;
  readonly lifetimeYears: number;
  /** Renew at end of life (cost again, effect stays) or let the effect lapse. */
  readonly renew: boolean;
  readonly cost: ActionCost;
  readonly payers: Payers;
  /** Share of benefits that reaches low-income groups, 0…1. */
  readonly lowIncomeBenefitShare: Range;
  /** Delivery effort in full-time staff while being built up. */
  readonly deliveryStaff?: number;
  readonly requires?: readonly string[];
  readonly excludes?: readonly string[];
  readonly powers: readonly string[];
  readonly coBenefits: readonly string[];
  readonly hazards: readonly string[];
  readonly indicators: readonly string[];
  readonly sources: readonly string[];
  /** How it is put into practice. Evaluation does not read it. */
  readonly delivery?: ActionDelivery;
}

/** Prices and rates of a plan. */
export interface Finance {
  readonly currency: 'EUR';
  readonly priceYear: number;
  /** Per year, real, e.g. 0.04. */
  readonly discountRate: number;
  /** Price key → currency per unit of activity in the base year, with a yearly real growth. */
  readonly prices: Readonly<
    Record<
      string,
      {
        readonly perUnit: number;
        readonly growthPerYear: number;
        readonly provenance: Provenance;
        readonly sources: readonly string[];
        readonly spread?: Spread;
      }
    >
  >;
}
