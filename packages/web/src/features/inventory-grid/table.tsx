/**
 * The grid itself: a grid after the ARIA pattern with one stop for the tab key, only the lines in sight in the page, keys, mouse
 * and clipboard as in a spreadsheet.
 */
import { defaultRangeExtractor, useVirtualizer, type Range as Shown } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import type { EditContext } from './edit-row.ts';
import { GRID_COLUMNS } from './columns.ts';
import { Lists } from './lists.tsx';
import type { MarkCount } from './mark-dots.tsx';
import { linesOf, recordsOf, type GridLine } from './records.ts';
import { RowView } from './row-view.tsx';
import { rangeOf, type Range } from './selection.ts';
import type { Grid } from './use-grid.ts';
import { useHands } from './use-hands.ts';
import { columnName } from './words.ts';

export interface GridTableProps {
  readonly label: string;
  readonly grid: Grid;
  readonly context: EditContext;
  readonly marks: ReadonlyMap<string, MarkCount>;
  readonly mayWrite: boolean;
  readonly onDetails: (row: number) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly scrollRef: RefObject<HTMLDivElement | null>;
}

const ROW_REM = 2.25;
const OVERSCAN = 6;
/** CSS pixels of a rem: grows with the reader's letter size. */
const remPixels = () => parseFloat(getComputedStyle(document.documentElement).fontSize);

export function GridTable(props: GridTableProps) {
  const { label, grid, mayWrite, scrollRef } = props;
  const { records, selection, open, preview } = grid;
  const language = useLanguage();
  const drawn = preview ? recordsOf(preview) : records;
  const lines = useMemo(() => linesOf(drawn), [drawn]);
  const lineOf = useMemo(
    () => new Map(lines.map((line, at) => [line.kind === 'record' ? line.index : -1, at])),
    [lines],
  );
  const height = ROW_REM * remPixels();
  const activeLine = lineOf.get(selection.focus.row) ?? -1;
  const virtualizer = useWindow(scrollRef, lines.length, height, activeLine);
  const hands = useHands(props, virtualizer, height);
  useFocusedCell(scrollRef, grid, () => virtualizer.scrollToIndex(activeLine, { align: 'auto' }));
  const range = rangeOf(selection);
  return (
    <div
      ref={scrollRef}
      className="ig-scroll"
      role="grid"
      aria-label={label}
      aria-rowcount={lines.length + 1}
      aria-colcount={GRID_COLUMNS.length}
      aria-multiselectable="true"
      aria-readonly={!mayWrite}
      {...hands.handlers}
    >
      <div role="row" aria-rowindex={1} className="ig-row ig-head">
        {GRID_COLUMNS.map((column, c) => (
          <div key={column} role="columnheader" aria-colindex={c + 1} className={`ig-cell ig-${column}`}>
            {columnName(language, column)}
            {column === 'result' && <span className="unit"> {language.say('grid.resultUnit')}</span>}
          </div>
        ))}
      </div>
      <div role="rowgroup" className="ig-body" style={{ blockSize: height * lines.length }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <Line
            key={keyOf(lines[index]!)}
            line={lines[index]!}
            count={index + 2}
            top={start}
            range={range}
            hands={hands}
            {...props}
          />
        ))}
      </div>
      {open && <Lists gpcRef={records[open.row]?.ref ?? ''} />}
    </div>
  );
}

/** A row is known by its number in its reference: what it is about may be changing under the hands of the reader. */
function keyOf(line: GridLine): string {
  if (line.kind === 'record') return `${line.record.ref} ${line.record.order}`;
  return line.kind === 'sector' ? line.sector : line.subsector;
}

interface LineProps extends GridTableProps {
  readonly line: GridLine;
  readonly count: number;
  readonly top: number;
  readonly range: Range;
  readonly hands: ReturnType<typeof useHands>;
}

