/** Documents and words for tests of the published pages: the tiny plan, worked out by hand in its own comment. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createExplainer, evaluate, writePlan, type Plan } from '@thousand-cities/model';
import type { Publication } from '@thousand-cities/store';
import { testReference } from '../../../model/test/test-reference.ts';
import { tinyPlan } from '../../../model/test/tiny-plan.ts';
import type { Words } from '../shell-text.ts';
import type { Evaluated } from './evaluated.ts';
import { languageOf, type Language } from './language.ts';
import type { Context } from './parts.ts';
import type { PublishedDocuments, PublishedState } from './read.ts';

const catalogue = (name: string): Words =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../../web/src/messages/${name}.json`, import.meta.url)), 'utf8')) as Words; // prettier-ignore

/** Words of a language as the pages have them: both catalogues, English behind. */
export function wordsIn(locale: string): Words {
  const own = locale === 'id' ? 'id' : 'en';
  return { ...catalogue('en'), ...catalogue('published.en'), ...catalogue(own), ...catalogue(`published.${own}`) };
}

export const language = (locale = 'en'): Language => languageOf(locale, wordsIn(locale));

const CITY = '01900000-0000-7000-8000-000000000001';

export const publication = (kind: 'plan' | 'inventory', version = 2): Publication => ({
  cityId: CITY,
  id: `01900000-0000-7000-8000-00000000000${version}`,
  kind,
  subjectId: '01900000-0000-7000-8000-0000000000aa',
  version,
  title: 'Climate plan',
  publishedAt: `2026-05-0${version}T10:00:00.000Z`,
  withdrawnAt: null,
  assessment: null,
});

export const stateOf = (name = 'Tinytown', changes: Partial<PublishedState> = {}): PublishedState => ({
  city: { id: CITY, placeId: null, name, country: 'DEU' },
  publications: [publication('plan')],
  withdrawals: [],
  ...changes,
});

export function documentsOf(plan: Plan | undefined, changes: Partial<PublishedDocuments> = {}): PublishedDocuments {
  const shown = plan && { publication: publication('plan'), plan, text: writePlan(plan), sha256: 'a' };
  return { plan: shown, before: undefined, inventories: [], history: shown ? [shown] : [], ...changes };
}

/** What the model says of a plan, with draws. */
export function evaluatedOf(plan: Plan): Evaluated {
  const outcome = evaluate(plan, testReference, { draws: 64 });
  return { plan, outcome, explain: createExplainer(plan, testReference, outcome) };
}

export const contextIn = (locale = 'en', changes: Partial<Context> = {}): Context => ({
  language: language(locale),
  base: `/published/${CITY}`,
  query: '',
  ...changes,
});

export { tinyPlan };
