export * from './types.ts';
export * from './species.ts';
