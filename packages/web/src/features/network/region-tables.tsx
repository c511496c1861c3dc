/** Of a region: emissions by gas, how good the figures are, and its largest cities. */
import { useMemo } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import { cityAddress, followLink, NETWORK_ADDRESS } from '../../shared/router.ts';
import { KindMark } from './columns.tsx';
import { FIRST_QUERY, searchOf } from './query.ts';
import type { RegionSeries } from './region-series.ts';
import type { CityLine } from './rows.ts';
import { medianSpread, totalsOf } from './totals.ts';
import { spreadWords, threeDigits, yearsWords } from './words.ts';

export function GasTable({ byGas }: Pick<RegionSeries, 'byGas'>) {
  const { say, co2e, percent } = useLanguage();
  const total = byGas.reduce((sum, { tonnes }) => sum + tonnes, 0);
  const most = byGas.reduce((a, b) => (b.tonnes > a.tonnes ? b : a));
  const share = (tonnes: number) => (total > 0 ? tonnes / total : 0);
  return (
    <section aria-labelledby="region-gas">
      <h2 id="region-gas">{say('region.gas.heading')}</h2>
      {total > 0 && (
        <p className="region-note">
          {say('region.gas.title', { gas: say(`region.gas.${most.gas}`), share: percent(share(most.tonnes)) })}
        </p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">{say('table.gas')}</th>
            <th scope="col" className="num">
              {say('table.emissions')}
            </th>
            <th scope="col">{say('region.gas.share')}</th>
          </tr>
        </thead>
        <tbody>
          {byGas.map(({ gas, tonnes }) => (
            <tr key={gas}>
              <th scope="row">{say(`region.gas.${gas}`)}</th>
              <td className="num">{joined(co2e(tonnes))}</td>
              <td className="gas-share">
                <span aria-hidden="true" className={`gas-bar gas-${gas}`}>
                  <span style={{ inlineSize: `${100 * share(tonnes)}%` }} />
                </span>
                {percent(share(tonnes))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function QualityTable({ rows }: { rows: readonly CityLine[] }) {
  const language = useLanguage();
  const { say, co2e, percent, significant } = language;
  const all = totalsOf(rows);
  const kinds = (['reported', 'starter'] as const).map((kind) => ({
    kind,
    totals: totalsOf(rows.filter(({ inventoryKind }) => inventoryKind === kind)),
  }));
  const spread = useMemo(() => medianSpread(rows.filter(({ inventoryKind }) => inventoryKind === 'starter')), [rows]);
  return (
    <section aria-labelledby="region-quality">
      <h2 id="region-quality">{say('region.quality.heading')}</h2>
      {spread !== null && (
        <p className="region-note">{say('region.quality.spread', { times: significant(spread, 2) })}</p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">{say('region.quality.kind')}</th>
            <th scope="col" className="num">
              {say('region.key.cities')}
            </th>
            <th scope="col" className="num">
              {say('table.emissions')}
            </th>
            <th scope="col">{say('region.quality.years')}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ kind, totals }) => (
            <tr key={kind}>
              <th scope="row">
                <KindMark kind={kind} label={say(`region.quality.${kind}`)} />
              </th>
              <td className="num">{totals.cities}</td>
              <td className="num">
                {joined(co2e(totals.tonnes))}
                {all.tonnes > 0 && <span className="quiet"> {percent(totals.tonnes / all.tonnes)}</span>}
              </td>
              <td>{totals.years && yearsWords(language, totals.years)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const LARGEST = 10;

export function LargestCities({ rows, group }: { rows: readonly CityLine[]; group: string }) {
  const language = useLanguage();
  const { say, co2e, people, locale } = language;
  const largest = useMemo(() => [...rows].sort((a, b) => b.tonnes - a.tonnes).slice(0, LARGEST), [rows]);
  return (
    <section className="section" aria-labelledby="region-largest">
      <h2 id="region-largest">{say('region.largest.heading')}</h2>
      <p className="region-note">{say('region.largest.caption', { count: largest.length })}</p>
      <div
        className="chart-table region-largest"
        tabIndex={0}
        role="group"
        aria-label={say('region.largest.caption', { count: largest.length })}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{say('network.column.name')}</th>
              <th scope="col">{say('network.column.country')}</th>
              <th scope="col" className="num">
                {say('network.column.population')}
              </th>
              <th scope="col" className="num">
                {say('network.column.tonnes')}
              </th>
              <th scope="col" className="num">
                {say('network.column.perHead')} {say('network.unit.perHead')}
              </th>
              <th scope="col" className="num">
                {say('network.unit.spread')}
              </th>
              <th scope="col">{say('network.column.inventory')}</th>
            </tr>
          </thead>
          <tbody>
            {largest.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <a href={cityAddress(row.id)} onClick={followLink}>
                    {row.name}
                  </a>
                </th>
                <td>{row.country}</td>
                <td className="num">{people(row.population)}</td>
                <td className="num">{joined(co2e(row.tonnes))}</td>
                <td className="num">{row.perHead === null ? '' : threeDigits(row.perHead, locale)}</td>
                <td className="num interval">{spreadWords(language, row)}</td>
                <td>
                  <KindMark kind={row.inventoryKind} label={say(`network.kind.${row.inventoryKind}`)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="region-all">
        <a href={NETWORK_ADDRESS + searchOf({ ...FIRST_QUERY, group })} onClick={followLink}>
          {say('region.largest.all', { count: rows.length })}
        </a>
      </p>
    </section>
  );
}
