import { describe, expect, it } from 'vitest';
import type { Action, Inventory, Plan } from '@thousand-cities/model';
import { renderCity, type CityPage } from './city-page.ts';
import { dayIn } from './day.ts';
import { documentOf, scriptData } from './document.ts';
import { changesOf } from './facts/changes.ts';
import { contextIn, documentsOf, evaluatedOf, language, publication, stateOf, tinyPlan } from './published.case.ts';

/**
 * The tiny plan by hand: 520 t in 2025. Insulation halves heating (gas 1 000 → 500 MWh, power 100 → 50), heat pumps take 40 % of
 * the gas that is left for 0.3 as much power (gas 300, power 50 + 200 · 0.3 = 110): 300 · 0.2 + 110 · 0.5 + 270 = 385 t, 26 % less.
 * The promise is 260 t in 2030, so 125 t are missing. 60 000 EUR in ten years for 1 000 people: 6 EUR each a year; households
 * pay 5 000 + 50 000 of it, 92 %.
 */
function page(plan: Plan | undefined = tinyPlan, changes: Partial<CityPage> = {}): CityPage {
  return {
    state: stateOf(),
    documents: documentsOf(plan),
    evaluated: plan && evaluatedOf(plan),
    wordsOf: ({ name }) => ({ name }),
    country: 'Germany',
    today: '2026-11-28',
    ...changes,
  };
}
/** What a reader reads: text without marks. */
const read = (html: string) =>
  html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ').replaceAll('\u00a0', ' ').replaceAll(/ ([.,:;])/g, '$1'); // prettier-ignore
const text = (content: CityPage = page(), locale = 'en') => read(renderCity(contextIn(locale), content).body);

const first = tinyPlan.actions[0]!;
const withAction = (changes: Partial<Action>): Plan => ({ ...tinyPlan, actions: [{ ...first, ...changes }, tinyPlan.actions[1]!] }); // prettier-ignore
const withInventory = (changes: Partial<Inventory>): Plan => ({ ...tinyPlan, inventories: [{ ...tinyPlan.inventories[0]!, ...changes }] }); // prettier-ignore
const { population: _people, ...nobody } = tinyPlan.city;
const { population: _counted, ...uncounted } = tinyPlan.inventories[0]!;

describe('the page of a city says', () => {
  it.each([
    ['what it emits', 'In 2025 Tinytown emitted 520 t CO₂e. That is 0.52 t for each of its 1,000 people.'],
    ['that nothing is said of certainty', 'How certain the figure is, the inventory does not say.'],
    ['from what', 'Waste makes up 52% of the emissions'],
    ['whose figures they are', 'All of it rests on figures of the city’s own.'],
    ['what is not known', 'Missing is not zero.'],
    ['where most comes from', 'Most of it comes from: Made for a test (Thousand Cities, 2026).'],
    ['what it promises', 'In 2030 at most 260 t CO₂e: 50% less than in 2025.'],
    ['that the promise is not kept', 'The plan does not keep this promise yet: in 2030 it is 125 t CO₂e above it.'],
    ['how far the plan gets', 'With the plan it emits 385 t CO₂e in 2035: 26% less.'],
    [
      'that Paris cannot be judged without a ceiling',
      'That cannot be said: no ceiling for 1.5 °C could be worked out.',
    ],
    ['how much is done', 'The plan has 2 actions.'],
    ['what it costs', 'From 2026 to 2035 60 thousand EUR is invested, about 6 thousand EUR a year.'],
    ['what that is for each', 'That is 6 EUR a year for each resident, whoever pays it.'],
    ['who pays', 'Households pay the largest part of the investment: 92%'],
    ['that nobody can say how it goes', 'No inventory after the base year 2025 is published yet'],
    ['that delivery is not published', 'The city has not published who answers for the actions'],
    ['that nobody is named to ask', 'The plan names nobody to ask.'],
    ['that no licence is named', 'The city has not said under which licence: ask before you pass them on.'],
    ['which version it is', 'Climate plan, version 2, 2 May 2026'],
    ['that no decision is named', 'The plan names no decision by which it was adopted.'],
  ])('%s', (_what, sentence) => {
    expect(text()).toContain(sentence);
  });

  it.each([
    ['Pada 2025 Tinytown mengeluarkan emisi 520 t CO₂e. Itu 0,52 t untuk setiap orang dari 1.000 penduduknya.'],
    ['Rencana ini belum menepati janji itu: pada 2030 masih 125 t CO₂e di atasnya.'],
    ['Rencana ini memuat 2 aksi.'],
    ['Rumah tangga membayar bagian investasi terbesar: 92%'],
  ])('in Indonesian: %s', (sentence) => {
    expect(text(page(), 'id')).toContain(sentence);
  });

  it.each(['en', 'id'])('all of it in words: no key and no empty place stands in %s', (locale) => {
    const delivered = withAction({
      delivery: { status: { state: 'under-way' }, tasks: [{ id: 't', title: 'Survey' }] },
    });
    for (const plan of [tinyPlan, delivered, undefined]) {
      const { body, description } = renderCity(contextIn(locale), page(plan));
      expect(read(body) + description).not.toMatch(/published\.\w|\{\w+\}|undefined|NaN|null/);
    }
  });
});

