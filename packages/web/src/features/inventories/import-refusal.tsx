/** Why a file, or a row of it, cannot be read: what is wrong, where, and what to do. */
import { useLanguage } from '../../i18n/context.tsx';
import { hasKey } from '../../i18n/messages.ts';
import { ProblemError } from '../../shared/client/client.ts';
import { FileRefusal } from '../files/state.ts';
import { Trouble, troubleKeyOf } from '../../shared/trouble.tsx';
import type { ImportPreview } from './upload.ts';

type Refusal = ImportPreview['refusals'][number];
type Place = Refusal['place'];

interface ImportRefusalProps {
  /** Of the file. */
  readonly name: string;
  readonly error: unknown;
  readonly choices: readonly string[];
  readonly onChoose: (sheet: string) => void;
  readonly onRetry: () => void;
}

/** The file as a whole. */
export function ImportRefusal({ name, error, choices, onChoose, onRetry }: ImportRefusalProps) {
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
        <strong>{say('inventories.import.refusedFile', { name })}</strong>
      </p>
      <RefusalText refusal={refusal} />
    </div>
  );
}

function refusalOf(error: unknown): Refusal | undefined {
  // Refused before it was sent.
  if (error instanceof FileRefusal)
    return { code: error.code, place: { file: error.message }, problem: '', remedy: '' };
  if (!(error instanceof ProblemError) || error.problem.status !== 422) return undefined;
  const refusal = error.problem as unknown as Refusal;
  return typeof refusal.problem === 'string' ? refusal : undefined;
}

/** What is wrong in the reader's language, with what stands in the cell beneath; in English, all that the reader of the file says of it. */
export function RefusalText({ refusal }: { refusal: Refusal }) {
  const { say, catalogue, locale } = useLanguage();
  const { code, place, problem, given } = refusal;
  const own = `inventories.refusal.${code}`;
  const key = hasKey(catalogue, own) ? own : troubleKeyOf(code, catalogue);
  const beneath = locale === 'en' ? problem : given && say('inventories.refusal.given', { given });
  return (
    <>
      <p>
        <PlaceText place={place} /> {say(key)}
      </p>
      {beneath && <p className="small quiet">{beneath}</p>}
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
