/** The compared pathways: which plan leaves least, as the title. */
import { ChartFrame } from '../../charts/frame.tsx';
import type { TableData } from '../../charts/table.ts';
import { useLanguage, type Language } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import { CompareDraw, type ComparedLine } from './compare-draw.tsx';
import type { Compared } from './compare.tsx';

export function ComparedPathways({ plans }: { plans: readonly Compared[] }) {
  const language = useLanguage();
  const { say, co2e, tick, year } = language;
  const first = plans[0]!;
  const { years, emissions } = first.outcome;
  const lines = plans.map(({ letter, name, outcome }) => ({
    letter,
    name,
    years: outcome.years,
    values: outcome.emissions.plan,
  }));
  const kind = first.plan.targets.find(({ id }) => id === first.plan.mainTarget)?.kind ?? 'custom';
  const bau: ComparedLine = { letter: '', name: say('state.bau'), years, values: emissions.bau };
  const target: ComparedLine = { letter: '', name: say(`target.${kind}`), years, values: emissions.target };
  const title = titleOf(plans, language);
  const value = (tonnes: number) => joined(co2e(tonnes));
  return (
    <section className="compare-part">
      <h2>{say('compare.pathways')}</h2>
      <ChartFrame
        name={`${first.plan.city.name} ${say('compare.title')}`}
        title={title}
        subtitle={say('pathway.subtitle', {
          boundary: say(`boundary.${first.plan.baseline.boundary}`),
          gwp: first.plan.baseline.gwpSet,
        })}
        source={say('compare.source', { name: first.name })}
        table={() => tableOf(plans, language)}
      >
        {(width) => (
          <CompareDraw
            lines={lines}
            bau={bau}
            target={target}
            width={width}
            words={{ description: title, value, tick: (tonnes) => tick(tonnes, 'co2e'), year }}
          />
        )}
      </ChartFrame>
    </section>
  );
}

function titleOf(plans: readonly Compared[], { say, co2e, year }: Language): string {
  const ranked = plans.toSorted((a, b) => a.outcome.emissions.plan.at(-1)! - b.outcome.emissions.plan.at(-1)!);
  const [least, most] = [ranked[0]!, ranked.at(-1)!];
  const values = {
    name: least.name,
    other: most.name,
    year: year(least.outcome.years.at(-1)!),
    left: joined(co2e(least.outcome.emissions.plan.at(-1)!)),
    more: joined(co2e(most.outcome.emissions.plan.at(-1)! - least.outcome.emissions.plan.at(-1)!)),
  };
  const isTie = most.outcome.emissions.plan.at(-1)! - least.outcome.emissions.plan.at(-1)! < 1;
  return say(plans.length === 1 ? 'compare.finding.one' : isTie ? 'compare.finding.tie' : 'compare.finding', values);
}

/** Emissions by year, a column per plan. */
function tableOf(plans: readonly Compared[], { say }: Language): TableData {
  const years = [...new Set(plans.flatMap(({ outcome }) => outcome.years))].sort((a, b) => a - b);
  return {
    columns: [
      { label: say('table.year'), plain: true },
      ...plans.map(({ letter, name }) => ({ label: `${letter} ${name} (${say('unit.t')})`, numeric: true })),
    ],
    rows: years.map((at) => [
      at,
      ...plans.map(({ outcome }) => outcome.emissions.plan[outcome.years.indexOf(at)] ?? null),
    ]),
  };
}
