/** What the network pages say of a city and of a sum, in the reader's language. */
import type { PledgeStep, ThousandData } from '@thousand-cities/model';
import type { Language } from '../../i18n/context.tsx';
import { hasKey } from '../../i18n/messages.ts';
import { joined, numberFormat } from '../../i18n/numbers.ts';
import { groupName } from '../../shared/group-name.ts';
import type { GapTarget } from './query.ts';
import type { CityLine, RowNames } from './rows.ts';
import type { Totals } from './totals.ts';

/** Three digits, trailing noughts kept, so that a column can be read down: `12.7`, `8.00`, `0.342`. */
export function threeDigits(value: number, locale: string): string {
  if (value === 0) return numberFormat(locale, {}).format(0);
  return numberFormat(locale, { minimumSignificantDigits: 3, maximumSignificantDigits: 3 }).format(value);
}

/** Tonnes as millions of tonnes: one unit for a whole column. */
export const megatonnes = (tonnes: number, locale: string): string => threeDigits(tonnes / 1e6, locale);

/** A share as per cent with its sign: what is added or taken away. */
export function change(share: number, locale: string): string {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format(share);
}

/** Names of countries and groups for the rows. */
export const rowNames = (language: Language): RowNames => ({
  country: language.country,
  group: (id, english) => groupName(language, id, english),
});

/** Name of a target to take the gap to. */
export const targetName = ({ say }: Language, target: GapTarget): string =>
  say(target === 'pledged' ? 'network.target.pledged' : `target.${target}`);

/** `2021`, or `2015 to 2021`. */
export function yearsWords({ say, year }: Language, { oldest, newest }: { oldest: number; newest: number }): string {
  if (oldest === newest) return year(oldest);
  return say('network.years', { oldest: year(oldest), newest: year(newest) });
}

/** How much of a sum is reported, how much estimated, and how old it is. Empty for no cities. */
export function qualityWords(language: Language, { reportedShare, years }: Totals): string {
  if (years === null || reportedShare === null) return '';
  const { say, percent } = language;
  const values = { years: yearsWords(language, years), share: percent(reportedShare) };
  if (reportedShare === 0) return say('network.quality.none', values);
  return say(reportedShare === 1 ? 'network.quality.all' : 'network.quality.part', values);
}

/** How far the truth may lie from the figure, both ways; undefined for a figure of nought. */
export function spreadWords({ say, locale }: Language, { tonnes, low, high }: CityLine): string | undefined {
  if (tonnes <= 0) return undefined;
  return say('network.spread', { low: change(low / tonnes - 1, locale), high: change(high / tonnes - 1, locale) });
}

/** What a city has stated, or that it has not, or that nobody looked. */
export function pledgeWords(language: Language, { pledge, pledgeState }: CityLine): string {
  const { say } = language;
  if (!pledge) return say(`network.pledge.${pledgeState}`);
  const last = pledge.steps.at(-1);
  return last ? stepWords(language, last) : say('network.pledge.noFigure');
}

function stepWords({ say, year, locale }: Language, { year: by, cut, from, baseline }: PledgeStep): string {
  if (cut >= 1) return say('network.pledge.zero', { year: year(by) });
  const values = { cut: change(-cut, locale), year: year(by) };
  if (from === 'bau') return say('network.pledge.cutBau', values);
  if (baseline === undefined) return say('network.pledge.cut', values);
  return say('network.pledge.cutFrom', { ...values, baseline: year(baseline) });
}

/** How binding a stated target is; undefined where there is none. */
export function pledgeStatus({ say, catalogue }: Language, { pledge }: CityLine): string | undefined {
  const key = `network.pledge.${pledge?.status.replaceAll(' ', '-')}`;
  return pledge && hasKey(catalogue, key) ? say(key) : undefined;
}

/** The words of a sum: people and emissions. */
export function sumValues({ people, co2e }: Language, totals: Totals) {
  return { count: totals.cities, people: people(totals.population), emissions: joined(co2e(totals.tonnes)) };
}

/** Where the figures come from, in one line. */
export const sourceWords = ({ say }: Language, { reference, licence }: ThousandData): string =>
  say('network.source', { reference: reference.id, licence });
