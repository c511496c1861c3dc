/** Emission factors, warming potentials and carbon budgets: pure parsers of text tables and typed lookups. */
export * from './factor-table.ts';
export * from './gwp.ts';
export * from './stationary.ts';
export * from './mobile.ts';
export * from './carbon-budgets.ts';
export * from './defaults.ts';
export * from './load.ts';
