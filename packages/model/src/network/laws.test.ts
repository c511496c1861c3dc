import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatWorld } from '../climate/climate.case.ts';
import { co2eIn } from './held-city.ts';
import type { NetworkRollUp, NetworkSum } from './result.ts';
import { AR6_WEIGHTS, rollUp } from './roll-up.ts';
import { gasPaths } from './thousand.ts';
import { HORIZON_RULES, NETWORK_GASES } from './types.ts';
import type { CityPaths } from './types.ts';
import { worldDifference } from './world.ts';

const world = flatWorld(2100);
const tonnes = fc.double({ min: 0, max: 1e7, noNaN: true });

/** A city of 1 to 12 years that begins in 2020–2030, with a plan two times of three, and energy from a grid it may feed. */
const randomCity = fc
  .record({
    firstYear: fc.integer({ min: 2020, max: 2030 }),
    years: fc.integer({ min: 1, max: 12 }),
    hasPlan: fc.integer({ min: 0, max: 2 }),
  })
  .chain(({ firstYear, years, hasPlan }) => {
    const path = fc.array(tonnes, { minLength: years, maxLength: years }).map((list) => Float64Array.from(list));
    const paths = fc
      .tuple(path, path, path, path, path)
      .map((list) => gasPaths((gas) => list[NETWORK_GASES.indexOf(gas)]!));
    const pair = fc.record({ reference: path, plan: path });
    return fc
      .record({
        country: fc.constantFrom('AAA', 'BBB'),
        region: fc.constantFrom('north', 'south'),
        kind: fc.constantFrom('reported' as const, 'starter' as const),
        year: fc.integer({ min: 2010, max: 2022 }),
        reference: paths,
        plan: paths,
        grid: pair,
        generation: pair,
      })
      .map(({ kind, year, plan, ...rest }): Omit<CityPaths, 'id' | 'name'> => ({
        ...rest,
        inventory: { kind, year },
        firstYear,
        lastYear: firstYear + years - 1,
        ...(hasPlan > 0 && { plan }),
        weights: AR6_WEIGHTS,
      }));
  });

const randomNetwork = fc
  .array(randomCity, { minLength: 1, maxLength: 8 })
  .map((cities) => cities.map((city, i): CityPaths => ({ ...city, id: `city ${i}`, name: `city ${i}` })));
const rule = fc.constantFrom(...HORIZON_RULES);
const sum = (cities: readonly CityPaths[], horizon: (typeof HORIZON_RULES)[number] = 'hold-ratio'): NetworkRollUp =>
  rollUp(cities, { world, horizon, toYear: 2050, asOf: 2025 });

/** Every series of two sums agrees to 1e-9 of the largest figure of the first. */
function expectSame(a: NetworkSum, b: NetworkSum): void {
  const all = ({ reference, difference, gridShare, hfc134a }: NetworkSum) => [
    ...NETWORK_GASES.flatMap((gas) => [reference[gas], difference[gas]]),
    gridShare,
    hfc134a,
  ];
  const others = all(b);
  all(a).forEach((series, k) => {
    const size = Math.max(1, ...series.map(Math.abs));
    const apart = series.reduce((most, value, y) => Math.max(most, Math.abs(value - others[k]![y]!)), 0);
    expect(apart).toBeLessThanOrEqual(1e-9 * size);
  });
}

