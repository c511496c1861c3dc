/** How many open comments and files hang on each place, and what belongs to a row. Pure. */
import { placeParts, type PlaceToday } from '../../shared/rows/place.ts';
import type { Comment, Evidence, Talk } from './talk-store.ts';

/** What hangs on a place. */
export interface Marks {
  /** Threads that are not resolved. */
  readonly comments: number;
  /** Files that none has replaced. */
  readonly evidence: number;
}

/** Counts by place of today, for rows and cells alike: what hangs on a cell counts for its row, too. */
export function marksOf({ comments, evidence }: Talk, today: PlaceToday): ReadonlyMap<string, Marks> {
  const marks = new Map<string, Marks>();
  const add = (stored: string, what: keyof Marks) => {
    const place = today(stored);
    const { row } = placeParts(place);
    for (const each of new Set([place, row])) {
      const now = marks.get(each) ?? { comments: 0, evidence: 0 };
      marks.set(each, { ...now, [what]: now[what] + 1 });
    }
  };
  for (const { place, replyTo, resolvedAt } of comments) {
    if (replyTo === null && resolvedAt === null) add(place, 'comments');
  }
  for (const { place, supersededBy } of evidence) if (supersededBy === null) add(place, 'evidence');
  return marks;
}

/** Whether something that hangs on one place is shown at another: at its own, and a cell's at its row. */
export const belongsTo = (place: string, shownAt: string): boolean =>
  place === shownAt || placeParts(place).row === shownAt;

/** A comment with its answers, oldest first. */
export interface Thread {
  readonly first: Comment;
  readonly answers: readonly Comment[];
}

/** Threads at a place of today: open ones first, then as they were begun. */
export function threadsAt(comments: readonly Comment[], place: string, today: PlaceToday): readonly Thread[] {
  const threads = comments
    .filter((comment) => comment.replyTo === null && belongsTo(today(comment.place), place))
    .map((first) => ({ first, answers: comments.filter(({ replyTo }) => replyTo === first.id) }));
  const isOpen = ({ first }: Thread) => (first.resolvedAt === null ? 0 : 1);
  return threads.toSorted((one, other) => isOpen(one) - isOpen(other));
}

/** A file with those it replaced, newest of these first. */
export interface KeptFile {
  readonly file: Evidence;
  readonly replaced: readonly Evidence[];
}

/** Files at a place of today as they stand. */
export function filesAt(evidence: readonly Evidence[], place: string, today: PlaceToday): readonly KeptFile[] {
  return evidence
    .filter((file) => file.supersededBy === null && belongsTo(today(file.place), place))
    .map((file) => ({ file, replaced: before(evidence, file) }));
}

function before(evidence: readonly Evidence[], file: Evidence): readonly Evidence[] {
  const old = evidence.find(({ supersededBy }) => supersededBy === file.id);
  return old === undefined ? [] : [old, ...before(evidence, old)];
}
