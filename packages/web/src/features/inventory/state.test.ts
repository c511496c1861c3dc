import { describe, expect, it } from 'vitest';
import { bandung } from '../../../test/fixture.ts';
import { referenceOf } from '@thousand-cities/model';
import { bySector, DIMENSIONS, flowsOf, leavesOf, linesOf, partsOf, sumBy } from './state.ts';

const { plan, slice, evaluate } = bandung();
const parts = partsOf(plan, referenceOf(slice).gwpSet(plan.baseline.gwpSet));
const total = parts.reduce((sum, { tonnes }) => sum + tonnes, 0);
const sum = (items: readonly { readonly tonnes: number }[]) => items.reduce((all, { tonnes }) => all + tonnes, 0);

describe('the inventory', () => {
  it('adds up to the base year of the outcome', () => {
    expect(total / evaluate(plan).emissions.bau[0]!).toBeCloseTo(1, 9);
  });

  it.each(DIMENSIONS)('keeps the total when grouped by %s, as areas and as flows', (dimension) => {
    expect(sum(leavesOf(parts, dimension))).toBeCloseTo(total, 3);
    const flows = flowsOf(parts, dimension);
    const into = flows.filter(({ to }) => to.startsWith(`${dimension}:`));
    const from = flows.filter(({ from: start }) => start.startsWith('carrier:'));
    expect(sum(into)).toBeCloseTo(total, 3);
    expect(sum(from)).toBeCloseTo(total, 3);
  });

  it('lists sectors in the order of the standard, and any sums from the largest', () => {
    expect(bySector(parts).map(({ key }) => key)).toEqual([...bySector(parts).map(({ key }) => key)].sort());
    const sums = sumBy(parts, ({ carrier }) => carrier).map(({ tonnes }) => tonnes);
    expect(sums).toEqual([...sums].sort((a, b) => b - a));
  });

  it('shows a reference without a figure as missing, never as nought', () => {
    const inventory = plan.inventories[0]!;
    const row = { ref: 'III.2.1', co2eTonnes: { keys: ['NE'] as const }, provenance: 'default' as const, sources: [] };
    const lines = linesOf({ ...plan, inventories: [{ ...inventory, rows: [row] }] });
    expect(lines[0]).toMatchObject({ tonnes: null, notation: 'NE', provenance: 'missing' });
  });
});
