/** What the climate tool asks, over the services of a server: the ensemble in its thread, the thousand's answer worked out once. */
import { writePlan } from '@thousand-cities/model';
import type { CityServices } from '../services.ts';
import { warmingOver } from '../warming/warming.ts';
import type { ClimateDesk } from './climate-tool.ts';

/** Nothing is read, and no thread runs, before the first question. */
export function climateDesk(services: Pick<CityServices, 'referenceSlice' | 'network'>): ClimateDesk {
  const warming = warmingOver(services);
  return { warming: (plan) => warming(writePlan(plan)), thousand: () => services.network.claim() };
}
