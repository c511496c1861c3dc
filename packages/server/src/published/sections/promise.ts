/** What the city promises, how far its plan gets, and whether that is enough for the Paris Agreement. */
import { operationPath, type Outcome, type Plan, type TargetPath } from '@thousand-cities/model';
import { lineChart, type Line } from '../chart.ts';
import type { PromiseFacts, Verdict, YearFacts } from '../facts/promise.ts';
import type { Html, Language } from '../language.ts';
import { asked, chart, figure, list, paragraph, section, sentence, table, type Context, type Said } from '../parts.ts';

export function promiseSection(context: Context, plan: Plan, outcome: Outcome, facts: PromiseFacts): Html {
  const { language } = context;
  return section('promise', language.say('published.promise'), [
    paragraph(
      language.say('published.promise.target', {
        name: `<b>${language.say(`target.${facts.main.kind}`)}</b>`,
        text: language.say(`target.${facts.main.kind}.text`),
      }),
    ),
    list(ceilings(context, outcome, facts)),
    paragraph(kept(context, outcome, facts)),
    certainty(context, facts),
    pathway(context, plan, outcome, facts),
    enough(context, facts),
  ]);
}

/** The ceilings of the target's own years, or its budget. */
function ceilings(context: Context, outcome: Outcome, { main, years }: PromiseFacts): readonly Html[] {
  const { language } = context;
  const { say } = language;
  const budget = main.budget
    ? [
        say('published.promise.budget', {
          tonnes: figure(context, `targets.${main.id}.budget`, written(language, main)(main.budget.tonnes)),
          year: language.year(main.budget.fromYear),
        }),
      ]
    : [];
  const base = main.emissions[0]!;
  const named = years.filter(({ year }) => main.milestones.includes(year));
  return [
    ...budget,
    ...named.map(({ year, ceiling }) =>
      say(ceiling === 0 ? 'published.promise.zero' : 'published.promise.ceiling', {
        year: language.year(year),
        ceiling: figure(context, `emissions.target.${year}`, written(language, main)(ceiling ?? 0)),
        cut: base > 0 ? figure(context, changePath('target', year, outcome), language.percent(1 - (ceiling ?? 0) / base)) : '–', // prettier-ignore
        base: language.year(outcome.years[0]!),
      }),
    ),
  ];
}

/** Tonnes as a target counts them. */
const written = (language: Language, { counts }: TargetPath) => (counts === 'co2' ? language.co2 : language.co2e);

/** The path of a change against the base year. */
const changePath = (which: 'plan' | 'bau' | 'target', year: number, { years }: Outcome): string =>
  operationPath('change', `emissions.${which}.${year}`, `emissions.${which}.${years[0]}`);

/** By how much a ceiling is missed, or that it is kept. */
function verdictText(context: Context, verdict: Verdict, target: TargetPath, key: string): Html {
  const { language } = context;
  const { say } = language;
  const tonnes = written(language, target);
  if (verdict.kept) return say(`${key}.kept`);
  if ('overBudget' in verdict)
    return say(`${key}.overBudget`, { over: figure(context, `overBudget.${target.id}`, tonnes(verdict.overBudget)) });
  return say(`${key}.missed`, {
    year: language.year(verdict.year),
    over: figure(context, `gap.${target.id}.${verdict.year}`, tonnes(verdict.over)),
  });
}

function kept(context: Context, outcome: Outcome, { verdict, main, years }: PromiseFacts): Html {
  const look = verdict.kept ? 'meet' : 'miss';
  return `<strong class="${look}">${verdictText(context, verdict, main, 'published.promise')}</strong> ${reach(context, outcome, years.at(-1)!)}`;
}

/** How far the plan gets in a year, against the base year. */
export function reach(context: Context, outcome: Outcome, { year, plan, change }: YearFacts): Html {
  const { language } = context;
  const key = change === undefined ? 'unknown' : change <= 0 ? 'less' : 'more';
  return language.say(`published.promise.reach.${key}`, {
    year: language.year(year),
    plan: figure(context, `emissions.plan.${year}`, language.co2e(plan)),
    change: figure(context, changePath('plan', year, outcome), language.percent(Math.abs(change ?? 0))),
  });
}

function certainty(context: Context, { years }: PromiseFacts): Html {
  const { language } = context;
  const lines = years.flatMap(({ year, range, chance }) => {
    if (!range) return [];
    const values = {
      year: language.year(year),
      low: figure(context, `fan.plan.p05.${year}`, language.co2e(range[0])),
      high: figure(context, `fan.plan.p95.${year}`, language.co2e(range[1])),
    };
    if (chance === undefined) return [language.say('published.certainty.range', values)];
    return [language.say('published.certainty.chance', { ...values, chance: chanceFigure(context, year, chance) })];
  });
  return lines.length === 0 ? '' : paragraph(language.say('published.certainty')) + list(lines);
}

