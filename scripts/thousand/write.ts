/** The report on the thousand as Markdown. */
import { LAWS } from './laws.ts';
import type { CityRecord } from './run-city.ts';

const TITLES: Readonly<Record<string, string>> = {
  'race-to-zero': 'Race to Zero (fair share of 50 % by 2030, net zero by 2050)',
  'pathway-to-paris': 'Pathway to Paris (zero by 2040)',
};

/** Value below which a share of the records lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? NaN;
  const above = sorted[Math.ceil(at)] ?? NaN;
  return below + (above - below) * (at - Math.floor(at));
}

const median = (records: readonly CityRecord[], figure: (record: CityRecord) => number): number =>
  quantile(records.map(figure), 0.5);
const percent = (share: number): string => `${(100 * share).toFixed(share < 0.1 && share > 0 ? 1 : 0)} %`;
const money = (value: number): string => (Number.isFinite(value) ? value.toFixed(0) : '–');

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

/** The whole report. `refused` are cities for which no plan could be drafted, with the reason. */
export function reportOf(
  records: readonly CityRecord[],
  refused: readonly { readonly city: string; readonly message: string }[],
): string {
  const targets = [...new Set(records.filter((record) => !record.isLimited).map((record) => record.target))];
  const sections = targets.map((target) =>
    targetSection(
      TITLES[target] ?? target,
      records.filter((record) => record.target === target && !record.isLimited),
    ),
  );
  return [
    '# The thousand: can they reach the target, at what cost, and what holds them back?',
    intro(records, refused.filter(({ city }) => city.endsWith(', race-to-zero')).length),
    ...sections,
    limitedSection(records.filter((record) => record.isLimited)),
    lawSection(records),
    refusedSection(refused),
    '## What this is not\n\nEvery inventory here is a starter inventory from national and city figures, and every action has default sizes and costs for the country’s climate and income group. The report says what the model and its library hold for cities of these kinds; it is no statement about any one city, whose own inventory and costs replace the defaults.',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function intro(records: readonly CityRecord[], refused: number): string {
  const cities = records.filter((record) => record.target === 'race-to-zero' && !record.isLimited).length + refused;
  const seconds = records.map((record) => record.seconds);
  const quick = records.map((record) => record.quickSeconds);
  return [
    'Written by `node scripts/run.mjs scripts/thousand-report.ts`; method: [the optimal plan](../methods/portfolio.md).',
    `For ${cities === 1000 ? 'each' : `${cities}`} of the [thousand](../methods/the-thousand.md)${cities === 1000 ? '' : ' (every ' + Math.round(1000 / cities) + 'th by size)'} a plan is drafted (starter inventory, default drivers, every library action that applies) and optimised: sizes ⅓, ⅔ and 1, start years 2027 to 2050, the ceiling held in the years that the target names (for Race to Zero 2030 and 2050) and in every year after the last of them. Where no plan keeps it, the closest is taken: least Σ of tonnes above the ceilings.`,
    `Time per city on the machine that wrote this, shared with other work: optimum median ${quantile(seconds, 0.5).toFixed(1)} s, 95 % within ${quantile(seconds, 0.95).toFixed(1)} s; quick plan median ${quantile(quick, 0.5).toFixed(2)} s.`,
  ].join('\n\n');
}

function targetSection(title: string, records: readonly CityRecord[]): string {
  const regions = [...new Set(records.map((record) => record.region))].sort();
  const met = records.filter((record) => record.meetsTarget).length;
  const proven = records.filter((record) => ['gap', 'optimal', 'infeasible'].includes(record.stop)).length;
  const rows = [...regions, 'all'].map((region) => {
    const group = region === 'all' ? records : records.filter((record) => record.region === region);
    const perTonne = group.flatMap((record) => (record.perTonne === null ? [] : [record.perTonne]));
    return [
      region,
      group.length,
      group.filter((record) => record.meetsTarget).length,
      // Only Race to Zero is held in 2030.
      group[0]?.target === 'race-to-zero' ? group.filter((record) => record.meets2030).length : '–',
      percent(median(group, (record) => record.shareReached)),
      percent(median(group, (record) => record.leftOfBase)),
      percent(median(group, (record) => record.leftOfBau)),
      money(quantile(perTonne, 0.5)),
      `${money(quantile(perTonne, 0.1))} … ${money(quantile(perTonne, 0.9))}`,
    ];
  });
  return [
    `## ${title}`,
    `${met} of ${records.length} cities keep the ceiling in every year it is held, with the library’s actions and without buying offsets; ${proven} answers are proven (1 % gap, or proof that the target is out of reach), the others stopped at the node limit.`,
    table(
      [
        'region',
        'cities',
        'keep every ceiling',
        'keep the one of 2030',
        'of the reduction asked, median',
        'left in 2050, of base year',
        'left in 2050, of business-as-usual',
        'EUR/t, median',
        'EUR/t, 10 … 90 %',
      ],
      rows,
    ),
    'EUR/t is net present cost (4 % real; bills saved and what capital is still worth at the horizon counted) per tonne saved to 2050, joint model; negative saves money.',
    bindingSection(records.filter((record) => !record.meetsTarget)),
  ].join('\n\n');
}

function bindingSection(missed: readonly CityRecord[]): string {
  if (missed.length === 0) return 'No city misses it.';
  const early = missed.filter((record) => record.missedTo !== undefined && record.missedTo < 2040).length;
  const late = missed.filter((record) => record.lastYearShare > 0 && (record.missedFrom ?? 0) >= 2040).length;
  const uses = new Map<string, { cities: number; share: number }>();
  for (const record of missed) {
    const all = Object.values(record.remaining).reduce((sum, tonnes) => sum + tonnes, 0);
    for (const [use, tonnes] of Object.entries(record.remaining)) {
      const known = uses.get(use) ?? { cities: 0, share: 0 };
      uses.set(use, { cities: known.cities + 1, share: known.share + tonnes / all });
    }
  }
  const top = [...uses].sort((a, b) => b[1].share - a[1].share).slice(0, 12);
  return [
    `**What binds where it is missed** (${missed.length} cities). Only before 2040, by the speed of adoption and of stock turnover: ${early}. Only from 2040 on, by what no action removes: ${late}. Both: ${missed.length - early - late}. Median of what still lies above the ceiling in the last year: ${percent(
      quantile(
        missed.map((record) => record.lastYearShare),
        0.5,
      ),
    )} of the base year.`,
    'Cells that remain in the year furthest above its ceiling (the largest, making up 80 % of what is left), by GPC reference and use:',
    table(
      ['reference and use', 'cities', 'share of what remains, mean over cities that miss'],
      top.map(([use, { cities, share }]) => [use, cities, percent(share / missed.length)]),
    ),
  ].join('\n\n');
}

function limitedSection(records: readonly CityRecord[]): string {
  if (records.length === 0) return '';
  const using = (kind: string): number => records.filter((record) => record.limitsInUse.includes(kind)).length;
  const met = records.filter((record) => record.meetsTarget).length;
  const kept = records.filter((record) => record.breaches.every(({ law }) => law !== 'limits')).length;
  return `## With limits on capital, staff and benefits\n\nEvery tenth city again with Race to Zero, with at most 60 % of the capital and of the staff that its quick plan needs in its busiest year, and at least 90 % of that plan’s share of benefits for low-income groups. ${met} of ${records.length} reach the target; capital is used to the full in ${using('capital')}, staff in ${using('staff')}, and the floor on benefits binds in ${using('low-income')}. Every limit is kept in ${kept} of the ${records.length}.`;
}

function lawSection(records: readonly CityRecord[]): string {
  const rows = Object.entries(LAWS).map(([law, words]) => {
    const broken = records.filter((record) => record.breaches.some((breach) => breach.law === law));
    const names = broken.slice(0, 3).map((record) => record.city);
    return [words, records.length - broken.length, broken.length === 0 ? '–' : `${broken.length}: ${names.join(', ')}`];
  });
  return `## Laws\n\nChecked on every plan of this report (${records.length}), from the plan itself and not from the optimiser’s figures.\n\n${table(['law', 'held', 'broken'], rows)}`;
}

function refusedSection(refused: readonly { readonly city: string; readonly message: string }[]): string {
  if (refused.length === 0) return '';
  const lines = refused.map(({ city, message }) => `- ${city}: ${message}`);
  return `## Not drafted\n\n${refused.length} runs ended in a refusal:\n\n${lines.join('\n')}`;
}
