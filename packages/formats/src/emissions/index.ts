export * from './read.ts';
export * from './deltas.ts';
export * from './write.ts';
