export * from './types.ts';
export * from './read.ts';
export * from './inputs.ts';
export * from './draft-baseline.ts';
export * from './draft.ts';
export * from './evaluate.ts';
export * from './optimise.ts';
export * from './explain/index.ts';
