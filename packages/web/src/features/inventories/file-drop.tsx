/** Where a file is dropped or chosen. The field works by keyboard; dropping is for those who have a mouse. */
import { useId, useState, type DragEvent } from 'react';
import { useLanguage } from '../../i18n/context.tsx';

interface FileDropProps {
  readonly accept: string;
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
}

export function FileDrop({ accept, busy, onFile }: FileDropProps) {
  const { say } = useLanguage();
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !busy) onFile(file);
  };
  return (
    <div
      className="file-drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={id}>{say('inventories.import.choose')}</label>
      <input
        id={id}
        type="file"
        accept={accept}
        disabled={busy}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file) onFile(file);
        }}
      />
      <p className="small quiet">{say('inventories.import.kinds')}</p>
    </div>
  );
}
