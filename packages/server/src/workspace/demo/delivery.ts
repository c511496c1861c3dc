/** How the demo's city puts its plan into practice. Every line of it is marked as demo: nothing here is a city's own figure. */
import {
  outlayOf,
  PAYERS,
  type Action,
  type ActionDelivery,
  type BudgetLine,
  type Indicator,
  type Plan,
} from '@thousand-cities/model';

/** Money below this, in euros, is no line of a budget. */
const LEAST = 10_000;

interface Told {
  readonly department: string;
  readonly state: 'planned' | 'under-way';
  readonly note: string;
  readonly tasks: readonly (readonly [title: string, start: string, due: string, done?: string])[];
  readonly indicator: { readonly name: string; readonly unit: string; readonly aim: number; readonly values: readonly (readonly [on: string, value: number])[] }; // prettier-ignore
}

/** By the id of the library's action. */
const TOLD: Readonly<Record<string, Told>> = {
  'landfill-gas-capture': {
    department: 'Cleansing department (demo)',
    state: 'under-way',
    note: 'Demo: wells are being drilled.',
    tasks: [
      ['Gas survey of the landfill', '2026-01-15', '2026-04-30', '2026-04-21'],
      ['Tender for wells and flare', '2026-05-01', '2026-08-31', '2026-09-11'],
      ['First wells in operation', '2026-10-01', '2027-03-31'],
    ],
    indicator: { name: 'Landfill cells with gas wells (demo)', unit: 'cells', aim: 8, values: [['2026-06-30', 1], ['2026-10-31', 2]] }, // prettier-ignore
  },
  'electric-two-three-wheelers': {
    department: 'Transport department (demo)',
    state: 'under-way',
    note: 'Demo: the first stations for swapping batteries are open.',
    tasks: [
      ['Agreement with three suppliers', '2026-02-01', '2026-06-30', '2026-06-12'],
      ['Twenty swapping stations', '2026-07-01', '2026-10-31'],
      ['Rule for new ride-hailing licences', '2027-01-01', '2027-06-30'],
    ],
    indicator: { name: 'Electric two-wheelers registered (demo)', unit: 'vehicles', aim: 40_000, values: [['2026-09-30', 2600]] }, // prettier-ignore
  },
  'rooftop-pv-homes': {
    department: 'Housing department (demo)',
    state: 'planned',
    note: 'Demo: begins with the budget of next year.',
    tasks: [
      ['One permit at one desk', '2026-09-01', '2026-12-31'],
      ['Loans for households with low incomes', '2027-01-01', '2027-09-30'],
    ],
    indicator: { name: 'Homes with solar roofs (demo)', unit: 'homes', aim: 12_000, values: [] },
  },
};

/** Who answers for the actions of a sector. */
const DEPARTMENTS: Readonly<Record<Action['sector'], string>> = {
  'stationary-energy': 'Building department (demo)',
  'grid-supply': 'Climate office (demo)',
  transport: 'Transport department (demo)',
  waste: 'Cleansing department (demo)',
  ippu: 'Climate office (demo)',
  afolu: 'Parks department (demo)',
};

/** The plan with a department for every action in it, and the work on those of `TOLD`. */
export function withDelivery(plan: Plan): Plan {
  return {
    ...plan,
    actions: plan.actions.map((action) =>
      action.schedule.size > 0 ? { ...action, delivery: deliveryOf(action, plan) } : action,
    ),
  };
}

function deliveryOf(action: Action, plan: Plan): ActionDelivery {
  const told = TOLD[action.libraryId ?? ''];
  const department = told?.department ?? DEPARTMENTS[action.sector];
  if (!told) return { owner: { department } };
  return {
    status: { state: told.state, note: told.note },
    owner: { department },
    tasks: told.tasks.map(([title, start, due, done], i) => ({ id: `task-${i + 1}`, title: `${title} (demo)`, start, due, ...(done !== undefined && { done }) })), // prettier-ignore
    budget: budgetOf(action, plan, told.state === 'under-way'),
    indicators: [indicatorOf(told, plan)],
  };
}

function indicatorOf({ indicator: { name, unit, aim, values } }: Told, { baseline }: Plan): Indicator {
  return {
    id: 'indicator-1',
    name,
    unit,
    baseline: { year: Math.max(baseline.baseYear, 2025), value: 0 },
    target: { year: 2030, value: aim },
    observations: values.map(([on, value], i) => ({ id: `seen-${i + 1}`, on, value, source: 'Demo value, not measured' })), // prettier-ignore
  };
}

/** Share of the secured money that a demo action under way has paid. */
const PAID = 0.2;

/**
 * The plan's own cost of the first two years of an action, by payer. The first year of the city's own money is secured, and a part of
 * it paid where the action is under way.
 */
function budgetOf(action: Action, { baseline }: Plan, isUnderWay: boolean): readonly BudgetLine[] {
  const years = Array.from({ length: baseline.horizonYear - baseline.baseYear + 1 }, (_, i) => baseline.baseYear + i);
  const { capital } = outlayOf(action, years);
  const first = action.schedule.startYear;
  return [first, first + 1].flatMap((year) =>
    PAYERS.flatMap((payer): BudgetLine[] => {
      const amount = Math.round(((capital[years.indexOf(year)] ?? 0) * action.payers[payer]) / 1000) * 1000;
      if (amount < LEAST) return [];
      const note = 'Demo: what the plan expects, no decided budget';
      const funded = payer === 'city' && year === first;
      const spent = funded && isUnderWay ? { spent: Math.round((amount * PAID) / 1000) * 1000 } : {};
      return [
        {
          id: `${payer}-${year}`,
          label: 'Investment (demo)',
          payer,
          year,
          amount,
          kind: 'capital',
          funded,
          ...spent,
          note,
        },
      ];
    }),
  );
}
