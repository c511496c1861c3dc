/** The starter inventory: what it is made from and how. */
export * from './types.ts';
export { bandOf, starterInputs, type StarterYearFigures, type StarterInputs } from './features.ts';
export { evaluateLogModel, evaluateModel } from './log-model.ts';
export { heatingAt } from './climate.ts';
export * from './population.ts';
export { estimateGroups, type GroupEstimate } from './totals.ts';
export { intervalOf, wideningOf } from './spread.ts';
export { STARTER_KEYS, LOSSES_OF } from './references.ts';
export * from './starter-inventory.ts';