describe('what is not known is said, and is never nought', () => {
  it.each([
    ['people', { ...tinyPlan, city: nobody, inventories: [uncounted] }, 'because the number of people is missing.'],
    [
      'a sector',
      withInventory({ rows: tinyPlan.inventories[0]!.rows.filter(({ ref }) => ref !== 'III.1.1') }),
      'Waste not known',
    ],
    [
      'the cost of a plan that spends nothing',
      { ...tinyPlan, actions: [] },
      'The plan spends nothing, or says nothing of it.',
    ],
    ['actions', { ...tinyPlan, actions: [] }, 'No action is in the plan yet.'],
  ] as const)('%s', (_what, plan, sentence) => {
    expect(text(page(plan))).toContain(sentence);
  });

  it('a sector of which nothing is missing and nothing counted does not occur', () => {
    // II.4.1 alone is said not to occur; with every reference of II so said, the sector is closed.
    const refs = ['II.1.1', 'II.1.2', 'II.2.1', 'II.2.2', 'II.3.1', 'II.3.2', 'II.4.1', 'II.4.2', 'II.5.1', 'II.5.2'];
    const none = refs.map((ref) => ({ ref, co2eTonnes: { keys: ['NO' as const] }, provenance: 'city-value' as const, sources: [] })); // prettier-ignore
    const rows = [...tinyPlan.inventories[0]!.rows.filter(({ ref }) => !refs.includes(ref)), ...none];
    expect(text(page(withInventory({ rows })))).toContain('Transport none of its own');
  });

  it('a city without a plan shows its emissions, and says that it has none', () => {
    const inventory = { publication: publication('inventory'), inventory: tinyPlan.inventories[0]!, sha256: 'b' };
    const said = read(renderCity(contextIn(), page(undefined, { documents: documentsOf(undefined, { inventories: [inventory] }) })).body); // prettier-ignore
    expect(said).toContain('It has not published a plan yet.');
    expect(said).toContain('In 2025 Tinytown emitted 520 t CO₂e.');
    expect(said).toContain('Inventory of 2025 (CSV)');
  });

  it('a plan that cannot be worked out says so, and can be taken along', () => {
    const said = text(page(tinyPlan, { evaluated: undefined }));
    expect(said).toContain('its figures cannot be worked out by this program');
    expect(said).toContain('The plan (JSON)');
  });
});

