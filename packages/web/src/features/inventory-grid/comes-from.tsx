/** Where the figure of a row comes from: activity × factor × warming potentials, method, quality, sources. */
import {
  formatNotation,
  gwpOf,
  isMissing,
  type GasSpecies,
  type GwpSet,
  type InventoryRow,
} from '@thousand-cities/model';
import { useLanguage } from '../../i18n/context.tsx';
import { SourceLine } from '../explain/drawer.tsx';
import { Mark } from '../explain/mark.tsx';
import { cellText } from './cells.ts';
import { amountShown, impliedFactor, lookOf, tonnesShown } from './cell-view.tsx';
import type { Facts } from './facts.ts';
import { numberFormOf } from './figures.ts';

interface ComesFromProps {
  readonly row: InventoryRow | undefined;
  readonly gwp: GwpSet;
  readonly facts: Facts;
}

export function ComesFrom({ row, gwp, facts }: ComesFromProps) {
  const { say, locale, phrase } = useLanguage();
  if (row === undefined) return <p>{say('grid.panel.absent')}</p>;
  const { co2eTonnes, interval, method, note } = row;
  return (
    <div className="tree">
      <p className="node">
        <span>
          {say('grid.from.result')} <Mark look={lookOf(row)} />
        </span>
        {!isMissing(co2eTonnes) && (
          <strong className="num">
            {tonnesShown(co2eTonnes, locale)} {say('grid.resultUnit')}
          </strong>
        )}
      </p>
      {isMissing(co2eTonnes) ? <Missing row={row} /> : <Worked row={row} gwp={gwp} />}
      {interval && (
        <p className="small">
          {say('grid.from.interval', {
            low: tonnesShown(interval.low, locale),
            high: tonnesShown(interval.high, locale),
          })}
        </p>
      )}
      {method !== undefined && <p className="small quiet">{say('grid.from.method', { method })}</p>}
      {note !== undefined && <p className="small">{phrase(note)}</p>}
      <Judged row={row} />
      <Sources row={row} facts={facts} />
    </div>
  );
}

function Missing({ row: { co2eTonnes } }: { row: InventoryRow }) {
  const { say, phrase } = useLanguage();
  if (!isMissing(co2eTonnes)) return null;
  const isKeyed = co2eTonnes.keys.some((key) => key !== 'unknown');
  return (
    <>
      <p>{isKeyed ? say('grid.from.key', { key: formatNotation(co2eTonnes) }) : say('grid.from.none')}</p>
      {co2eTonnes.explanation !== undefined && <p className="small">{phrase(co2eTonnes.explanation)}</p>}
    </>
  );
}

function Worked({ row, gwp }: { row: InventoryRow; gwp: GwpSet }) {
  const language = useLanguage();
  const { say, locale } = language;
  const { activity, gases, biogenicCo2Tonnes } = row;
  const amount = activity?.amount;
  const factor = cellText(row, 'factor', numberFormOf(locale));
  const implied = impliedFactor(row, language);
  return (
    <>
      {activity && amount !== undefined ? (
        <ul>
          <li>
            <p className="node">
              <span>
                {say('grid.from.activity')}:{' '}
                {[activity.activity, activity.carrier].filter((part) => part !== '').join(', ')}
              </span>
              <strong className="num">
                {amountShown(amount, locale)} {activity.unit}
              </strong>
            </p>
          </li>
          <li>
            <p className="node">
              <span>{say(factor === '' ? 'grid.from.factorDefault' : 'grid.from.factorOwn')}</span>
              <strong className="num">{factor === '' ? implied : factor}</strong>
            </p>
          </li>
        </ul>
      ) : (
        <p>{say(row.method === 'starter' ? 'grid.from.starter' : 'grid.from.stated')}</p>
      )}
      {gases && <Gases gases={gases} gwp={gwp} />}
      {biogenicCo2Tonnes !== undefined && (
        <p className="small">{say('grid.from.biogenic', { tonnes: tonnesShown(biogenicCo2Tonnes, locale) })}</p>
      )}
    </>
  );
}

/** What a tonne of the gas weighs; undefined for one the set does not know. */
function weightOf(gwp: GwpSet, gas: GasSpecies): number | undefined {
  try {
    return gwpOf(gwp, gas);
  } catch {
    return undefined;
  }
}

function Gases({ gases, gwp }: { gases: NonNullable<InventoryRow['gases']>; gwp: GwpSet }) {
  const { say, locale, significant } = useLanguage();
  return (
    <table className="ig-gases">
      <caption>{say('grid.from.gases', { set: gwp.id })}</caption>
      <thead>
        <tr>
          <th scope="col">{say('grid.from.gas')}</th>
          <th scope="col" className="num">
            {say('grid.from.mass')}
          </th>
          <th scope="col" className="num">
            {say('grid.from.gwp')}
          </th>
          <th scope="col" className="num">
            {say('grid.resultUnit')}
          </th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(gases).map(([gas, tonnes]) => {
          const weight = weightOf(gwp, gas);
          if (tonnes === undefined) return null;
          return (
            <tr key={gas}>
              <th scope="row">{gas}</th>
              <td className="num">{significant(tonnes)}</td>
              <td className="num">{weight === undefined ? '' : significant(weight)}</td>
              <td className="num">{weight === undefined ? '' : tonnesShown(tonnes * weight, locale)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Judged({ row: { quality } }: { row: InventoryRow }) {
  const { say } = useLanguage();
  if (!quality) return null;
  const none = say('grid.from.qualityNone');
  return (
    <p className="small quiet">
      {say('grid.from.quality', { activity: quality.activity ?? none, factor: quality.factor ?? none })}
    </p>
  );
}

/** Sources of the reference set as people cite them; a city's own in its words. */
function Sources({ row: { sources }, facts }: { row: InventoryRow; facts: Facts }) {
  const { say } = useLanguage();
  return (
    <>
      <h3>{say('grid.from.sources')}</h3>
      {sources.length === 0 && <p className="small">{say('grid.from.noSource')}</p>}
      {sources.map((id) => {
        const source = facts.sources.get(id);
        return source ? (
          <SourceLine key={id} source={source} />
        ) : (
          <p key={id} className="source">
            {id}
          </p>
        );
      })}
    </>
  );
}
