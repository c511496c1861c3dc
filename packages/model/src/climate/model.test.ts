import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DomainError } from '../errors.ts';
import { createClimateModel } from './model.ts';
import { speciesIndex } from './species.ts';
import { steadyEmissions, toyPack } from './toy-pack.case.ts';
import type { KernelName, WorldEmissions } from './types.ts';

const kernels: readonly KernelName[] = ['typescript', 'wasm'];

/** Emissions with one figure changed. */
function changed(emissions: WorldEmissions, species: string, year: number, value: number): WorldEmissions {
  const values = emissions.values.slice();
  const years = emissions.lastYear - emissions.firstYear + 1;
  values[speciesIndex(species) * years + year - emissions.firstYear] = value;
  return { ...emissions, values };
}

const refusal = (code: string, message: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) as string });

describe.each(kernels)('the climate model with the %s kernel', (kernel) => {
  const model = createClimateModel(toyPack(3), { kernel });

  it('says which kernel it runs', () => expect(model.kernel).toBe(kernel));

  it('stays where it is when nothing changes', () => {
    const { warming } = model.run(steadyEmissions(2100), { toYear: 2100 });
    expect(warming).toHaveLength(3 * 351);
    // The gases of 1750 are their baselines, to rounding; chlorine is not quite (344 ppt, none of it from a gas), so methane drifts.
    expect(Math.max(...warming.map(Math.abs))).toBeLessThan(0.03);
  });

  it('warms with solar forcing to F/κ1, above a baseline that has already warmed', () => {
    const { warming } = createClimateModel(toyPack(1, 1), { kernel }).run(steadyEmissions(2400), { toYear: 2400 });
    // At rest T = F/κ1 with the feedback of ozone, −0.037 W/m² per K, added to κ1 = 1.2: below 1/1.2 K.
    const total = warming[650]! - warming[0]!;
    expect(total).toBeGreaterThan(0.6);
    expect(total).toBeLessThan(1 / 1.2);
    // Mid-years 1850 to 1900 of the member average to nothing: that is the baseline.
    const past = warming.slice(100, 151).reduce((sum, value) => sum + value, 0);
    expect(past).toBeCloseTo(0, 12);
  });

  it('reports the years asked for, the same figures whichever they are', () => {
    const emissions = steadyEmissions(2100, 10);
    const all = model.run(emissions, { toYear: 2100 });
    const some = model.run(emissions, { fromYear: 2020, toYear: 2030 });
    expect([some.firstYear, some.lastYear, some.members]).toEqual([2020, 2030, 3]);
    for (let member = 0; member < 3; member++) {
      const whole = all.warming.subarray(member * 351 + 270, member * 351 + 281);
      expect(some.warming.subarray(member * 11, (member + 1) * 11)).toEqual(whole);
    }
  });

  it('goes on from a checkpoint in any year, early ones too, to the same bits', () => {
    const emissions = steadyEmissions(2060, 12);
    const whole = model.run(emissions, { toYear: 2060 }).warming;
    const law = fc.property(fc.integer({ min: 1750, max: 2060 }), (year) => {
      const { warming, firstYear } = model.resume(model.checkpoint(emissions, year), emissions, { toYear: 2060 });
      expect(firstYear).toBe(year);
      const years = 2060 - year + 1;
      for (let member = 0; member < 3; member++) {
        const own = warming.subarray(member * years, (member + 1) * years);
        expect(own).toEqual(whole.subarray((member + 1) * 311 - years, (member + 1) * 311));
      }
    });
    fc.assert(law, { numRuns: 40 });
  });
});

