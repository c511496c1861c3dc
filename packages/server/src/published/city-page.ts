/** The page of a city for its people: everything it has published, in sentences. Pure: from documents to markup. */
import type { Evaluated } from './evaluated.ts';
import { toldOf } from './explained.ts';
import { actionsOf, type ActionFacts } from './facts/actions.ts';
import { changesOf } from './facts/changes.ts';
import { costOf, type CostFacts } from './facts/cost.ts';
import { deliveryOf } from './facts/delivery.ts';
import { emitsOf, type EmitsFacts } from './facts/emits.ts';
import { progressOf } from './facts/progress.ts';
import { promiseOf, type PromiseFacts } from './facts/promise.ts';
import type { Html } from './language.ts';
import { addressOf, atNewest, figure, paragraph, terms, type Context } from './parts.ts';
import type { PublishedDocuments, PublishedState } from './read.ts';
import { actionsSection, type ActionsPart, type ActionWordsOf } from './sections/actions.ts';
import { costSection } from './sections/cost.ts';
import { emitsSection, totalPath } from './sections/emits.ts';
import { partSection } from './sections/part.ts';
import { progressSection, type ProgressPart } from './sections/progress.ts';
import { chanceFigure, promiseSection, reach } from './sections/promise.ts';
import { adoption, versionsSection } from './sections/versions.ts';

export interface CityPage {
  readonly state: PublishedState;
  readonly documents: PublishedDocuments;
  /** The plan and what it comes to; undefined where none is published, or where it cannot be worked out. */
  readonly evaluated: Evaluated | undefined;
  readonly wordsOf: ActionWordsOf;
  /** Name of the city's country in the reader's language. */
  readonly country: string;
  /** `2026-11-28`: what is overdue depends on it. */
  readonly today: string;
}

export interface RenderedCity {
  readonly body: Html;
  /** One sentence of plain text, for those who show a link. */
  readonly description: string;
}

interface Told {
  readonly emits: EmitsFacts | undefined;
  readonly promise: PromiseFacts | undefined;
  readonly actions: readonly ActionFacts[];
  readonly cost: CostFacts | undefined;
}

export function renderCity(context: Context, page: CityPage): RenderedCity {
  const { state, documents, evaluated, wordsOf } = page;
  const name = state.city.name;
  const told = tell(page);
  const plan = documents.plan?.plan;
  const part: ActionsPart | undefined = evaluated && {
    facts: told.actions,
    wordsOf,
    until: evaluated.outcome.years.at(-1)!,
  };
  const body = [
    head(context, page, told),
    contents(context, evaluated !== undefined),
    told.emits ? emitsSection(context, name, told.emits, plan?.sources) : '',
    evaluated && told.promise ? promiseSection(context, evaluated.plan, evaluated.outcome, told.promise) : '',
    part ? actionsSection(context, part) : '',
    evaluated ? costSection(context, told.cost) : '',
    evaluated ? progressSection(context, progressPart(page, evaluated)) : '',
    partSection(context, state.city.id, documents, part),
    versionsSection(context, {
      shown: documents.plan,
      history: documents.history,
      withdrawals: state.withdrawals,
      changes: plan && documents.before && changesOf(documents.before.plan, plan),
      nameOf: nameOf(documents, wordsOf),
    }),
  ];
  return { body: body.join(''), description: describe(context, name, told) };
}

function progressPart({ documents, wordsOf, today }: CityPage, { plan, outcome }: Evaluated): ProgressPart {
  const published = documents.inventories.map(({ inventory }) => inventory);
  return { plan, outcome, wordsOf, progress: progressOf(plan, outcome, published), delivery: deliveryOf(plan, today) };
}

function tell({ documents, evaluated }: CityPage): Told {
  const { plan, outcome } = evaluated ?? {};
  const inventory = toldOf(documents);
  return {
    emits: inventory && emitsOf(inventory, plan?.baseline.boundary ?? 'basic', plan?.city.population),
    promise: plan && outcome && promiseOf(plan, outcome),
    actions: plan && outcome ? actionsOf(plan, outcome) : [],
    cost: plan && outcome && costOf(plan, outcome),
  };
}

const nameOf =
  ({ plan, before }: PublishedDocuments, wordsOf: ActionWordsOf) =>
  (id: string) => {
    const action = [plan, before].flatMap((each) => each?.plan.actions ?? []).find((each) => each.id === id);
    return action ? wordsOf(action).name : id;
  };

