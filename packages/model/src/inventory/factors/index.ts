export * from './types.ts';
export { CARRIER_FUELS, makeCarrierFactors, tonnesPerMwh } from './carrier.ts';
export type { CarrierFactors } from './carrier.ts';
export { defaultFactorsOf } from './defaults.ts';
export { mobileFactorsOf } from './mobile.ts';
export { stationaryFactorsOf } from './stationary.ts';
export { canonicalSpecies } from './species.ts';
export { factorLibraryOf, packFactors, placeIn, unpackFactors } from './slice.ts';
export type { CountryPlace, FactorSlice, SliceRow, SliceTable } from './slice.ts';
