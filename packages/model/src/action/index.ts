export * from './types.ts';
export * from './compiled.ts';
