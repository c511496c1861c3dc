/** Every number that a recalculation changes: old, new, why, and how much of the total. */
import type { ReactNode } from 'react';
import type { GpcRef, Reported } from '@thousand-cities/model';
import { useLanguage } from '../../i18n/context.tsx';
import { refName } from '../inventory/words.ts';
import { exactTonnes, reportedText } from './words.ts';

export interface RecalculatedLine {
  readonly ref: GpcRef;
  readonly before: Reported | undefined;
  readonly after: Reported | undefined;
  readonly differenceTonnes: number;
}

interface RecalculatedListProps<T extends RecalculatedLine> {
  readonly lines: readonly T[];
  /** Total before, t CO2e. */
  readonly totalTonnes: number;
  readonly why: (line: T) => ReactNode;
}

export function RecalculatedList<T extends RecalculatedLine>({ lines, totalTonnes, why }: RecalculatedListProps<T>) {
  const language = useLanguage();
  const { say } = language;
  return (
    <div className="years-scroll" tabIndex={0} role="region" aria-label={say('inventories.recalculate.list')}>
      <table className="recalculated">
        <caption className="visually-hidden">{say('inventories.recalculate.list')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('inventories.recalculate.what')}</th>
            <th scope="col" className="num">
              {say('inventories.recalculate.before')}
            </th>
            <th scope="col" className="num">
              {say('inventories.recalculate.after')}
            </th>
            <th scope="col" className="num">
              {say('inventories.recalculate.difference')}
            </th>
            <th scope="col">{say('inventories.recalculate.why')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.ref}>
              <th scope="row">
                <strong>{line.ref}</strong> {refName(language, line.ref)}
              </th>
              <td className="num">{reportedText(language, line.before)}</td>
              <td className="num">{reportedText(language, line.after)}</td>
              <td className="num">
                {line.differenceTonnes > 0 && '+'}
                {exactTonnes(language, line.differenceTonnes)}
                <OfTotal share={line.differenceTonnes / totalTonnes} />
              </td>
              <td>{why(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Below this a share is said to be under it: nought would be wrong. */
const LEAST = 0.001;

function OfTotal({ share }: { share: number }) {
  const { say, percent } = useLanguage();
  const size = Math.abs(share);
  if (!Number.isFinite(size)) return null;
  const text = size < LEAST ? say('inventories.recalculate.under', { share: percent(LEAST) }) : percent(size);
  return <span className="small quiet change">{say('inventories.recalculate.ofTotal', { share: text })}</span>;
}
