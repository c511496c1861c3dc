/** What must hold for the calibrated ensemble, whatever is emitted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createClimateModel,
  createDiagnoser,
  EMISSION_SPECIES,
  speciesIndex,
  type ClimatePack,
  type TemperatureRun,
  type WorldEmissions,
} from '@thousand-cities/model';
import { loadClimatePack } from '@thousand-cities/reference/node';

const pack = loadClimatePack();
const fast = createClimateModel(pack);
const plain = createClimateModel(pack, { kernel: 'typescript' });
const reference = pack.scenario('ssp245');
const YEARS = 551;

/** A few random changes of the world: any species, each once, from any year on, from a tenth of it left to half as much again. */
const world = fc
  .uniqueArray(
    fc.record({
      species: fc.integer({ min: 0, max: EMISSION_SPECIES.length - 1 }),
      from: fc.integer({ min: 2023, max: 2099 }),
      factor: fc.double({ min: 0.1, max: 1.5, noNaN: true }),
    }),
    { maxLength: 12, selector: ({ species }) => species },
  )
  .map((changes) => {
    const values = reference.values.slice();
    for (const { species, from, factor } of changes) {
      for (let year = from; year <= 2300; year++) values[species * YEARS + year - 1750]! *= factor;
    }
    return { ...reference, name: 'random', values } satisfies WorldEmissions;
  });

/** More of a species in a span of years. */
function more(emissions: WorldEmissions, species: string, from: number, to: number, amount: number): WorldEmissions {
  const values = emissions.values.slice();
  for (let year = from; year <= to; year++) values[speciesIndex(species) * YEARS + year - 1750]! += amount;
  return { ...emissions, values };
}

/** Same members, another order. */
function reordered(original: ClimatePack, order: readonly number[]): ClimatePack {
  const rows = (values: Float64Array, size: number): Float64Array =>
    Float64Array.from(order.flatMap((m) => [...values.subarray(m * size, (m + 1) * size)]));
  return {
    ...original,
    memberIds: order.map((m) => original.memberIds[m]!),
    parameter: (name) => rows(original.parameter(name), 1),
    steps: rows(original.steps, 17),
  };
}

