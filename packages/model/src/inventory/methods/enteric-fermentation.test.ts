/** Worked example of enteric fermentation; factors of the 2019 Refinement, Vol 4 Table 10.11. */
import { describe, expect, it } from 'vitest';
import { entericFermentation } from './enteric-fermentation.ts';

const source = 'ipcc-2019';

describe('enteric fermentation', () => {
  it('1 000 dairy cattle in Asia at 78 kg', () => {
    expect(entericFermentation(1000, 78, source).gases['CH4-biogenic']).toBeCloseTo(78, 9);
  });

  it('refuses a herd below nought', () => {
    expect(() => entericFermentation(-1, 78, source)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  });
});
