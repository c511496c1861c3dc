/** Words of this room: moments, sizes, cells of rows. */
import { useMemo } from 'react';
import { formatNotation, isMissing, type InventoryRow, type Reported } from '@thousand-cities/model';
import { dateFormat } from '../../i18n/dates.ts';
import { useLanguage, type Language } from '../../i18n/context.tsx';
import { hasKey } from '../../i18n/messages.ts';
import { joined, numberFormat } from '../../i18n/numbers.ts';
import { activityName, carrierName, refName } from '../inventory/words.ts';
import type { CellName, CellValue } from './cells.ts';

/** A moment as a date and time of the reader. */
export function useMoment(): (iso: string) => string {
  const { locale } = useLanguage();
  return useMemo(() => {
    const format = dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
    return (iso) => format.format(new Date(iso));
  }, [locale]);
}

/** Bytes as kB or MB. */
export function useFileSize(): (bytes: number) => string {
  const { locale, say } = useLanguage();
  return (bytes) => {
    const isLarge = bytes >= 1e6;
    const amount = Math.max(1, Math.round(bytes / (isLarge ? 1e5 : 1e3))) / (isLarge ? 10 : 1);
    return say(isLarge ? 'inventories.mb' : 'inventories.kb', { amount: numberFormat(locale, {}).format(amount) });
  };
}

/** Tonnes to the tonne, or to six digits: where two figures are held against each other, three digits would hide the difference. */
export function exactTonnes({ locale, say }: Language, tonnes: number): string {
  const options = Math.abs(tonnes) >= 1e5 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 6 };
  return joined({ number: numberFormat(locale, options).format(tonnes), unit: say('unit.t') });
}

/** A figure in tonnes, or the key in its place. */
export function reportedText(language: Language, value: Reported | undefined): string {
  const { say } = language;
  if (value === undefined) return say('inventories.absent');
  if (!isMissing(value)) return exactTonnes(language, value);
  const key = formatNotation(value);
  return key === 'unknown' ? say('inventories.open') : key;
}

/** A text with what of it is ours in the reader's language, also the reason behind a key: `NE (no meter)`. */
function keyedText({ phrase }: Language, text: string): string {
  const [, key, reason] = /^([A-Z]{1,2}(?: \([^)]*\))?) \((.*)\)$/s.exec(text) ?? [];
  return key === undefined ? phrase(text) : `${key} (${phrase(reason!)})`;
}

/** The value of a cell as it is shown; a dash for nothing. */
export function cellText(language: Language, cell: CellName, value: CellValue): string {
  const { say, locale, catalogue } = language;
  if (value === undefined) return '–';
  if (typeof value === 'number') {
    return cell === 'result'
      ? exactTonnes(language, value)
      : numberFormat(locale, { maximumSignificantDigits: 9 }).format(value);
  }
  if (cell === 'carrier') return carrierName(language, value);
  if (cell === 'activity') return activityName(language, value);
  const named = `inventories.provenance.${value}`;
  return cell === 'provenance' && hasKey(catalogue, named) ? say(named) : keyedText(language, value);
}

/** The name of a row: reference, what it is, carrier and activity. */
export function rowText(language: Language, { ref, activity }: Pick<InventoryRow, 'ref' | 'activity'>): string {
  const more = [
    carrierName(language, activity?.carrier ?? ''),
    activityName(language, activity?.activity ?? ''),
  ].filter((part) => part !== '');
  return [`${ref} ${refName(language, ref)}`, ...more].join(' · ');
}
