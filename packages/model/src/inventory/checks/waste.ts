/** Checks of waste and wastewater: mass balance, and treatment that every city has. */
import { findUnit } from '../../units.ts';
import { figuresByRef } from '../totals.ts';
import type { Check } from './context.ts';
import type { Reported } from '../types.ts';
import { isMissing } from '../types.ts';
import { about, isPositive, overall, show } from './context.ts';

const SOLID = /^III\.[123]\.[12]$/;

/** Tonnes of solid waste of the city that its rows account for; `undefined` when no row states any. */
function treatedTonnes(rows: Parameters<Check>[0]['inventory']['rows']): number | undefined {
  const stated = rows.flatMap(({ ref, activity }) => {
    const unit = activity === undefined ? undefined : findUnit(activity.unit);
    return SOLID.test(ref) && activity?.amount !== undefined && unit?.dimension === 'mass'
      ? [activity.amount * unit.inBase]
      : [];
  });
  return stated.length === 0 ? undefined : stated.reduce((sum, mass) => sum + mass, 0);
}

/** What is landfilled, composted and burned adds up to what a city throws away: 0.05 to 1.5 t a head, and near the national figure. */
export const wasteMassBalance: Check = ({ inventory, national }) => {
  const tonnes = treatedTonnes(inventory.rows);
  const { population } = inventory;
  if (tonnes === undefined || population === undefined || population <= 0) return [];
  const perHead = tonnes / population;
  const usual = national?.wastePerHead;
  const [low, high] = usual === undefined ? [0.05, 1.5] : [usual / 2.5, usual * 2.5];
  if (perHead >= low && perHead <= high) return [];
  return [
    overall(
      'waste-mass-balance',
      'warning',
      `The waste treated comes to ${show(perHead)} t a head and year; ${show(low)} to ${show(high)} t is usual.`,
      'Check the unit, and whether every stream is there once.',
      { perHead, low, high },
    ),
  ];
};

/** Every city's waste goes somewhere. Silent where a key says that it is counted elsewhere (burned for power), or not estimated. */
export const noWasteDisposal: Check = ({ inventory }) => {
  const held = figuresByRef(inventory);
  const answers = ['III.1.1', 'III.1.2', 'III.3.1', 'III.3.2'].map((ref) => held.get(ref));
  const none = (value: Reported | undefined): boolean =>
    value !== undefined && (isMissing(value) ? value.keys.every((key) => key === 'NO') : value <= 0);
  if (!answers.every(none)) return [];
  return [
    about(
      'III.1.1',
      'no-waste-disposal',
      'warning',
      'Waste is neither landfilled nor burned, in the city or outside.',
      'Say where it goes: III.1 for disposal, III.3 for burning, and IE (I.4.4) where it is burned for power.',
      {},
    ),
  ];
};

/** Every city has wastewater. */
export const noWastewater: Check = ({ inventory }) => {
  const held = figuresByRef(inventory);
  const refs = ['III.4.1', 'III.4.2'];
  const answers = refs.map((ref) => held.get(ref));
  if (answers.some((value) => value === undefined || isPositive(value))) return [];
  return [
    about(
      'III.4.1',
      'no-wastewater',
      'warning',
      'There is no wastewater, in the city or outside.',
      'Estimate it from the population.',
      {},
    ),
  ];
};

/** The same tonnes are not treated both in the city and outside. */
export const wasteTwice: Check = ({ inventory }) => {
  const held = figuresByRef(inventory);
  return ['III.1', 'III.2', 'III.3', 'III.4'].flatMap((sub) => {
    const inside = held.get(`${sub}.1`);
    const outside = held.get(`${sub}.2`);
    if (!isPositive(inside) || inside !== outside) return [];
    return about(
      `${sub}.2`,
      'waste-twice',
      'error',
      `${sub}.1 and ${sub}.2 hold the same figure (${show(inside)} t).`,
      'Waste is treated in the city or outside; keep the one that is true.',
      { tonnes: inside },
    );
  });
};
