export * from './draw-plan.ts';
export { DEFAULT_DELIVERY } from './uncertain-inputs.ts';
export type { Delivery, InputKind, UncertainInput } from './uncertain-inputs.ts';
export type { FigurePercentiles, PathPercentiles } from './percentiles.ts';
export { inverseNormal } from './normal.ts';
export { rangeAt } from './distributions.ts';
export { sobolColumn } from './sobol.ts';
