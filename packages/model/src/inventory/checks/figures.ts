/** Checks of single figures: sign, finiteness, agreement of CO2e with gases, biogenic CO2, intervals. */
import { co2eOf } from '../../gas.ts';
import { isGpcRef } from '../gpc.ts';
import { isMissing } from '../types.ts';
import type { Check } from './context.ts';
import { about, aboutAll, figureRows, show } from './context.ts';

/** Every row names one of the 54 references. */
export const unknownReference: Check = ({ inventory }) =>
  inventory.rows
    .filter((row) => !isGpcRef(row.ref))
    .map(({ ref }) =>
      about(ref, 'reference-unknown', 'error', `"${ref}" is not a GPC reference.`, 'Use one of the 54 references.', {}),
    );

/** Only land (sector V) can take up emissions. */
export const negativeEmissions: Check = ({ inventory }) =>
  figureRows(inventory)
    .filter((row) => row.co2eTonnes < 0 && !row.ref.startsWith('V.'))
    .map(({ ref, co2eTonnes }) =>
      about(
        ref,
        'negative-emissions',
        'error',
        `${ref} is below nought (${show(co2eTonnes)} t).`,
        'Give the emissions themselves; credits and avoided emissions are stated apart.',
        { tonnes: co2eTonnes },
      ),
    );

/** A figure is a finite number. */
export const notFinite: Check = ({ inventory }) =>
  figureRows(inventory)
    .filter((row) => !Number.isFinite(row.co2eTonnes))
    .map(({ ref }) =>
      about(
        ref,
        'not-finite',
        'error',
        `${ref} is not a finite number.`,
        'Enter the figure again, or a notation key.',
        {},
      ),
    );

/** A mass of gas is not below nought, save CO2 taken up by land. */
export const negativeGas: Check = ({ inventory }) =>
  inventory.rows.flatMap((row) =>
    Object.entries(row.gases ?? {})
      .filter(([species, mass]) => mass !== undefined && mass < 0 && !(row.ref === 'V.2' && species === 'CO2'))
      .map(([species]) =>
        about(row.ref, 'negative-gas', 'error', `${row.ref}: ${species} is below nought.`, 'Correct the mass.', {
          species,
        }),
      ),
  );

/** CO2e is the sum of gas masses times their potentials, to 0.5 %. */
export const gasesDisagree: Check = ({ inventory, gwp }) => {
  if (gwp === undefined) return [];
  return figureRows(inventory).flatMap((row) => {
    const known = Object.keys(row.gases ?? {}).every((species) => gwp.values[species] !== undefined);
    if (row.gases === undefined || !known) return [];
    const sum = co2eOf(row.gases, gwp);
    if (Math.abs(sum - row.co2eTonnes) <= 0.005 * Math.max(Math.abs(sum), Math.abs(row.co2eTonnes))) return [];
    return about(
      row.ref,
      'gases-disagree',
      'error',
      `${row.ref} says ${show(row.co2eTonnes)} t CO2e, its gases make ${show(sum)} t by ${gwp.id}.`,
      'Check the set of warming potentials and the masses.',
      { tonnes: row.co2eTonnes, fromGases: sum, set: gwp.id },
    );
  });
};

/** CO2e does not hold the biogenic CO2 that is stated beside it. */
export const biogenicInTotal: Check = ({ inventory, gwp }) =>
  figureRows(inventory).flatMap((row) => {
    const { biogenicCo2Tonnes: biogenic, gases, co2eTonnes } = row;
    if (biogenic === undefined || biogenic <= 0) return [];
    const fossil = gwp === undefined || gases === undefined ? undefined : co2eOf(gases, gwp);
    const counted =
      fossil === undefined ? co2eTonnes === biogenic : Math.abs(co2eTonnes - fossil - biogenic) <= 0.001 * biogenic;
    if (!counted) return [];
    return about(
      row.ref,
      'biogenic-in-total',
      'error',
      `${row.ref} counts ${show(biogenic)} t of biogenic CO2 in its total.`,
      'Biogenic CO2 is a memo item: take it out of the CO2e.',
      { biogenic },
    );
  });

const BIOGENIC_CARRIERS = new Set(['fuelwood', 'charcoal', 'biogas', 'biofuel']);

/** Wood, charcoal, biogas and biofuel emit biogenic CO2, not fossil. */
export const biogenicAsFossil: Check = ({ inventory }) =>
  inventory.rows
    .filter((row) => BIOGENIC_CARRIERS.has(row.activity?.carrier ?? '') && (row.gases?.['CO2'] ?? -1) > 0)
    .map((row) =>
      about(
        row.ref,
        'biogenic-as-fossil',
        'warning',
        `${row.ref} books CO2 of ${row.activity!.carrier} as fossil.`,
        'State it as biogenic CO2, apart from the total.',
        { carrier: row.activity!.carrier },
      ),
    );

/** An interval holds its own figure, low below high. */
export const intervalDisagrees: Check = ({ inventory }) =>
  figureRows(inventory)
    .filter(({ interval, co2eTonnes }) => interval && !(interval.low <= co2eTonnes && co2eTonnes <= interval.high))
    .map(({ ref, interval, co2eTonnes }) =>
      about(
        ref,
        'interval-disagrees',
        'warning',
        `${ref}: ${show(co2eTonnes)} t lies outside its own interval (${show(interval!.low)} to ${show(interval!.high)} t).`,
        'Correct the interval or the figure.',
        { tonnes: co2eTonnes, low: interval!.low, high: interval!.high },
      ),
    );

/** Nought is an answer only when someone says so; otherwise the GPC has `NO`. */
export const bareZero: Check = ({ inventory }) =>
  figureRows(inventory)
    .filter((row) => row.co2eTonnes === 0 && row.provenance === 'city-value' && row.activity === undefined)
    .map(({ ref }) =>
      about(
        ref,
        'bare-zero',
        'note',
        `${ref} is nought without a notation key.`,
        'Write NO if the activity does not occur, NE if it was not estimated.',
        {},
      ),
    );

/** The same figure, to the last digit, at three references or more was probably copied down. */
export const repeatedFigure: Check = ({ inventory }) => {
  const refs = new Map<number, string[]>();
  for (const { ref, co2eTonnes } of figureRows(inventory)) {
    if (co2eTonnes !== 0) refs.set(co2eTonnes, [...(refs.get(co2eTonnes) ?? []), ref]);
  }
  return [...refs].flatMap(([figure, where]) =>
    new Set(where).size < 3
      ? []
      : aboutAll(
          where,
          'repeated-figure',
          'warning',
          (named) => `${named} all hold ${show(figure)} t.`,
          'Check whether a figure was copied down by mistake.',
          { tonnes: figure },
        ),
  );
};

/** Rows that say the same thing twice. */
export const duplicateRow: Check = ({ inventory }) => {
  const seen = new Set<string>();
  return inventory.rows.flatMap((row) => {
    const { activity, carrier, unit, amount } = row.activity ?? {};
    const value = isMissing(row.co2eTonnes) ? row.co2eTonnes.keys.join() : row.co2eTonnes;
    const key = [row.ref, activity, carrier, unit, amount, value].join('\u0000');
    const again = seen.has(key);
    seen.add(key);
    if (!again) return [];
    return about(row.ref, 'duplicate-row', 'error', `${row.ref} holds the same row twice.`, 'Remove one of them.', {});
  });
};
