/** What the plan costs: in all, each year, for a resident, and who pays. */
import { operationPath } from '@thousand-cities/model';
import { barChart, columnChart } from '../chart.ts';
import type { CostFacts } from '../facts/cost.ts';
import type { Html } from '../language.ts';
import { asked, chart, figure, paragraph, section, sentence, type Context } from '../parts.ts';

export function costSection(context: Context, facts: CostFacts | undefined): Html {
  const { language } = context;
  const title = language.say('published.cost');
  if (facts === undefined) return section('cost', title, [paragraph(language.say('published.cost.none'))]);
  return section('cost', title, [
    paragraph(invested(context, facts)),
    paragraph(running(context, facts)),
    payers(context, facts),
    periods(context, facts),
    paragraph(
      language.say('published.cost.note', {
        year: language.year(facts.priceYear),
        rate: figure(context, 'finance.discountRate', language.percent(facts.discountRate)),
      }),
      'note',
    ),
  ]);
}

function invested(context: Context, facts: CostFacts): Html {
  const { language } = context;
  const head = language.say('published.cost.capital', {
    capital: figure(context, 'cost.capital', language.euros(facts.capital)),
    from: language.year(facts.from),
    to: language.year(facts.to),
    perYear: figure(context, 'cost.capitalPerYear', language.euros(facts.capitalPerYear)),
  });
  const each = facts.perResidentYear;
  if (each === undefined) return `${head} ${language.say('published.cost.nobody')}`;
  return `${head} ${language.say('published.cost.each', {
    resident: figure(context, 'cost.capitalPerResidentYear', language.euros(each)),
  })}`;
}

function running(context: Context, facts: CostFacts): Html {
  const { language } = context;
  const bills = language.say(facts.billSaved >= 0 ? 'published.cost.running' : 'published.cost.runningMore', {
    operating: figure(context, 'cost.operating', language.euros(facts.operating)),
    bills: figure(context, 'cost.billSaved', language.euros(Math.abs(facts.billSaved))),
    to: language.year(facts.to),
  });
  const net = language.say(facts.npv < 0 ? 'published.cost.saves' : 'published.cost.costs', {
    npv: figure(context, 'cost.npv', language.euros(Math.abs(facts.npv))),
  });
  return `${bills} ${net}`;
}

function payers(context: Context, { byPayer, capital }: CostFacts): Html {
  const { language } = context;
  const { plain, say, text } = language;
  const [most] = byPayer;
  if (most === undefined || capital <= 0) return '';
  const name = (who: string) => plain(`published.payer.${who}`);
  const sharePath = (who: string) => operationPath('share', `cost.byPayer.${who}`, 'cost.capital');
  const title = sentence(context, 'published.cost.payers', {
    who: name(most.who),
    share: asked(context, sharePath(most.who), language.percent(most.share)),
  });
  const bars = byPayer.map(({ who, capital: paid, share }) => ({
    label: name(who),
    text: `${language.euros(paid)} · ${language.percent(share)}`,
    value: paid,
    look: `p-${who}`,
  }));
  const rows = byPayer.map(({ who, capital: paid, share }) => [
    text(name(who)),
    figure(context, `cost.byPayer.${who}`, language.euros(paid)),
    figure(context, sharePath(who), language.percent(share)),
  ]);
  const columns = [say('published.cost.who'), say('published.cost.pays'), say('published.share')];
  return chart(context, title, barChart(title.plain, bars), { columns, rows }, say('published.cost.payersNote'));
}

function periods(context: Context, { periods: spans, capital }: CostFacts): Html {
  const { language } = context;
  const { say, text } = language;
  const most = spans.reduce((largest, each) => (each.capital > largest.capital ? each : largest), spans[0]!);
  if (capital <= 0 || spans.length < 2) return '';
  const span = ({ from, to }: { readonly from: number; readonly to: number }) =>
    from === to ? language.year(from) : `${language.year(from)}–${language.year(to)}`;
  const path = (each: CostFacts['periods'][number]) => `cost.capital.${each.from}-${each.to}`;
  const sharePath = (each: CostFacts['periods'][number]) => operationPath('share', path(each), 'cost.capital');
  const title = sentence(context, 'published.cost.when', {
    span: span(most),
    share: asked(context, sharePath(most), language.percent(most.capital / capital)),
  });
  const columns = spans.map((each) => ({
    label: span(each).replace(/–\d\d(\d\d)$/, '–$1'),
    text: language.percent(each.capital / capital),
    value: each.capital,
    look: 'p-city',
  }));
  const rows = spans.map((each) => [
    text(span(each)),
    figure(context, path(each), language.euros(each.capital)),
    figure(context, sharePath(each), language.percent(each.capital / capital)),
  ]);
  return chart(context, title, columnChart(title.plain, columns), {
    columns: [say('published.cost.years'), say('cost.capital'), say('published.share')],
    rows,
  });
}
