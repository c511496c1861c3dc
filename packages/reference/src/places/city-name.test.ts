import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadReference } from '../node.ts';
import { cityForms, coarseKey, foldCityName } from './city-name.ts';

const { gazetteer } = loadReference();

describe('cityForms', () => {
  it('begins with the name as written and never invents a letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
        const forms = cityForms(name);
        const folded = foldCityName(name);
        if (folded !== '') expect(forms[0]?.text).toBe(folded);
        for (const { text } of forms) expect(folded.replaceAll(' ', '')).toContain(text.replaceAll(' ', ''));
      }),
    );
  });

  it.each([
    ['Durban (eThekwini)', ['durban', 'ethekwini']],
    ['Prefeitura Municipal de Boa Vista', ['boa vista']],
    ['The Local Government of Quezon City', ['quezon city', 'quezon']],
    ['Freie und Hansestadt Hamburg', ['hamburg']],
    ['Buyukkoy Büyükşehir Belediyesi', ['buyukkoy']],
    ['St Catharines', ['saint catharines']],
  ])('of %s holds what is meant', (name, wanted) => {
    expect(cityForms(name).map(({ text }) => text)).toEqual(expect.arrayContaining(wanted));
  });

  it('sets a state or country apart at the comma', () => {
    expect(cityForms('City of Brisbane, CA')).toContainEqual({ text: 'brisbane', within: 'CA' });
  });

  it('knows transcriptions as the same: Ha Noi and Hanoi, Muenchen and München, Al Qahirah and Qahirah', () => {
    expect(coarseKey('ha noi')).toBe(coarseKey('hanoi'));
    expect(coarseKey('muenchen')).toBe(coarseKey('munchen'));
    expect(coarseKey('al qahirah')).toBe(coarseKey('qahirah'));
  });
});

describe('a city as people and registers write it', () => {
  it.each([
    ['Hong Kong', 'China', 'Hong Kong'],
    ['Hong Kong SAR', 'China, Hong Kong Special Administrative Region', 'Hong Kong'],
    ['Delhi NCT', 'India', 'Delhi'],
    ['Ciudad de México', 'Mexico', 'Mexico City'],
    ['CDMX', 'México', 'Mexico City'],
    ['Washington, DC', 'USA', 'Washington, D.C.'],
    ['Greater London', 'United Kingdom', 'London'],
    ['City of Tshwane Metropolitan Municipality', 'South Africa', 'Pretoria'],
    ['Durban (eThekwini)', 'South Africa', 'Durban'],
    ['Ekurhuleni', 'South Africa', 'Ekurhuleni'],
    ['Tel Aviv-Yafo', 'Israel', 'Tel Aviv'],
    ['Tokyo Metropolitan Government', 'Japan', 'Tokyo'],
    ['Yokohama-shi', 'Japan', 'Yokohama'],
    ['Seoul Metropolitan Government', 'Republic of Korea', 'Seoul'],
    ['Ville de Montréal', 'Canada', 'Montréal'],
    ['Comune di Milano', 'Italia', 'Milan'],
    ['Ayuntamiento de Madrid', 'España', 'Madrid'],
    ['Stadt Köln', 'Deutschland', 'Köln'],
    ['Københavns Kommune', 'Danmark', 'Copenhagen'],
    ['Dhaka North', 'Bangladesh', 'Dhaka North'],
    ['Ho Chi Minh', 'Viet Nam', 'Ho Chi Minh City'],
    ['Bangalore', 'India', 'Bengaluru'],
    ['Prefeitura da Cidade do Rio de Janeiro', 'Brasil', 'Rio de Janeiro'],
    ['Bogotá D.C.', 'Colombia', 'Bogotá'],
    ['İstanbul Büyükşehir Belediyesi', 'Türkiye', 'Istanbul'],
    ['Dubai', 'UAE', 'Dubai'],
    ['Jakarta, Indonesia', undefined, 'Jakarta'],
    ['Portland, ME', 'United States', 'Portland'],
    ['Quezon City', 'Philippines', 'Quezon City'],
    ['San Juan', 'United States of America', 'San Juan'],
  ])('%s (%s) is %s', (name, country, wanted) => {
    expect(gazetteer.find(name, country).name).toBe(wanted);
  });

  it('heeds the state: Portland, ME is not Portland, OR', () => {
    expect(gazetteer.find('Portland, ME', 'US').state).toBe('ME');
    expect(gazetteer.find('Portland, Oregon').state).toBe('OR');
    expect(gazetteer.find('Columbus, Georgia', 'US').state).toBe('GA');
  });

  it('still refuses what names no city', () => {
    expect(() => gazetteer.find('City of Nowhereville', 'US')).toThrow(/no city/);
    expect(() => gazetteer.find('County Council', 'GB')).toThrow(/no city/);
    expect(() => gazetteer.find('', 'GB')).toThrow(/no city/);
  });
});
