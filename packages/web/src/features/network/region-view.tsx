/** A region or network of the thousand: its sum, where it goes, how good the figures are, its largest cities. */
import { openThousand, type ThousandData, type ThousandGroup } from '@thousand-cities/model';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import { groupName } from '../../shared/group-name.ts';
import { followLink, NETWORK_ADDRESS, regionAddress, restate, useAddress } from '../../shared/router.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { addressOf } from '../claim/address.ts';
import { DEFAULT_CLAIM } from '../claim/state.ts';
import { windowAround } from '../map/state.ts';
import { NetworkMap } from './map.tsx';
import { answerable, queryOf, searchOf, FIRST_QUERY, type GapTarget } from './query.ts';
import { RegionPath } from './region-path.tsx';
import { regionSeries } from './region-series.ts';
import { GasTable, LargestCities, QualityTable } from './region-tables.tsx';
import { linesOf, type CityLine } from './rows.ts';
import { filtered } from './select.ts';
import { totalsOf, type Totals } from './totals.ts';
import { useThousand } from './use-thousand.ts';
import { qualityWords, rowNames, sumValues, threeDigits } from './words.ts';

export default function RegionScreen({ id }: { id: string }) {
  const { say } = useLanguage();
  const [thousand, retry] = useThousand();
  if (thousand.state === 'failed') return <Trouble error={thousand.error} onRetry={retry} />;
  if (thousand.state === 'waiting') return <Waiting />;
  const group = thousand.value.groups.find((each) => each.id === id);
  if (group) return <Region data={thousand.value} group={group} />;
  return (
    <>
      <h1 className="network-title">{say('region.unknown')}</h1>
      <p className="lede">{say('region.unknown.text')}</p>
      <ToNetwork />
    </>
  );
}

function Waiting() {
  const { say } = useLanguage();
  return (
    <div aria-busy="true" className="network-waiting">
      <p role="status">{say('app.loading')}</p>
      <div className="map-frame skeleton" />
    </div>
  );
}

function ToNetwork() {
  const { say } = useLanguage();
  return (
    <a href={NETWORK_ADDRESS} onClick={followLink}>
      {say('region.toNetwork')}
    </a>
  );
}

function Region({ data, group }: { data: ThousandData; group: ThousandGroup }) {
  const language = useLanguage();
  const { say } = language;
  const name = groupName(language, group.id, group.name);
  const lines = useMemo(() => linesOf(data, rowNames(language)), [data, language]);
  const rows = useMemo(() => filtered(lines, { ...FIRST_QUERY, group: group.id }, data), [lines, group, data]);
  const thousand = useMemo(() => openThousand(data), [data]);
  const [target, setTarget] = useTarget(data, group.id);
  const byGas = useMemo(() => regionSeries(thousand, group.id, FIRST_QUERY.target).byGas, [thousand, group]);
  useEffect(() => {
    document.title = `${name} · ${say('app.title')}`;
  }, [name, say]);
  return (
    <div className="region-page">
      <RegionHead name={name} group={group} rows={rows} all={totalsOf(lines)} baseYear={data.knots[0]!} />
      <RegionMap rows={rows} />
      <RegionPath
        thousand={thousand}
        group={group.id}
        name={name}
        count={rows.length}
        target={target}
        onTarget={setTarget}
      />
      <div className="section pair">
        <GasTable byGas={byGas} />
        <QualityTable rows={rows} />
      </div>
      <LargestCities rows={rows} group={group.id} />
    </div>
  );
}

/** The chosen target lives in the address, under the name it has on the page of the cities. */
function useTarget(data: ThousandData, id: string): [GapTarget, (target: GapTarget) => void] {
  const { target } = answerable(queryOf(useAddress().split('?')[1] ?? ''), data);
  return [target, (next) => restate(regionAddress(id) + searchOf({ ...FIRST_QUERY, target: next }), 'push')];
}

function RegionMap({ rows }: { rows: readonly CityLine[] }) {
  const { say } = useLanguage();
  const [active, setActive] = useState<string>();
  const window = useMemo(() => windowAround(rows), [rows]);
  return (
    <section className="section" aria-label={say('network.map')}>
      <NetworkMap rows={rows} window={window} active={active} onActive={setActive} shape={0.36} />
    </section>
  );
}

interface RegionHeadProps {
  readonly name: string;
  readonly group: ThousandGroup;
  readonly rows: readonly CityLine[];
  readonly all: Totals;
  readonly baseYear: number;
}

function RegionHead({ name, group, rows, all, baseYear }: RegionHeadProps) {
  const language = useLanguage();
  const { say, percent } = language;
  const totals = useMemo(() => totalsOf(rows), [rows]);
  const share = percent(all.tonnes > 0 ? totals.tonnes / all.tonnes : 0);
  const claim = `/${addressOf({ ...DEFAULT_CLAIM, selection: { group: group.id } })}`;
  return (
    <header className="network-head">
      <nav className="trail small" aria-label={say('region.trail')}>
        <a href={NETWORK_ADDRESS} onClick={followLink}>
          {say('nav.cities')}
        </a>
      </nav>
      <h1 className="network-title">{name}</h1>
      <p className="finding">
        {say('region.finding', { ...sumValues(language, totals), share })}{' '}
        <strong>{qualityWords(language, totals)}</strong>
      </p>
      <p className="small quiet">{group.source}</p>
      <p className="region-next">
        <a className="button primary" href={claim} onClick={followLink}>
          {say('region.next')}
        </a>
      </p>
      <RegionKeys totals={totals} share={share} baseYear={baseYear} />
    </header>
  );
}

function RegionKeys({ totals, share, baseYear }: { totals: Totals; share: string; baseYear: number }) {
  const { say, co2e, people, percent, year, significant, locale } = useLanguage();
  const { tonnes, population, cities, reportedShare, reportedCities } = totals;
  return (
    <dl className="key-figures">
      <Key label={say('region.key.tonnes', { year: year(baseYear) })} value={joined(co2e(tonnes))}>
        {population > 0 && say('region.key.perHead', { value: threeDigits(tonnes / population, locale) })}
      </Key>
      <Key label={say('region.key.share')} value={share} />
      <Key label={say('region.key.cities')} value={significant(cities, 4)} />
      <Key label={say('region.key.people')} value={people(population)} />
      <Key label={say('region.key.reported')} value={reportedShare === null ? '' : percent(reportedShare)}>
        {say('region.key.reportedOf', { count: reportedCities, all: cities })}
      </Key>
    </dl>
  );
}

function Key({ label, value, children }: { label: string; value: string; children?: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className="num">{value}</span>
        {children && <span className="aside">{children}</span>}
      </dd>
    </div>
  );
}
