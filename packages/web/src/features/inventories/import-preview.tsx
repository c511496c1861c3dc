/** What a file would change, in groups, with what is to be taken over; and what of it could not be read. */
import { useMemo, useState } from 'react';
import { inventoryOf, type Inventory } from '@thousand-cities/model';
import { useLanguage } from '../../i18n/context.tsx';
import { findingValues } from '../../i18n/finding-words.ts';
import { hasKey } from '../../i18n/messages.ts';
import { numberFormat } from '../../i18n/numbers.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { ImportGroups } from './import-groups.tsx';
import { RefusalText } from './import-refusal.tsx';
import { applyImport, compareImport, isTakeable, type ImportComparison } from './import-state.ts';
import type { ImportPreview } from './upload.ts';

interface ImportPreviewProps {
  readonly inventory: Inventory;
  readonly preview: ImportPreview;
  readonly name: string;
  readonly onBack: () => void;
  readonly onAccept: (next: Inventory) => void;
}

/** Which inventory of the file fits: the one of this year; of several, the one of this city. */
function fittingEntry({ entries }: ImportPreview, { year, city }: Inventory): number {
  const ofYear = entries.flatMap(({ document }, index) => (document['year'] === year ? [index] : []));
  const nameAt = (index: number) => (entries[index]!.document['city'] as { name?: string } | undefined)?.name;
  return ofYear.find((index) => nameAt(index) === city.name) ?? ofYear[0] ?? -1;
}

export function ImportPreviewView(props: ImportPreviewProps) {
  const { inventory, preview, name } = props;
  const { say } = useLanguage();
  const [chosen, setChosen] = useState(() => fittingEntry(preview, inventory));
  const read = useMemo(() => readEntry(preview, chosen), [preview, chosen]);
  return (
    <>
      <p>
        <strong>{name}</strong>{' '}
        <span className="quiet">
          {say('inventories.import.found', { rows: preview.rowCount, inventories: preview.entries.length })}
        </span>
      </p>
      {preview.entries.length > 1 && <EntryChoice preview={preview} chosen={chosen} onChoose={setChosen} />}
      {read instanceof Error && <Trouble error={read} />}
      {read === undefined && (
        <p className="notice">{say('inventories.import.noYear', { year: String(inventory.year) })}</p>
      )}
      <Notes preview={preview} chosen={chosen} />
      <Refusals preview={preview} />
      {read !== undefined && !(read instanceof Error) ? (
        <Comparison key={chosen} {...props} file={read} fileRows={preview.entries[chosen]!.fileRows} />
      ) : (
        <BackButton onBack={props.onBack} />
      )}
    </>
  );
}

function readEntry(preview: ImportPreview, chosen: number): Inventory | Error | undefined {
  const entry = preview.entries[chosen];
  if (!entry) return undefined;
  try {
    return inventoryOf(entry.document);
  } catch (error) {
    return error as Error;
  }
}

