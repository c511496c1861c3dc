/** Regions by what their cities emit, each a link to its page. */
import type { ThousandData } from '@thousand-cities/model';
import { memo, useMemo } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import { groupName } from '../../shared/group-name.ts';
import { followLink, regionAddress } from '../../shared/router.ts';
import { filtered } from './select.ts';
import { FIRST_QUERY } from './query.ts';
import type { CityLine } from './rows.ts';
import { totalsOf, type Totals } from './totals.ts';

interface RegionListProps {
  readonly data: ThousandData;
  /** All cities, not only those shown. */
  readonly lines: readonly CityLine[];
}

interface GroupSum {
  readonly id: string;
  readonly name: string;
  readonly totals: Totals;
}

export const RegionList = memo(function RegionList({ data, lines }: RegionListProps) {
  const language = useLanguage();
  const { say } = language;
  const sums = useMemo(() => {
    const sumsOf = (kind: 'region' | 'network'): readonly GroupSum[] =>
      data.groups
        .filter((group) => group.kind === kind)
        .map(({ id, name }) => ({
          id,
          name: groupName(language, id, name),
          totals: totalsOf(filtered(lines, { ...FIRST_QUERY, group: id }, data)),
        }))
        .filter(({ totals }) => totals.cities > 0)
        .sort((a, b) => b.totals.tonnes - a.totals.tonnes);
    return { region: sumsOf('region'), network: sumsOf('network') };
  }, [data, lines, language]);
  // One scale for both lists: a network of regions is as long as they are together.
  const most = Math.max(1, ...[...sums.region, ...sums.network].map(({ totals }) => totals.tonnes));
  const isEstimated = lines.every(({ inventoryKind }) => inventoryKind === 'starter');
  return (
    <nav className="region-list" aria-labelledby="regions-title">
      <h2 id="regions-title">{say('network.regions')}</h2>
      <p className="small quiet">{say(isEstimated ? 'network.regions.estimated' : 'network.regions.text')}</p>
      <GroupLines sums={sums.region} most={most} />
      {sums.network.length > 0 && (
        <>
          <h3 className="small">{say('network.place.networks')}</h3>
          <GroupLines sums={sums.network} most={most} />
        </>
      )}
    </nav>
  );
});

function GroupLines({ sums, most }: { sums: readonly GroupSum[]; most: number }) {
  const { say, co2e, percent } = useLanguage();
  const citiesWords = ({ cities: count, reportedShare }: Totals) =>
    reportedShare
      ? say('network.regionReported', { count, share: percent(reportedShare) })
      : say('network.regionLine', { count });
  return (
    <ul>
      {sums.map(({ id, name, totals }) => (
        <li key={id}>
          <span>
            <a href={regionAddress(id)} onClick={followLink}>
              {name}
            </a>{' '}
            <span className="small quiet">{citiesWords(totals)}</span>
          </span>
          <span className="num">{joined(co2e(totals.tonnes))}</span>
          <span className="region-bar" aria-hidden="true">
            <span style={{ inlineSize: `${(100 * totals.tonnes) / most}%` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
