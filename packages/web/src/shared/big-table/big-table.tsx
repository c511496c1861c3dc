/**
 * A table of thousands of rows: only those in sight are in the page. A grid after the ARIA pattern: one stop for the tab key,
 * arrows inside; the head and the first column stay; on a narrow screen each row is a card.
 */
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { useWidth } from '../../charts/use-width.ts';
import { BigHead, SortChoice } from './head.tsx';
import { useKeptScroll } from './keep-scroll.ts';
import { HEAD_ROW } from './keys.ts';
import { BigRow } from './row.tsx';
import type { BigTableProps } from './types.ts';
import { useGridFocus } from './use-grid-focus.ts';
import { usePrinting } from './use-printing.ts';

/** Below this width, in rem, rows are cards. */
const CARDS_BELOW = 40;
const OVERSCAN = 5;
/** More rows than this are not printed: nobody reads a hundred sheets. */
const MOST_PRINTED = 2000;

/** CSS pixels of a rem: grows with the reader's letter size. */
const remPixels = () => parseFloat(getComputedStyle(document.documentElement).fontSize);

export function BigTable<Row>(props: BigTableProps<Row>) {
  const { label, rows, rowKey, sort, onSort, onPoint, empty } = props;
  const scrollRef = useRef<HTMLDivElement>(null);
  const rem = remPixels();
  const isCard = useWidth(scrollRef, 1000) < CARDS_BELOW * rem;
  const height = (isCard ? props.cardHeight : props.rowHeight) * rem;
  const columns = useMemo(
    () => (isCard ? props.columns.filter(({ isLeftOutOfCards }) => !isLeftOutOfCards) : props.columns),
    [props.columns, isCard],
  );
  const extent = { rows: rows.length, columns: columns.length, head: !isCard };
  const { at, ...handlers } = useGridFocus(scrollRef, rows, extent, () => rowsPerPage(scrollRef.current, height));
  const items = useWindow(scrollRef, rows, height, at.row);
  const headRows = isCard ? 0 : 1;
  const sheetWidth = isCard ? undefined : `${columns.reduce((sum, { width }) => sum + width, 0)}rem`;
  return (
    <div className="big-table">
      {isCard && <SortChoice columns={props.columns} sort={sort} onSort={onSort} />}
      <div
        ref={scrollRef}
        className={isCard ? 'big-scroll big-cards' : 'big-scroll'}
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + headRows}
        aria-colcount={columns.length}
        onKeyDown={handlers.onKeyDown}
        onFocus={handlers.onFocus}
        onBlur={handlers.onBlur}
      >
        {!isCard && (
          <div role="rowgroup" className="big-headgroup" style={{ minInlineSize: sheetWidth }}>
            <BigHead
              columns={columns}
              sort={sort}
              onSort={onSort}
              activeColumn={at.row === HEAD_ROW ? at.column : -1}
            />
          </div>
        )}
        <div
          role="rowgroup"
          className="big-body"
          style={{ blockSize: height * rows.length, minInlineSize: sheetWidth }}
        >
          {items.map(({ index, start }) => (
            <BigRow
              key={rowKey(rows[index]!)}
              row={rows[index]!}
              index={index}
              count={index + headRows + 1}
              top={start}
              height={height}
              columns={columns}
              activeColumn={at.row === index ? at.column : -1}
              isCard={isCard}
              onPoint={onPoint}
            />
          ))}
        </div>
      </div>
      {rows.length === 0 && <div className="big-empty">{empty}</div>}
    </div>
  );
}

/** Whole rows that fit below the head, one less, so that a page keeps a row of the last in sight. */
function rowsPerPage(scroll: HTMLElement | null, height: number): number {
  if (!scroll) return 1;
  const head = scroll.querySelector('.big-headgroup')?.clientHeight ?? 0;
  return Math.max(1, Math.floor((scroll.clientHeight - head) / height) - 1);
}

/** The rows to draw: those in sight, a few more each way, and always the one that holds the focus. */
function useWindow<Row>(
  scrollRef: React.RefObject<HTMLDivElement | null>,
  rows: readonly Row[],
  height: number,
  active: number,
): readonly { readonly index: number; readonly start: number }[] {
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      const isShown = active < 0 || active >= range.count || (active >= shown[0]! && active <= shown.at(-1)!);
      return isShown ? shown : active < shown[0]! ? [active, ...shown] : [...shown, active];
    },
    [active],
  );
  const isPrinting = usePrinting();
  const initialOffset = useKeptScroll(scrollRef);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => height,
    overscan: OVERSCAN,
    initialOffset,
    rangeExtractor,
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, height]);
  if (!isPrinting) return virtualizer.getVirtualItems();
  const printed = Math.min(rows.length, MOST_PRINTED);
  return Array.from({ length: printed }, (_, index) => ({ index, start: index * height }));
}