describe('what the climate model refuses', () => {
  const model = createClimateModel(toyPack());
  const emissions = steadyEmissions(2100, 10);
  const run =
    (given: WorldEmissions, toYear = 2100) =>
    () =>
      model.run(given, { toYear });

  it.each([NaN, Infinity, -Infinity])('a figure that is %s, by species and year', (value) => {
    expect(run(changed(emissions, 'Sulfur', 1987, value))).toThrow(refusal('out-of-range', /Sulfur in 1987/));
  });

  it('emissions that do not fit their years', () => {
    expect(run({ ...emissions, lastYear: 2099 })).toThrow(refusal('out-of-range', /51 species/));
    expect(run({ ...emissions, firstYear: 1751 as 1750 })).toThrow(refusal('out-of-range', /51 species/));
  });

  it('years that the emissions do not reach, that are turned round, or that are no years', () => {
    expect(run(emissions, 2101)).toThrow(refusal('year-outside-plan', /1750 to 2100/));
    expect(() => model.run(emissions, { fromYear: 2050, toYear: 2049 })).toThrow(
      refusal('year-outside-plan', /2050 to 2049/),
    );
    expect(() => model.run(emissions, { fromYear: 1749, toYear: 2049 })).toThrow(refusal('year-outside-plan', /./));
    expect(() => model.run(emissions, { toYear: 2049.5 })).toThrow(refusal('year-outside-plan', /./));
    expect(() => model.checkpoint(emissions, 2102)).toThrow(refusal('year-outside-plan', /./));
    expect(() => model.checkpoint(emissions, 1749)).toThrow(refusal('year-outside-plan', /./));
    expect(() => model.checkpoint(emissions, 2020.5)).toThrow(refusal('year-outside-plan', /./));
  });

  it('emissions that end before the years from which warming is counted have passed', () => {
    expect(run(steadyEmissions(1880), 1880)).toThrow(refusal('year-outside-plan', /1750 to 1880/));
  });

  it('a sink that takes more CO2 than there is: no temperature comes out that is no number', () => {
    expect(run(changed(emissions, 'CO2 FFI', 1990, -20_000))).toThrow(
      refusal('out-of-range', /in 1990: CO2 falls to zero \(member 10[01]\)/),
    );
  });

  it('negative sulfur by which the logarithm of clouds has no meaning', () => {
    expect(run(changed(emissions, 'Sulfur', 2050, -1e9))).toThrow(refusal('out-of-range', /in 2050: .*SO2, BC or OC/));
  });

  it('methane below nothing, and numbers that overflow', () => {
    expect(run(changed(emissions, 'CH4', 2000, -1e5))).toThrow(refusal('out-of-range', /in 2000: methane falls/));
    expect(run(changed(emissions, 'CO2 FFI', 2000, 1e308))).toThrow(DomainError);
  });

  it('nitrous oxide below nothing, by name', () => {
    expect(run(changed(emissions, 'N2O', 2000, -3000))).toThrow(refusal('out-of-range', /in 2000: N2O/));
  });

  it('so much NOx that methane would have no lifetime', () => {
    // 1 − 0.0034 (E − 19) ≤ 0 from E = 313 Mt on.
    expect(run(changed(emissions, 'NOx', 2000, 320))).toThrow(
      refusal('out-of-range', /in 2000: methane is left without a lifetime/),
    );
    expect(run(changed(emissions, 'NOx', 2000, 300))).not.toThrow();
  });

  it('a checkpoint of other emissions, naming what differs', () => {
    const checkpoint = model.checkpoint(emissions, 2025);
    const other = changed(emissions, 'N2O', 2010, 5);
    expect(() => model.resume(checkpoint, other, { toYear: 2100 })).toThrow(refusal('out-of-range', /N2O in 2010/));
    expect(() => model.resume(checkpoint, changed(emissions, 'N2O', 2030, 5), { toYear: 2100 })).not.toThrow();
  });

  it('a checkpoint of another ensemble, or none at all', () => {
    const foreign = createClimateModel(toyPack(5)).checkpoint(emissions, 2025);
    expect(() => model.resume(foreign, emissions, { toYear: 2100 })).toThrow(refusal('out-of-range', /checkpoint/));
    expect(() => model.resume({ year: 2025, emissions }, emissions, { toYear: 2100 })).toThrow(
      refusal('out-of-range', /checkpoint/),
    );
  });

  it('years before a checkpoint', () => {
    const checkpoint = model.checkpoint(emissions, 2025);
    const before = () => model.resume(checkpoint, emissions, { fromYear: 2020, toYear: 2100 });
    expect(before).toThrow(refusal('year-outside-plan', /./));
  });
});

describe('a checkpoint', () => {
  it('is plain data: a copy of it goes on as well', () => {
    const model = createClimateModel(toyPack());
    const emissions = steadyEmissions(2100, 10);
    const checkpoint = model.checkpoint(emissions, 2025);
    const copy = structuredClone(checkpoint);
    expect(model.resume(copy, emissions, { toYear: 2100 })).toEqual(
      model.resume(checkpoint, emissions, { toYear: 2100 }),
    );
  });

  it('keeps the emissions that led to it, whatever the caller writes over them later', () => {
    const model = createClimateModel(toyPack());
    const emissions = steadyEmissions(2100, 10);
    const checkpoint = model.checkpoint(emissions, 2025);
    emissions.values[0] = 5;
    expect(() => model.resume(checkpoint, emissions, { toYear: 2100 })).toThrow(
      refusal('out-of-range', /CO2 FFI in 1750/),
    );
  });
});

describe('where WebAssembly cannot be had', () => {
  afterEach(() => vi.unstubAllGlobals());

  const emissions = steadyEmissions(2100, 10);
  const usual = createClimateModel(toyPack(3)).run(emissions, { toYear: 2100 });

  it('the TypeScript kernel steps in when there is none, with the same bits', () => {
    vi.stubGlobal('WebAssembly', undefined);
    const model = createClimateModel(toyPack(3));
    expect(model.kernel).toBe('typescript');
    expect(model.run(emissions, { toYear: 2100 })).toEqual(usual);
  });

  it('and when a page may not compile it', () => {
    // What a content security policy without 'wasm-unsafe-eval' does.
    const Module = function (): never {
      throw new TypeError('violates the content security policy');
    };
    vi.stubGlobal('WebAssembly', { Module, Instance: Module });
    expect(createClimateModel(toyPack(3)).kernel).toBe('typescript');
  });
});
