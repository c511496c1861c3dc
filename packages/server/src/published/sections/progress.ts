/** How it is going: what was counted since the base year, beside the path of the plan. */
import { operationPath, type Outcome, type Plan } from '@thousand-cities/model';
import { lineChart } from '../chart.ts';
import type { CountedYear, ProgressFacts } from '../facts/progress.ts';
import type { Html } from '../language.ts';
import { asked, chart, figure, paragraph, section, sentence, type Context, type Said } from '../parts.ts';
import type { DeliveryFacts } from '../facts/delivery.ts';
import type { ActionWordsOf } from './actions.ts';
import { deliveryPart } from './delivery.ts';
import { spaced } from './promise.ts';

export interface ProgressPart {
  readonly plan: Plan;
  readonly outcome: Outcome;
  readonly progress: ProgressFacts;
  readonly delivery: DeliveryFacts | undefined;
  readonly wordsOf: ActionWordsOf;
}

export function progressSection(context: Context, part: ProgressPart): Html {
  const { plan, outcome, progress, delivery, wordsOf } = part;
  const { say } = context.language;
  return section('progress', say('published.progress'), [
    `<h3>${say('published.progress.emissions')}</h3>`,
    paragraph(standing(context, plan, progress.latest)),
    counted(context, plan, outcome, progress),
    `<h3>${say('published.delivery')}</h3>`,
    deliveryPart(context, delivery, wordsOf),
  ]);
}

function standing(context: Context, plan: Plan, latest: CountedYear | undefined): Html {
  const { language } = context;
  const base = language.year(plan.baseline.baseYear);
  if (latest && latest.lacks.length > 0) {
    return language.say('published.progress.partial', {
      year: language.year(latest.year),
      tonnes: figure(context, countedPath(plan, latest), language.co2e(latest.tonnes)),
      names: language.text(language.list(latest.lacks.map((each) => language.plain(`subsector.${each}`)))),
    });
  }
  if (latest?.difference === undefined) return language.say('published.progress.none', { base });
  return language.say(latest.difference > 0 ? 'published.progress.above' : 'published.progress.below', {
    year: language.year(latest.year),
    tonnes: figure(context, countedPath(plan, latest), language.co2e(latest.tonnes)),
    difference: figure(
      context,
      operationPath('difference', countedPath(plan, latest), pathOfPlan(latest)),
      language.co2e(Math.abs(latest.difference)),
    ),
  });
}

/** The path of what was counted in a year, and of what the plan has for it. */
const countedPath = ({ baseline }: Plan, { year }: CountedYear): string => `inventory.${year}.${baseline.boundary}`;
const pathOfPlan = ({ year }: CountedYear): string => `emissions.plan.${year}`;

function counted(context: Context, plan: Plan, outcome: Outcome, { counted: years, latest }: ProgressFacts): Html {
  const { language } = context;
  const { plain, say } = language;
  if (years.length < 2) return '';
  const whole = years.filter(({ lacks }) => lacks.length === 0);
  const title = changeTitle(context, plan, whole);
  const end = outcome.years.findIndex((year) => year >= Math.max(2030, latest?.year ?? 0)) + 1;
  const shown = outcome.years.slice(0, end > 0 ? end : undefined);
  const drawn = lineChart({
    title: title.plain,
    years: shown,
    lines: [
      { label: plain('published.line.bau'), look: 'bau', values: outcome.emissions.bau.slice(0, shown.length) },
      { label: plain('published.line.plan'), look: 'plan', values: outcome.emissions.plan.slice(0, shown.length) },
    ],
    dots: whole.map(({ year, tonnes }) => ({ year, value: tonnes, label: `${language.year(year)}: ${language.co2e(tonnes)}` })), // prettier-ignore
    yearTicks: spaced([...new Set([...years.map(({ year }) => year), shown.at(-1)!])].sort((a, b) => a - b)).map(
      (year) => ({ at: year, label: language.year(year) }),
    ),
    write: (value) => language.tick(value),
  });
  const rows = years.map((each) => [
    language.year(each.year),
    figure(context, countedPath(plan, each), language.co2e(each.tonnes)),
    each.path === undefined ? '' : figure(context, pathOfPlan(each), language.co2e(each.path)),
    say(`published.progress.${each.lacks.length > 0 ? 'incomplete' : each.own ? 'own' : 'estimate'}`),
  ]);
  const columns = [say('table.year'), say('published.progress.counted'), say('published.line.plan'), say('published.progress.figures')]; // prettier-ignore
  const estimated = years.every(({ own }) => !own);
  return chart(context, title, drawn, { columns, rows }, estimated ? say('published.progress.estimated') : '');
}

/** From the first to the last of the years that can be compared. */
function changeTitle(context: Context, plan: Plan, years: readonly CountedYear[]): Said {
  const { language } = context;
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined || first === last || first.tonnes <= 0) {
    return sentence(context, 'published.progress.chart.none');
  }
  const change = last.tonnes / first.tonnes - 1;
  const changePath = operationPath('change', countedPath(plan, last), countedPath(plan, first));
  return sentence(context, `published.progress.chart.${change <= 0 ? 'less' : 'more'}`, {
    from: language.year(first.year),
    to: language.year(last.year),
    change: asked(context, changePath, language.percent(Math.abs(change))),
  });
}
