export * from './types.ts';
export * from './species.ts';
export * from './limits.ts';
export * from './delta.ts';
export {
  memberPercentiles,
  periodPercentiles,
  warmingPercentiles,
  type FigurePercentilesOfMembers,
} from './percentiles.ts';
export * from './difference.ts';
export * from './members.ts';
export * from './tcre.ts';
export * from './cross-check.ts';
export * from './history.ts';
export * from './observed.ts';
export * from './pack-format.ts';
export * from './pack.ts';
export { createClimateModel, type ClimateModelOptions } from './model.ts';
export * from './energy-balance.ts';
export { createDiagnoser, type Diagnoser, type Diagnosis } from './diagnose.ts';
export { FORCING_COMPONENTS, type ForcingComponent } from './forcing-components.ts';
