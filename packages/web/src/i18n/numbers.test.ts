import { describe, expect, it } from 'vitest';
import en from '../messages/en.json' with { type: 'json' };
import id from '../messages/id.json' with { type: 'json' };
import { createSay } from './messages.ts';
import { co2e, degrees, euros, joined, percent, significant, smallDegrees, tick, year } from './numbers.ts';

const english = createSay('en', en);
const indonesian = createSay('id', id);
const tonnes = (value: number) => joined(co2e(value, 'en', english)).replace('\u00a0', ' ');

describe('numbers', () => {
  it.each([
    [0, '0 t CO₂e'],
    [7, '7.00 t CO₂e'],
    [12.34, '12.3 t CO₂e'],
    [999.6, '1.00 kt CO₂e'],
    [45_678, '45.7 kt CO₂e'],
    [7_196_000, '7.20 Mt CO₂e'],
    [-2_500_000, '-2.50 Mt CO₂e'],
    [3.4e10, '34.0 Gt CO₂e'],
  ])('have three significant digits and the unit that fits: %d is %s', (value, text) => {
    expect(tonnes(value)).toBe(text);
  });

  it('are written as the language writes them', () => {
    expect(co2e(1_234_567, 'id', indonesian).number).toBe('1,23');
    expect(euros(2_500_000, 'id', indonesian)).toEqual({ number: '2,50', unit: 'juta EUR' });
    expect(year(2030, 'en')).toBe('2030');
    expect(percent(0.456, 'en')).toBe('46%');
    expect(percent(0.0042, 'en')).toBe('0.4%');
  });

  it('never show minus nought', () => {
    expect(significant(-0, 'en')).toBe('0');
  });

  it('say warming to the hundredth, and what is avoided to the thousandth or two digits', () => {
    expect(degrees(2.5951, 'en')).toBe('2.60');
    expect(degrees(-0.001, 'en')).toBe('0.00');
    expect(degrees(1.4, 'id')).toBe('1,40');
    expect(smallDegrees(0.17, 'en')).toBe('0.170');
    expect(smallDegrees(-0.0426, 'en')).toBe('-0.043');
    expect(smallDegrees(0.00123, 'en')).toBe('0.0012');
    expect(smallDegrees(1.2, 'en')).toBe('1.20');
    expect(smallDegrees(0, 'en')).toBe('0.000');
  });

  it('are short on an axis, and nought is plain', () => {
    expect(tick(8e6, 'co2e', 'en', english)).toBe('8 Mt');
    expect(tick(0, 'co2e', 'en', english)).toBe('0');
    expect(tick(-2.5e9, 'euros', 'en', english)).toBe('-2.5 bn');
  });
});
