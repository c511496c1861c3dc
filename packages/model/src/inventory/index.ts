export * from './types.ts';
export * from './gpc.ts';
export * from './notation.ts';
export * from './totals.ts';
export * from './completeness.ts';
export * from './checks/index.ts';
export * from './starter/index.ts';
export * from './methods/index.ts';
