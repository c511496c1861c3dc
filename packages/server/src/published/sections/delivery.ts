/** Delivery in sentences: who answers, what is done, which money is there, what is measured. */
import {
  operationPath,
  sumBudget,
  type Action,
  type ActionDelivery,
  type BudgetSums,
  type Observation,
} from '@thousand-cities/model';
import { barChart } from '../chart.ts';
import type { DeliveryFacts, IndicatorFacts } from '../facts/delivery.ts';
import type { Html, Language } from '../language.ts';
import { asked, chart, figure, list, paragraph, sentence, type Context } from '../parts.ts';
import type { ActionWordsOf } from './actions.ts';

/** How an action stands and who answers for it; empty where its city has not said. */
export function stateText({ say, text, phrase }: Language, delivery: ActionDelivery | undefined): Html {
  const { status } = delivery ?? {};
  if (!status) return '';
  const note = status.note === undefined ? '' : ` ${text(phrase(status.note))}`;
  return `<b class="state ${status.state}">${say(`published.state.${status.state}`)}</b>${note}`;
}

export function ownerText({ text, phrase }: Language, delivery: ActionDelivery | undefined): Html {
  return text(
    [delivery?.owner?.department, delivery?.owner?.name]
      .filter((part) => part !== undefined)
      .map(phrase)
      .join(', '),
  );
}

export function tasksText({ count, whole }: Language, delivery: ActionDelivery | undefined): Html {
  const tasks = delivery?.tasks ?? [];
  if (tasks.length === 0) return '';
  const done = tasks.filter((task) => task.done !== undefined).length;
  return count('published.action.tasks', tasks.length, { done: whole(done) });
}

/** What was paid of the budget of an action; empty where it has none. */
export function spentText(context: Context, { id, delivery }: Action): Html {
  const { say, euros } = context.language;
  const lines = delivery?.budget ?? [];
  if (lines.length === 0) return '';
  const { spent, total } = sumBudget(lines);
  const budget = figure(context, `delivery.actions.${id}.total`, euros(total));
  if (spent === null) return say('published.action.spentUnsaid', { budget });
  return say('published.action.spentOf', {
    spent: figure(context, `delivery.actions.${id}.spent`, euros(spent)),
    budget,
  });
}

export function deliveryPart(context: Context, facts: DeliveryFacts | undefined, wordsOf: ActionWordsOf): Html {
  const { language } = context;
  if (!facts) return paragraph(language.say('published.delivery.none'));
  return [
    paragraph(stated(language, facts)),
    paragraph(tasks(context, facts)),
    money(context, facts),
    indicatorList(context, facts.indicators, wordsOf),
  ].join('');
}

function stated({ say, whole, count }: Language, { summary }: DeliveryFacts): Html {
  const { byState, withOwner, actions } = summary;
  return count('published.delivery.states', actions, {
    underWay: whole(byState['under-way']),
    done: whole(byState.done),
    planned: whole(byState.planned),
    stopped: whole(byState.stopped),
    unsaid: whole(byState.unsaid),
  }).concat(' ', say('published.delivery.owners', { withOwner: whole(withOwner), actions: whole(actions) }));
}

function tasks(context: Context, { summary, today }: DeliveryFacts): Html {
  const { say, whole, count, text, date } = context.language;
  if (summary.tasks === 0) return say('published.delivery.noTasks');
  const done = count('published.delivery.tasks', summary.tasks, { done: figure(context, 'delivery.tasks.done', whole(summary.done)) }); // prettier-ignore
  return summary.overdue === 0
    ? done
    : `${done} ${count('published.delivery.overdue', summary.overdue, { day: text(date(today)) })}`;
}

