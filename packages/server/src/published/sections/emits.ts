/** What the city emits, in sentences: how much, from what, how well it is known, and what is not. */
import { operationPath, type Plan, type Provenance, type Source } from '@thousand-cities/model';
import { barChart, type Bar } from '../chart.ts';
import { countsSector, type EmitsFacts } from '../facts/emits.ts';
import type { Html, Language } from '../language.ts';
import { asked, chart, figure, paragraph, section, sentence, type Context } from '../parts.ts';

/** Provenances that are not the city's own figure. */
const ESTIMATED: readonly Provenance[] = ['default', 'assumption'];
const MOST_SOURCES = 4;

export function emitsSection(
  context: Context,
  city: string,
  facts: EmitsFacts,
  sources: Plan['sources'] | undefined,
): Html {
  const { language } = context;
  return section('emits', language.say('published.emits', { city: language.text(city) }), [
    paragraph(total(context, city, facts)),
    drawing(context, facts),
    paragraph(standing(context, facts)),
    paragraph(gaps(context, facts)),
    paragraph(counted(context, facts, sources), 'note'),
  ]);
}

/** The path of a total, or of a part of it, for who asks where it comes from. */
export const totalPath = ({ boundary }: EmitsFacts, part = ''): string => `inventory.${boundary}${part && `.${part}`}`;

function total(context: Context, city: string, facts: EmitsFacts): Html {
  const { language } = context;
  const { say } = language;
  const values = {
    city: language.text(city),
    year: language.year(facts.year),
    tonnes: figure(context, totalPath(facts), language.co2e(facts.tonnes)),
  };
  const head = say('published.emits.total', values);
  const perHead =
    facts.perHead === undefined || facts.population === undefined
      ? say('published.emits.nobody')
      : say('published.emits.perHead', {
          perHead: figure(context, totalPath(facts, 'perHead'), language.number(facts.perHead)),
          people: figure(context, 'inventory.population', language.whole(facts.population)),
        });
  const range =
    facts.interval === undefined
      ? say('published.emits.noInterval')
      : say('published.emits.interval', {
          low: figure(context, totalPath(facts, 'low'), language.co2e(facts.interval.low)),
          high: figure(context, totalPath(facts, 'high'), language.co2e(facts.interval.high)),
        });
  return `${head} ${perHead} ${range}`;
}

function drawing(context: Context, facts: EmitsFacts): Html {
  const { language } = context;
  const { plain, say } = language;
  const shown = facts.sectors.filter(({ sector }) => countsSector(facts.boundary, sector));
  const [largest] = shown;
  const name = (sector: string) => plain(`sector.${sector}`);
  const lacking = (open: boolean) => plain(open ? 'published.missing' : 'published.none');
  const sectorPath = (sector: string) => totalPath(facts, `sector.${sector}`);
  const sharePath = (sector: string) => operationPath('share', sectorPath(sector), totalPath(facts));
  const title =
    largest?.share === undefined
      ? sentence(context, 'published.emits.chart.none')
      : sentence(context, 'published.emits.chart', {
          sector: name(largest.sector),
          share: asked(context, sharePath(largest.sector), language.percent(largest.share)),
        });
  const bars = shown.map(({ sector, open, tonnes, share }): Bar => {
    const written = tonnes === undefined ? lacking(open) : language.co2e(tonnes);
    const text = share === undefined ? written : `${written} · ${language.percent(share)}`;
    return { label: name(sector), text, value: tonnes, look: `s-${sector}` };
  });
  const rows = shown.map(({ sector, open, tonnes, share }) => [
    language.text(name(sector)),
    tonnes === undefined ? language.text(lacking(open)) : figure(context, sectorPath(sector), language.co2e(tonnes)),
    share === undefined ? '' : figure(context, sharePath(sector), language.percent(share)),
  ]);
  const columns = [say('table.sector'), say('published.emissions'), say('published.share')];
  return chart(context, title, barChart(title.plain, bars), { columns, rows });
}

/** How much of it the city knows itself. */
function standing(context: Context, facts: EmitsFacts): Html {
  const { language } = context;
  const { standing: shares, quality } = facts;
  if (shares.length === 0) return language.say('published.emits.standing.unknown');
  const estimated = shares.reduce(
    (sum, { provenance, share }) => (ESTIMATED.includes(provenance) ? sum + share : sum),
    0,
  );
  const key = estimated > 0.995 ? 'all' : estimated < 0.005 ? 'none' : 'part';
  const said = language.say(`published.emits.standing.${key}`, {
    estimated: figure(context, totalPath(facts, 'estimated'), language.percent(estimated)),
    own: figure(context, totalPath(facts, 'own'), language.percent(1 - estimated)),
  });
  const high = quality.find((each) => each.quality === 'H')?.share ?? 0;
  const low = quality.find((each) => each.quality === 'L')?.share ?? 0;
  if (quality.length === 0) return said;
  const grades = language.say('published.emits.quality', {
    high: figure(context, totalPath(facts, 'quality.H'), language.percent(high)),
    low: figure(context, totalPath(facts, 'quality.L'), language.percent(low)),
  });
  return `${said} ${grades}`;
}

function gaps({ language }: Context, { gaps: open }: EmitsFacts): Html {
  if (open.length === 0) return language.say('published.emits.complete');
  const names = open.map((subsector) => language.plain(`subsector.${subsector}`));
  return language.say('published.emits.gaps', { names: language.text(language.list(names)) });
}

function counted({ language }: Context, facts: EmitsFacts, sources: Plan['sources'] | undefined): Html {
  const { say, plain, text } = language;
  const method = say('published.emits.method', {
    boundary: text(plain(`boundary.${facts.boundary}`)),
    gwp: text(facts.gwpSet),
  });
  const named = facts.sources.slice(0, MOST_SOURCES).map((id) => sourceText(language, sources?.[id], id));
  if (named.length === 0) return `${method} ${say('published.emits.noSources')}`;
  return `${method} ${say('published.emits.sources', { sources: text(named.join('; ')) })}`;
}

/** A source in one line; one that the plan does not describe is named by its id. Titles are cited as published; our own are words of ours. */
export function sourceText({ phrase }: Language, source: Source | undefined, id: string): string {
  if (source === undefined) return id;
  return `${phrase(source.title)} (${[source.publisher, source.year > 0 ? String(source.year) : ''].filter((part) => part !== '').join(', ')})`;
}
