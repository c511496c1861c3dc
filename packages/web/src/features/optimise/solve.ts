/** From a request to a solved plan: the model's optimiser with HiGHS, which is fetched only when a proof is asked for. */
import type { OptimiseOptions } from '@thousand-cities/model';
import type { OptimiseOutcome, OptimiseStart } from './messages.ts';

export function solve(_request: OptimiseStart, _options: OptimiseOptions): Promise<OptimiseOutcome> {
  return Promise.reject(new Error('no solver yet'));
}
