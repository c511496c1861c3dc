/** Checks of one city over its years: gaps, jumps, slips of unit, keys that come and go. */
import { figuresByRef, totalOf } from '../totals.ts';
import type { GpcRef, Inventory, Reported } from '../types.ts';
import { isMissing } from '../types.ts';
import type { Check, CheckContext } from './context.ts';
import { about, isThousandfold, overall, show } from './context.ts';

/** The inventory before this one, if there is one. */
function before({ inventory, series }: CheckContext): Inventory | undefined {
  return (series ?? [])
    .filter((other) => other.year < inventory.year)
    .reduce<Inventory | undefined>(
      (last, other) => (last === undefined || other.year > last.year ? other : last),
      undefined,
    );
}

/** References of both years, with their values. */
function pairs(previous: Inventory, inventory: Inventory): readonly (readonly [GpcRef, Reported, Reported])[] {
  const old = figuresByRef(previous);
  return [...figuresByRef(inventory)].flatMap(([ref, now]) => {
    const then = old.get(ref);
    return then === undefined ? [] : [[ref, then, now] as const];
  });
}

/** Two inventories of one year. */
export const yearTwice: Check = ({ inventory, series }) =>
  (series ?? []).filter((other) => other !== inventory && other.year === inventory.year).length > 0
    ? [
        overall('year-twice', 'error', `There are two inventories of ${inventory.year}.`, 'Keep the later version.', {
          year: inventory.year,
        }),
      ]
    : [];

/** More than two years without an inventory. The GCoM asks for one every second year. */
export const yearGap: Check = (context) => {
  const previous = before(context);
  const { year } = context.inventory;
  if (previous === undefined || year - previous.year <= 2) return [];
  return [
    overall(
      'year-gap',
      'note',
      `There is no inventory between ${previous.year} and ${year}.`,
      'Make one at least every second year.',
      { from: previous.year, to: year },
    ),
  ];
};

/** A figure that doubles or halves within a year or two, where it matters (1 % of BASIC+). */
export const suddenJump: Check = (context) => {
  const previous = before(context);
  if (previous === undefined || context.inventory.year - previous.year > 3) return [];
  const matters = 0.01 * Math.abs(totalOf(context.inventory, 'basicPlus').co2eTonnes);
  return pairs(previous, context.inventory).flatMap(([ref, then, now]) => {
    if (isMissing(then) || isMissing(now) || then <= 0 || now <= 0) return [];
    const ratio = now / then;
    if (isThousandfold(ratio) || (ratio < 2 && ratio > 0.5) || Math.abs(now - then) < matters) return [];
    return about(
      ref,
      'sudden-jump',
      'warning',
      `${ref} went from ${show(then)} t in ${previous.year} to ${show(now)} t in ${context.inventory.year}.`,
      'Say what changed; if it was the method, recalculate the earlier year.',
      { then, now, before: previous.year, year: context.inventory.year },
    );
  });
};

/** A figure a thousand times its value of the year before, or a thousandth, where it matters (0.1 % of BASIC+). A suspicion: sources do start and close. */
export const unitSlipBetweenYears: Check = (context) => {
  const previous = before(context);
  if (previous === undefined) return [];
  const matters = 0.001 * Math.abs(totalOf(context.inventory, 'basicPlus').co2eTonnes);
  return pairs(previous, context.inventory).flatMap(([ref, then, now]) => {
    if (isMissing(then) || isMissing(now) || then <= 0 || now <= 0 || !isThousandfold(now / then)) return [];
    if (Math.max(now, then) < matters) return [];
    return about(
      ref,
      'unit-slip-years',
      'warning',
      `${ref} is ${show(now)} t, in ${previous.year} it was ${show(then)} t: a factor of a thousand.`,
      'Check the unit: tonnes or kilotonnes, MWh or GWh.',
      { then, now, before: previous.year, year: context.inventory.year },
    );
  });
};

/** A source that had emissions is now said not to occur, or the other way round, where it matters (0.1 % of BASIC+). */
export const occurrenceChanged: Check = (context) => {
  const previous = before(context);
  if (previous === undefined) return [];
  const matters = 0.001 * Math.abs(totalOf(context.inventory, 'basicPlus').co2eTonnes);
  const isFigure = (value: Reported): boolean => !isMissing(value) && Math.abs(value) > matters;
  const gone = (value: Reported): boolean => isMissing(value) && value.keys.includes('NO');
  return pairs(previous, context.inventory)
    .filter(([, then, now]) => (gone(then) && isFigure(now)) || (gone(now) && isFigure(then)))
    .map(([ref, then]) =>
      about(
        ref,
        'occurrence-changed',
        'note',
        gone(then)
          ? `${ref} did not occur in ${previous.year} and has a figure in ${context.inventory.year}.`
          : `${ref} had a figure in ${previous.year} and is NO in ${context.inventory.year}.`,
        'Say whether the source is new, has closed, or was treated otherwise.',
        { change: gone(then) ? 'began' : 'ceased', before: previous.year, year: context.inventory.year },
      ),
    );
};

const isFigure = (value: Reported): boolean => !isMissing(value) && value !== 0;

/** Half or more of the figures are those of the year before, to the last digit. */
export const copiedYear: Check = (context) => {
  const previous = before(context);
  if (previous === undefined) return [];
  const figures = pairs(previous, context.inventory).filter(([, then, now]) => isFigure(then) && isFigure(now));
  const same = figures.filter(([, then, now]) => then === now).length;
  if (figures.length < 4 || same < figures.length / 2) return [];
  return [
    overall(
      'copied-year',
      'warning',
      `${same} of ${figures.length} figures are those of ${previous.year}, unchanged.`,
      'Update them, or say that they stand in for missing data.',
      { same, of: figures.length, before: previous.year },
    ),
  ];
};

/** One series, one set of warming potentials. */
export const gwpSetChanged: Check = (context) => {
  const previous = before(context);
  if (previous === undefined || previous.gwpSet === context.inventory.gwpSet) return [];
  return [
    overall(
      'gwp-set-changed',
      'error',
      `${previous.year} is in ${previous.gwpSet}, ${context.inventory.year} in ${context.inventory.gwpSet}.`,
      'Express every year in one set; gas masses make it possible.',
      {
        was: previous.gwpSet,
        before: previous.year,
        now: context.inventory.gwpSet,
        year: context.inventory.year,
      },
    ),
  ];
};

/** Residents do not change by more than a tenth a year without a change of boundary. */
export const populationJump: Check = (context) => {
  const previous = before(context);
  const then = previous?.population;
  const now = context.inventory.population;
  if (previous === undefined || then === undefined || now === undefined || then <= 0 || now <= 0) return [];
  const yearly = Math.abs(Math.log(now / then)) / (context.inventory.year - previous.year);
  if (yearly <= Math.log(1.1)) return [];
  return [
    overall(
      'population-jump',
      'warning',
      `Residents went from ${show(then)} in ${previous.year} to ${show(now)} in ${context.inventory.year}.`,
      'If the boundary changed, recalculate the base year.',
      { then, now, before: previous.year, year: context.inventory.year },
    ),
  ];
};
