/** The climate model as one would write it first: each member, each year, each gas, by name, with `Math.exp`. A baseline to time against. */
import { EMISSION_SPECIES, type ClimatePack, type WorldEmissions } from '@thousand-cities/model';

type Figures = Record<string, number>;

/** What a run looks up by name: properties by species, yearly emissions by species. */
interface World {
  readonly pack: ClimatePack;
  readonly of: (species: string, name: string) => number;
  readonly emissions: Readonly<Record<string, Float64Array>>;
}

const HALOGENS = EMISSION_SPECIES.filter(({ unit }) => unit.startsWith('kt')).map(({ name }) => name);
const GASES = ['CO2', 'CH4', 'N2O', ...HALOGENS];
const CHLORINE = 'Equivalent effective stratospheric chlorine';

/** Surface temperature of one member on 1 January 1750 to `toYear` + 1, K. */
function runMember({ pack, of, emissions }: World, m: number, own: Figures, toYear: number): number[] {
  const boxes: Record<string, number[]> = Object.fromEntries(GASES.map((gas) => [gas, [0, 0, 0, 0]]));
  const base: Figures = Object.fromEntries(GASES.map((gas) => [gas, of(gas, 'baseline_concentration')]));
  base['CO2'] = own['baseline_concentration[CO2]']!;
  let air: Figures = { ...base };
  let chlorine = of(CHLORINE, 'baseline_concentration');
  let [cumulative, land] = [0, 0];
  let x = [0, 0, 0, 0];
  const temperatures = [0];
  for (let year = 1750; year <= toYear; year++) {
    const E: Figures = Object.fromEntries(EMISSION_SPECIES.map(({ name }) => [name, emissions[name]![year - 1750]!]));
    E['CO2'] = E['CO2 FFI']! + E['CO2 AFOLU']!;
    const above = (name: string): number => E[name]! - of(name, 'baseline_emissions');
    const next: Figures = {};
    for (const gas of GASES) {
      let alpha: number;
      if (gas === 'CO2') {
        const airborne = boxes[gas]!.reduce((a, b) => a + b);
        const iirf = own['iirf_0[CO2]']! + own['iirf_uptake[CO2]']! * (cumulative - airborne) + own['iirf_temperature[CO2]']! * x[1]! + own['iirf_airborne[CO2]']! * airborne; // prettier-ignore
        alpha = of(gas, 'g0') * Math.exp(Math.min(iirf, 100) / of(gas, 'g1'));
      } else if (gas === 'CH4') {
        const chi = (name: string): number => of(name, 'ch4_lifetime_chemical_sensitivity');
        alpha = ['NOx', 'VOC'].reduce((a, name) => a * (1 + above(name) * chi(name)), 1);
        for (const name of ['CH4', 'N2O']) alpha *= 1 + (air[name]! - base[name]!) * chi(name);
        alpha *= 1 + (chlorine - of(CHLORINE, 'baseline_concentration')) * chi(CHLORINE);
        alpha *= 1 + x[1]! * of('CH4', 'lifetime_temperature_sensitivity');
      } else {
        alpha = of(gas, 'g0') * Math.exp(of(gas, 'iirf_0') / of(gas, 'g1'));
        if (Number.isNaN(alpha)) alpha = 1;
      }
      boxes[gas] = boxes[gas]!.map((box, b) => {
        const share = gas === 'CO2' || b === 0 ? of(gas, `partition_fraction${b}`) : 0;
        const delta = 1 / (alpha * of(gas, `unperturbed_lifetime${b}`));
        return ((share * above(gas)) / delta) * -Math.expm1(-delta) + box * Math.exp(-delta);
      });
      const perMass = 1 / ((5.1352 * of(gas, 'molecular_weight')) / 28.97);
      next[gas] = base[gas]! + perMass * boxes[gas].reduce((a, b) => a + b);
    }
    cumulative += E['CO2'];
    land += E['CO2 AFOLU']!;
    air = next;
    chlorine = HALOGENS.reduce(
      (sum, gas) => sum + (of(gas, 'cl_atoms') + 45 * of(gas, 'br_atoms')) * of(gas, 'fractional_release') * air[gas]!,
      0,
    );
    const forcing = forcingOf(pack, of, own, air, base, chlorine, above, E, land, x[1]!, year + 1);
    const step = pack.steps.subarray(m * 17, (m + 1) * 17);
    const [x0, x1, x2, x3] = x as [number, number, number, number];
    const row = (r: number): number =>
      step[r]! * x0 + step[r + 1]! * x1 + step[r + 2]! * x2 + step[r + 3]! * x3 + step[14 + (r - 1) / 4]! * forcing;
    x = [step[0]! * x0 + step[13]! * forcing, row(1), row(5), row(9)];
    temperatures.push(x[1]!);
  }
  return temperatures;
}

