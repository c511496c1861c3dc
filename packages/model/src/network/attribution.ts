/** Share the warming avoided among cities and actions by linear pulse kernels. */
import type { ClimateModel } from '../climate/types.ts';
import type { NetworkAttribution, NetworkResponse, PulseKernels, ResponseCaseName } from './response-types.ts';
import type { NetworkRollUp } from './result.ts';

export interface KernelOptions {
  /** Scenario without plans. */
  readonly reference: string;
  /** First year of the kernels: differences before it have no part. */
  readonly firstYear: number;
  /** 2050 and 2100 when absent. */
  readonly targetYears?: readonly number[];
}

/** Run the pulses: some hundred short runs; keep the result. */
export function pulseKernels(_model: ClimateModel, _options: KernelOptions): PulseKernels {
  throw new Error('not yet');
}

export interface NetworkAttributionOptions {
  readonly case: ResponseCaseName;
  readonly gridShare: boolean;
}

export function attributeNetwork(
  _rollUp: NetworkRollUp,
  _kernels: PulseKernels,
  _response: NetworkResponse,
  _options: NetworkAttributionOptions,
): NetworkAttribution {
  throw new Error('not yet');
}
