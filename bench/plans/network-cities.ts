/** Synthetic cities for the network benchmark: three gases, 2021–2050, with plan, grid, target and actions; made one at a time. */
import { NETWORK_GASES, type CityPaths, type GasPaths, type NetworkGas } from '@thousand-cities/model';

const FIRST = 2021;
const LAST = 2050;
const YEARS = LAST - FIRST + 1;
/** Fifty different cities; the others repeat their figures under names of their own. */
const KINDS = 50;
const ACTIONS = 8;

const START: Readonly<Record<NetworkGas, number>> = { co2: 2e6, co2Land: 0, ch4: 8000, n2o: 150, fgas: 0 };

function pathsOf(of: (gas: NetworkGas, y: number) => number): GasPaths {
  const series = (gas: NetworkGas) => Float64Array.from({ length: YEARS }, (_, y) => of(gas, y));
  return Object.fromEntries(NETWORK_GASES.map((gas) => [gas, series(gas)])) as unknown as GasPaths;
}

const kinds = Array.from({ length: KINDS }, (_, kind) => {
  const growth = 1 + (kind % 7) / 1000;
  const cut = 0.4 + (kind % 11) / 20;
  const reference = pathsOf((gas, y) => START[gas] * (1 + kind / 10) * growth ** y);
  const left = (y: number): number => 1 - (cut * y) / (YEARS - 1);
  const plan = pathsOf((gas, y) => reference[gas][y]! * left(y));
  const saved = pathsOf((gas, y) => (reference[gas][y]! - plan[gas][y]!) / ACTIONS);
  const half = (series: Float64Array) => series.map((tonnes) => tonnes / 2);
  return { reference, plan, saved, grid: { reference: half(reference.co2), plan: half(plan.co2) } };
});

/** City number `i`: on a grid of its own, one in twenty called a metropolis. */
export function networkCity(i: number): CityPaths {
  const { reference, plan, saved, grid } = kinds[i % KINDS]!;
  return {
    id: `city-${i}`,
    name: `${i % 20 === 0 ? 'Greater ' : ''}City ${i}`,
    country: `C${i % 90}`,
    region: `region ${i % 9}`,
    latitude: -60 + 0.5 * (i % 240),
    longitude: -180 + 0.5 * ((i * 7) % 720),
    population: 100_000 + (i % 1000) * 1000,
    inventory: { kind: i % 3 === 0 ? 'reported' : 'starter', year: 2015 + (i % 8) },
    firstYear: FIRST,
    lastYear: LAST,
    reference,
    plan,
    grid,
    target: { id: 't', kind: 'race-to-zero', counts: 'co2e', boundary: 'basic', ceiling: plan.co2, planned: plan.co2, reference: reference.co2 }, // prettier-ignore
    actions: Array.from({ length: ACTIONS }, (_, a) => ({ id: `action-${a}`, name: `action ${a}`, saved })),
    weights: { co2: 1, co2Land: 1, ch4: 27.9, n2o: 273, fgas: 1 },
  };
}
