/** The inventory by GPC reference: figure with interval, or the reason there is none; default, city value, zero and missing look different. */
import type { Plan } from '@thousand-cities/model';
import { useMemo } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import { Figure } from '../explain/figure.tsx';
import { Mark, MarkKey } from '../explain/mark.tsx';
import { linesOf, type InventoryLine } from './state.ts';
import { refName } from './words.ts';

export function ReferenceTable({ plan }: { plan: Plan }) {
  const { say } = useLanguage();
  const lines = useMemo(() => linesOf(plan), [plan.inventories, plan.baseline]);
  return (
    <details className="references">
      <summary>{say('inventory.references', { count: lines.length })}</summary>
      <MarkKey />
      <div
        className="chart-table"
        tabIndex={0}
        role="region"
        aria-label={say('inventory.references', { count: lines.length })}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{say('table.ref')}</th>
              <th scope="col">{say('table.what')}</th>
              <th scope="col" className="num">
                {say('table.emissions')}
              </th>
              <th scope="col">{say('table.interval')}</th>
              <th scope="col">{say('table.standing')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, i) => (
              <Line key={`${line.ref}-${i}`} line={line} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Line({ line }: { line: InventoryLine }) {
  const language = useLanguage();
  const { say, co2e } = language;
  const what = refName(language, line.ref);
  return (
    <tr>
      <th scope="row">{line.ref}</th>
      <td>
        {what} {!line.counted && <span className="quiet">{say('inventory.outside')}</span>}
      </td>
      <td className="num">
        {line.tonnes === null ? (
          <span className="value-missing">{line.notation === '' ? say('figure.missing') : line.notation}</span>
        ) : (
          <Figure
            quantity={co2e(line.tonnes)}
            label={what}
            path={`inventory.${line.ref}`}
            className={
              line.provenance === 'default' || line.provenance === 'assumption'
                ? 'value-default'
                : line.provenance === 'confirmed-zero'
                  ? 'value-zero'
                  : ''
            }
          />
        )}
      </td>
      <td className="interval">
        {line.low !== null && line.high !== null
          ? say('figure.interval', {
              low: joined(co2e(line.low)),
              high: joined(co2e(line.high)),
            })
          : ''}
      </td>
      <td>
        <Mark look={line.provenance} />
      </td>
    </tr>
  );
}
