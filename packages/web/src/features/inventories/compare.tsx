/** Two versions or two years row by row. */
import { useState } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { useLoaded } from '../../shared/loading.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { compareInventories } from './compare-state.ts';
import { Differences } from './differences.tsx';
import { VersionChoice, type VersionKey } from './version-choice.tsx';
import { versionDocument } from './versions.ts';
import type { YearColumn } from './years-state.ts';

interface CompareProps {
  readonly cityId: string;
  readonly columns: readonly YearColumn[];
}

const newest = ({ id, version }: YearColumn): VersionKey => ({ documentId: id, version });

export function Compare({ cityId, columns }: CompareProps) {
  const { say } = useLanguage();
  const last = columns.at(-1)!;
  const [one, setOne] = useState<VersionKey>(() =>
    columns.length > 1 ? newest(columns.at(-2)!) : { documentId: last.id, version: Math.max(1, last.version - 1) },
  );
  const [other, setOther] = useState<VersionKey>(() => newest(last));
  const [open, setOpen] = useState(false);
  return (
    <details className="room" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2>{say('inventories.compare')}</h2>
      </summary>
      {open && (
        <>
          <div className="version-choices">
            <VersionChoice
              label={say('inventories.compare.from')}
              value={one}
              onChoose={setOne}
              {...{ cityId, columns }}
            />
            <VersionChoice
              label={say('inventories.compare.to')}
              value={other}
              onChoose={setOther}
              {...{ cityId, columns }}
            />
          </div>
          <Compared cityId={cityId} one={one} other={other} />
        </>
      )}
    </details>
  );
}

/** The differences between two versions, loaded. */
export function Compared({ cityId, one, other }: { cityId: string; one: VersionKey; other: VersionKey }) {
  const { say } = useLanguage();
  const [changes, retry] = useLoaded(`compared:${keyOf(one)}:${keyOf(other)}`, async () => {
    const load = ({ documentId, version }: VersionKey) => versionDocument(cityId, documentId, version);
    const [before, after] = await Promise.all([load(one), load(other)]);
    return compareInventories(before, after);
  });
  if (changes.state === 'waiting') return <p role="status">{say('inventories.loading')}</p>;
  if (changes.state === 'failed') return <Trouble error={changes.error} onRetry={retry} />;
  return <Differences changes={changes.value} />;
}

const keyOf = ({ documentId, version }: VersionKey): string => `${documentId}/${version}`;
