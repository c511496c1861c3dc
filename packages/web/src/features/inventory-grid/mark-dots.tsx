/** That a cell has comments or evidence: a small sign with its number, and the words for those who hear them. */
import { useLanguage } from '../../i18n/context.tsx';

export interface MarkCount {
  readonly comments: number;
  readonly evidence: number;
}

export const NO_MARKS: ReadonlyMap<string, MarkCount> = new Map();

export function MarkDots({ count }: { count: MarkCount }) {
  const { say } = useLanguage();
  const words = [
    count.comments > 0 && say('grid.marks.comments', { count: count.comments }),
    count.evidence > 0 && say('grid.marks.evidence', { count: count.evidence }),
  ].filter((each) => each !== false);
  if (words.length === 0) return null;
  return (
    <span className="ig-marks" title={words.join(', ')}>
      {count.comments > 0 && <span className="ig-mark-comments" aria-hidden="true" />}
      {count.evidence > 0 && <span className="ig-mark-evidence" aria-hidden="true" />}
      <span className="visually-hidden">{words.join(', ')}</span>
    </span>
  );
}
