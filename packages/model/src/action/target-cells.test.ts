import { describe, expect, it } from 'vitest';
import { action, base, cell, exactly } from './random-plan.case.ts';
import { ensureTargetCells } from './target-cells.ts';
import type { Carrier, Cell, CellSelector } from './types.ts';

const shift = (select: CellSelector, carrier: Carrier) =>
  action('a', [{ ...base(select, 0.5), kind: 'shift-carrier', to: { carrier }, ratio: exactly(0.3) }]);

const gas = cell({ ref: 'I.1.1', use: 'cooking', carrier: 'natural-gas' });
const homePower = cell({
  ref: 'I.1.2',
  use: 'lighting',
  carrier: 'grid-electricity',
  factors: { CO2: 0.5 },
  price: 'power',
});
const shopPower = cell({ ref: 'I.2.2', use: 'cooking', carrier: 'grid-electricity', factors: { CO2: 0.7 } });
const losses = cell({
  ref: 'I.1.3',
  use: 'lighting',
  carrier: 'grid-electricity',
  factors: { CO2: 0.5 },
  derivedFrom: { cell: homePower.id, share: 0.1 },
});

const added = (cells: readonly Cell[], given: ReturnType<typeof shift>, donors: readonly Cell[] = []) =>
  ensureTargetCells(cells, [given], donors).slice(cells.length);

describe('target cells', () => {
  it('are left alone when they are there', () => {
    const there = cell({ ref: 'I.1.2', use: 'cooking', carrier: 'grid-electricity' });
    const cells = [gas, there];
    expect(ensureTargetCells(cells, [shift({ carriers: ['natural-gas'] }, 'grid-electricity')])).toBe(cells);
  });

  it('are added with nothing in them, and the factor and price of the nearest cell with that carrier', () => {
    const [target] = added([gas, shopPower, homePower], shift({ carriers: ['natural-gas'] }, 'grid-electricity'));
    expect(target).toMatchObject({
      id: 'I.1.2:cooking:grid-electricity',
      ref: 'I.1.2',
      amount: 0,
      factors: { CO2: 0.5 },
      price: 'power',
      provenance: 'default',
    });
  });

  it('bring grid losses with them', () => {
    const [target, follower] = added(
      [gas, homePower, losses],
      shift({ carriers: ['natural-gas'] }, 'grid-electricity'),
    );
    expect(follower).toMatchObject({
      id: 'I.1.3:cooking:grid-electricity',
      derivedFrom: { cell: target!.id, share: 0.1 },
    });
  });

  it('borrow across sectors, and report supplied energy as scope 2', () => {
    const cars = cell({ ref: 'II.1.1', use: 'passenger-car', carrier: 'petrol' });
    const [target] = added([cars, homePower], shift({ carriers: ['petrol'] }, 'grid-electricity'));
    expect(target).toMatchObject({ id: 'II.1.2:passenger-car:grid-electricity', ref: 'II.1.2' });
  });

  it('may borrow from cells given from outside', () => {
    const [target] = added([gas], shift({ carriers: ['natural-gas'] }, 'lpg'), [
      cell({ ref: 'I.2.1', use: 'cooking', carrier: 'lpg', factors: { CO2: 0.23 } }),
    ]);
    expect(target).toMatchObject({ id: 'I.1.1:cooking:lpg', factors: { CO2: 0.23 } });
  });

  it('are refused when no cell tells the factor', () => {
    expect(() => added([gas], shift({ carriers: ['natural-gas'] }, 'district-heat'))).toThrow(
      expect.objectContaining({ code: 'missing-figure', at: ['actions', 'a'] }),
    );
  });

  it('of waste are never borrowed from another treatment: compost does not emit like a landfill', () => {
    const landfill = cell({ ref: 'III.1.1', use: 'landfill', carrier: 'organic-waste' });
    const divert = action('a', [
      {
        ...base({ refs: ['III.1'] }, 0.5),
        kind: 'divert',
        to: { carrier: 'organic-waste', use: 'composting', ref: 'III.2.1' },
        ratio: exactly(1),
      },
    ]);
    expect(() => added([landfill], divert)).toThrow(expect.objectContaining({ code: 'missing-figure' }));
  });

  it('are not needed for what is already there: a shift to electricity leaves electricity alone', () => {
    expect(added([homePower], shift({ refs: ['I.1'] }, 'grid-electricity'))).toEqual([]);
  });
});