function head(context: Context, { state, documents, country, evaluated }: CityPage, told: Told): Html {
  const { language } = context;
  const { say, text } = language;
  const { plan } = documents;
  const earlier = context.publication !== undefined && plan !== undefined;
  return [
    `<div class="head"><p class="kicker">${text(country)} · ${say(plan ? 'published.kicker.plan' : 'published.kicker.inventory')}</p>`,
    `<h1>${text(state.city.name)}</h1>`,
    paragraph(lede(context, state.city.name, told, evaluated), 'lede'),
    plan ? paragraph(adoption(context, plan), 'adopted') : '',
    earlier ? paragraph(`${say('published.earlier')} <a href="${text(addressOf(atNewest(context)))}">${say('published.newest')}</a>`, 'notice') : '', // prettier-ignore
    plan && !evaluated ? paragraph(say('published.unworked'), 'notice') : '',
    plan ? '' : paragraph(noPlan(context, state), 'notice'),
    keys(context, told),
    told.emits ? paragraph(say('published.asking'), 'note') : '',
    '</div>',
  ].join('');
}

/** A plan that was there is not called one that never was. */
function noPlan({ language: { say, text, date } }: Context, { withdrawals }: PublishedState): Html {
  const taken = withdrawals.find(({ kind }) => kind === 'plan');
  if (!taken) return say('published.noPlan');
  return say('published.withdrawn.plan', { date: text(date(taken.withdrawnAt)), published: text(date(taken.publishedAt)) }); // prettier-ignore
}

function lede(context: Context, city: string, { emits, promise }: Told, evaluated: Evaluated | undefined): Html {
  const { language } = context;
  if (!emits) return '';
  const now = language.say('published.lede', {
    city: language.text(city),
    year: language.year(emits.year),
    tonnes: figure(context, totalPath(emits), language.co2e(emits.tonnes)),
  });
  const last = promise?.years.at(-1);
  return last && evaluated ? `${now} ${reach(context, evaluated.outcome, last)}` : now;
}

/** The four figures that carry the page. */
function keys(context: Context, { emits, promise, cost }: Told): Html {
  const { language } = context;
  const { say } = language;
  const pairs: (readonly [Html, Html])[] = [];
  if (emits) {
    const each = emits.perHead === undefined ? '' : `<small>${say('published.key.each', { value: figure(context, totalPath(emits, 'perHead'), language.number(emits.perHead)) })}</small>`; // prettier-ignore
    pairs.push([say('published.key.emits', { year: language.year(emits.year) }), figure(context, totalPath(emits), language.co2e(emits.tonnes)) + each]); // prettier-ignore
  }
  if (promise) {
    pairs.push([say('published.key.promise'), `<b>${say(`published.key.promise.${promise.verdict.kept ? 'kept' : 'missed'}`)}</b><small>${promiseAside(context, promise)}</small>`]); // prettier-ignore
    pairs.push([say('published.key.paris'), `<b>${say(`published.key.paris.${promise.paris}`)}</b>`]);
  }
  if (cost?.perResidentYear !== undefined) {
    pairs.push([say('published.key.cost'), `${figure(context, 'cost.capitalPerResidentYear', language.euros(cost.perResidentYear))}<small>${say('published.key.cost.aside')}</small>`]); // prettier-ignore
  }
  return terms(pairs, 'keys');
}

/** Which target, and how likely the plan keeps it in the first year that has a chance worked out. */
function promiseAside(context: Context, { main, years }: PromiseFacts): Html {
  const { language } = context;
  const target = language.say(`target.${main.kind}`);
  const first = years.find(({ chance }) => chance !== undefined);
  if (first?.chance === undefined) return target;
  const values = { target, year: language.year(first.year), chance: chanceFigure(context, first.year, first.chance) };
  return language.say('published.key.chance', values);
}

/** Links to the parts. */
function contents({ language }: Context, withPlan: boolean): Html {
  const ids = withPlan ? ['emits', 'promise', 'actions', 'cost', 'progress', 'part', 'versions'] : ['emits', 'part', 'versions']; // prettier-ignore
  const links = ids.map((id) => `<a href="#${id}">${language.say(`published.nav.${id}`)}</a>`);
  return `<nav class="parts" aria-label="${language.say('published.nav')}">${links.join(' ')}</nav>`;
}

function describe({ language }: Context, city: string, { emits, promise }: Told): string {
  if (!emits) return language.plain('published.description.none', { city });
  const now = language.plain('published.lede', { city, year: language.year(emits.year), tonnes: language.co2e(emits.tonnes) }); // prettier-ignore
  return promise ? `${now} ${language.plain(`published.paris.short.${promise.paris}`)}` : now;
}
