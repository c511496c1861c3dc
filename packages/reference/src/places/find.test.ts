import { DomainError } from '@thousand-cities/model';
import { describe, expect, it } from 'vitest';
import { loadReference } from '../node.ts';
import { findCountry } from './find.ts';

const { gazetteer, places } = loadReference();

function refusal(run: () => unknown): DomainError {
  try {
    run();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('findCity', () => {
  it('takes the city that is clearly meant: London is the one in England', () => {
    expect(gazetteer.find('London')).toMatchObject({ iso2: 'GB' });
    expect(gazetteer.find('London', 'CAN')).toMatchObject({ iso2: 'CA' });
  });

  it.each([['DEU'], ['DE'], ['Germany'], ['germany']])('takes the country as %s', (country) => {
    expect(gazetteer.find('Köln', country).name).toBe('Köln');
  });

  it('takes a GeoNames id', () => {
    expect(gazetteer.find('1642911').name).toBe('Jakarta');
  });

  it('does not guess at a misspelling but suggests', () => {
    const error = refusal(() => gazetteer.find('Jakrata'));
    expect(error.code).toBe('unknown-city');
    expect(error.message).toContain('did you mean Jakarta (Indonesia');
  });

  it('says that nothing is similar', () => {
    expect(refusal(() => gazetteer.find('Xqzvwkjq')).message).toContain('nothing similar');
  });

  it('lists the candidates when cities of the same name are of like size', () => {
    const error = refusal(() => gazetteer.find('Valencia'));
    expect(error.code).toBe('ambiguous-city');
    expect(error.message).toMatch(/Venezuela.*Spain/);
    expect(gazetteer.find('Valencia', 'ESP')).toMatchObject({ iso2: 'ES' });
  });

  it('refuses a country that is none', () => {
    expect(refusal(() => gazetteer.find('London', 'Ruritania')).code).toBe('unknown-country');
    expect(refusal(() => findCountry(places.countries, 'ZZZ')).code).toBe('unknown-country');
  });

  it('refuses an id that is none', () => {
    expect(refusal(() => gazetteer.city('1')).code).toBe('unknown-city');
  });
});
