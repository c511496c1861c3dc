/** The claim's answer for the choices the page begins with: worked out once, in steps between which others are answered. */
import { setImmediate as breath } from 'node:timers/promises';
import { claimFactsOf, createClaimEngine, DEFAULT_CLAIM, type ClaimAnswer } from '@thousand-cities/model';
import type { NetworkServices } from './network-services.ts';

/** Work the answer out. Takes a second or two on one core, most of it before the engines are warm. */
export async function defaultClaim(
  services: Pick<NetworkServices, 'thousand' | 'climateModel' | 'carbonBudgets' | 'gwpSet'>,
): Promise<ClaimAnswer> {
  const data = services.thousand();
  await breath();
  const engine = createClaimEngine(data);
  await breath();
  const model = services.climateModel();
  await breath();
  const { sets, defaultSet } = services.carbonBudgets();
  const budgets = sets.find(({ id }) => id === defaultSet);
  if (!budgets) throw new Error(`there is no carbon budget set "${defaultSet}"; this is a bug, please report it`);
  engine.know(claimFactsOf(model, budgets, services.gwpSet('AR6')));
  await breath();
  return engine.answer(DEFAULT_CLAIM);
}
