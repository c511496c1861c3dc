export * from './read.ts';
export type { ActivityCalculator, ActivityLine } from './activity-form.ts';
export type { Shape as InventoryTableShape } from './columns.ts';
export * from './calculate/index.ts';
