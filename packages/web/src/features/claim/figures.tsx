/** The few figures that carry the answer, each a question away from where it comes from. */
import type { ClaimAnswer, ClaimRange, ClaimWorld } from '@thousand-cities/model';
import type { ReactNode } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import { Figure } from '../explain/figure.tsx';
import type { ClimateState } from './session.ts';

interface FiguresProps {
  readonly answer: ClaimAnswer | undefined;
  readonly climate: ClimateState;
  readonly busy: boolean;
}

export function Figures({ answer, climate, busy }: FiguresProps) {
  const { say, year } = useLanguage();
  return (
    <dl className="key-figures claim-figures" aria-busy={busy}>
      <TonnesTile year={2030} tonnes={answer?.tonnes.by2030} />
      <TonnesTile year={2050} tonnes={answer?.tonnes.by2050} grid={answer?.tonnes.gridBy2050} />
      <ShareTiles world={answer?.world} climate={climate} />
      {([2050, 2100] as const).map((each) => (
        <Tile key={each} label={say('claim.key.degrees', { year: year(each) })}>
          {answer?.climate ? (
            <Degrees
              year={each}
              ghgOnly={answer.climate.ghgOnly[`avoided${each}`]}
              withCoEmitted={answer.climate.withCoEmitted[`avoided${each}`]}
            />
          ) : (
            <Pending climate={climate} />
          )}
        </Tile>
      ))}
    </dl>
  );
}

function Tile({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Where a figure will stand: on its way, or not to be had. */
function Pending({ climate }: { climate: ClimateState }) {
  const { say } = useLanguage();
  if (climate.phase === 'failed') return <span className="value-missing">{say('figure.missing')}</span>;
  return <span className="quiet">…</span>;
}

interface TonnesTileProps {
  readonly year: 2030 | 2050;
  readonly tonnes: number | undefined;
  readonly grid?: number | undefined;
}

function TonnesTile({ year: by, tonnes, grid }: TonnesTileProps) {
  const { say, co2e, year } = useLanguage();
  const label = say('claim.key.avoided', { year: year(by) });
  return (
    <Tile label={label}>
      {tonnes === undefined ? (
        <span className="quiet">…</span>
      ) : (
        <Figure quantity={co2e(tonnes)} label={label} path={`claim.tonnes.${by}`} />
      )}
      <span className="aside">
        {grid === undefined || grid === 0
          ? say('claim.key.avoided.aside')
          : say('claim.key.avoided.grid', { tonnes: joined(co2e(grid)) })}
      </span>
    </Tile>
  );
}

function ShareTiles({ world, climate }: { world: ClaimWorld | undefined; climate: ClimateState }) {
  const { say, year, percent } = useLanguage();
  const pending = <Pending climate={climate} />;
  const [ofWorld, gap] = [
    world ? say('claim.key.worldIn', { year: year(world.citiesShareYear) }) : say('claim.key.world'),
    say('claim.key.gap', { year: year(2050) }),
  ];
  const figure = (share: number, label: string, path: string) => (
    <Figure quantity={{ number: percent(share), unit: '' }} label={label} path={path} />
  );
  return (
    <>
      <Tile label={ofWorld}>
        {world ? figure(world.citiesShare, ofWorld, 'claim.share') : pending}
        {world && (
          <span className="aside">
            {say('claim.key.world.aside', {
              grid: percent(world.gridShare),
              share: percent(world.avoidedShare2050),
              year: year(2050),
            })}
          </span>
        )}
      </Tile>
      <Tile label={gap}>
        {world ? figure(world.gapShare2050, gap, 'claim.gap') : pending}
        {world?.gapShareCumulative !== undefined && (
          <span className="aside">{say('claim.key.gap.aside', { share: percent(world.gapShareCumulative) })}</span>
        )}
      </Tile>
    </>
  );
}

interface DegreesProps {
  readonly year: 2050 | 2100;
  readonly ghgOnly: ClaimRange;
  readonly withCoEmitted: ClaimRange;
}

/** Both readings, always: without and with the pollutants that fall along, since the sign can differ. */
function Degrees({ year: at, ghgOnly, withCoEmitted }: DegreesProps) {
  const { say, year, smallDegrees } = useLanguage();
  const label = say('claim.key.degrees', { year: year(at) });
  const interval = ({ low, high }: ClaimRange) =>
    say('figure.interval', { low: smallDegrees(low), high: smallDegrees(high) });
  return (
    <>
      <Figure
        quantity={{ number: smallDegrees(ghgOnly.middle), unit: say('unit.kelvin') }}
        label={label}
        path={`claim.degrees.${at}`}
      />{' '}
      <span className="interval">{interval(ghgOnly)}</span>
      <span className="aside">
        {say(withCoEmitted.low < 0 ? 'claim.key.degrees.asideWarmer' : 'claim.key.degrees.aside', {
          value: smallDegrees(withCoEmitted.middle),
          interval: interval(withCoEmitted),
        })}
      </span>
    </>
  );
}
