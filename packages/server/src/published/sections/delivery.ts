/** Delivery in sentences: who answers, what is done, which money is there, what is measured. */
import type { ActionDelivery, Observation } from '@thousand-cities/model';
import { barChart } from '../chart.ts';
import type { DeliveryFacts, IndicatorFacts } from '../facts/delivery.ts';
import type { Html, Language } from '../language.ts';
import { chart, list, paragraph, strong, type Context } from '../parts.ts';
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
    indicatorList(language, facts.indicators, wordsOf),
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

function indicatorList(language: Language, indicators: readonly IndicatorFacts[], wordsOf: ActionWordsOf): Html {
  const { say } = language;
  if (indicators.length === 0) return paragraph(say('published.delivery.noIndicators'));
  return `<h4>${say('published.indicators')}</h4>${list(indicators.map((each) => indicatorLine(language, each, wordsOf)))}`;
}

function indicatorLine(language: Language, facts: IndicatorFacts, wordsOf: ActionWordsOf): Html {
  const { say, text, number, year } = language;
  const { action, indicator, progress } = facts;
  const { baseline, target } = indicator;
  const latest = progress?.latest;
  const said = [
    baseline ? say('published.indicator.from', { value: number(baseline.value), unit: text(indicator.unit), year: year(baseline.year) }) : '', // prettier-ignore
    latest ? say('published.indicator.latest', { value: strong(language, number(latest.value)), day: text(dayText(language, latest.on)) }) : say('published.indicator.none'), // prettier-ignore
    target ? say('published.indicator.to', { value: number(target.value), year: year(target.year) }) : '',
  ].filter((part) => part !== '');
  const verdict = progress?.verdict ? ` <b class="state ${progress.verdict}">${say(`published.indicator.${progress.verdict}`)}</b>` : ''; // prettier-ignore
  const from = [wordsOf(action).name, latest?.source, latest?.note].filter((part) => part !== undefined).join('. ');
  return `<b>${text(indicator.name)}</b>: ${said.join('; ')}.${verdict}<small>${text(from)}</small>`;
}
