/** The central estimates per head: four groups, a direct estimate of BASIC, and the blend that both are brought to. */
import { evaluateLogModel, evaluateModel } from './log-model.ts';
import type { StarterInputs } from './features.ts';
import { STARTER_GROUPS, type StarterCoefficients, type StarterGroup } from './types.ts';

export interface GroupEstimate {
  /** BASIC, t CO2e per head. */
  readonly basic: number;
  /** By group, t CO2e per head; they add up to `basic`. */
  readonly groups: Readonly<Record<StarterGroup, number>>;
}

/**
 * Estimate BASIC per head and its groups.
 *
 * `ln B = w · ln Σ g + (1 − w) · ln D + c` with g the groups, D the direct estimate, w and c fitted; the groups are then scaled to B.
 */
export function estimateGroups(inputs: StarterInputs, coefficients: StarterCoefficients): GroupEstimate {
  const raw = STARTER_GROUPS.map((group) => evaluateModel(coefficients.groups[group], inputs.features, inputs));
  const bottomUp = raw.reduce((sum, value) => sum + value, 0);
  const direct = evaluateLogModel(coefficients.basic, inputs.features, inputs);
  const { bottomUpWeight, offset } = coefficients.blend;
  const basic = Math.exp(bottomUpWeight * Math.log(bottomUp) + (1 - bottomUpWeight) * direct + offset);
  const scale = basic / bottomUp;
  const [fuel, grid, transport, waste] = raw.map((value) => value * scale);
  return { basic, groups: { fuel: fuel!, grid: grid!, transport: transport!, waste: waste! } };
}