describe('how it is going', () => {
  const delivery = {
    status: { state: 'under-way', note: 'Two streets of five.' },
    owner: { department: 'Housing office', name: 'Ana' },
    tasks: [
      { id: 'a', title: 'Survey', done: '2026-03-01' },
      { id: 'b', title: 'Tender', due: '2026-06-01' },
    ],
    budget: [
      { id: 'x', label: 'Works', payer: 'city', year: 2026, amount: 6000, kind: 'capital', funded: true, spent: 6600 },
      { id: 'y', label: 'Works', payer: 'city', year: 2027, amount: 2000, kind: 'capital', funded: false },
    ],
    indicators: [
      {
        id: 'i',
        name: 'Dwellings',
        unit: 'a year',
        baseline: { year: 2025, value: 0 },
        target: { year: 2029, value: 400 },
        observations: [{ id: 'o', on: '2026', value: 150, source: 'Register' }],
      },
    ],
  } satisfies Action['delivery'];

  // 6 000 of 8 000 EUR are secured: 75 %. The line from 0 (end of 2025) to 400 (end of 2029) is at 100 at the end of 2026.
  it.each([
    'Of 2 actions 1 are under way, 0 done, 0 planned and 0 stopped; of 1 the state is not published.',
    'For 1 of 2 it is published who answers.',
    '1 of 2 tasks are done. One is overdue on 28 November 2026.',
    '8 thousand EUR is budgeted; 75% of it is secured',
    '6.6 thousand EUR has been spent so far, as 1 of 2 budget lines say; of the others it is not published.',
    'On one line more was spent than budgeted.',
    'Spent so far 6.6 thousand EUR of 8 thousand EUR budgeted',
    'Dwellings: 0 a year in 2025 at the start; latest 150 (2026); the aim is 400 in 2029. on track Insulate. Register',
    'State Under way Two streets of five.',
    'Who answers for it Housing office, Ana',
    'Tasks 1 of 2 done',
  ])('is told from what the city wrote down: %s', (sentence) => {
    expect(text(page(withAction({ delivery })))).toContain(sentence);
  });

  // 80 + 50 + 270 = 400 t against 520 t, 23 % less.
  const later = (refs: readonly string[]) => {
    const rows = tinyPlan.inventories[0]!.rows.filter(({ ref }) => refs.includes(ref));
    const heated = rows.map((row) => (row.ref === 'I.1.1' ? { ...row, co2eTonnes: 80, gases: { CO2: 80 } } : row));
    const inventory = { ...tinyPlan.inventories[0]!, year: 2027, rows: heated };
    return documentsOf(tinyPlan, { inventories: [{ publication: publication('inventory'), inventory, sha256: 'c' }] });
  };

  it('holds a later inventory against the path of the plan: 400 t counted in 2027, 385 t planned', () => {
    const said = text(page(tinyPlan, { documents: later(['I.1.1', 'I.1.2', 'III.1.1', 'II.4.1']) }));
    expect(said).toContain('In 2027 400 t CO₂e were counted: 15 t CO₂e above the path of the plan.');
    expect(said).toContain('From 2025 to 2027 the emissions counted fell by 23%');
  });

  it('holds one that leaves out what the plan counts against nothing: its total is too low, and that is said', () => {
    const said = text(page(tinyPlan, { documents: later(['I.1.1', 'I.1.2', 'II.4.1']) }));
    expect(said).toContain('In 2027 130 t CO₂e were counted, without Solid waste disposal, which the plan counts');
    expect(said).not.toMatch(/below the path of the plan|the emissions counted fell/);
    expect(said).toContain('incomplete: too low');
  });
});

