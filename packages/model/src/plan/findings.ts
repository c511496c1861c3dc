/** What an evaluation has to say beside its numbers, and how far they can be trusted. */
import type { OutcomeFinding, Status } from '../finding.ts';
import { inBoundary, isMissing, totalOf, type Inventory } from '../inventory/index.ts';
import { excessOver, type TargetPath, type TargetResult } from '../pathway/index.ts';
import type { Reference } from '../reference.ts';
import { isOverspent } from './delivery.ts';
import type { Plan } from './types.ts';

/** Cells may differ from the inventory they came from by this share before it is said. */
const CELLS_TOLERANCE = 0.001;

interface Judged {
  readonly plan: Plan;
  readonly reference: Reference;
  readonly baseEmissions: number;
  /** Tonnes per year of what the main target counts. */
  readonly counted: ArrayLike<number>;
  readonly target: TargetPath;
  readonly targets: readonly TargetResult[];
}

/** All findings of an evaluation, the gravest first. */
export function findingsOf(judged: Judged): readonly OutcomeFinding[] {
  return [
    ...missed(judged),
    ...refusedTargets(judged),
    ...cellsDiffer(judged),
    ...incomplete(judged),
    ...defaults(judged),
    ...otherReference(judged),
    ...overspent(judged),
  ];
}

/** A whole number as English writes it: 1,234,567. */
const whole = (value: number): string => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');

/** ok, or the worst that the findings say. */
export function statusOf(findings: readonly OutcomeFinding[]): Status {
  if (findings.some(({ severity }) => severity === 'error')) return 'degraded';
  if (findings.some(({ code }) => code === 'inventory-incomplete' || code === 'cells-differ')) return 'incomplete';
  return 'ok';
}

function missed({ plan, counted, target }: Judged): OutcomeFinding[] {
  const excess = excessOver(target, counted);
  const unit = target.counts === 'co2' ? 't CO2' : 't CO2e';
  const remedy =
    'take more actions, larger or earlier; the optimiser looks for the least costly that meet it, or the closest';
  const found = { severity: 'warning' as const, path: ['targets', plan.mainTarget], remedy };
  const first = excess.years[0];
  if (first) {
    const worst = excess.years.reduce((most, year) => (year.tonnes > most.tonnes ? year : most));
    const most = worst === first ? '' : `, most in ${worst.year}, by ${whole(worst.tonnes)} ${unit}`;
    return [
      {
        ...found,
        code: 'target-missed',
        message: `the plan misses the target ${plan.mainTarget} in ${first.year} by ${whole(first.tonnes)} ${unit}${most}`,
        values: {
          target: plan.mainTarget,
          first: first.year,
          by: first.tonnes,
          worstYear: worst.year,
          worst: worst.tonnes,
          unit,
        },
      },
    ];
  }
  if (excess.budget === 0) return [];
  return [
    {
      ...found,
      code: 'budget-exceeded',
      message: `the plan emits ${whole(excess.budget)} ${unit} more than the budget of ${plan.mainTarget} from ${target.budget!.fromYear}`,
      values: { target: plan.mainTarget, by: excess.budget, from: target.budget!.fromYear, unit },
    },
  ];
}

function refusedTargets({ targets }: Judged): OutcomeFinding[] {
  return targets.flatMap((result) =>
    'refusal' in result
      ? [
          {
            code: 'target-not-computed',
            severity: 'note' as const,
            path: ['targets', result.spec.id],
            message: `the target ${result.spec.id} is left out: ${result.refusal.message}`,
            remedy: 'give the figure it needs, or take the target out of the plan',
            values: { target: result.spec.id },
          },
        ]
      : [],
  );
}

const baseInventory = (plan: Plan): Inventory | undefined =>
  plan.inventories.find((inventory) => inventory.year === plan.baseline.baseYear);

