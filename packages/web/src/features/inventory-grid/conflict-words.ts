/** A side of a conflict in words: a figure with what it is of; rows that nothing tells apart, one after another. */
import { isMissing, type InventoryRow, type Reported } from '@thousand-cities/model';
import type { Language } from '../../i18n/context.tsx';
import { numberFormat } from '../../i18n/numbers.ts';
import { reportedText } from '../inventories/words.ts';
import { activityName, carrierName } from '../inventory/words.ts';
import { tonnesShown } from './cell-view.tsx';

type Figure = Pick<InventoryRow, 'activity'> & { readonly co2eTonnes: Reported };

const isFigure = (value: unknown): value is Figure =>
  typeof value === 'object' && value !== null && 'co2eTonnes' in value;

export function sideWords(language: Language, value: unknown): string {
  const { say, locale } = language;
  if (Array.isArray(value)) return value.map((each) => sideWords(language, each)).join('; ');
  if (typeof value === 'number') return say('grid.conflict.figure', { tonnes: tonnesShown(value, locale) });
  if (!isFigure(value)) return typeof value === 'string' ? value : JSON.stringify(value);
  const { co2eTonnes, activity } = value;
  const figure = isMissing(co2eTonnes) ? reportedText(language, co2eTonnes) : sideWords(language, co2eTonnes);
  if (activity === undefined) return figure;
  const amount = activity.amount === undefined ? '' : numberFormat(locale, { maximumSignificantDigits: 9 }).format(activity.amount); // prettier-ignore
  const about = [
    carrierName(language, activity.carrier),
    activityName(language, activity.activity),
    [amount, activity.unit].filter(Boolean).join(' '),
  ];
  return `${about.filter(Boolean).join(' · ')}: ${figure}`;
}
