/** The outcome of a plan as a person reads it in a terminal. */
import type { Finding, Outcome, Plan } from '@thousand-cities/model';

const number = (value: number, digits = 3) =>
  new Intl.NumberFormat('en', { maximumSignificantDigits: digits }).format(value);
const tonnes = (value: number) => `${number(value)} t`;

/** Years worth a row: the base year, every fifth, the horizon. */
function milestones(years: readonly number[]): readonly number[] {
  return years.filter((year, i) => i === 0 || i === years.length - 1 || year % 5 === 0);
}

/** Actions shown before "and n more", the largest first. */
const MOST_ACTIONS = 20;

export function outcomeText(plan: Plan, outcome: Outcome): string {
  return [
    heading(plan, outcome),
    '',
    ...table(plan, outcome),
    '',
    ...actions(plan, outcome),
    ...costs(plan, outcome),
    ...findings(outcome.findings),
    '',
  ].join('\n');
}

function heading(plan: Plan, outcome: Outcome): string {
  const where = `${plan.city.name}, ${plan.city.country}`;
  const missed = outcome.findings.find(({ code }) => code === 'target-missed' || code === 'budget-exceeded');
  const main = outcome.targets.find((target) => target.id === plan.mainTarget);
  const kept = main?.budget ? 'stays within the budget' : 'keeps the target';
  return `${where}: ${missed ? missed.message : `the plan ${kept} ${plan.mainTarget}`} (status: ${outcome.status})`;
}

function table(plan: Plan, outcome: Outcome): string[] {
  const main = outcome.targets.find((target) => target.id === plan.mainTarget);
  const rows = milestones(outcome.years).map((year) => {
    const y = outcome.years.indexOf(year);
    const meets = outcome.probability.meetsTarget?.[y];
    return [
      String(year),
      tonnes(outcome.emissions.bau[y]!),
      tonnes(outcome.emissions.plan[y]!),
      tonnes(outcome.emissions.target[y]!),
      tonnes(outcome.gap[y]!),
      ...(meets === undefined ? [] : [`${Math.round(meets * 100)} %`]),
    ];
  });
  const unit = main?.counts === 'co2' ? 'target (CO2)' : 'target';
  return aligned([
    ['year', 'no plan', 'plan', unit, 'gap', ...(outcome.probability.meetsTarget ? ['P(met)'] : [])],
    ...rows,
  ]);
}

function actions(plan: Plan, outcome: Outcome): string[] {
  const chosen = plan.actions.filter((action) => action.schedule.size > 0);
  if (chosen.length === 0) return ['No action is in the plan yet.'];
  const ordered = chosen
    .map((action) => ({ action, cost: outcome.cost.byAction[action.id]! }))
    .sort((a, b) => b.cost.tonnes - a.cost.tonnes);
  const rows = ordered
    .slice(0, MOST_ACTIONS)
    .map(({ action, cost }) => [
      action.id,
      String(action.schedule.startYear),
      `${Math.round(action.schedule.size * 100)} %`,
      tonnes(cost.tonnes),
      cost.perTonne === null ? '–' : `${number(cost.perTonne)} ${plan.finance.currency}/t`,
    ]);
  const rest = ordered.slice(MOST_ACTIONS);
  const together = rest.reduce((sum, { cost }) => sum + cost.tonnes, 0);
  return [
    ...aligned([['action', 'start', 'size', 'saves', 'cost'], ...rows]),
    ...(rest.length > 0
      ? [`… and ${rest.length} more, which save ${tonnes(together)} together; --json has them all`]
      : []),
  ];
}

function costs(plan: Plan, outcome: Outcome): string[] {
  const { npv, perTonne } = outcome.cost;
  const currency = plan.finance.currency;
  const verb = npv < 0 ? `saves ${number(-npv)}` : `costs ${number(npv)}`;
  return [
    '',
    `Net present: ${verb} ${currency} of ${plan.finance.priceYear}${perTonne === null ? '' : `, ${number(perTonne)} ${currency} per t CO2e`}.`,
  ];
}

function findings(list: readonly Finding[]): string[] {
  return list.length === 0
    ? []
    : ['', ...list.map((finding) => `${finding.severity}: ${finding.message} — ${finding.remedy}`)];
}

/** Columns side by side: the first left-aligned, the others right. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((text, column) => (column === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
}
