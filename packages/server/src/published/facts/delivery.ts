/** How the plan is put into practice: what its city wrote down of owners, tasks, money and measurements. */
import {
  indicatorProgress,
  summariseDelivery,
  type Action,
  type DeliverySummary,
  type Indicator,
  type IndicatorProgress,
  type Plan,
} from '@thousand-cities/model';

export interface IndicatorFacts {
  readonly action: Action;
  readonly indicator: Indicator;
  /** Undefined while nothing has been observed. */
  readonly progress: IndicatorProgress | undefined;
}

export interface DeliveryFacts {
  readonly summary: DeliverySummary;
  /** The day to which it is worked out, ISO 8601. */
  readonly today: string;
  /** Those that were observed first. */
  readonly indicators: readonly IndicatorFacts[];
}

/** Gather it; undefined where the city has said nothing of the delivery of any action in the plan. */
export function deliveryOf(plan: Plan, today: string): DeliveryFacts | undefined {
  const actions = plan.actions.filter(({ schedule, delivery }) => schedule.size > 0 && delivery !== undefined);
  if (actions.length === 0) return undefined;
  const indicators = actions.flatMap((action) =>
    (action.delivery?.indicators ?? []).map((indicator) => ({
      action,
      indicator,
      progress: indicatorProgress(indicator),
    })),
  );
  return {
    summary: summariseDelivery(plan, today),
    today,
    indicators: indicators.sort((a, b) => Number(b.progress !== undefined) - Number(a.progress !== undefined)),
  };
}
