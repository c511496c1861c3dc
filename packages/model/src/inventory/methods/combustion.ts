/** Burning a fuel, wherever it is burned: the core of stationary and mobile methods. */
import type { Emission } from './core.ts';
import { amount } from './core.ts';

/** What burning one TJ (net calorific value) emits. */
export interface FuelFactor {
  /** kg CO2 per TJ. For a biogenic fuel a memo, never in totals. */
  readonly co2KgPerTj: number;
  readonly ch4KgPerTj: number;
  readonly n2oKgPerTj: number;
  readonly biogenic: boolean;
  readonly source: string;
}

const TJ_PER_MWH = 3.6e-3;
const TONNES_PER_KG = 1e-3;

/**
 * E_gas = Fuel[TJ] · EF_gas[kg/TJ] (IPCC 2006 GL Vol 2 Eq. 2.1 and 3.2.1); Fuel[TJ] = 0.0036 · MWh. Oxidation is complete. CO2 of biogenic fuels goes
 * to the memo; their CH4 and N2O count.
 *
 * @param mwh energy of the fuel, net calorific value
 * @throws {DomainError} `not-a-number`, `out-of-range`
 */
export function burn(method: string, mwh: number, factor: FuelFactor): Emission {
  const terajoules = amount(mwh, 'fuel') * TJ_PER_MWH;
  const tonnes = (perTj: number, symbol: string): number => terajoules * amount(perTj, symbol) * TONNES_PER_KG;
  const co2 = tonnes(factor.co2KgPerTj, 'EF_CO2');
  const ch4 = tonnes(factor.ch4KgPerTj, 'EF_CH4');
  const n2o = tonnes(factor.n2oKgPerTj, 'EF_N2O');
  return {
    method,
    gases: factor.biogenic ? { 'CH4-biogenic': ch4, N2O: n2o } : { CO2: co2, 'CH4-fossil': ch4, N2O: n2o },
    ...(factor.biogenic && { biogenicCo2Tonnes: co2 }),
    inputs: {
      'fuel [TJ]': terajoules,
      'EF_CO2 [kg/TJ]': factor.co2KgPerTj,
      'EF_CH4 [kg/TJ]': factor.ch4KgPerTj,
      'EF_N2O [kg/TJ]': factor.n2oKgPerTj,
    },
    sources: [factor.source],
  };
}
