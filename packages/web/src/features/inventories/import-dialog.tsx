/** A table or workbook taken over row by row: choose it, see what it would change, accept. Nothing is changed before that. */
import { useEffect, useRef, useState } from 'react';
import type { Inventory } from '@thousand-cities/model';
import { useLanguage } from '../../i18n/context.tsx';
import { ProblemError } from '../../shared/client/client.ts';
import { FileRefusal } from '../files/state.ts';
import { ImportPreviewView } from './import-preview.tsx';
import { ImportRefusal } from './import-refusal.tsx';
import { FileDrop } from './file-drop.tsx';
import { LARGEST_TABLE, previewImport, TABLE_TYPES, type ImportPreview } from './upload.ts';
import '../../styles/inventories.css';

export interface ImportDialogProps {
  /** The inventory as it is edited now. */
  readonly inventory: Inventory;
  readonly cityId: string;
  /** Gets the inventory with what was taken over: one edit. */
  readonly onAccept: (next: Inventory) => void;
  readonly onClose: () => void;
}

type Reading =
  | { readonly state: 'choose' }
  | { readonly state: 'reading'; readonly file: File }
  | { readonly state: 'failed'; readonly file: File; readonly error: unknown }
  | { readonly state: 'read'; readonly file: File; readonly preview: ImportPreview };

export function ImportDialog({ inventory, cityId, onAccept, onClose }: ImportDialogProps) {
  const { say } = useLanguage();
  const ref = useRef<HTMLDialogElement>(null);
  const [reading, setReading] = useState<Reading>({ state: 'choose' });
  useEffect(() => ref.current?.showModal(), []);
  const read = async (file: File, sheet?: string) => {
    setReading({ state: 'reading', file });
    try {
      if (file.size > LARGEST_TABLE) throw new FileRefusal('file-too-large', file.name);
      if (file.size === 0) throw new FileRefusal('file-empty', file.name);
      const { gwpSet } = inventory;
      const preview = await previewImport(cityId, file, { gwpSet, ...(sheet !== undefined && { sheet }) });
      setReading({ state: 'read', file, preview });
    } catch (error) {
      setReading({ state: 'failed', file, error });
    }
  };
  return (
    <dialog ref={ref} className="import-dialog" aria-labelledby="import-title" onClose={onClose}>
      <header>
        <h2 id="import-title">{say('inventories.import.title', { year: String(inventory.year) })}</h2>
        <button type="button" className="button compact" onClick={() => ref.current?.close()}>
          {say('dialog.close')}
        </button>
      </header>
      {reading.state !== 'read' && (
        <>
          <p>{say('inventories.import.text')}</p>
          <FileDrop accept={TABLE_TYPES} busy={reading.state === 'reading'} onFile={(file) => void read(file)} />
          <p role="status">
            {reading.state === 'reading' && say('inventories.import.reading', { name: reading.file.name })}
          </p>
        </>
      )}
      {reading.state === 'failed' && (
        <ImportRefusal
          name={reading.file.name}
          error={reading.error}
          choices={choicesOf(reading.error)}
          onChoose={(sheet) => void read(reading.file, sheet)}
          onRetry={() => void read(reading.file)}
        />
      )}
      {reading.state === 'read' && (
        <ImportPreviewView
          inventory={inventory}
          preview={reading.preview}
          name={reading.file.name}
          onBack={() => setReading({ state: 'choose' })}
          onAccept={(next) => {
            onAccept(next);
            ref.current?.close();
          }}
        />
      )}
    </dialog>
  );
}

/** Sheets to choose from, where the refusal names them. */
function choicesOf(error: unknown): readonly string[] {
  if (!(error instanceof ProblemError)) return [];
  const { choices } = error.problem;
  return Array.isArray(choices) ? choices.filter((each) => typeof each === 'string') : [];
}
