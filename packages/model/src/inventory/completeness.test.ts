import { describe, expect, it } from 'vitest';
import { completenessOf } from './completeness.ts';
import { GPC_REFERENCES } from './gpc.ts';
import { inventoryOf, row } from './inventory.case.ts';

const answered = (change: Readonly<Record<string, Parameters<typeof row>[1]>> = {}) =>
  inventoryOf(GPC_REFERENCES.map(({ ref }) => row(ref, change[ref] ?? 1)));

describe('completeness', () => {
  it('is full when every reference has a figure, NO or IE', () => {
    const held = answered({ 'I.3.1': { keys: ['NO'] }, 'II.5.1': { keys: ['IE'], includedIn: ['II.1.1'] } });
    expect(completenessOf(held, 'basic')).toMatchObject({ complete: true, required: 32, answered: 32, missing: [] });
    expect(completenessOf(held, 'basicPlus')).toMatchObject({ complete: true, required: 48, answered: 48 });
  });

  it('takes NE, C and a missing row for missing, and keeps the justification', () => {
    const held = answered({ 'I.3.1': { keys: ['NE'], explanation: 'below 1 %' }, 'I.5.1': { keys: ['NO', 'NE'] } });
    const cut = { ...held, rows: held.rows.filter(({ ref }) => ref !== 'III.4.2') };
    const { missing, justified, answered: count } = completenessOf(cut, 'basic');
    expect([missing, justified, count]).toEqual([['I.3.1', 'I.5.1', 'III.4.2'], ['I.3.1'], 29]);
  });

  it('asks only for what the boundary counts', () => {
    const held = answered({ 'I.1.3': { keys: ['NE'] }, 'VI.1': { keys: ['NE'] } });
    expect(completenessOf(held, 'basic').complete).toBe(true);
    expect(completenessOf(held, 'basicPlus').missing).toEqual(['I.1.3']);
    expect(completenessOf(held, 'basicPlusS3').missing).toEqual(['I.1.3', 'VI.1']);
  });
});
