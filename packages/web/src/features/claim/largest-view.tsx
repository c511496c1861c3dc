/** The largest parts as a table, each a link to the city's own page. */
import type { ClaimTonnes } from '@thousand-cities/model';
import { useMemo } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { joined, numberFormat } from '../../i18n/numbers.ts';
import { cityAddress, followLink, NETWORK_ADDRESS } from '../../shared/router.ts';
import { partsOf, type CityPart } from './parts.ts';
import type { Roster } from './roster.ts';

const SHOWN = 12;
/** One decimal, always, so that the column can be read down. */
const ONE_DECIMAL = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;

interface LargestProps {
  readonly roster: Roster;
  readonly tonnes: ClaimTonnes;
}

export function Largest({ roster, tonnes }: LargestProps) {
  const { say } = useLanguage();
  const parts = useMemo(() => partsOf(tonnes).slice(0, SHOWN), [tonnes]);
  const widest = parts[0]?.tonnes ?? 0;
  return (
    <div className="claim-largest">
      <h3 id="claim-largest">{say('claim.largest')}</h3>
      <div className="claim-table" tabIndex={0} role="region" aria-labelledby="claim-largest">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('claim.column.city')}</th>
              <th scope="col" className="num">
                {say('claim.column.avoidedShort')}
              </th>
              <th scope="col" className="num">
                {say('claim.column.share')}
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <Row key={part.at} part={part} roster={roster} widest={widest} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="small">
        <a href={NETWORK_ADDRESS} onClick={followLink}>
          {say('claim.largest.all')}
        </a>
      </p>
    </div>
  );
}

function Row({ part, roster, widest }: { part: CityPart; roster: Roster; widest: number }) {
  const { co2e, locale } = useLanguage();
  const { at, tonnes, share } = part;
  return (
    <tr>
      <th scope="row">
        <a href={cityAddress(roster.id[at]!)} onClick={followLink}>
          {roster.name[at]}
        </a>{' '}
        <span className="quiet">{roster.iso3[at]}</span>
      </th>
      <td className="num">
        {joined(co2e(tonnes))}
        <span
          className="claim-bar"
          style={{ inlineSize: `${widest > 0 ? Math.max(0, (tonnes / widest) * 100) : 0}%` }}
        />
      </td>
      <td className="num">{share === undefined ? '' : numberFormat(locale, ONE_DECIMAL).format(share * 100)}</td>
    </tr>
  );
}
