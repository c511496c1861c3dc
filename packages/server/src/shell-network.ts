/** The thousand and their regions as tables. */
import { selectCities, type ThousandData } from '@thousand-cities/model';
import { cityLine, groupLine, type NetworkLine } from './network-sums.ts';
import { compact, escapeHtml, html, table, tonnes, type Words } from './shell-text.ts';

const SHOWN = 50;

/** The largest fifty cities, and the sum of every region. */
export function networkSection(data: ThousandData, locale: string, words: Words): string {
  return `<h1>${html(words, 'network.title')}</h1>
    <p class="lede">${html(words, 'shell.network.lede')}</p>
    ${regionTable(data, locale, words)}${cityTable(data, {}, locale, words)}`;
}

/** One region or network: its sum and its largest cities. */
export function regionSection(data: ThousandData, id: string, locale: string, words: Words): string {
  const name = groupName(data, id, words);
  const sum = groupLine(data, id);
  return `<nav class="trail"><a href="/network">${html(words, 'network.title')}</a></nav>
    <h1>${escapeHtml(name)}</h1>
    <p class="finding">${html(words, 'shell.region.sum', {
      cities: new Intl.NumberFormat(locale).format(sum.cities),
      people: compact(sum.people, locale),
      tonnes: tonnes(sum.tonnes, locale, words),
    })}</p>
    <p class="quiet">${html(words, 'shell.network.lede')}</p>${cityTable(data, { group: id }, locale, words)}`;
}

/** Name of a group in the reader's language. */
export function groupName(data: ThousandData, id: string, words: Words): string {
  return words[`group.${id}`] ?? data.groups.find((group) => group.id === id)?.name ?? id;
}

function regionTable(data: ThousandData, locale: string, words: Words): string {
  const rows = data.groups
    .map((group) => ({ id: group.id, line: groupLine(data, group.id) }))
    .sort((a, b) => b.line.tonnes - a.line.tonnes)
    .map(({ id, line }) => [
      `<a href="/network/region/${encodeURIComponent(id)}">${escapeHtml(groupName(data, id, words))}</a>`,
      new Intl.NumberFormat(locale).format(line.cities),
      ...figures(line, locale, words),
    ]);
  const columns = ['network.column.region', 'region.key.cities', 'network.column.population', 'network.column.tonnes'];
  return table(html(words, 'network.regions'), columns.map((key) => html(words, key)), rows); // prettier-ignore
}

function cityTable(data: ThousandData, selection: { readonly group?: string }, locale: string, words: Words): string {
  const countries = new Map(data.countries.map(({ iso3, iso2, name }) => [iso3, countryName(iso2, name, locale)]));
  const lines = selectCities(data, { ...selection, count: SHOWN }).map((place) => cityLine(data, place));
  const rows = lines.map((line) => [
    `<a href="/city/${encodeURIComponent(line.id)}">${escapeHtml(line.name)}</a> <span class="quiet">${escapeHtml(countries.get(line.iso3)!)}</span>`,
    ...figures(line, locale, words),
  ]);
  const columns = ['network.column.name', 'network.column.population', 'network.column.tonnes'];
  const caption = html(words, 'shell.network.largest', { count: String(lines.length) });
  return table(caption, columns.map((key) => html(words, key)), rows); // prettier-ignore
}

function figures({ people, tonnes: summed }: NetworkLine, locale: string, words: Words): readonly string[] {
  return [compact(people, locale), escapeHtml(tonnes(summed, locale, words))];
}

function countryName(iso2: string, english: string, locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' }).of(iso2);
  return name ?? english;
}
