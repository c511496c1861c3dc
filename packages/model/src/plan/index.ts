export * from './types.ts';
export * from './read.ts';