function meinshausen({ CO2: c, CH4: m, N2O: n }: Figures): { CO2: number; CH4: number; N2O: number } {
  const x = Math.min(Math.max(c! - 277.15, 0), 7.5906e-4 / (2 * 2.4785e-7));
  const alpha = 5.2488 - 2.4785e-7 * x * x + 7.5906e-4 * x;
  const [rc, rm, rn] = [Math.sqrt(c!), Math.sqrt(m!), Math.sqrt(n!)];
  return {
    CO2: (alpha - 2.1492e-3 * rn) * Math.log(c! / 277.15),
    CH4: (-8.9603e-5 * rm - 1.2462e-4 * rn + 0.045194) * (rm - Math.sqrt(731.41)),
    N2O: (-3.4197e-4 * rc + 2.5455e-4 * rn - 2.4357e-4 * rm + 0.12173) * (rn - Math.sqrt(273.87)),
  };
}

function forcingOf(
  pack: ClimatePack,
  of: World['of'],
  own: Figures,
  air: Figures,
  base: Figures,
  chlorine: number,
  above: (name: string) => number,
  E: Figures,
  land: number,
  warm: number,
  year: number,
): number {
  const scale = (name: string): number => own[`forcing_scale[${name}]`]!;
  const change = (gas: string): number => air[gas]! - base[gas]!;
  const [now, then] = [meinshausen(air), meinshausen(base)];
  let total = 0;
  for (const gas of ['CO2', 'CH4', 'N2O'] as const) {
    total += scale(gas) * (1 + of(gas, 'tropospheric_adjustment')) * (now[gas] - then[gas]);
  }
  for (const gas of HALOGENS) {
    const efficiency = of(gas, 'greenhouse_gas_radiative_efficiency') * 1e-3 * (1 + of(gas, 'tropospheric_adjustment'));
    total += scale('minor greenhouse gases') * efficiency * change(gas);
  }
  for (const name of ['BC', 'OC', 'Sulfur', 'NOx', 'VOC', 'NH3']) {
    total += above(name) * own[`erfari_radiative_efficiency[${name}]`]!;
  }
  for (const name of ['NOx', 'VOC', 'CO']) total += above(name) * own[`ozone_radiative_efficiency[${name}]`]!;
  for (const name of ['CH4', 'N2O']) {
    total +=
      change(name) * (own[`erfari_radiative_efficiency[${name}]`]! + own[`ozone_radiative_efficiency[${name}]`]!);
  }
  const chlorineChange = chlorine - of(CHLORINE, 'baseline_concentration');
  total += chlorineChange * own[`ozone_radiative_efficiency[${CHLORINE}]`]! - 0.037 * warm;
  const clouds = (valueOf: (name: string) => number): number =>
    Math.log(1 + ['Sulfur', 'BC', 'OC'].reduce((sum, name) => sum + own[`aci_shape[${name}]`]! * valueOf(name), 0));
  total += own['aci_scale']! * (clouds((name) => E[name]!) - clouds((name) => of(name, 'baseline_emissions')));
  total += scale('Light absorbing particles on snow and ice') * of('BC', 'lapsi_radiative_efficiency') * above('BC');
  total += scale('Stratospheric water vapour') * of('CH4', 'h2o_stratospheric_factor') * change('CH4');
  total += scale('Land use') * of('CO2 AFOLU', 'land_use_cumulative_emissions_to_forcing') * land;
  return (
    total + scale('Solar') * pack.natural('solar', year) + 0.6 * scale('Volcanic') * pack.natural('volcanic', year)
  );
}

/** Surface temperature of the first `count` members on 1 January of each year, K. */
export function naiveRun(
  pack: ClimatePack,
  parameters: readonly string[],
  emissions: WorldEmissions,
  count: number,
  toYear: number,
): number[][] {
  // prettier-ignore
  const columns = parameters.map((name) => [name, pack.parameter(name)] as const);
  const world: World = { pack, of: lookup(pack), emissions: byName(emissions) };
  return Array.from({ length: count }, (_, m) => {
    const own = Object.fromEntries(columns.map(([name, values]) => [name, values[m]!]));
    return runMember(world, m, own, toYear);
  });
}

/** Properties looked up once each, then kept by name. */
function lookup(pack: ClimatePack): World['of'] {
  const known: Record<string, Figures> = {};
  return (species, name) => ((known[species] ??= {})[name] ??= pack.property(species, name));
}

function byName({ lastYear, values }: WorldEmissions): World['emissions'] {
  const years = lastYear - 1749;
  const rows = EMISSION_SPECIES.map(({ name }, s) => [name, values.subarray(s * years, (s + 1) * years)] as const);
  return Object.fromEntries(rows);
}