export const chanceFigure = (context: Context, year: number, chance: number): Html =>
  figure(context, `probability.meetsTarget.${year}`, context.language.percent(chance));

function pathway(context: Context, plan: Plan, outcome: Outcome, { main, years: looked }: PromiseFacts): Html {
  const { language } = context;
  const { years, emissions, fan } = outcome;
  const title = pathwayTitle(context, outcome, looked.at(-1)!);
  // A ceiling of CO2 alone is no line among CO2e.
  const shown = (['bau', 'plan', 'target'] as const).filter((which) => which !== 'target' || main.counts === 'co2e');
  const drawn = lineChart({
    title: title.plain,
    years,
    lines: shown.map((which): Line => ({ label: language.plain(`published.line.${which}`), look: which, values: emissions[which] })), // prettier-ignore
    ...(fan && { band: { low: fan.plan.p05, high: fan.plan.p95 } }),
    yearTicks: ticksOf(years).map((year) => ({ at: year, label: language.year(year) })),
    write: (value) => language.tick(value),
  });
  const rows = years
    .filter((year) => year === years[0] || year % 5 === 0 || year === years.at(-1))
    .map((year) => [
      language.year(year),
      ...shown.map((which) =>
        figure(context, `emissions.${which}.${year}`, language.co2e(emissions[which][years.indexOf(year)]!)),
      ),
    ]);
  const columns = [language.say('table.year'), ...shown.map((which) => language.say(`published.line.${which}`))];
  const note = language.say(fan ? 'published.pathway.noteBand' : 'published.pathway.note', {
    year: language.year(plan.baseline.baseYear),
  });
  return chart(context, title, drawn, { columns, rows }, note);
}

/** What the lines show: which way emissions go with the plan, and without it. */
function pathwayTitle(context: Context, outcome: Outcome, last: YearFacts): Said {
  const { language } = context;
  const { emissions } = outcome;
  const base = emissions.bau[0]!;
  if (last.change === undefined || base <= 0) return sentence(context, 'published.pathway.none');
  const said = (which: 'plan' | 'bau', change: number, alone: Said | string = '') =>
    sentence(
      context,
      `published.pathway.${which}.${Math.abs(change) < 0.005 ? 'stays' : change < 0 ? 'falls' : 'rises'}`,
      {
        year: language.year(last.year),
        change: asked(context, changePath(which, last.year, outcome), language.percent(Math.abs(change))),
        alone,
      },
    );
  return said('plan', last.change, said('bau', last.bau / base - 1));
}

/** The first year, every tenth, and the last. */
export function ticksOf(years: readonly number[]): readonly number[] {
  return spaced(years.filter((year, y) => y === 0 || year % 10 === 0 || y === years.length - 1));
}

/** Years of which none stands closer than a sixth of all to the one before. */
export function spaced(years: readonly number[]): readonly number[] {
  const span = years.at(-1)! - years[0]!;
  return years.filter((year, i) => i === 0 || (year - years[i - 1]!) * 6 >= span);
}

function enough(context: Context, { paris, yardsticks }: PromiseFacts): Html {
  const { language } = context;
  const { say } = language;
  const keptCount = yardsticks.filter(({ verdict }) => verdict.kept).length;
  const values = { kept: language.whole(keptCount), count: language.whole(yardsticks.length) };
  const answer = `<strong class="${paris === 'all' ? 'meet' : 'miss'}">${say(`published.paris.${paris}`, values)}</strong>`;
  const rows = yardsticks.map(({ id, kind, verdict, path }) => [
    say(`target.${kind}`),
    firstLimit(context, id, path),
    verdictText(context, verdict, path, 'published.yardstick'),
  ]);
  const columns = ['published.paris.ceiling', 'published.paris.first', 'published.paris.plan'].map((key) => say(key));
  return `<h3>${say('published.paris')}</h3>${paragraph(`${answer} ${say('published.paris.why')}`)}${rows.length === 0 ? '' : table(say('published.paris.table'), columns, rows)}${paragraph(say('published.paris.limits'), 'note')}`;
}

/** What a ceiling allows in the first year that it names; a budget names none. */
function firstLimit(context: Context, id: string, { milestones, years, emissions, counts }: TargetPath): Html {
  const [year] = milestones;
  const limit = year === undefined ? undefined : emissions[years.indexOf(year)];
  if (year === undefined || limit === undefined || counts === 'co2') return '';
  const { language } = context;
  return `${figure(context, `targets.${id}.${year}`, language.co2e(limit))} <small>${language.year(year)}</small>`;
}
