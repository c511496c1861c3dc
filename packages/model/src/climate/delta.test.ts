import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emissionOf, flatWorld } from './climate.case.ts';
import { withDelta } from './delta.ts';
import { EMISSION_SPECIES } from './species.ts';
import type { EmissionDelta } from './types.ts';

const delta = (species: string, firstYear: number, ...values: number[]): EmissionDelta => ({
  species,
  firstYear,
  values: Float64Array.from(values),
});

describe('a world with a change', () => {
  it('has it in the years and the species named, and nothing else', () => {
    const world = flatWorld(2100);
    const changed = withDelta(world, [delta('CH4', 2030, -1, 2.5)], 'mine');
    expect(changed.name).toBe('mine');
    expect([2029, 2030, 2031, 2032].map((year) => emissionOf(changed, 'CH4', year))).toEqual([10, 9, 12.5, 10]);
    expect(emissionOf(changed, 'N2O', 2030)).toBe(10);
    expect(emissionOf(world, 'CH4', 2030)).toBe(10);
  });

  it('adds up changes of the same species', () => {
    const changed = withDelta(flatWorld(), [delta('SF6', 2030, 1), delta('SF6', 2030, 3)]);
    expect(emissionOf(changed, 'SF6', 2030)).toBe(14);
  });

  it('may take fossil CO2 below zero from 2035 on, and CO2 from land in any year', () => {
    const world = flatWorld();
    expect(emissionOf(withDelta(world, [delta('CO2 FFI', 2060, -25)]), 'CO2 FFI', 2060)).toBe(-15);
    expect(emissionOf(withDelta(world, [delta('CO2 AFOLU', 1900, -25)]), 'CO2 AFOLU', 1900)).toBe(-15);
  });

  it('may add to a figure of the history that is itself below what is possible', () => {
    const world = flatWorld(2100, { 'Halon-1211': -5 });
    expect(emissionOf(withDelta(world, [delta('Halon-1211', 1955, 1)]), 'Halon-1211', 1955)).toBe(-4);
  });

  it.each([
    ['a species that does not exist', delta('CO2', 2030, 1), 'unknown-species', ['deltas', 0, 'species']],
    ['a year before 1750', delta('CH4', 1749, 1, 1), 'year-outside-plan', ['deltas', 0, 'firstYear']],
    ['a year after the last', delta('CH4', 2100, 1, 1), 'year-outside-plan', ['deltas', 0, 'firstYear']],
    ['half a year', delta('CH4', 2030.5, 1), 'year-outside-plan', ['deltas', 0, 'firstYear']],
    ['no number', delta('CH4', 2030, 1, NaN), 'not-a-number', ['deltas', 0, 'values', 1]],
    ['an endless number', delta('CH4', 2030, Infinity), 'not-a-number', ['deltas', 0, 'values', 0]],
    ['methane below zero', delta('CH4', 2030, 0, -10.5), 'out-of-range', ['deltas', 'CH4', 2031]],
    ['soot below zero', delta('BC', 2030, -10.5), 'out-of-range', ['deltas', 'BC', 2030]],
    ['a halogen well below zero', delta('CFC-11', 2030, -12), 'out-of-range', ['deltas', 'CFC-11', 2030]],
    ['fossil CO2 below zero too early', delta('CO2 FFI', 2034, -11), 'out-of-range', ['deltas', 'CO2 FFI', 2034]],
  ])('refuses %s', (_what, change, code, at) => {
    expect(() => withDelta(flatWorld(), [change])).toThrow(expect.objectContaining({ name: 'DomainError', code, at }));
  });

  it('is the sum of world and changes, in whatever order they come', () => {
    const change = fc
      .record({
        species: fc.constantFrom(...EMISSION_SPECIES.map(({ name }) => name)),
        firstYear: fc.integer({ min: 2023, max: 2090 }),
        // Eighths add up without rounding, so that order cannot show.
        eighths: fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 0, maxLength: 10 }),
      })
      .map(({ species, firstYear, eighths }) => delta(species, firstYear, ...eighths.map((n) => n / 8)));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
        const world = flatWorld();
        const at = (changed: Float64Array): number =>
          changed.reduce((sum, value, i) => sum + value - world.values[i]!, 0);
        const total = changes.reduce((sum, { values }) => sum + values.reduce((a, b) => a + b, 0), 0);
        const forward = withDelta(world, changes).values;
        expect(at(forward)).toBe(total);
        const backward = withDelta(world, changes.toReversed()).values;
        expect(backward.every((value, i) => value === forward[i])).toBe(true);
      }),
    );
  });
});
