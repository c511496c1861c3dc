/** CO2 driven out of minerals by heat: the core of cement, lime, glass and other uses of carbonates. */
import type { Emission } from './core.ts';
import { amount } from './core.ts';

/** t CO2 per t, with its source. */
export interface MineralFactor {
  readonly tonnesPerTonne: number;
  readonly source: string;
}

/** CO2 = mass · EF · correction; `symbol` names the correction in the inputs. @throws {DomainError} `not-a-number`, `out-of-range` */
export function mineralProcess(
  method: string,
  tonnes: number,
  factor: MineralFactor,
  correction: number,
  symbol: string,
): Emission {
  const co2 = amount(tonnes, 'mass') * amount(factor.tonnesPerTonne, 'EF') * amount(correction, symbol);
  return {
    method,
    gases: { CO2: co2 },
    inputs: { 'mass [t]': tonnes, 'EF [t/t]': factor.tonnesPerTonne, [symbol]: correction },
    sources: [factor.source],
  };
}
