/** What the city does: the largest actions one by one, the others as a table. */
import { operationPath } from '@thousand-cities/model';
import { shareBar } from '../chart.ts';
import type { ActionFacts } from '../facts/actions.ts';
import type { Html, Language } from '../language.ts';
import { ownerText, spentText, stateText, tasksText } from './delivery.ts';
import { details, figure, list, paragraph, section, table, terms, type Context } from '../parts.ts';

/** Actions that are told one by one. */
const TOLD = 10;
const NAMED = 3;

/** The name and one sentence of an action in the reader's language. */
export type ActionWordsOf = (action: ActionFacts['action']) => { readonly name: string; readonly description?: string };

export interface ActionsPart {
  readonly facts: readonly ActionFacts[];
  readonly wordsOf: ActionWordsOf;
  /** The last year of the plan. */
  readonly until: number;
}

export function actionsSection(context: Context, part: ActionsPart): Html {
  const { language } = context;
  const { facts } = part;
  const title = language.say('published.actions');
  if (facts.length === 0) return section('actions', title, [paragraph(language.say('published.actions.none'))]);
  const rest = facts.slice(TOLD);
  return section('actions', title, [
    paragraph(lead(context, part)),
    `<ol class="actions">${facts
      .slice(0, TOLD)
      .map((each) => card(context, part, each))
      .join('')}</ol>`,
    rest.length === 0
      ? ''
      : details(language.count('published.actions.rest', rest.length), others(context, part, rest)),
  ]);
}

function lead(context: Context, { facts, wordsOf }: ActionsPart): Html {
  const { language } = context;
  const largest = facts.slice(0, NAMED).filter(({ tonnes }) => tonnes > 0);
  const share = largest.reduce<number | undefined>((sum, each) => (sum === undefined || each.share === undefined ? undefined : sum + each.share), 0); // prettier-ignore
  const count = language.count('published.actions.count', facts.length);
  if (share === undefined || largest.length < NAMED) return count;
  const names = language.list(largest.map(({ action }) => wordsOf(action).name));
  return `${count} ${language.say('published.actions.largest', {
    share: figure(context, operationPath('share', `cost.tonnes.${NAMED}`, 'cost.tonnes'), language.percent(share)),
    names: language.text(names),
  })}`;
}

function card(context: Context, { wordsOf, until }: ActionsPart, facts: ActionFacts): Html {
  const { language } = context;
  const { say, text } = language;
  const { action, tonnes, share } = facts;
  const { name, description } = wordsOf(action);
  const saved = say('published.action.saved', {
    tonnes: figure(context, `cost.byAction.${action.id}.tonnes`, language.co2e(tonnes)),
    until: language.year(until),
  });
  const sharePath = operationPath('share', `cost.byAction.${action.id}.tonnes`, 'cost.tonnes');
  const part = share === undefined ? '' : ` ${say('published.action.share', { share: figure(context, sharePath, language.percent(share)) })}`; // prettier-ignore
  return `<li><h3>${text(name)}</h3>${paragraph(description === undefined ? '' : text(description))}${paragraph(saved + part)}${share === undefined ? '' : shareBar(share, `a-${action.sector}`)}${terms(said(context, facts), 'facts')}</li>`;
}

function said(context: Context, { action, payers, capital }: ActionFacts): readonly (readonly [Html, Html])[] {
  const { language } = context;
  const { say, text } = language;
  const size = action.schedule.size;
  const benefits = action.coBenefits.map((id) => (language.has(`coBenefit.${id}`) ? language.plain(`coBenefit.${id}`) : id)); // prettier-ignore
  const lowIncome = language.say('published.action.lowIncome', {
    share: figure(context, `actions.${action.id}.lowIncome`, language.percent(action.lowIncomeBenefitShare.central)),
  });
  return [
    [say('published.action.state'), stateText(language, action.delivery)],
    [say('published.action.owner'), ownerText(language, action.delivery)],
    [say('published.action.work'), tasksText(language, action.delivery)],
    [say('published.action.spent'), spentText(context, action)],
    [
      say('published.action.starts'),
      say(size >= 0.995 ? 'published.action.start' : 'published.action.startPart', {
        year: language.year(action.schedule.startYear),
        share: figure(context, `actions.${action.id}.size`, language.percent(size)),
      }),
    ],
    [say('published.action.costs'), figure(context, `cost.byAction.${action.id}.capital`, language.euros(capital))],
    [say('published.action.pays'), payersText(context, action.id, payers)],
    [
      say('published.action.gains'),
      benefits.length === 0 ? lowIncome : `${text(capitalised(language, language.list(benefits)))}. ${lowIncome}`,
    ],
  ];
}

const capitalised = ({ locale }: Language, words: string): string =>
  words.slice(0, 1).toLocaleUpperCase(locale) + words.slice(1);

/** `the state 45 %, households 40 %`. */
function payersText(context: Context, id: string, payers: ActionFacts['payers']): Html {
  const { text, plain, percent, list: join } = context.language;
  // The list is joined as markup: its words are those of the language alone.
  return join(
    payers.map(({ who, share }) => `${text(plain(`payer.${who}`))} ${figure(context, `actions.${id}.payers.${who}`, percent(share))}`), // prettier-ignore
  );
}

function others(context: Context, { wordsOf, until }: ActionsPart, facts: readonly ActionFacts[]): Html {
  const { language } = context;
  const { say } = language;
  const columns = [
    say('published.actions'),
    say('published.actions.saved', { until: language.year(until) }),
    say('published.actions.from'),
  ];
  const rows = facts.map(({ action, tonnes }) => [
    language.text(wordsOf(action).name),
    figure(context, `cost.byAction.${action.id}.tonnes`, language.co2e(tonnes)),
    language.year(action.schedule.startYear),
  ]);
  return table(say('published.actions.table'), columns, rows);
}

/** Share of an action from which on it is one of households. */
const HOUSEHOLDS_HALF = 0.5;

/** What households do in the plan: the largest actions that they pay half of or more, each with what it is. */
export function householdsPart(context: Context, { facts, wordsOf }: ActionsPart, most = 5): Html {
  const { language } = context;
  const theirs = facts.filter(({ action, tonnes }) => action.payers.households >= HOUSEHOLDS_HALF && tonnes > 0);
  return list(
    theirs.slice(0, most).map(({ action }) => {
      const { name, description } = wordsOf(action);
      const share = figure(
        context,
        `actions.${action.id}.payers.households`,
        language.percent(action.payers.households),
      );
      const said = language.say('published.households.item', {
        name: `<b>${language.text(name)}</b>`,
        year: language.year(action.schedule.startYear),
        share,
      });
      return description === undefined ? said : `${said}<small>${language.text(description)}</small>`;
    }),
  );
}
