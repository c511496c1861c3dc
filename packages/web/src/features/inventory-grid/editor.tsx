/** The cell that is open: a field in its place. Enter and Tab take the text, Escape leaves it as it was. */
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import type { Grid, OpenCell } from './use-grid.ts';
import { columnName, refusalWords } from './words.ts';

interface EditorProps {
  readonly cell: OpenCell;
  readonly label: string;
  readonly grid: Grid;
  readonly list: string | undefined;
  /** Arrows and others that a cell opened by typing leaves to the grid. */
  readonly onMove: (event: KeyboardEvent) => void;
}

const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

export function Editor({ cell, label, grid, list, onMove }: EditorProps) {
  const language = useLanguage();
  const ref = useRef<HTMLInputElement>(null);
  const [isReplacing, setReplacing] = useState(cell.isReplacing);
  const isDone = useRef(false);
  useEffect(() => {
    const input = ref.current!;
    input.focus();
    input.setSelectionRange(input.value.length, input.value.length);
    if (cell.isReplacing) grid.typing(cell.text);
  }, []);
  const refused = grid.saying?.kind === 'refused' ? grid.saying.refused[0] : undefined;

  const finish = (then?: { readonly key: 'Tab' | 'Enter'; readonly isBack: boolean }): boolean => {
    isDone.current = grid.commit(ref.current!.value, then);
    return isDone.current;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      finish({ key: event.key, isBack: event.shiftKey });
    } else if (event.key === 'Escape') {
      event.preventDefault();
      isDone.current = true;
      grid.close();
    } else if (event.key === 'F2') {
      event.preventDefault();
      setReplacing(!isReplacing);
    } else if (isReplacing && ARROWS.includes(event.key) && !event.shiftKey) {
      event.preventDefault();
      if (finish()) onMove(event);
    }
  };
  const onBlur = () => {
    if (isDone.current) return;
    // Left with a text that is refused: the cell is as it was, and what was refused stands below the grid.
    if (!grid.commit(ref.current!.value)) grid.close();
  };
  return (
    <>
      <input
        ref={ref}
        className="ig-editor"
        defaultValue={cell.text}
        aria-label={label}
        aria-invalid={refused !== undefined}
        {...(refused && { 'aria-describedby': 'ig-editor-refused' })}
        {...(list !== undefined && { list })}
        inputMode={cell.column === 'amount' || cell.column === 'result' ? 'decimal' : 'text'}
        autoComplete="off"
        spellCheck={cell.column === 'note'}
        onInput={(event) => grid.typing(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        onPaste={(event) => event.stopPropagation()}
        onCopy={(event) => event.stopPropagation()}
        onCut={(event) => event.stopPropagation()}
        onPointerDown={(event) => event.stopPropagation()}
      />
      {refused && <Refused key={refusalWords(language, refused)}>{refusalWords(language, refused)}</Refused>}
    </>
  );
}

/** Why the text was refused: below the cell and to its end, or to the other side where the grid would cut it off. */
function Refused({ children }: { children: string }) {
  const ref = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const box = ref.current!;
    const sheet = box.closest('.ig-scroll')?.getBoundingClientRect();
    const { left, right, bottom } = box.getBoundingClientRect();
    if (!sheet) return;
    if (right > sheet.right || left < sheet.left) box.dataset['to'] = 'start';
    if (bottom > sheet.bottom) box.dataset['up'] = '';
  }, []);
  return (
    <span ref={ref} id="ig-editor-refused" role="alert" className="ig-editor-refused">
      {children}
    </span>
  );
}

/** The words a field is known by. */
export function useCellLabel(): (ref: string, column: OpenCell['column']) => string {
  const language = useLanguage();
  return (ref, column) => language.say('grid.cell', { ref, column: columnName(language, column) });
}
