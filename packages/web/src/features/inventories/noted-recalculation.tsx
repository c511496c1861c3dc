/** A recalculation as a version's note and its change tell it: every number, old and new, with its reason. */
import { useState } from 'react';
import { recalculateBaseYear } from '@thousand-cities/model';
import { useLanguage } from '../../i18n/context.tsx';
import { useLoaded } from '../../shared/loading.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { RecalculatedList } from './recalculated-list.tsx';
import type { NotedRecalculation } from './recalculation-note.ts';
import { versionDocument } from './versions.ts';

interface NotedProps {
  readonly cityId: string;
  readonly documentId: string;
  readonly version: number;
  readonly noted: NotedRecalculation;
}

export function NotedRecalculationView(props: NotedProps) {
  const { noted } = props;
  const { say, percent } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <details className="noted" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {say('inventories.recalculate.noted', {
          year: String(noted.year),
          change: percent(noted.change),
          threshold: percent(noted.threshold),
        })}
      </summary>
      {open && <NotedList {...props} />}
    </details>
  );
}

function NotedList({ cityId, documentId, version, noted }: NotedProps) {
  const { say } = useLanguage();
  const [loaded, retry] = useLoaded(`noted:${documentId}:${version}`, async () => {
    const [before, after] = await Promise.all([
      versionDocument(cityId, documentId, noted.from),
      versionDocument(cityId, documentId, version),
    ]);
    return recalculateBaseYear(before, after, noted.reasons);
  });
  if (loaded.state === 'waiting') return <p role="status">{say('inventories.loading')}</p>;
  if (loaded.state === 'failed') return <Trouble error={loaded.error} onRetry={retry} />;
  const { figures, refused, beforeTonnes } = loaded.value;
  return (
    <RecalculatedList
      lines={[...figures, ...refused]}
      totalTonnes={beforeTonnes}
      why={({ reasons }) =>
        reasons.map(({ kind, explanation }, index) => (
          <span key={index} className="reason">
            <strong>{say(`inventories.recalculate.kind.${kind}`)}</strong> {explanation}
          </span>
        ))
      }
    />
  );
}
