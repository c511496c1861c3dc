/**
 * How a city puts an action into practice: who answers for it, what has to be done by when, which money is there, what is
 * measured. None of it enters the evaluation: a task ticked off saves no tonne.
 */

/** A calendar day, `2027-06-30`. */
export type Day = string;

export const DELIVERY_STATES = ['planned', 'under-way', 'done', 'stopped'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const PAYERS = ['city', 'national', 'households', 'business'] as const;
export type Payer = (typeof PAYERS)[number];

/** Who answers for it, in the city's own words. A person's name is public once the plan is. */
export interface Owner {
  readonly department?: string;
  readonly name?: string;
}

/** A piece of work. It is done once it has a day on which it was done. */
export interface Task {
  readonly id: string;
  readonly title: string;
  readonly owner?: string;
  readonly start?: Day;
  readonly due?: Day;
  readonly done?: Day;
}

/** Money for one year from one payer. */
export interface BudgetLine {
  readonly id: string;
  readonly label: string;
  readonly payer: Payer;
  readonly year: number;
  /** In the plan's currency at its price year, so that it can be held against the cost of the action. */
  readonly amount: number;
  readonly kind: 'capital' | 'operating';
  /** Whether the money is there: in an adopted budget, granted, or signed for. */
  readonly funded: boolean;
  /** What has been paid of it so far, in the same money; absent where nobody has written it down, which is not nought. */
  readonly spent?: number;
  /** Where the money comes from: a budget item, a fund, a bank. */
  readonly fundingSource?: string;
  readonly note?: string;
}

/** A value of an indicator. `on` is a day, or a year, which stands for its last day. */
export interface Observation {
  readonly id: string;
  readonly on: Day;
  readonly value: number;
  /** Who measured or counted it. */
  readonly source?: string;
  readonly note?: string;
}

/** What shows whether the action works. Values at the end of a year; target below or above the baseline alike. */
export interface Indicator {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly baseline?: { readonly year: number; readonly value: number };
  readonly target?: { readonly year: number; readonly value: number };
  readonly observations: readonly Observation[];
}

/** The delivery of one action. */
export interface ActionDelivery {
  readonly status?: { readonly state: DeliveryState; readonly note?: string };
  readonly owner?: Owner;
  readonly tasks?: readonly Task[];
  readonly budget?: readonly BudgetLine[];
  readonly indicators?: readonly Indicator[];
}
