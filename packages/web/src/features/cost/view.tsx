/** What it costs: money by year, and every action from cheapest to dearest. */
import type { Outcome, Plan } from '@thousand-cities/model';
import { useMemo } from 'react';
import { ChartFrame } from '../../charts/frame.tsx';
import { SectorSwatch } from '../../charts/sectors.tsx';
import type { TableData } from '../../charts/table.ts';
import { useLanguage, type Language } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import type { NameOf } from '../actions/view.tsx';
import { ACTION_SECTORS } from '../pathway/state.ts';
import { AbatementDraw, CashDraw } from './draw.tsx';
import { abatementOf, cashOf, freeShare, paybackYear, type AbatementBar, type CashYear } from './state.ts';

interface CostProps {
  readonly plan: Plan;
  readonly outcome: Outcome;
  readonly nameOf: NameOf;
}

export function CostSection({ plan, outcome, nameOf }: CostProps) {
  const { say } = useLanguage();
  const source = say('cost.source', {
    currency: plan.finance.currency,
    year: String(plan.finance.priceYear),
    rate: String(plan.finance.discountRate * 100),
  });
  return (
    <div className="pair">
      <Cash plan={plan} outcome={outcome} source={source} />
      <Abatement plan={plan} outcome={outcome} nameOf={nameOf} source={source} />
    </div>
  );
}

function Cash({ plan, outcome, source }: Omit<CostProps, 'nameOf'> & { source: string }) {
  const language = useLanguage();
  const { say, tick, year } = language;
  const cash = useMemo(() => cashOf(outcome), [outcome]);
  const title = cashTitle(cash, outcome, language);
  const words = useMemo(
    () => ({ description: title, value: (value: number) => tick(value, 'euros'), year }),
    [title, tick, year],
  );
  return (
    <ChartFrame
      name={`${plan.city.name} ${say('cost.cash.name')}`}
      title={title}
      subtitle={say('cost.cash.subtitle')}
      source={source}
      table={() => cashTable(cash, language)}
      legend={
        <ul className="legend">
          <li className="cash-key cash-key-capital">{say('cost.capital')}</li>
          <li className="cash-key cash-key-operating">{say('cost.operating')}</li>
          <li className="cash-key cash-key-bill">{say('cost.billSaved')}</li>
          <li className="cash-key cash-key-net">{say('cost.net')}</li>
        </ul>
      }
    >
      {(width) => <CashDraw cash={cash} width={width} height={320} words={words} />}
    </ChartFrame>
  );
}

function cashTitle(cash: readonly CashYear[], outcome: Outcome, { say, euros, year }: Language): string {
  const invested = cash.reduce((sum, { capital }) => sum + capital, 0);
  if (invested <= 0) return say('cost.cash.none');
  const payback = paybackYear(cash);
  const values = {
    invested: joined(euros(invested)),
    last: year(outcome.years.at(-1)!),
    payback: payback === undefined ? '' : year(payback),
  };
  return say(payback === undefined ? 'cost.cash.titleNever' : 'cost.cash.title', values);
}

function cashTable(cash: readonly CashYear[], { say }: Language): TableData {
  const money = (label: string) => ({ label: `${label} (${say('unit.eur')})`, numeric: true });
  return {
    columns: [
      { label: say('table.year'), plain: true },
      money(say('cost.capital')),
      money(say('cost.operating')),
      money(say('cost.billSaved')),
      money(say('cost.net')),
    ],
    rows: cash.map((each) => [each.year, each.capital, each.operating, each.billSaved, each.net]),
  };
}

function Abatement({ plan, outcome, nameOf, source }: CostProps & { source: string }) {
  const language = useLanguage();
  const { say, co2e, eurosPerTonne, percent, significant } = language;
  const bars = useMemo(() => abatementOf(plan, outcome), [plan, outcome]);
  const title = bars.length === 0 ? say('cost.macc.none') : say('cost.macc.title', { share: percent(freeShare(bars)) });
  const words = useMemo(
    () => ({
      description: title,
      name: nameOf,
      tonnes: (tonnes: number) => joined(co2e(tonnes)),
      perTonne: (amount: number) => joined(eurosPerTonne(amount)),
      tick: significant,
      axis: say('cost.macc.axis'),
    }),
    [title, nameOf, co2e, eurosPerTonne, significant, say],
  );
  return (
    <ChartFrame
      name={`${plan.city.name} ${say('cost.macc.name')}`}
      title={title}
      subtitle={say('cost.macc.subtitle')}
      source={source}
      table={() => maccTable(bars, nameOf, language)}
      legend={
        <ul className="legend">
          {ACTION_SECTORS.filter((sector) => bars.some((bar) => bar.sector === sector)).map((sector) => (
            <li key={sector}>
              <SectorSwatch sector={sector} />
              {say(`actionSector.${sector}`)}
            </li>
          ))}
        </ul>
      }
    >
      {(width) => <AbatementDraw bars={bars} width={width} height={320} words={words} />}
    </ChartFrame>
  );
}

function maccTable(bars: readonly AbatementBar[], nameOf: NameOf, { say }: Language): TableData {
  return {
    columns: [
      { label: say('table.action') },
      { label: say('table.sector') },
      { label: `${say('table.saved')} (${say('unit.t')})`, numeric: true },
      { label: `${say('table.perTonne')} (${say('unit.eurPerTonne')})`, numeric: true },
    ],
    rows: bars.map((bar) => [nameOf(bar.id), say(`actionSector.${bar.sector}`), bar.tonnes, bar.perTonne]),
  };
}
