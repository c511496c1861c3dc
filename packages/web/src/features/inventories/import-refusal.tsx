/** Why a file, or a row of it, cannot be read: what is wrong, where, and what to do. */
import { useLanguage } from '../../i18n/context.tsx';
import { hasKey } from '../../i18n/messages.ts';
import { ProblemError } from '../../shared/client/client.ts';
import { Trouble } from '../../shared/trouble.tsx';
import type { ImportPreview } from './upload.ts';

type Refusal = ImportPreview['refusals'][number];
type Place = Refusal['place'];

interface ImportRefusalProps {
  readonly error: unknown;
  readonly choices: readonly string[];
  readonly onChoose: (sheet: string) => void;
  readonly onRetry: () => void;
}

/** The file as a whole. */
export function ImportRefusal({ error, choices, onChoose, onRetry }: ImportRefusalProps) {
  const { say } = useLanguage();
  if (choices.length > 0) {
    return (
      <div className="notice" role="alert">
        <p>
          <strong>{say('inventories.import.whichSheet')}</strong>
        </p>
        <p className="sheet-choices">
          {choices.map((sheet) => (
            <button key={sheet} type="button" className="button compact" onClick={() => onChoose(sheet)}>
              {sheet}
            </button>
          ))}
        </p>
      </div>
    );
  }
  const refusal = refusalOf(error);
  if (!refusal) return <Trouble error={error} onRetry={onRetry} />;
  return (
    <div className="notice" role="alert">
      <p>
        <strong>{say('inventories.import.refusedFile')}</strong>
      </p>
      <RefusalText refusal={refusal} />
    </div>
  );
}

function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof ProblemError) || error.problem.status !== 422) return undefined;
  const { code, place, problem, remedy } = error.problem as unknown as Refusal;
  return typeof problem === 'string' ? { code, place, problem, remedy } : undefined;
}

/** What is wrong in the reader's language, with the reader's own words of the file beneath. */
export function RefusalText({ refusal }: { refusal: Refusal }) {
  const { say, catalogue } = useLanguage();
  const { code, place, problem } = refusal;
  const key = `inventories.refusal.${code}`;
  return (
    <>
      <p>
        <PlaceText place={place} /> {hasKey(catalogue, key) ? say(key) : refusal.remedy}
      </p>
      <p className="small quiet" lang="en">
        {problem}
      </p>
    </>
  );
}

function PlaceText({ place: { sheet, row, column } }: { place: Place }) {
  const { say } = useLanguage();
  const parts = [
    sheet === undefined ? '' : say('inventories.import.sheet', { sheet }),
    row === undefined ? '' : say('inventories.import.row', { row: String(row) }),
    column === undefined ? '' : say('inventories.import.column', { column }),
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : <strong>{parts.join(', ')}:</strong>;
}