function cellsDiffer({ plan, baseEmissions, reference }: Judged): OutcomeFinding[] {
  const inventory = baseInventory(plan);
  if (!inventory || inventory.gwpSet !== reference.gwpSet(plan.baseline.gwpSet).id) return [];
  const reported = totalOf(inventory, plan.baseline.boundary).co2eTonnes;
  if (Math.abs(reported - baseEmissions) <= CELLS_TOLERANCE * Math.abs(reported)) return [];
  return [
    {
      code: 'cells-differ',
      severity: 'warning',
      path: ['baseline', 'cells'],
      message: `the cells sum to ${whole(baseEmissions)} t CO2e in ${inventory.year}, the inventory says ${whole(reported)}`,
      remedy: 'split the inventory into cells again, or say in a note why they differ',
      values: { cells: baseEmissions, inventory: reported, year: inventory.year },
    },
  ];
}

function incomplete({ plan }: Judged): OutcomeFinding[] {
  const inventory = baseInventory(plan);
  if (!inventory) return [];
  const gaps = totalOf(inventory, plan.baseline.boundary).gaps.map(({ ref }) => ref);
  if (gaps.length === 0) return [];
  return [
    {
      code: 'inventory-incomplete',
      severity: 'warning',
      path: ['inventories'],
      message: `the inventory of ${inventory.year} has no figure for ${gaps.join(', ')}; the totals leave them out`,
      remedy: 'estimate them, or say that they do not occur (NO)',
      values: { refs: gaps.join(', '), year: inventory.year },
    },
  ];
}

/** How much of the base year rests on defaults: said once, so that nobody takes a starter for an inventory. */
function defaults({ plan }: Judged): OutcomeFinding[] {
  const inventory = baseInventory(plan);
  if (!inventory) return [];
  let all = 0;
  let byDefault = 0;
  for (const row of inventory.rows) {
    if (isMissing(row.co2eTonnes) || !inBoundary(row.ref, plan.baseline.boundary)) continue;
    all += Math.abs(row.co2eTonnes);
    if (row.provenance === 'default' || row.provenance === 'assumption') byDefault += Math.abs(row.co2eTonnes);
  }
  if (byDefault === 0) return [];
  const percent = Math.round((100 * byDefault) / all);
  return [
    {
      code: 'rests-on-defaults',
      severity: 'note',
      path: ['inventories'],
      message: `${percent} % of the inventory of ${inventory.year} is estimated from public figures, not reported by the city`,
      remedy: 'replace the largest defaults by the city’s own figures first',
      values: { percent, year: inventory.year },
    },
  ];
}

function otherReference({ plan, reference }: Judged): OutcomeFinding[] {
  if (plan.reference.hash === reference.hash) return [];
  return [
    {
      code: 'other-reference',
      severity: 'note',
      path: ['reference'],
      message: `the plan’s defaults are from reference set ${plan.reference.id}; warming potentials and target inputs are read from ${reference.id}, whose figures differ`,
      remedy: 'draft the plan again to move to the newer set, and compare',
      values: { was: plan.reference.id, now: reference.id },
    },
  ];
}

/** Money paid above what was budgeted, of the actions in the plan; the first of the lines is the place. */
function overspent({ plan }: Judged): OutcomeFinding[] {
  const over = plan.actions
    .filter(({ schedule }) => schedule.size > 0)
    .flatMap(({ id, delivery }) => (delivery?.budget ?? []).filter((line) => isOverspent(line)).map((line) => ({ id, line }))); // prettier-ignore
  const [first] = over;
  if (!first) return [];
  const by = over.reduce((sum, { line }) => sum + (line.spent ?? 0) - line.amount, 0);
  const { currency } = plan.finance;
  return [
    {
      code: 'spent-over-budget',
      severity: 'warning',
      path: ['actions', first.id, 'delivery', 'budget', first.line.id],
      message: `more was spent than budgeted on ${over.length} ${over.length === 1 ? 'line' : 'lines'}, ${whole(by)} ${currency} in all`,
      remedy: 'check what was written down; raise the budget lines, or say in their notes why they differ',
      values: { lines: over.length, by },
    },
  ];
}
