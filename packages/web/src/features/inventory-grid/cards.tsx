/** The rows as cards, on a phone: what each says, and a tap to fill or change it in a sheet. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { activityName, carrierName } from '../inventory/words.ts';
import { CellView, amountShown } from './cell-view.tsx';
import type { CalculationContext } from './calculate.ts';
import { MarkDots, type MarkCount } from './mark-dots.tsx';
import { linesOf, type GridLine, type GridRecord } from './records.ts';
import { troubleOf } from './trouble.ts';
import type { Grid } from './use-grid.ts';
import { partName } from './words.ts';

interface CardsProps {
  readonly label: string;
  readonly grid: Grid;
  readonly context: CalculationContext;
  readonly marks: ReadonlyMap<string, MarkCount>;
  readonly onDetails: (row: number) => void;
}

const CARD_REM = 4;
const HEADING_REM = 2.25;
const remPixels = () => parseFloat(getComputedStyle(document.documentElement).fontSize);

export function Cards(props: CardsProps) {
  const { label, grid } = props;
  const scrollRef = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => linesOf(grid.records), [grid.records]);
  const rem = remPixels();
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: (at) => (lines[at]!.kind === 'record' ? CARD_REM : HEADING_REM) * rem,
    overscan: 6,
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rem, lines]);
  const { row } = grid.selection.focus;
  useLayoutEffect(() => {
    const at = lines.findIndex((line) => line.kind === 'record' && line.index === row);
    if (at > 0) virtualizer.scrollToIndex(at, { align: 'auto' });
  }, [row]);
  return (
    <div ref={scrollRef} className="ig-scroll ig-cards" tabIndex={0} role="region" aria-label={label}>
      <ul style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, size }) => (
          <li
            key={index}
            className="ig-card-place"
            style={{ transform: `translateY(${start}px)`, blockSize: size }}
            aria-setsize={lines.length}
            aria-posinset={index + 1}
          >
            <CardLine line={lines[index]!} {...props} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function CardLine({ line, ...props }: CardsProps & { line: GridLine }) {
  const { say } = useLanguage();
  if (line.kind === 'record') return <Card record={line.record} index={line.index} {...props} />;
  if (line.kind === 'sector') {
    return (
      <h3 className="ig-card-heading ig-sector" data-sector={line.sector}>
        {line.sector} {say(`sector.${line.sector}`)}
      </h3>
    );
  }
  return (
    <h4 className="ig-card-heading ig-subsector">
      {line.subsector} {say(`subsector.${line.subsector}` as 'subsector.I.1')}
    </h4>
  );
}

type CardProps = CardsProps & { readonly record: GridRecord; readonly index: number };

function Card({ record: { ref, row, place, order }, index, context, marks, onDetails }: CardProps) {
  const language = useLanguage();
  const { say, locale } = language;
  const trouble = row && troubleOf(row, context);
  const { activity, carrier, amount, unit } = row?.activity ?? {};
  const about = [activityName(language, activity ?? ''), carrierName(language, carrier ?? '')].filter((part) => part !== '').join(', '); // prettier-ignore
  const count = marks.get(place);
  return (
    <button type="button" className="ig-card" onClick={() => onDetails(index)} aria-haspopup="dialog">
      <span className="ig-card-name">
        <span className="ig-ref-code">{ref}</span> {about === '' ? partName(language, ref) : about}
        {order > 0 && about === '' && ` · ${say('grid.again', { number: order + 1 })}`}
      </span>
      <span className="ig-card-more">
        {amount !== undefined ? `${amountShown(amount, locale)} ${unit ?? ''}` : <CellView row={row} column="key" />}
        {trouble && <span className="ig-trouble"> {say(`grid.trouble.${trouble.code}`)}</span>}
        {count && <MarkDots count={count} />}
      </span>
      <CellView row={row} column="result" />
    </button>
  );
}
