/** The network in numbers: each is a filter of the table below. */
import type { CSSProperties } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { numberFormat } from '../../i18n/numbers.ts';
import type { Page } from './load.ts';
import { HAVE, LACK, type Change, type Mark, type RoomQuery } from './query.ts';

interface SummaryProps {
  readonly summary: Page['summary'];
  readonly query: RoomQuery;
  readonly onChange: Change;
}

export function Summary({ summary, query, onChange }: SummaryProps) {
  const { say, locale } = useLanguage();
  const widest = numberFormat(locale, {}).format(summary.members);
  const toggle = (mark: '' | Mark) => onChange({ show: query.show === mark ? '' : mark });
  const figure = (mark: Mark) => (
    <Figure
      key={mark}
      count={summary.marks[mark]}
      words={say(`room.mark.${mark}`, { years: query.years })}
      pressed={query.show === mark}
      onPress={() => toggle(mark)}
    />
  );
  return (
    <section className="room-summary" aria-labelledby="room-summary">
      <h2 id="room-summary">{say('room.summary')}</h2>
      <div className="room-figures" style={{ '--digits': `${widest.length}ch` } as CSSProperties}>
        <div className="room-whole">
          <Figure
            count={summary.members}
            words={say('room.summary.members', { count: summary.members })}
            pressed={query.show === ''}
            onPress={() => toggle('')}
          />
        </div>
        <div role="group" aria-labelledby="room-have">
          <h3 id="room-have">{say('room.summary.have')}</h3>
          {HAVE.map(figure)}
        </div>
        <div role="group" aria-labelledby="room-lack" className="room-lack">
          <h3 id="room-lack">{say('room.summary.lack')}</h3>
          {LACK.map(figure)}
        </div>
      </div>
      {summary.marks['not-shown'] > 0 && <p className="small quiet">{say('room.summary.note')}</p>}
    </section>
  );
}

interface FigureProps {
  readonly count: number;
  readonly words: string;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function Figure({ count, words, pressed, onPress }: FigureProps) {
  const { locale } = useLanguage();
  return (
    <button type="button" className="room-figure" aria-pressed={pressed} onClick={onPress}>
      <strong>{numberFormat(locale, {}).format(count)}</strong> <span>{words}</span>
    </button>
  );
}
