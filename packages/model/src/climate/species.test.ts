import { describe, expect, it } from 'vitest';
import { DomainError } from '../errors.ts';
import { EMISSION_SPECIES, speciesIndex } from './species.ts';

describe('emitted species', () => {
  it('are 51: 11 that are not halogens, 17 that deplete ozone, 23 fluorinated gases', () => {
    // Smith et al. 2024, table of species: CO2 twice (fossil, land), CH4, N2O, seven short-lived; 17 controlled by the
    // Montreal Protocol; 23 others. 11 + 17 + 23 = 51.
    expect(EMISSION_SPECIES).toHaveLength(51);
    expect(speciesIndex('CO') + 1).toBe(11);
    expect(speciesIndex('Halon-2402') + 1).toBe(11 + 17);
    expect(speciesIndex('HFC-4310mee') + 1).toBe(11 + 17 + 23);
    expect(new Set(EMISSION_SPECIES.map(({ name }) => name)).size).toBe(51);
  });

  it('are found at the row that has their name', () => {
    EMISSION_SPECIES.forEach(({ name }, index) => expect(speciesIndex(name)).toBe(index));
  });

  it('have their own units: CO2 in Gt, halogens in kt, the rest in Mt', () => {
    const unit = (name: string) => EMISSION_SPECIES[speciesIndex(name)]?.unit;
    expect(unit('CO2 FFI')).toBe('Gt CO2/yr');
    expect(unit('NOx')).toBe('Mt NO2/yr');
    expect(unit('Sulfur')).toBe('Mt SO2/yr');
    expect(unit('HFC-134a')).toBe('kt HFC134a/yr');
  });

  it('refuse a name that is none of them', () => {
    expect(() => speciesIndex('CO2', ['row', 3])).toThrow(DomainError);
    expect(() => speciesIndex('CO2', ['row', 3])).toThrow(
      expect.objectContaining({ code: 'unknown-species', at: ['row', 3] }),
    );
  });
});
