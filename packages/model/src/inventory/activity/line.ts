/** One line of activity data, and what turns it into a row of an inventory. */
import type { GwpSetId } from '../../gas.ts';
import type { GpcRef, InventoryRow, MeasuredActivity } from '../types.ts';

/** What is known of the same activity in another year. */
export interface PastAmount {
  readonly year: number;
  readonly amount: number;
  readonly unit: string;
}

/** One activity of one city and year, as it is stated. */
export interface ActivityLine {
  readonly ref: GpcRef;
  readonly activity: MeasuredActivity;
  /** ISO 3166-1 alpha-3 where it could be told, else as written. */
  readonly country: string;
  readonly year: number;
  readonly gwpSet: GwpSetId;
  /** What is said of the factor; may begin with a factor, such as `0.45 t/MWh, utility report 2021`. */
  readonly factorSource?: string;
  /** Earlier years of the same city, reference, activity and carrier; given for solid waste disposal, which decays over years. */
  readonly history?: readonly PastAmount[];
}

/** Turn one activity into a row. It throws a `DomainError` for what it cannot calculate; whoever asks adds the place. */
export type ActivityCalculator = (line: ActivityLine) => InventoryRow;
