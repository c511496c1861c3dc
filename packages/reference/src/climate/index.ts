export * from './observed.ts';
