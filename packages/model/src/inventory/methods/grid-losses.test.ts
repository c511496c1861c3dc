/** Worked examples of grid losses. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { gridLosses } from './grid-losses.ts';
import { gridSupplied } from './grid-supplied.ts';

describe('grid losses', () => {
  const grid = { tonnesPerMwh: { CO2: 0.5 }, source: 'ember' };

  it('loses a quarter of what is delivered where a fifth of generation is lost', () => {
    // To deliver 0.8, 1 is generated: 0.2 / 0.8 = 0.25. 1 000 MWh · 0.25 · 0.5 = 125 t.
    expect(gridLosses(1_000, grid, { value: 0.2, of: 'generated', source: 'wb' }).gases['CO2']).toBeCloseTo(125, 9);
    expect(gridLosses(1_000, grid, { value: 0.25, of: 'delivered', source: 'x' }).gases['CO2']).toBeCloseTo(125, 9);
  });

  it('use and losses are the emissions of generation', () => {
    const unit = fc.double({ min: 0, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(unit, fc.double({ min: 1, max: 1e8, noNaN: true }), (value, mwh) => {
        const loss = gridLosses(mwh, grid, { value, of: 'generated', source: 'x' }).gases['CO2']!;
        const generated = (mwh / (1 - value)) * 0.5;
        expect((gridSupplied(mwh, grid).gases['CO2']! + loss) / generated).toBeCloseTo(1, 10);
      }),
    );
  });
});
