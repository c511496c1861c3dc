/** Starter coefficients: loader and regions. */
export * from './load.ts';
export * from './national.ts';
export * from './regions.ts';