function money(context: Context, { summary }: DeliveryFacts): Html {
  const { language } = context;
  const { plain, say } = language;
  const { total, funded, byYear } = summary.budget;
  if (total <= 0) return paragraph(say('published.delivery.noBudget'));
  const title = sentence(context, 'published.delivery.budget', {
    total: asked(context, TOTAL, language.euros(total)),
    share: asked(context, operationPath('share', `${BUDGET}.funded`, TOTAL), language.percent(funded / total)),
  });
  const bars = byYear.map((each) => ({
    label: language.year(each.year),
    text: `${language.euros(each.total)} · ${plain('published.delivery.fundedShare', { share: language.percent(each.total > 0 ? each.funded / each.total : 0) })}`,
    value: each.total,
    look: 'p-city',
  }));
  const rows = byYear.map((each) => yearRow(context, each));
  const columns = ['planned', 'funded', 'fundedPart', 'spent'].map((key) => say(`published.delivery.${key}`));
  const figures = { columns: [say('table.year'), ...columns], rows };
  const drawn = chart(context, title, barChart(title.plain, bars), figures, say('published.delivery.budgetNote'));
  return drawn + paragraph(spent(context, summary.budget));
}

const BUDGET = 'delivery.budget';
const TOTAL = `${BUDGET}.total`;

function yearRow(
  context: Context,
  { year, total, funded, spent: paid }: BudgetSums['byYear'][number],
): readonly Html[] {
  const { language } = context;
  const share = operationPath('share', `${BUDGET}.funded.${year}`, `${TOTAL}.${year}`);
  return [
    language.year(year),
    figure(context, `${TOTAL}.${year}`, language.euros(total)),
    // Of a year without a secured line nothing is secured: the city says of every line whether it is.
    figure(context, `${BUDGET}.funded.${year}`, language.euros(funded)),
    total > 0 ? figure(context, share, language.percent(funded / total)) : '',
    paid === null
      ? language.say('published.missing')
      : figure(context, `${BUDGET}.spent.${year}`, language.euros(paid)),
  ];
}

/** What was paid so far; that nobody has written it down is said, and so is of how many lines it is known. */
function spent(context: Context, { spent: paid, spentLines, lines, overspent }: BudgetSums): Html {
  const { say, count, whole, euros } = context.language;
  if (paid === null) return say('published.delivery.spentUnsaid');
  const values = { spent: figure(context, `${BUDGET}.spent`, euros(paid)), known: whole(spentLines) };
  const isWhole = lines > 1 && spentLines === lines;
  const known = isWhole ? say('published.delivery.spentAll', values) : count('published.delivery.spent', lines, values);
  return overspent === 0 ? known : `${known} ${count('published.delivery.overspent', overspent)}`;
}

/** A day, or a year that stands for its last day. */
const dayText = ({ year, date }: Language, on: Observation['on']): string =>
  on.includes('-') ? date(on) : year(Number(on));

function indicatorList(context: Context, indicators: readonly IndicatorFacts[], wordsOf: ActionWordsOf): Html {
  const { say } = context.language;
  if (indicators.length === 0) return paragraph(say('published.delivery.noIndicators'));
  return `<h4>${say('published.indicators')}</h4>${list(indicators.map((each) => indicatorLine(context, each, wordsOf)))}`;
}

function indicatorLine(context: Context, facts: IndicatorFacts, wordsOf: ActionWordsOf): Html {
  const { language } = context;
  const { say, text, number, year, phrase } = language;
  const { action, indicator, progress } = facts;
  const { baseline, target } = indicator;
  const latest = progress?.latest;
  const asking = (value: number) => figure(context, `delivery.indicators.${action.id}.${indicator.id}`, number(value));
  const said = [
    baseline ? say('published.indicator.from', { value: asking(baseline.value), unit: text(phrase(indicator.unit)), year: year(baseline.year) }) : '', // prettier-ignore
    latest ? say('published.indicator.latest', { value: asking(latest.value), day: text(dayText(language, latest.on)) }) : say('published.indicator.none'), // prettier-ignore
    target ? say('published.indicator.to', { value: asking(target.value), year: year(target.year) }) : '',
  ].filter((part) => part !== '');
  const verdict = progress?.verdict ? ` <b class="state ${progress.verdict}">${say(`published.indicator.${progress.verdict}`)}</b>` : ''; // prettier-ignore
  const from = [wordsOf(action).name, latest?.source, latest?.note]
    .filter((part) => part !== undefined)
    .map(phrase)
    .join('. ');
  return `<b>${text(phrase(indicator.name))}</b>: ${said.join('; ')}.${verdict}<small>${text(from)}</small>`;
}
