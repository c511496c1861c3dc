export * from './read.ts';
export * from './workbook.ts';
export * from './write.ts';
export type { Shape as InventoryTableShape } from './columns.ts';
export { activityCalculator } from '@thousand-cities/model';
export type { ActivityCalculator, ActivityLine, CalculatorReference, CountryPlace } from '@thousand-cities/model';
