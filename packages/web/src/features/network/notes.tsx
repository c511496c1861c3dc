/** What each column says, for whoever asks. */
import type { ThousandData } from '@thousand-cities/model';
import { dateFormat } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/context.tsx';

export function ColumnNotes({ data }: { data: ThousandData }) {
  const { say, year, locale } = useLanguage();
  const { source, asOf } = data.pledges;
  const notes = [
    ['tonnes', say('network.columns.tonnes', { year: year(data.knots[0]!) })],
    ['spread', say('network.columns.spread')],
    ['inventory', say('network.columns.inventory')],
    ['pledge', say('network.columns.pledge', { source, date: dateWords(asOf, locale) })],
    ['gap2030', say('network.columns.gap', { boundary: say(`boundary.${data.counted.boundary}`) })],
    ['plan', say('network.columns.plan', { year: year(data.knots.at(-1)!) })],
  ] as const;
  return (
    <details className="column-notes">
      <summary>{say('network.columns')}</summary>
      <dl>
        {notes.map(([column, text]) => (
          <div key={column}>
            <dt>{say(`network.column.${column}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** A day in the reader's language. */
function dateWords(iso: string, locale: string): string {
  return dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));
}
