/**
 * Every figure of a page says where it comes from: each is found, followed to its explanation, and found there again.
 */
import { describe, expect, it } from 'vitest';
import type { Action, ExplainNode, Plan } from '@thousand-cities/model';
import { testReference } from '../../../model/test/test-reference.ts';
import { renderCity, type CityPage } from './city-page.ts';
import { explainPublished } from './explained.ts';
import { renderFigure } from './figure-page.ts';
import type { Language } from './language.ts';
import { contextIn, documentsOf, evaluatedOf, language, publication, stateOf, tinyPlan } from './published.case.ts';
import { stepValue } from './step-words.ts';

const [OPEN, SHUT] = ['\u2e28', '\u2e29'];

/** The language, with a mark around all that it writes as a figure. Years, days and counts of what is listed are none. */
function marking(locale: string): Language {
  const plain = language(locale);
  const marked =
    <T extends number>(write: (value: T) => string) =>
    (value: T) =>
      `${OPEN}${write(value)}${SHUT}`;
  return {
    ...plain,
    co2e: marked(plain.co2e),
    co2: marked(plain.co2),
    euros: marked(plain.euros),
    percent: marked(plain.percent),
    number: marked(plain.number),
  };
}

const first = tinyPlan.actions[0]!;
const delivery = {
  status: { state: 'under-way' },
  owner: { department: 'Housing office' },
  tasks: [
    { id: 'a', title: 'Survey', done: '2026-03-01' },
    { id: 'b', title: 'Tender' },
  ],
  budget: [
    { id: 'x', label: 'Works', payer: 'city', year: 2026, amount: 6000, kind: 'capital', funded: true, spent: 1500 },
    { id: 'y', label: 'Works', payer: 'city', year: 2027, amount: 2000, kind: 'capital', funded: false },
  ],
  indicators: [
    {
      id: 'i',
      name: 'Dwellings',
      unit: 'a year',
      baseline: { year: 2025, value: 10 },
      target: { year: 2029, value: 400 },
      observations: [{ id: 'o', on: '2026', value: 150 }],
    },
  ],
} satisfies Action['delivery'];
const inventory = tinyPlan.inventories[0]!;
const later = { ...inventory, year: 2027, rows: [{ ...inventory.rows[0]!, co2eTonnes: 400, gases: { CO2: 400 } }] };
const spread = { central: 520, low: 400, high: 700 };

/** A plan with everything a page can tell of: an interval, grades of quality, defaults, delivery, another target, a budget. */
const full: Plan = {
  ...tinyPlan,
  inventories: [
    {
      ...inventory,
      totalIntervals: { basic: spread },
      rows: inventory.rows.map(
        (row, i) =>
        i === 0 ? { ...row, provenance: 'default', quality: { activity: 'L', factor: 'M' }, activity: { activity: 'heating', carrier: 'natural-gas', amount: 1000, unit: 'MWh' } } : { ...row, quality: { activity: 'H' } }, // prettier-ignore
      ),
    },
  ],
  actions: [{ ...first, delivery }, ...tinyPlan.actions.slice(1)],
};

const published = { publication: publication('inventory'), inventory: later, sha256: 'c' };
const pages: readonly (readonly [string, Plan | undefined, Partial<CityPage>])[] = [
  ['a plan as it is drafted', tinyPlan, {}],
  ['a plan with all that a page can tell', full, { documents: documentsOf(full, { inventories: [published] }) }],
  ['an inventory without a plan', undefined, { documents: documentsOf(undefined, { inventories: [published] }) }],
];

const pageOf = (plan: Plan | undefined, changes: Partial<CityPage>): CityPage => ({
  state: stateOf(),
  documents: documentsOf(plan),
  evaluated: plan && evaluatedOf(plan),
  wordsOf: ({ name }) => ({ name }),
  country: 'Germany',
  today: '2026-11-28',
  ...changes,
});

const unescaped = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"');
/** The digits of a figure, without sign, unit and mark. */
const digits = (text: string) => /[\d.,]+/.exec(text.replaceAll(/[\u2e28\u2e29]/g, ''))?.[0];
const linked = (body: string) =>
  [...body.matchAll(/<a class="f num"[^>]*path=([^"&]+)[^"]*">([^<]*)<\/a>/g)].map(([, path, text]) => ({ path: decodeURIComponent(unescaped(path!).replaceAll('+', ' ')), text: text! })); // prettier-ignore

describe.each(pages)('of %s', (_name, plan, changes) => {
  const shown = pageOf(plan, changes);
  const world = { sources: plan?.sources ?? {}, reference: testReference };
  const asked = new Map<string, Promise<ExplainNode>>();
  const explain = (path: string): Promise<ExplainNode> => {
    const known = asked.get(path) ?? explainPublished({ documents: shown.documents, explainPlan: shown.evaluated?.explain, world }, path); // prettier-ignore
    asked.set(path, known);
    return known;
  };

  it.each(['en', 'id'])('no figure stands without a way to its origin (%s)', (locale) => {
    const { body } = renderCity({ ...contextIn(locale), language: marking(locale) }, shown);
    const outside = body
      .replaceAll(/<svg.*?<\/svg>/g, '')
      .replaceAll(/<a class="f num".*?<\/a>/g, '')
      .replaceAll(/ aria-label="[^"]*"|<caption>.*?<\/caption>/g, '');
    expect([...outside.matchAll(/.{0,80}\u2e28[^\u2e29]*\u2e29/g)].map(([found]) => found)).toEqual([]);
  });

  it('what a drawing shows stands in its table or its title, where it can be asked', () => {
    const { body } = renderCity({ ...contextIn(), language: marking('en') }, shown);
    for (const [whole, drawing] of body.matchAll(/<figure>.*?(<svg.*?<\/svg>).*?<\/figure>/g)) {
      const asked = new Set(linked(whole).map(({ text }) => text));
      for (const [written] of drawing!.matchAll(/\u2e28[^\u2e29]*\u2e29/g)) expect(asked).toContain(written);
    }
  });

  it('each figure is found again where it is explained', async () => {
    const { body } = renderCity(contextIn(), shown);
    const links = linked(body);
    expect(links.length).toBeGreaterThan(8);
    for (const { path, text } of links) {
      const root = await explain(path);
      const values = [root, ...root.children].map((step) => digits(stepValue(step, language())));
      expect(values, path).toContain(digits(text));
    }
  });

  it.each(['en', 'id'])('each explanation is all in words (%s)', async (locale) => {
    const names = { language: language(locale), city: 'Tinytown', plan, nameOf: (id: string) => id };
    for (const path of new Set(linked(renderCity(contextIn(), shown).body).map((link) => link.path))) {
      const html = renderFigure(contextIn(locale), path, await explain(path), names);
      expect(html.replaceAll(/<[^>]*>/g, ' '), path).not.toMatch(/explain\.\w|published\.\w|\{\w+\}|undefined|NaN/);
    }
  });
});

it('a total ends in amounts, warming potentials, quality and the source behind them', async () => {
  const world = { sources: full.sources, reference: testReference };
  const root = await explainPublished(
    { documents: documentsOf(full), explainPlan: undefined, world },
    'inventory.basic',
  );
  const text = JSON.stringify(root);
  for (const kind of ['row-amount', 'quality-activity', 'quality-factor', 'gas-mass'])
    expect(text).toContain(`"kind":"${kind}"`);
  expect(text).toContain('Made for a test');
  expect(text).toContain('GWP100');
});
