import { describe, expect, it } from 'vitest';
import { phraseBook } from './phrases.ts';

const book = phraseBook(
  {
    'elasticity to income 0.7, 0.5 % a year besides': 'elastisitas 0.7, ditambah 0.5 % per tahun',
    '60 % of roofs': '60 % atap',
    '17 % less cooling': 'pendinginan 17 % lebih sedikit',
    judgement: 'penilaian',
    'public figures do not tell * apart': 'angka publik tidak memisahkan *',
    'it is part of *': 'termasuk dalam *',
    'shore power': 'listrik darat',
    'up to 1,750 NOK/t': 'sampai 1,750 NOK/t',
    '11 of the 41 % of road CO2': 'dari 41 % CO2 jalan, 11',
    'grows as *': 'tumbuh seperti *',
  },
  'id',
);

describe('a book of phrases', () => {
  // Decimal comma and thousands point, as Indonesian writes; the places of figures follow the other language.
  it.each([
    ['elasticity to income 1.25, -3 % a year besides', 'elastisitas 1,25, ditambah -3 % per tahun'],
    ['60 % of roofs x 20 % less cooling (judgement)', '60 % atap x pendinginan 20 % lebih sedikit (penilaian)'],
    ['up to 2,500 NOK/t', 'sampai 2.500 NOK/t'],
    ['12 of the 40 % of road CO2', 'dari 40 % CO2 jalan, 12'],
  ])('says “%s” with the figures of the text', (english, indonesian) => {
    expect(book.say(english)).toBe(indonesian);
  });

  it('puts names where they belong, in its own words where it knows them', () => {
    const said = book.say('public figures do not tell shore power apart; it is part of I.2.2');
    expect(said).toBe('angka publik tidak memisahkan listrik darat; termasuk dalam I.2.2');
    // The year within a name is not a figure of the sentence.
    expect(book.say('grows as New Town 2020')).toBe('tumbuh seperti New Town 2020');
  });

  it('leaves what a person wrote as it is, also where a part of it is known', () => {
    for (const own of ['judgement; counted by hand', 'PLN, 1,750 customers', '']) expect(book.say(own)).toBe(own);
    expect(book.knows('judgement; counted by hand')).toBe(false);
  });

  it('writes figures alone as the language does, and leaves versions and codes', () => {
    expect(['2.5', '1,041', '0.19.0', 'I.4.4'].map(book.say)).toEqual(['2,5', '1.041', '0.19.0', 'I.4.4']);
  });
});
