export * from './groups.ts';
export * from './pledges.ts';
