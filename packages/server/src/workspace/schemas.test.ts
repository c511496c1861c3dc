import { expect, it } from 'vitest';
import { Name } from './schemas.ts';

it('a name has one spelling, whichever way a keyboard composes its letters', () => {
  expect(Name.parse(' Bogota\u0301 ')).toBe('Bogotá');
  expect(Name.parse('Da\u0302\u0323p')).toBe(Name.parse('D\u1ea1\u0302p'));
});
