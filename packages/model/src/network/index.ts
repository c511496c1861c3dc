export * from './types.ts';
export * from './result.ts';
export * from './response-types.ts';
export * from './roll-up.ts';
export * from './world.ts';
export * from './response.ts';
export * from './paris.ts';
export * from './attribution.ts';
