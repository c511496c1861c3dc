/** Delivery in sentences: who answers, what is done, which money is there, what is measured. */
import type { ActionDelivery, Indicator, Observation } from '@thousand-cities/model';
import { barChart } from '../chart.ts';
import type { DeliveryFacts, IndicatorFacts } from '../facts/delivery.ts';
import type { Html, Language } from '../language.ts';
import { chart, list, paragraph, strong, table, type Context } from '../parts.ts';
import type { ActionWordsOf } from './actions.ts';

/** How an action stands and who answers for it; empty where its city has not said. */
export function stateText({ say, text }: Language, delivery: ActionDelivery | undefined): Html {
  const { status } = delivery ?? {};
  if (!status) return '';
  const note = status.note === undefined ? '' : ` ${text(status.note)}`;
  return `<b class="state ${status.state}">${say(`published.state.${status.state}`)}</b>${note}`;
}

export function ownerText({ text }: Language, delivery: ActionDelivery | undefined): Html {
  return text([delivery?.owner?.department, delivery?.owner?.name].filter((part) => part !== undefined).join(', '));
}

export function tasksText({ count, whole }: Language, delivery: ActionDelivery | undefined): Html {
  const tasks = delivery?.tasks ?? [];
  if (tasks.length === 0) return '';
  const done = tasks.filter((task) => task.done !== undefined).length;
  return count('published.action.tasks', tasks.length, { done: whole(done) });
}

export function deliveryPart(context: Context, facts: DeliveryFacts | undefined, wordsOf: ActionWordsOf): Html {
  const { language } = context;
  if (!facts) return paragraph(language.say('published.delivery.none'));
  return [
    paragraph(stated(language, facts)),
    paragraph(tasks(language, facts)),
    money(context, facts),
    indicatorTable(language, facts.indicators, wordsOf),
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

function tasks({ say, whole, count }: Language, { summary }: DeliveryFacts): Html {
  if (summary.tasks === 0) return say('published.delivery.noTasks');
  const done = count('published.delivery.tasks', summary.tasks, { done: whole(summary.done) });
  return summary.overdue === 0 ? done : `${done} ${count('published.delivery.overdue', summary.overdue)}`;
}

function money(context: Context, { summary }: DeliveryFacts): Html {
  const { language } = context;
  const { plain, say, text } = language;
  const { total, funded, byYear } = summary.budget;
  if (total <= 0) return paragraph(say('published.delivery.noBudget'));
  const title = plain('published.delivery.budget', {
    total: language.euros(total),
    share: language.percent(funded / total),
  });
  const bars = byYear.map((each) => ({
    label: language.year(each.year),
    text: `${language.euros(each.total)} · ${plain('published.delivery.fundedShare', { share: language.percent(each.total > 0 ? each.funded / each.total : 0) })}`,
    value: each.total,
    look: 'p-city',
  }));
  const rows = byYear.map((each) => [language.year(each.year), text(language.euros(each.total)), text(language.euros(each.funded))]); // prettier-ignore
  const columns = [say('table.year'), say('published.delivery.planned'), say('published.delivery.funded')];
  return chart(context, text(title), barChart(title, bars), { columns, rows }, say('published.delivery.budgetNote'));
}

/** A day, or a year that stands for its last day. */
const dayText = ({ year, date }: Language, on: Observation['on']): string =>
  on.includes('-') ? date(on) : year(Number(on));

function indicatorTable(language: Language, indicators: readonly IndicatorFacts[], wordsOf: ActionWordsOf): Html {
  const { say, text, number } = language;
  if (indicators.length === 0) return paragraph(say('published.delivery.noIndicators'));
  const at = (point: Indicator['baseline']) =>
    point === undefined ? '' : `${text(number(point.value))} <small>${language.year(point.year)}</small>`;
  const rows = indicators.map(({ action, indicator, progress }) => [
    `${text(indicator.name)}, ${text(indicator.unit)}<small>${text(wordsOf(action).name)}</small>`,
    at(indicator.baseline),
    progress ? `${strong(language, number(progress.latest.value))} <small>${text(dayText(language, progress.latest.on))}</small>` : say('published.missing'), // prettier-ignore
    at(indicator.target),
    progress?.verdict ? say(`published.indicator.${progress.verdict}`) : '',
  ]);
  const columns = ['name', 'base', 'now', 'target', 'verdict'].map((key) => say(`published.indicator.${key}`));
  const sources = indicators.flatMap(({ indicator, progress }) => {
    const { source, note } = progress?.latest ?? {};
    const said = [source, note].filter((part) => part !== undefined).join('. ');
    return said === '' ? [] : [`${text(indicator.name)}: ${text(said)}`];
  });
  return table(say('published.indicators'), columns, rows) + list(sources, 'note');
}