describe('laws of the roll-up, on random networks', () => {
  it('the order of cities does not matter', () => {
    fc.assert(
      fc.property(randomNetwork, rule, fc.infiniteStream(fc.nat()), (cities, horizon, keys) => {
        const shuffled = cities.map((city) => ({ city, key: keys.next().value })).sort((a, b) => a.key - b.key);
        expectSame(sum(cities, horizon).total, sum(shuffled.map(({ city }) => city), horizon).total); // prettier-ignore
      }),
    );
  });

  it('a city without a plan changes no difference', () => {
    fc.assert(
      fc.property(randomNetwork, randomCity, (cities, { plan: _plan, ...extra }) => {
        // The years of the network stay those it has.
        const firstYear = Math.max(extra.firstYear, ...cities.map((city) => city.firstYear));
        const added = {
          ...extra,
          firstYear,
          lastYear: firstYear + extra.lastYear - extra.firstYear,
          id: 'extra',
          name: 'extra',
        };
        const [before, after] = [sum(cities).total, sum([...cities, added]).total];
        expectSame({ ...before, reference: after.reference }, after);
      }),
    );
  });

  it('a city in two halves is the whole', () => {
    const half = (city: CityPaths, name: string): CityPaths => {
      const cut = (series: Float64Array) => series.map((value) => value / 2);
      const pair = ({ reference, plan }: NonNullable<CityPaths['grid']>) => ({ reference: cut(reference), ...(plan && { plan: cut(plan) }) }); // prettier-ignore
      return {
        ...city,
        id: name,
        name,
        reference: gasPaths((gas) => cut(city.reference[gas])),
        ...(city.plan && { plan: gasPaths((gas) => cut(city.plan![gas])) }),
        grid: pair(city.grid!),
        generation: pair(city.generation!),
      };
    };
    fc.assert(
      fc.property(randomNetwork, rule, ([first, ...others], horizon) => {
        const halves = [half(first!, 'east'), half(first!, 'west')];
        expectSame(sum([first!, ...others], horizon).total, sum([...halves, ...others], horizon).total);
      }),
    );
  });

  it('nothing delivered is the reference world exactly', () => {
    fc.assert(
      fc.property(randomNetwork, (cities) => {
        const { total, firstYear } = rollUp(cities, { world, delivery: 0 });
        const { withCoEmitted, findings } = worldDifference(total, world, { gridShare: true, firstYear });
        for (const { values } of withCoEmitted) expect(values.every((value) => value === 0)).toBe(true);
        expect(findings).toEqual([]);
      }),
    );
  });

  it('overlapping bodies never add: a network with its twin inside is the network', () => {
    fc.assert(
      fc.property(randomNetwork, rule, (cities, horizon) => {
        const twins = cities.map((city) => ({ ...city, id: `twin of ${city.id}`, contains: [city.id] }));
        const all = sum([...cities, ...twins], horizon);
        expectSame(sum(cities, horizon).total, all.total);
        expect(all.counts.within).toBe(cities.length);
      }),
    );
  });

  it('parts by country, by region and by kind of inventory each sum to the whole', () => {
    fc.assert(
      fc.property(randomNetwork, (cities) => {
        const { total, byCountry, byRegion, byInventory } = sum(cities);
        for (const parts of [[...byCountry.values()], [...byRegion.values()], Object.values(byInventory)]) {
          const series = (of: (part: NetworkSum) => Float64Array) =>
            parts.map(of).reduce((a, b) => a.map((value, y) => value + b[y]!));
          const whole: NetworkSum = {
            ...total,
            reference: gasPaths((gas) => series((part) => part.reference[gas])),
            difference: gasPaths((gas) => series((part) => part.difference[gas])),
            gridShare: series((part) => part.gridShare),
            hfc134a: series((part) => part.hfc134a),
          };
          expectSame(total, whole);
        }
      }),
    );
  });

  it('what is kept of each city sums to the difference in its own years', () => {
    fc.assert(
      fc.property(randomNetwork, (cities) => {
        const { total, ledger, findings, weights } = sum(cities);
        const kept = ledger.blocks.reduce((all, block) => {
          const years = (block?.length ?? 0) / NETWORK_GASES.length;
          return block ? all + co2eIn(block, years, weights, 0, years) : all;
        }, 0);
        const whole = NETWORK_GASES.reduce((all, gas) => all + total.difference[gas].reduce((a, b) => a + b, 0) * weights[gas], 0); // prettier-ignore
        const horizon = findings.find(({ code }) => code === 'network-horizon');
        if (!horizon) return;
        // The part after the own years is what the finding says. Gases that nearly cancel leave a rest that is mostly rounding.
        const sizeOf = (paths: CityPaths['reference']) =>
          NETWORK_GASES.reduce((all, gas) => all + paths[gas].reduce((a, b) => a + Math.abs(b), 0) * weights[gas], 0);
        const size = cities.reduce(
          (all, city) => all + sizeOf(city.reference) + (city.plan ? sizeOf(city.plan) : 0),
          0,
        );
        const rounding = (4096 * Number.EPSILON * size) / Math.abs(whole);
        expect(Math.abs(Number(horizon.values!['share']) - (1 - kept / whole))).toBeLessThanOrEqual(rounding);
      }),
    );
  });
});
