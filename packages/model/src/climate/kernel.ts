/** What steps the ensemble through the years. Two of these exist and give the same bits. */
import type { KernelName } from './types.ts';

/**
 * One or many years of every member.
 *
 * Arrays are rows of the sizes in kernel-constants.ts. `states` [member × STATE_SIZE] is changed in place: 1 January of the first
 * year in, 1 January after the last out.
 */
export interface Kernel {
  readonly name: KernelName;
  /**
   * @param rows scenario, [year × ROW_SIZE]
   * @param years how many of them to step
   * @param surface filled with the surface temperature at the end of each year, K: [member × years]
   */
  run(rows: Float64Array, years: number, states: Float64Array, surface: Float64Array): void;
}
