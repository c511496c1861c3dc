/** What the plan costs: in all, each year, for a resident, and who pays. */
import { barChart, columnChart } from '../chart.ts';
import type { CostFacts } from '../facts/cost.ts';
import type { Html } from '../language.ts';
import { chart, figure, paragraph, section, strong, type Context } from '../parts.ts';

/** How many people the household of the example has. Sizes of households are not among a plan's figures. */
const HOUSEHOLD = 4;

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
        rate: language.text(language.percent(facts.discountRate)),
      }),
      'note',
    ),
  ]);
}

function invested(context: Context, facts: CostFacts): Html {
  const { language } = context;
  const head = language.say('published.cost.capital', {
    capital: strong(language, language.euros(facts.capital)),
    from: language.year(facts.from),
    to: language.year(facts.to),
    perYear: strong(language, language.euros(facts.capitalPerYear)),
  });
  const each = facts.perResidentYear;
  if (each === undefined) return `${head} ${language.say('published.cost.nobody')}`;
  return `${head} ${language.say('published.cost.each', {
    resident: strong(language, language.euros(each)),
    household: strong(language, language.euros(each * HOUSEHOLD)),
    people: language.whole(HOUSEHOLD),
  })}`;
}

function running(context: Context, facts: CostFacts): Html {
  const { language } = context;
  const bills = language.say(facts.billSaved >= 0 ? 'published.cost.running' : 'published.cost.runningMore', {
    operating: strong(language, language.euros(facts.operating)),
    bills: strong(language, language.euros(Math.abs(facts.billSaved))),
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
  const title = plain('published.cost.payers', { who: name(most.who), share: language.percent(most.share) });
  const bars = byPayer.map(({ who, capital: paid, share }) => ({
    label: name(who),
    text: `${language.euros(paid)} · ${language.percent(share)}`,
    value: paid,
    look: `p-${who}`,
  }));
  const rows = byPayer.map(({ who, capital: paid, share }) => [
    text(name(who)),
    text(language.euros(paid)),
    text(language.percent(share)),
  ]);
  const columns = [say('published.cost.who'), say('published.cost.pays'), say('published.share')];
  return chart(context, text(title), barChart(title, bars), { columns, rows }, say('published.cost.payersNote'));
}

function periods(context: Context, { periods: spans, capital }: CostFacts): Html {
  const { language } = context;
  const { plain, say, text } = language;
  const most = spans.reduce((largest, each) => (each.capital > largest.capital ? each : largest), spans[0]!);
  if (capital <= 0 || spans.length < 2) return '';
  const span = ({ from, to }: { readonly from: number; readonly to: number }) =>
    from === to ? language.year(from) : `${language.year(from)}–${language.year(to)}`;
  const title = plain('published.cost.when', { span: span(most), share: language.percent(most.capital / capital) });
  const columns = spans.map((each) => ({
    label: span(each).replace(/–\d\d(\d\d)$/, '–$1'),
    text: language.percent(each.capital / capital),
    value: each.capital,
    look: 'p-city',
  }));
  const rows = spans.map((each) => [text(span(each)), text(language.euros(each.capital))]);
  return chart(context, text(title), columnChart(title, columns), {
    columns: [say('published.cost.years'), say('cost.capital')],
    rows,
  });
}
