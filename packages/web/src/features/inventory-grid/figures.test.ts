import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactFigure, numberFormOf, parseFigure } from './figures.ts';

const english = numberFormOf('en');
const indonesian = numberFormOf('id');

describe('numbers as people write them', () => {
  it('have a decimal sign by the language', () => {
    expect(english.decimal).toBe('.');
    expect(indonesian.decimal).toBe(',');
  });

  it.each([
    ['1234', 1234, 1234],
    ['1.234', 1.234, 1234],
    ['1,234', 1234, 1.234],
    ['1.234,5', 1234.5, 1234.5],
    ['1,234.5', 1234.5, 1234.5],
    ['1,5', 1.5, 1.5],
    ['0.123', 0.123, 0.123],
    ['0,123', 0.123, 0.123],
    ['1.234.567', 1_234_567, 1_234_567],
    ['12,34,567', 1_234_567, 1_234_567],
    ['1 234 567,8', 1_234_567.8, 1_234_567.8],
    ["1'234.5", 1234.5, 1234.5],
    ['−5', -5, -5],
    ['(1200)', -1200, -1200],
    ['1.5e6', 1_500_000, 1_500_000],
    ['.5', 0.5, 0.5],
    ['7.', 7, 7],
  ])('%s is %d in English and %d in Indonesian', (text, inEnglish, inIndonesian) => {
    expect(parseFigure(text, english)).toBe(inEnglish);
    expect(parseFigure(text, indonesian)).toBe(inIndonesian);
  });

  it.each(['', 'twelve', '12 MWh', '1,2,3', '1.2.3', '1,23,45.6.7', '--1', '1e999', 'NaN', '1,234,56.7'])(
    '"%s" is none',
    (text) => {
      expect(parseFigure(text, english)).toBeUndefined();
    },
  );

  it('come back as they went out', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom(english, indonesian),
        (n, form) => {
          expect(parseFigure(exactFigure(n, form), form)).toBe(n === 0 ? 0 : n);
        },
      ),
    );
  });
});