interface EntryChoiceProps {
  readonly preview: ImportPreview;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

function EntryChoice({ preview, chosen, onChoose }: EntryChoiceProps) {
  const { say } = useLanguage();
  return (
    <p>
      <label htmlFor="import-entry">{say('inventories.import.which')}</label>{' '}
      <select
        id="import-entry"
        className="compact"
        value={chosen}
        onChange={({ target }) => onChoose(Number(target.value))}
      >
        <option value={-1}>{say('inventories.import.none')}</option>
        {preview.entries.map(({ document }, index) => (
          <option key={index} value={index}>
            {(document['city'] as { name?: string }).name} {String(document['year'])}
          </option>
        ))}
      </select>
    </p>
  );
}

function BackButton({ onBack }: { onBack: () => void }) {
  const { say } = useLanguage();
  return (
    <p>
      <button type="button" className="button" onClick={onBack}>
        {say('inventories.import.other')}
      </button>
    </p>
  );
}

interface ComparisonProps extends ImportPreviewProps {
  readonly file: Inventory;
  readonly fileRows: readonly number[];
}

function Comparison({ inventory, file, fileRows, onBack, onAccept }: ComparisonProps) {
  const { say } = useLanguage();
  const comparison = useMemo(
    () => compareImport(inventory, { rows: file.rows, fileRows, ...(file.population !== undefined && { population: file.population }) }), // prettier-ignore
    [inventory, file, fileRows],
  );
  const [taken, setTaken] = useState<ReadonlySet<string>>(() => takeableIn(comparison));
  const [population, setPopulation] = useState(comparison.population !== undefined);
  const isOtherGwp = file.gwpSet !== inventory.gwpSet;
  const count = taken.size + (population && comparison.population ? 1 : 0);
  return (
    <>
      {file.city.name !== inventory.city.name && (
        <p className="notice">
          {say('inventories.import.otherCity', { file: file.city.name, city: inventory.city.name })}
        </p>
      )}
      {file.year !== inventory.year && (
        <p className="notice">
          {say('inventories.import.otherYear', { file: String(file.year), year: String(inventory.year) })}
        </p>
      )}
      {isOtherGwp && (
        <p className="notice" role="alert">
          {say('inventories.import.otherGwp', { file: file.gwpSet, inventory: inventory.gwpSet })}
        </p>
      )}
      {comparison.population && <Residents {...comparison.population} isTaken={population} onTake={setPopulation} />}
      <ImportGroups comparison={comparison} taken={taken} onTake={setTaken} />
      <p className="import-end">
        <button
          type="button"
          className="button primary"
          disabled={isOtherGwp || count === 0}
          onClick={() => onAccept(applyImport(inventory, comparison, taken, population))}
        >
          {say('inventories.import.accept', { count })}
        </button>
        <button type="button" className="button plain" onClick={onBack}>
          {say('inventories.import.other')}
        </button>
        <span className="small quiet">{say('inventories.import.undoable')}</span>
      </p>
    </>
  );
}

const takeableIn = ({ lines }: ImportComparison): ReadonlySet<string> =>
  new Set(lines.filter(isTakeable).map(({ id }) => id));

interface ResidentsProps {
  readonly before: number | undefined;
  readonly after: number;
  readonly isTaken: boolean;
  readonly onTake: (isTaken: boolean) => void;
}

function Residents({ before, after, isTaken, onTake }: ResidentsProps) {
  const { say, locale } = useLanguage();
  // To the person: this is what is written.
  const exact = (count: number) => numberFormat(locale, { maximumFractionDigits: 0 }).format(count);
  return (
    <label className="residents">
      <input type="checkbox" checked={isTaken} onChange={({ target }) => onTake(target.checked)} />{' '}
      {say('inventories.import.residents', {
        before: before === undefined ? say('inventories.open') : exact(before),
        after: exact(after),
      })}
    </label>
  );
}

/** Refused rows that are drawn: the list says how many more there are. */
const SHOWN = 50;

function Refusals({ preview: { refusals, moreRefusals } }: { preview: ImportPreview }) {
  const { say } = useLanguage();
  const count = refusals.length + moreRefusals;
  if (count === 0) return null;
  return (
    <details className="import-group" data-kind="refused" open>
      <summary>{say('inventories.import.kind.refused', { count })}</summary>
      <p className="small quiet">{say('inventories.import.kind.refused.text')}</p>
      <ul className="refusals">
        {refusals.slice(0, SHOWN).map((refusal, index) => (
          <li key={index}>
            <RefusalText refusal={refusal} />
          </li>
        ))}
      </ul>
      {count > SHOWN && <p className="small">{say('inventories.import.more', { count: count - SHOWN })}</p>}
    </details>
  );
}

/** What reading has to say: columns that were passed over, methods that were taken, macros that were left out. */
function Notes({ preview: { findings, entries }, chosen }: { preview: ImportPreview; chosen: number }) {
  const language = useLanguage();
  const { say, catalogue } = language;
  const notes = [...findings, ...(entries[chosen]?.findings ?? [])];
  if (notes.length === 0) return null;
  return (
    <ul className="import-notes small quiet">
      {notes.map(({ code, message, values }, index) => {
        const key = `inventories.note.${code}`;
        return (
          <li key={index}>
            {hasKey(catalogue, key) ? say(key, findingValues(language, code, values ?? {})) : message}
          </li>
        );
      })}
    </ul>
  );
}
