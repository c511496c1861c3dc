/** The claim's answer as text and table, for the state in which the page begins. */
import {
  bandInYear,
  CLAIM_END_YEAR,
  claimFindingOf,
  DEFAULT_CLAIM,
  type ClaimAnswer,
  type ClaimRange,
} from '@thousand-cities/model';
import { decimals, html, percent, say, table, tonnes, type Words } from './shell-text.ts';

/** Heading, sentence and figures. Without an answer, which is on its way or could not be had, it says so. */
export function claimSection(
  answer: ClaimAnswer | undefined,
  locale: string,
  words: Words,
  level: 'h1' | 'h2' = 'h1',
): string {
  const title = `<${level}>${html(words, 'claim.title')}</${level}>`;
  if (!answer) return `<section class="claim-shell">${title}<p class="quiet">${html(words, 'shell.claim.waiting')}</p></section>`; // prettier-ignore
  return `<section class="claim-shell">${title}${sentence(answer, locale, words)}${figures(answer, locale, words)}
    <p class="quiet">${html(words, 'shell.claim.more')}</p></section>`;
}

/** The same words as on the page, where they need no forms of number. */
function sentence(answer: ClaimAnswer, locale: string, words: Words): string {
  const { climate, world, tonnes: summed } = answer;
  const { verdict, rest, peak } = claimFindingOf(answer);
  if (!climate || !world) return '';
  const inEnd = (which: 'plans' | 'reference') =>
    bandInYear(climate.years, which === 'plans' ? climate.ghgOnly.warming : climate.reference, CLAIM_END_YEAR).middle;
  const detail = html(words, 'claim.detail.climate', {
    who: say(words, 'shell.claim.who', { count: new Intl.NumberFormat(locale).format(summed.cities) }),
    aim: say(words, `claim.aim.${DEFAULT_CLAIM.ambition.kind}`),
    start: String(DEFAULT_CLAIM.startYear),
    kept: '',
    plans: decimals(inEnd('plans'), 2, locale),
    reference: decimals(inEnd('reference'), 2, locale),
  });
  const others = [
    ...(peak ? [html(words, 'claim.rest.peak', { year: String(peak.year), warming: decimals(peak.warming, 2, locale) })] : []), // prettier-ignore
    ...(rest ? [html(words, `claim.rest.${rest}`, { cut: percent(world.restCut2050, locale), gap: percent(Math.max(0, world.gapShare2050), locale) })] : []), // prettier-ignore
  ].join(' ');
  return `<p class="finding"><strong>${html(words, `claim.verdict.${verdict}`)}</strong> ${detail}</p>
    <p class="claim-rest"><strong>${html(words, 'claim.rest')}</strong> ${others}</p>`;
}

function figures({ tonnes: summed, world, climate }: ClaimAnswer, locale: string, words: Words): string {
  if (!climate || !world) return '';
  const range = ({ low, high }: ClaimRange) => `${decimals(low, 3, locale)} … ${decimals(high, 3, locale)}`;
  const kelvin = html(words, 'unit.kelvin');
  const cooler = (year: 2050 | 2100) => {
    const { [`avoided${year}` as const]: avoided } = climate.ghgOnly;
    const { [`avoided${year}` as const]: polluted } = climate.withCoEmitted;
    const label = html(words, 'claim.key.degrees', { year: String(year) });
    return [
      [label, `${decimals(avoided.middle, 3, locale)} ${kelvin}`, range(avoided)],
      [`${label} · ${html(words, 'shell.claim.pollutants')}`, `${decimals(polluted.middle, 3, locale)} ${kelvin}`, range(polluted)], // prettier-ignore
    ];
  };
  return table(
    html(words, 'shell.claim.table'),
    ['', 'shell.claim.value', 'shell.claim.range'].map((key) => (key === '' ? '' : html(words, key))),
    [
      [html(words, 'claim.key.avoided', { year: '2030' }), tonnes(summed.by2030, locale, words), ''],
      [html(words, 'claim.key.avoided', { year: '2050' }), tonnes(summed.by2050, locale, words), ''],
      [html(words, 'claim.key.world'), percent(world.citiesShare, locale), ''],
      [html(words, 'claim.key.gap', { year: '2050' }), percent(world.gapShare2050, locale), ''],
      ...cooler(2050),
      ...cooler(2100),
    ],
  );
}
