import { describe, expect, it } from 'vitest';
import { foldName, placeName } from './place-names.ts';

describe('folding a name', () => {
  it.each([
    ['São Paulo', 'sao paulo'],
    ['Łódź', 'lodz'],
    ['København', 'kobenhavn'],
    ['Straßburg', 'strassburg'],
    ['Bogotá  D.C.', 'bogota d c'],
    ['東京', '東京'],
    ['İstanbul', 'istanbul'],
  ])('%s is %s', (name, folded) => expect(foldName(name)).toBe(folded));
});

describe('words of rank', () => {
  it.each([
    ['Greater Manchester Combined Authority', 'GBR', 'manchester', 'metropolitan'],
    ['Área Metropolitana de São Paulo', 'BRA', 'sao paulo', 'metropolitan'],
    ['Grande São Paulo', 'BRA', 'sao paulo', 'metropolitan'],
    ['Métropole du Grand Paris', 'FRA', 'paris', 'metropolitan'],
    ['Città Metropolitana di Milano', 'ITA', 'milano', 'metropolitan'],
    ['Region Hannover', 'DEU', 'hannover', 'metropolitan'],
    ['Landkreis Göttingen', 'DEU', 'gottingen', 'metropolitan'],
    ['Perth Metropolitan Region', 'AUS', 'perth', 'metropolitan'],
    ['City of Perth', 'AUS', 'perth', 'city'],
    ['Provinsi DKI Jakarta', 'IDN', 'jakarta', 'metropolitan'],
    ['Kota Semarang', 'IDN', 'semarang', 'city'],
    ['Kabupaten Semarang', 'IDN', 'semarang', 'around'],
    ['Semarang Regency', 'IDN', 'semarang', 'around'],
    ['Busan Metropolitan City', 'KOR', 'busan', 'city'],
    ['City of Johannesburg Metropolitan Municipality', 'ZAF', 'johannesburg', 'city'],
    ['New York City', 'USA', 'new york', 'city'],
  ])('%s (%s) is %s, a %s body', (name, country, key, kind) =>
    expect(placeName(name, country)).toMatchObject({ key, kind }),
  );

  it('a word of rank in one language is part of a name in another', () => {
    expect(placeName('Kota Kinabalu', 'MYS').key).toBe('kota kinabalu');
    expect(placeName('Grand Rapids', 'USA').key).toBe('grand rapids');
  });

  it('a name that is nothing but such a word keeps it', () => {
    expect(placeName('Metro', 'IDN')).toEqual({ key: 'metro', kind: 'city' });
    expect(placeName('Kota Metro', 'IDN')).toEqual({ key: 'metro', kind: 'city' });
  });

  it('what stands after a comma or in brackets is kept apart', () => {
    expect(placeName('Springfield, IL', 'USA')).toEqual({ key: 'springfield', kind: 'city', qualifier: 'il' });
    expect(placeName('Frankfurt (Oder)', 'DEU')).toEqual({ key: 'frankfurt', kind: 'city', qualifier: 'oder' });
  });
});