describe('adoption, contact and versions', () => {
  const adopted: Plan = {
    ...tinyPlan,
    adoption: { body: 'the council', date: '2026-04-30', decision: 'No. 12/2026', url: 'https://example.org/12' },
    contact: { office: 'Climate office', email: 'climate@example.org' },
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  };

  it('are named, with the decision to read and the address to write to', () => {
    const { body } = renderCity(contextIn(), page(adopted));
    expect(read(body)).toContain('Adopted by the council on 30 April 2026. The decision: No. 12/2026.');
    expect(body).toContain('href="https://example.org/12"');
    expect(body).toContain('href="mailto:climate@example.org"');
    expect(read(body)).toContain('The city gives them under CC BY 4.0.');
    expect(body).toContain('href="https://creativecommons.org/licenses/by/4.0/" rel="license noopener"');
  });

  it('tell what changed since the publication before', () => {
    const before: Plan = { ...withAction({ schedule: { startYear: 2028, size: 0.5 } }), targets: [{ id: 'half', kind: 'custom', parameters: { reduction2030: 0.4 } }] }; // prettier-ignore
    const documents = documentsOf(tinyPlan, {
      before: { publication: publication('plan', 1), plan: before, text: '', sha256: 'd' },
    });
    expect(text(page(tinyPlan, { documents }))).toContain(
      'Since the publication before: The target has changed. Larger, smaller or at another time: Insulate.',
    );
    expect(changesOf(before, { ...before, actions: [before.actions[0]!] })).toMatchObject({
      removed: ['heat-pumps'],
      added: [],
    });
    expect(changesOf(tinyPlan, tinyPlan).nothing).toBe(true);
  });

  it('tell what was taken back, and when', () => {
    const taken = {
      kind: 'inventory' as const,
      publishedAt: '2026-01-02T00:00:00Z',
      withdrawnAt: '2026-02-03T00:00:00Z',
    };
    expect(text(page(tinyPlan, { state: stateOf('Tinytown', { withdrawals: [taken] }) }))).toContain(
      'The inventory published on 2 January 2026 was withdrawn on 3 February 2026.',
    );
  });
});

describe('the markup', () => {
  const evil = '<script>alert("1")</script>';
  const frame = { title: evil, description: evil, body: '', path: '/published/x', style: '/published/style.css', demo: true, data: { name: evil } }; // prettier-ignore

  it('takes no markup from names, notes, titles or addresses', () => {
    const plan: Plan = { ...withAction({ name: evil, delivery: { owner: { department: evil }, status: { state: 'done', note: evil } } }), contact: { office: evil } }; // prettier-ignore
    const shown = page(plan, { state: stateOf(evil), country: evil });
    const html = documentOf(language(), { ...frame, body: renderCity(contextIn(), shown).body });
    expect(html.match(/<script/g)).toEqual(['<script']);
    expect(html).toContain('<script type="application/ld+json">{"name":"\\u003cscript>');
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
    expect(scriptData('</script>')).toBe('"\\u003c/script>"');
  });

  it('has one first heading, no script, no style of its own, and a demo that says it is one', () => {
    const html = documentOf(language(), {
      ...frame,
      title: 'T',
      data: undefined,
      body: renderCity(contextIn(), page()).body,
    });
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).not.toMatch(/<script|<style| style=| on\w+=/);
    expect(html).toContain('nothing here was decided by the city');
  });

  it('is written from the right where the language is', () => {
    expect(documentOf(language('ar'), frame)).toContain('<html lang="ar" dir="rtl">');
    expect(renderCity(contextIn('ar-EG'), page()).body).toContain('In ٢٠٢٥ Tinytown emitted');
  });
});

// Hours of the zones against UTC in November, when the north has no summer time: Jakarta +7, Nairobi +3, São Paulo -3, Rio Branco -5.
it.each([
  ['KE', '2026-11-28T20:59:00Z', '2026-11-28', 'a minute before midnight in Nairobi'],
  ['KE', '2026-11-28T21:00:00Z', '2026-11-29', 'midnight in Nairobi'],
  ['ID', '2026-11-27T16:30:00Z', '2026-11-27', 'past midnight in Makassar and Jayapura, 23:30 in Jakarta'],
  ['ID', '2026-11-27T17:00:00Z', '2026-11-28', 'midnight in Jakarta, the last of the country'],
  ['BR', '2026-11-28T04:30:00Z', '2026-11-27', '01:30 in São Paulo, 23:30 the day before in Rio Branco'],
  [undefined, '2026-11-28T23:59:00Z', '2026-11-28', 'UTC where the country is not known'],
  ['ZZ', '2026-11-28T23:59:00Z', '2026-11-28', 'UTC where no zone is'],
])('what is overdue in %s at %s goes by %s: %s', (iso2, now, day, _why) => {
  expect(dayIn(iso2, new Date(now))).toBe(day);
});
