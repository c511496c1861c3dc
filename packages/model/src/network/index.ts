export * from './types.ts';
export * from './result.ts';
export * from './response-types.ts';
export * from './roll-up.ts';
export * from './world.ts';
export * from './response.ts';
export * from './paris.ts';
export * from './attribution.ts';
export {
  openThousand,
  thousandCity,
  yearly,
  thousandYears,
  PER_MILLE,
  THOUSAND_SCHEMA,
  THOUSAND_VERSION,
} from './thousand.ts';
export type * from './thousand.ts';
export { readThousand } from './read-thousand.ts';
export * from './ambition.ts';
export { AMBITION_KINDS, CATCH_UP, SHORTEST_RUN } from './ambition-ratios.ts';
export type { Ambition, AmbitionKind, PlanRatios } from './ambition-ratios.ts';