function Line({ line, count, top, range, hands, grid, context, marks, mayWrite }: LineProps) {
  if (line.kind !== 'record') return <Heading line={line} count={count} top={top} />;
  const { record, index } = line;
  const { selection, open } = grid;
  const isIn = index >= range.top && index <= range.bottom;
  const isOpen = open?.row === index;
  const to = hands.fillTo;
  const isFilling = to !== undefined && ((index > range.bottom && index <= to) || (index < range.top && index >= to));
  return (
    <RowView
      index={index}
      count={count}
      top={top}
      gpcRef={record.ref}
      order={record.order}
      row={record.row}
      place={record.place}
      active={selection.focus.row === index ? selection.focus.column : -1}
      left={isIn ? range.left : -1}
      right={isIn ? range.right : -1}
      isHandle={mayWrite && index === range.bottom && range.left > 0}
      isFilling={isFilling}
      open={isOpen ? open : undefined}
      grid={isOpen ? grid : undefined}
      context={context}
      marks={marks}
      onMove={hands.move}
    />
  );
}

type HeadingLine = Exclude<GridLine, { kind: 'record' }>;

function Heading({ line, count, top }: { line: HeadingLine; count: number; top: number }) {
  const { say } = useLanguage();
  const isSector = line.kind === 'sector';
  return (
    <div
      role="row"
      aria-rowindex={count}
      className={`ig-row ig-heading ${isSector ? 'ig-sector' : 'ig-subsector'}`}
      data-sector={line.sector}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" aria-colspan={GRID_COLUMNS.length} aria-colindex={1} className="ig-cell">
        <span className="ig-heading-words">
          <span className="ig-ref-code">{isSector ? line.sector : line.subsector}</span>{' '}
          {isSector ? say(`sector.${line.sector}`) : say(`subsector.${line.subsector}` as 'subsector.I.1')}
        </span>
      </div>
    </div>
  );
}

/** The lines in sight, a few more each way, and always the one that one is in. */
function useWindow(scrollRef: RefObject<HTMLDivElement | null>, count: number, height: number, active: number) {
  const rangeExtractor = useCallback(
    (range: Shown) => {
      const shown = defaultRangeExtractor(range);
      const isShown = active < 0 || active >= range.count || (active >= shown[0]! && active <= shown.at(-1)!);
      return isShown ? shown : active < shown[0]! ? [active, ...shown] : [...shown, active];
    },
    [active],
  );
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => height,
    overscan: OVERSCAN,
    rangeExtractor,
    scrollPaddingStart: height * 1.5,
    scrollPaddingEnd: height,
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, height]);
  return virtualizer;
}

/** Whether the grid has the focus, also while the row that held it is being taken away. */
function useHeldFocus(scrollRef: RefObject<HTMLDivElement | null>): RefObject<boolean> {
  const isHeld = useRef(false);
  useEffect(() => {
    const box = scrollRef.current;
    if (!box) return;
    const onIn = () => (isHeld.current = true);
    // A row that is taken away leaves the focus to nobody; whoever goes elsewhere leaves it to something, or presses beside the grid.
    const onOut = ({ relatedTarget }: FocusEvent) => (isHeld.current &&= relatedTarget === null);
    const onPress = ({ target }: Event) => (isHeld.current &&= box.contains(target as Node));
    box.addEventListener('focusin', onIn);
    box.addEventListener('focusout', onOut);
    document.addEventListener('pointerdown', onPress);
    return () => {
      box.removeEventListener('focusin', onIn);
      box.removeEventListener('focusout', onOut);
      document.removeEventListener('pointerdown', onPress);
    };
  }, [scrollRef]);
  return isHeld;
}

/** The focus goes with the cell one is in, when it was in the grid; an open cell has it in its field. */
function useFocusedCell(scrollRef: RefObject<HTMLDivElement | null>, grid: Grid, scroll: () => void): void {
  const { row, column } = grid.selection.focus;
  const { open } = grid;
  const isHeld = useHeldFocus(scrollRef);
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    const box = scrollRef.current;
    if (!box) return;
    const isClosing = wasOpen.current && !open;
    wasOpen.current = open !== undefined;
    const { activeElement } = document;
    // A field or a row that went away has left the focus to nobody.
    const isLost = activeElement === document.body && (isClosing || isHeld.current);
    if (open || !(isLost || box.contains(activeElement))) return;
    scroll();
    const cell = box.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [row, column, open, grid.records]);
}
