export * from './types.ts';
export * from './read.ts';
export * from './inputs.ts';
export * from './draft.ts';
export * from './evaluate.ts';
export * from './explain/index.ts';
