/** What the reference set and the drafting of a plan say in sentences, in every other language: the book of phrases knows every part of it. */
import { readFileSync } from 'node:fs';
import { draftPlan, evaluate, phraseBook, STARTER_KEYS, type PhrasePairs, type Plan } from '@thousand-cities/model';
import { modelCity } from '@thousand-cities/reference';
import { draftKit, loadReference } from '@thousand-cities/reference/node';
import { describe, expect, it } from 'vitest';

const pairs = JSON.parse(
  readFileSync(new URL('../src/messages/phrases/id.json', import.meta.url), 'utf8'),
) as PhrasePairs;
const book = phraseBook(pairs, 'id');
const set = loadReference();

/** One city for each income group and kind of climate and country data: Semarang, Nairobi, Hamburg, Addis Ababa, New York, São Paulo, Mumbai. */
const PLACES = ['1627896', '184745', '2911298', '344979', '5128581', '3448439', '1275339'];

const planOf = (id: string): Plan => draftPlan(modelCity(set.gazetteer.city(id), set), draftKit()).plan;

/** Every sentence of a plan that the drafting wrote. */
function sentencesOf(plan: Plan): readonly string[] {
  const { actions, baseline, inventories } = plan;
  const { targets } = evaluate(plan, set);
  return [
    ...baseline.drivers.map(({ note }) => note),
    ...baseline.cells.map(({ note }) => note),
    ...actions.flatMap(({ levers }) => levers.map(({ note }) => note)),
    ...actions.flatMap(({ cost }) => (cost.derivation ?? []).map(({ name }) => name)),
    ...inventories.flatMap(({ rows }) => rows.map(({ note }) => note)),
    ...targets.flatMap((target) => ('refusal' in target ? [] : [target.explanation, target.formula])),
  ].filter((text) => text !== undefined);
}

describe('the book of phrases', () => {
  it.each(PLACES)('knows what stands in a draft for %s', (id) => {
    const texts = sentencesOf(planOf(id));
    expect(texts.length).toBeGreaterThan(100);
    expect([...new Set(texts.filter((text) => !book.knows(text)))]).toEqual([]);
  });

  it('knows why a first inventory has a key in place of a figure', () => {
    const reasons = [...STARTER_KEYS.values()].map(({ explanation }) => explanation ?? '');
    expect(reasons.filter((text) => !book.knows(text))).toEqual([]);
  });

  it('has no English left on its other side', () => {
    const english = Object.values(pairs).filter((text) => /\b(the|and|of|with|from|is|are|by|not|per year|less)\b/.test(text)); // prettier-ignore
    expect(english).toEqual([]);
  });
});
