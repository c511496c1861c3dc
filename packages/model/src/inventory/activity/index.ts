export * from './line.ts';
export { activityCalculator } from './calculator.ts';
export { calculatorReferenceOf } from './reference-of-slice.ts';
export type { CalculatorReference } from './desk.ts';
export { LEAST_HISTORY } from './disposal.ts';
export { parseOwnFactor } from './own-factor.ts';
export type { OwnFactor } from './own-factor.ts';
export { factorRegions } from './regions.ts';
