/** The plan document and what evaluating it gives. The Zod schema beside this file reads and checks the same shape. */
import type { Day } from '../action/delivery-types.ts';
import type { Action, Cell, Finance } from '../action/types.ts';
import type { OutcomeFinding, Status } from '../finding.ts';
import type { Channel, GwpSetId } from '../gas.ts';
import type { Boundary, City, Inventory } from '../inventory/types.ts';
import type { Driver, TargetPath, TargetSpec } from '../pathway/types.ts';
import type { Source } from '../source.ts';

export const PLAN_SCHEMA = 'thousand-cities/plan';
/** 2 since actions can carry their delivery, and a plan its adoption and contact. */
export const PLAN_VERSION = 2;

/** The decision by which the plan became the city's. */
export interface CouncilAdoption {
  /** Who decided: the council, the mayor. */
  readonly body: string;
  readonly date: Day;
  /** Number or title of the decision. */
  readonly decision?: string;
  /** Where the decision can be read; `http:` or `https:`. */
  readonly url?: string;
  readonly note?: string;
}

/** Under which licence the city gives the data of its plan. */
export interface DataLicence {
  /** As the city calls it: `CC BY 4.0`. */
  readonly name: string;
  /** Where it can be read; `http:` or `https:`. */
  readonly url?: string;
}

/** Whom people ask about the plan. */
export interface Contact {
  readonly office?: string;
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly url?: string;
}

/**
 * A whole plan in one open document. It is self-contained: every cell, driver, lever, cost and price is in it with its
 * source, so the same file gives the same numbers anywhere, for ever.
 */
export interface Plan {
  readonly schema: typeof PLAN_SCHEMA;
  readonly version: typeof PLAN_VERSION;
  readonly title?: string;
  readonly adoption?: CouncilAdoption;
  readonly contact?: Contact;
  /** Absent where the city has not said; then nobody may assume one. */
  readonly licence?: DataLicence;
  /** The reference set the defaults came from. */
  readonly reference: { readonly id: string; readonly hash: string };
  readonly city: City;
  readonly inventories: readonly Inventory[];
  readonly baseline: {
    readonly baseYear: number;
    readonly horizonYear: number;
    readonly gwpSet: GwpSetId;
    /** What the plan's totals count. */
    readonly boundary: Boundary;
    readonly cells: readonly Cell[];
    readonly drivers: readonly Driver[];
  };
  readonly targets: readonly TargetSpec[];
  /** Id of the target the plan answers to. */
  readonly mainTarget: string;
  readonly actions: readonly Action[];
  readonly finance: Finance;
  /** Country figures the targets were worked out with (HDI, population path …), copied so that the file stands alone. */
  readonly context: Readonly<Record<string, number | string>>;
  /** Id → source, for every source id used anywhere in the plan. */
  readonly sources: Readonly<Record<string, Source>>;
}

export interface EvaluateOptions {
  /** Quasi-random draws; 0 or absent = no uncertainty. */
  readonly draws?: number;
  readonly seed?: number;
  /** Told after every draw which share of them is done, 0…1. */
  readonly onDraw?: (share: number) => void;
}

/** Percentiles per year of an uncertain path, t CO2e. */
export interface Fan {
  readonly p05: readonly number[];
  readonly p25: readonly number[];
  readonly p50: readonly number[];
  readonly p75: readonly number[];
  readonly p95: readonly number[];
}

/** The outcome of a plan. Series are arrays over `years` (base year to horizon) in t CO2e unless said otherwise. */
export interface Outcome {
  readonly years: readonly number[];
  readonly emissions: {
    readonly bau: readonly number[];
    readonly plan: readonly number[];
    readonly target: readonly number[];
  };
  /** Plan emissions by channel, tonnes of the gas (`fgas` in t CO2e). */
  readonly byGas: Readonly<Record<Channel, readonly number[]>>;
  /** Plan emissions by GPC sector I…V. */
  readonly bySector: Readonly<Record<'I' | 'II' | 'III' | 'IV' | 'V', readonly number[]>>;
  /** Tonnes CO2e saved per year by action id; the sum over actions is bau − plan, every year. */
  readonly byAction: Readonly<Record<string, readonly number[]>>;
  readonly cumulative: { readonly bau: number; readonly plan: number; readonly target: number };
  /** plan − target per year; positive = above the ceiling. */
  readonly gap: readonly number[];
  readonly cost: {
    /** Currency per year. */
    readonly capital: readonly number[];
    readonly operating: readonly number[];
    /** Energy and material bill saved per year (positive = saved). */
    readonly billSaved: readonly number[];
    /** What capital is still worth at the horizon (straight line over its lifetime), credited in the last year. */
    readonly residualValue: number;
    /** Net present cost of the plan against business-as-usual: positive costs, negative saves. */
    readonly npv: number;
    /** npv ÷ Σ tonnes saved (not discounted), currency per t CO2e; null when nothing is saved. */
    readonly perTonne: number | null;
    /** By action: its capital, operating cost and Shapley share of the bill saved, net present, and per tonne of its Shapley share. */
    readonly byAction: Readonly<
      Record<
        string,
        { readonly npv: number; readonly tonnes: number; readonly perTonne: number | null; readonly capital: number }
      >
    >;
  };
  readonly targets: readonly TargetPath[];
  readonly probability: { readonly meetsTarget: readonly number[] | null };
  readonly fan?: { readonly bau: Fan; readonly plan: Fan };
  /** What matters most: share of the variance of plan emissions in the target's main year, by uncertain input. */
  readonly drivesUncertainty?: readonly { readonly input: string; readonly share: number }[];
  readonly status: Status;
  readonly findings: readonly OutcomeFinding[];
}
