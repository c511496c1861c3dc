/** Everything the model offers. Each room has its own index; this file only gathers them. */
export * from './errors.ts';
export * from './finding.ts';
export * from './finding-values.ts';
export * from './phrases.ts';
export * from './source.ts';
export * from './gas.ts';
export * from './reference.ts';
export * from './units.ts';
export * from './inventory/index.ts';
export * from './pathway/index.ts';
export * from './action/index.ts';
export * from './portfolio/index.ts';
export * from './uncertainty/index.ts';
export * from './plan/index.ts';
export * from './climate/index.ts';
export * from './network/index.ts';
