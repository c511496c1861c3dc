import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitted, placeLabels } from './labels.ts';

describe('labels at the ends of lines', () => {
  it('never overlap and never leave the chart, while there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 8 }), (ys) => {
        const placed = placeLabels(
          ys.map((y, i) => ({ id: String(i), text: '', y })),
          30,
          0,
          300,
        );
        expect(placed).toHaveLength(ys.length);
        placed.forEach((label, i) => {
          expect(label.at).toBeGreaterThanOrEqual(-1e-9);
          expect(label.at).toBeLessThanOrEqual(300 + 1e-9);
          const before = placed[i - 1];
          if (before) expect(label.at - before.at).toBeGreaterThanOrEqual(30 - 1e-9);
        });
      }),
    );
  });

  it('stay where their line ends when nothing is near', () => {
    const placed = placeLabels(
      [
        { id: 'a', text: '', y: 50 },
        { id: 'b', text: '', y: 200 },
      ],
      30,
      0,
      300,
    );
    expect(placed.map(({ at }) => at)).toEqual([50, 200]);
  });

  it('are cut with an ellipsis, or left out when too little would remain', () => {
    expect(fitted('Passenger cars', 1000)).toBe('Passenger cars');
    expect(fitted('Passenger cars', 50)).toMatch(/^Pa.*…$/);
    expect(fitted('Passenger cars', 8)).toBe('');
  });
});
