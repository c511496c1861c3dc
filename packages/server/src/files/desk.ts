/** Inventories out of files and into them, in a thread beside the pages. */
import type { DocumentKind } from '@thousand-cities/store';
import { Refused } from '../refused.ts';
import { Thread, ThreadFailed } from '../thread/thread.ts';
import type { Answers, LargeBody, Question, Written } from './messages.ts';
import type { TableRequest } from './preview.ts';

export interface FileDesk {
  /**
   * What a table or workbook holds, as JSON.
   *
   * @throws {Refused} 422 with `place`, `problem` and `remedy` when it cannot be read as a whole, `choices` where a sheet must be
   *   chosen; 503 while too many wait
   */
  preview(bytes: Uint8Array, request: TableRequest): Promise<string>;
  /** The text of an inventory as a table or workbook. @throws {Refused} 503 */
  write(form: 'csv' | 'xlsx', text: string): Promise<Written>;
  /** A large body that holds a document. @throws {Refused} as `readBody`, 413 where it takes too much, 503 @throws {DomainError} as the model */
  body(kind: DocumentKind, text: string): Promise<LargeBody>;
  end(): Promise<void>;
}

/** A table as large as it may be is read in seconds. */
const PATIENCE_MS = 60_000;
const MEMORY_MB = 512;
/** Ten megabytes each. */
const MOST_WAITING = 20;

export function createFileDesk(): FileDesk {
  const file = new URL('./work', import.meta.url);
  const limits = { memoryMb: MEMORY_MB, patienceMs: PATIENCE_MS, mostWaiting: MOST_WAITING };
  const thread = new Thread<Question, Answers>({ file, ...limits });
  // Whoever saves does not wait for somebody's workbook.
  const bodies = new Thread<Question, Answers>({ file, ...limits });
  return {
    preview: async (bytes, request) => {
      const answer = await thread.ask({ kind: 'preview', bytes, request }).catch((error: unknown) => {
        throw isTooMuch(error) ? tooLarge(request.file, error) : refusalOf(error);
      });
      if ('json' in answer) return answer.json;
      throw new Refused(422, answer.code, answer.message, { members: { ...answer.members } });
    },
    write: (form, text) =>
      thread.ask({ kind: form, text }).catch((error: unknown) => {
        throw refusalOf(error);
      }),
    body: (kind, text) =>
      bodies.ask({ kind, text }).catch((error: unknown) => {
        throw isTooMuch(error) ? tooMuch(error) : refusalOf(error);
      }),
    end: async () => void (await Promise.all([thread.end(), bodies.end()])),
  };
}

const isTooMuch = (error: unknown): boolean => error instanceof ThreadFailed && error.why !== 'busy';

/** It ended the thread, and would end the next. */
const tooMuch = (cause: unknown): Refused =>
  new Refused(413, 'too-large', 'this document takes more time or memory than the server gives to one', { cause });

/** The same of a file. */
function tooLarge(file: string, cause: unknown): Refused {
  const problem = 'takes more time or memory than the server gives to one file';
  const remedy = 'save the sheet with the inventory alone, or as CSV';
  return new Refused(422, 'file-too-large', `${file}: ${problem}`, { members: { place: { file }, problem, remedy }, cause }); // prettier-ignore
}

function refusalOf(error: unknown): unknown {
  if (!(error instanceof ThreadFailed)) return error;
  return new Refused(503, 'busy', 'too many files and large documents wait to be read or written', { headers: { 'Retry-After': '10' }, cause: error }); // prettier-ignore
}
