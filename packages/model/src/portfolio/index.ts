export * from './types.ts';
export * from './milp.ts';
export * from './highs-format.ts';
export { optimise, quickPlan } from './optimise.ts';
export * from './frontier.ts';
export * from './problem.ts';
