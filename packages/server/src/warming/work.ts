/** The thread of the climate: a plan's own change of the world's temperature, over a reference world that is run once. */
import { cityPathsOf, createClimateModel, planClimate, planWarming, readClimatePack, readPlan, type NetworkClimate } from '@thousand-cities/model'; // prettier-ignore
import { answering } from '../thread/far.ts';
import { referencesOf } from '../thread/references.ts';
import { PACK, type Answers, type Question } from './messages.ts';

const referenceOf = referencesOf();
let climate: NetworkClimate | undefined;

answering<Question>(async ({ plan: text }, asker): Promise<Answers['warming']> => {
  const plan = readPlan(text);
  const reference = await referenceOf(plan.city.country, asker);
  climate ??= planClimate(createClimateModel(readClimatePack((await asker.need(PACK)) as Uint8Array)));
  return planWarming(cityPathsOf(plan, reference, { skipActions: true }), climate);
});