describe('the ensemble', () => {
  it('runs in WebAssembly here, and says so', () =>
    expect([fast.kernel, plain.kernel]).toEqual(['wasm', 'typescript']));

  it('has the same bits in WebAssembly as in TypeScript', { timeout: 120_000 }, () => {
    const law = fc.property(world, (emissions) => {
      const options = { toYear: 2150 };
      expect(sameBits(fast.run(emissions, options), plain.run(emissions, options))).toBe(true);
    });
    fc.assert(law, { numRuns: 5 });
  });

  it('has the same bits when nothing is added', () => {
    const again = { ...reference, values: Float64Array.from(reference.values, (value) => value + 0) };
    const options = { fromYear: 2000, toYear: 2100 };
    expect(sameBits(fast.run(again, options), fast.run(reference, options))).toBe(true);
  });

  it('does not depend on who stands beside whom', () => {
    const order = pack.memberIds.map((_, m) => (m * 389) % 841);
    const shuffled = createClimateModel(reordered(pack, order));
    const options = { fromYear: 2100, toYear: 2100 };
    const before = fast.run(reference, options).warming;
    const after = shuffled.run(reference, options).warming;
    expect(shuffled.kernel).toBe('wasm');
    expect(after).toEqual(Float64Array.from(order, (m) => before[m]!));
  });

  it('is never cooled by more CO2', { timeout: 60_000 }, () => {
    const from = fc.integer({ min: 2023, max: 2080 });
    const law = fc.property(world, from, fc.double({ min: 0.01, max: 20, noNaN: true }), (emissions, year, amount) => {
      const options = { fromYear: 2000, toYear: 2100 };
      const before = fast.run(emissions, options).warming;
      const after = fast.run(more(emissions, 'CO2 FFI', year, year + 5, amount), options).warming;
      expect(after.every((value, i) => value >= before[i]!)).toBe(true);
    });
    fc.assert(law, { numRuns: 20 });
  });

  it('goes on from a checkpoint to the same bits, whatever the world and the year', { timeout: 60_000 }, () => {
    const law = fc.property(world, fc.integer({ min: 1751, max: 2100 }), (emissions, year) => {
      const resumed = fast.resume(fast.checkpoint(emissions, year), emissions, { toYear: 2110 });
      const whole = fast.run(emissions, { fromYear: year, toYear: 2110 });
      expect(sameBits(resumed, whole)).toBe(true);
    });
    fc.assert(law, { numRuns: 20 });
  });

  it('goes on from history to any future, as a run of that future', () => {
    const checkpoint = fast.checkpoint(reference, 2023);
    for (const name of pack.scenarioNames) {
      const emissions = pack.scenario(name);
      const options = { fromYear: 2023, toYear: 2299 };
      expect(sameBits(fast.resume(checkpoint, emissions, options), fast.run(emissions, options))).toBe(true);
    }
  });

  it('takes emissions to 2500, when neither sun nor volcanoes are known', () => {
    const values = new Float64Array(EMISSION_SPECIES.length * 751);
    for (let species = 0; species < EMISSION_SPECIES.length; species++) {
      const own = reference.values.subarray(species * YEARS, (species + 1) * YEARS);
      values.set(own, species * 751);
      values.fill(own[YEARS - 1]!, species * 751 + YEARS, (species + 1) * 751);
    }
    const long: WorldEmissions = { name: 'to 2500', firstYear: 1750, lastYear: 2500, values };
    const run = fast.run(long, { toYear: 2500 });
    expect(run.warming).toHaveLength(841 * 751);
    expect(run.warming.every(Number.isFinite)).toBe(true);
    const short = fast.run(reference, { toYear: 2300 });
    expect(run.warming.subarray(0, 550)).toEqual(short.warming.subarray(0, 550));
  });
});

describe('a world without any black carbon', () => {
  it('is refused in the end: one member has clouds that depend on the last gram of it', () => {
    // Member 170865: s of BC 5.1e9 yr/Mt, β −1.2 W/m². From 6 Mt to none, ln(1 + 3e10) = 24 vanishes: 29 W/m² less cooling.
    const values = reference.values.slice();
    values.fill(0, speciesIndex('BC') * YEARS + 2027 - 1750, (speciesIndex('BC') + 1) * YEARS);
    const none: WorldEmissions = { ...reference, name: 'no soot', values };
    const run = () => fast.run(none, { toYear: 2150 });
    expect(run).toThrow(/no soot .* in 2115: warming of 21\.\d K .* clouds .* W\/m² \(member 170865\)/);
    expect(fast.run(none, { fromYear: 2100, toYear: 2110 }).warming.every(Number.isFinite)).toBe(true);
  });
});

describe('the limit of the lifetime of CO2', { timeout: 120_000 }, () => {
  it('is reached by 260 of 841 members in ssp585 by 2300, and held', () => {
    // α at iIRF100 = 100 is g0 e^(100/g1) = 0.010178288 · e^(100/11.41262243). The count is from the reference runs.
    const limit = 0.010178288 * Math.exp(100 / 11.41262243);
    const emissions = pack.scenario('ssp585');
    const diagnose = createDiagnoser(pack);
    const highest = pack.memberIds.map((id) => Math.max(...diagnose(emissions, id, 2300).co2Alpha));
    const held = highest.filter((alpha) => alpha > limit * (1 - 1e-12));
    expect(held).toHaveLength(260);
    expect(Math.max(...highest)).toBeLessThan(limit * (1 + 1e-12));
  });
});

/** Whether two runs agree in every bit: −0 and 0 differ. */
function sameBits(a: TemperatureRun, b: TemperatureRun): boolean {
  const bytes = ({ warming }: TemperatureRun): Buffer =>
    Buffer.from(warming.buffer, warming.byteOffset, warming.byteLength);
  return bytes(a).equals(bytes(b));
}
