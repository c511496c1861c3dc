export * from './types.ts';
export * from './climate.ts';
export { scopeFit, type DefaultPlace } from './shares.ts';
export { carrierNamed, endUseNamed, toActivityUnit } from './carriers.ts';
export { cellIdOf } from './cell-id.ts';
export { priceKeyOf, type PriceCustomer } from './prices.ts';
export { cellTonnesByRef, splitIntoCells, type CellSplit } from './split.ts';
