/** What a version's note says of a recalculation: readable by people, and read back, so that the list of changes keeps its reasons. */
import { isGpcRef, type Recalculation, type RecalculationKind, type RecalculationReason } from '@thousand-cities/model';

/** Most characters a note may have. */
const LONGEST = 2000;
const KINDS: readonly RecalculationKind[] = ['boundary', 'method', 'factor', 'error'];

/** A recalculation as its note tells it. */
export interface NotedRecalculation {
  readonly year: number;
  /** The version that stood before. */
  readonly from: number;
  /** Size of the change, 0.05 for 5 %. */
  readonly change: number;
  readonly threshold: number;
  readonly reasons: readonly RecalculationReason[];
}

/**
 * Write the note: a first line with the size and the threshold, then a line for each reason with its references.
 *
 * @param from the version that stood before, with which the new one is to be compared
 * @returns undefined when it does not fit into a note: shorten the explanations
 */
export function writeRecalculationNote(year: number, from: number, recalculation: Recalculation): string | undefined {
  const { change, rule, figures } = recalculation;
  const reasons = [...new Set(figures.flatMap((figure) => figure.reasons))];
  const lines = reasons.map((reason) => {
    const refs = figures.filter((figure) => figure.reasons.includes(reason)).map(({ ref }) => ref);
    return `- ${reason.kind} (${refs.join(', ')}): ${reason.explanation.replaceAll(/\s+/g, ' ').trim()}`;
  });
  const head = `Recalculation of ${year} from version ${from}: ${percent(change)} % (threshold ${percent(rule.threshold)} %, ${rule.measure})`;
  const note = [head, ...lines].join('\n');
  return note.length <= LONGEST ? note : undefined;
}

const percent = (share: number): string => String(Number((share * 100).toPrecision(3)));

const HEAD = /^Recalculation of (\d{4}) from version (\d+): ([\d.e+-]+) % \(threshold ([\d.e+-]+) %, (?:gross|net)\)$/;
const REASON = /^- (boundary|method|factor|error) \(([^)]*)\): (.*)$/;

/** Read a note back; undefined for a note of another kind. */
export function readRecalculationNote(note: string | null): NotedRecalculation | undefined {
  const [head, ...lines] = (note ?? '').split('\n');
  const match = HEAD.exec(head!);
  if (match === null) return undefined;
  const reasons = lines.flatMap((line): readonly RecalculationReason[] => {
    const [, kind, refs, explanation] = REASON.exec(line) ?? [];
    if (kind === undefined) return [];
    return [{ kind: KINDS.find((each) => each === kind)!, refs: refs!.split(', ').filter(isGpcRef), explanation: explanation! }]; // prettier-ignore
  });
  const [year, from, change, threshold] = match.slice(1).map(Number) as [number, number, number, number];
  return { year, from, change: change / 100, threshold: threshold / 100, reasons };
}
