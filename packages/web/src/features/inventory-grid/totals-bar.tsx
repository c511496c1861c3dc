/** What the inventory comes to, now: four totals with what is missing in each, by sector on asking. */
import { BOUNDARIES, refsIn, SECTORS, type Boundary, type Sector } from '@thousand-cities/model';
import { useLanguage } from '../../i18n/context.tsx';
import type { Overview } from './overview.ts';
import { tonnesShown } from './cell-view.tsx';

interface TotalsBarProps {
  readonly overview: Overview;
  /** Lead to the first reference that is missing in a total. */
  readonly onGap: (ref: string) => void;
}

export function TotalsBar({ overview, onGap }: TotalsBarProps) {
  const { say } = useLanguage();
  return (
    <section className="ig-totals" aria-label={say('grid.totals.label')}>
      <dl className="ig-totals-row">
        {BOUNDARIES.map((boundary) => (
          <Total key={boundary} boundary={boundary} overview={overview} onGap={onGap} />
        ))}
      </dl>
      <details>
        <summary>{say('grid.totals.bySector')}</summary>
        <BySector overview={overview} />
      </details>
    </section>
  );
}

function Total({ boundary, overview, onGap }: TotalsBarProps & { boundary: Boundary }) {
  const { say, locale } = useLanguage();
  const { co2eTonnes, counted } = overview.totals[boundary];
  const { answered, required, missing } = overview.completeness[boundary];
  return (
    <div className="ig-total" data-boundary={boundary}>
      <dt>{say(`grid.boundary.${boundary}`)}</dt>
      <dd>
        {counted.length === 0 ? (
          <span className="value-missing">{say('figure.missing')}</span>
        ) : (
          <>
            <span className="num">{tonnesShown(co2eTonnes, locale)}</span>{' '}
            <span className="unit">{say('grid.resultUnit')}</span>
          </>
        )}
        <span className="ig-total-gaps">
          {missing.length === 0 ? (
            say('grid.totals.complete', { required })
          ) : (
            <button type="button" className="ig-link" onClick={() => onGap(missing[0]!)}>
              {say('grid.totals.answered', { answered, required })}
            </button>
          )}
        </span>
      </dd>
    </div>
  );
}

interface InSectorProps {
  readonly overview: Overview;
  readonly boundary: Boundary;
  readonly sector: Sector;
}

/** A sector in a total: what is known of it is summed; a sector of which nothing is known has no figure. */
function InSector({ overview, boundary, sector }: InSectorProps) {
  const { say, locale } = useLanguage();
  const isOf = (ref: string) => ref.startsWith(`${sector}.`);
  if (!refsIn(boundary).some(isOf)) return <span className="quiet">{say('grid.totals.outside')}</span>;
  const gaps = overview.completeness[boundary].missing.filter(isOf).length;
  const isKnown = gaps < refsIn(boundary).filter(isOf).length;
  return (
    <>
      {isKnown ? (
        tonnesShown(overview.bySector[boundary][sector], locale)
      ) : (
        <span className="value-missing">{say('figure.missing')}</span>
      )}
      {gaps > 0 && <span className="quiet"> {say('grid.totals.gaps', { count: gaps })}</span>}
    </>
  );
}

function BySector({ overview }: Pick<TotalsBarProps, 'overview'>) {
  const { say } = useLanguage();
  return (
    <div className="chart-table" tabIndex={0} role="region" aria-label={say('grid.totals.bySector')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('grid.totals.sector')}</th>
            {BOUNDARIES.map((boundary) => (
              <th key={boundary} scope="col" className="num">
                {say(`grid.boundary.${boundary}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SECTORS.map((sector) => (
            <tr key={sector}>
              <th scope="row">
                {sector} {say(`sector.${sector}`)}
              </th>
              {BOUNDARIES.map((boundary) => (
                <td key={boundary} className="num">
                  <InSector {...{ overview, boundary, sector }} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
