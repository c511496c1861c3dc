/** Who changed a row, when, and from what to what: version by version, newest first. */
import { useState } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { useLoaded } from '../../shared/loading.ts';
import { useNames } from '../../shared/saving/members.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { placeParts } from '../../shared/rows/place.ts';
import { CellChanges } from './cell-changes.tsx';
import { compareInventories, type RowChange } from './compare-state.ts';
import type { RowPanelProps } from './row-panels.tsx';
import { listVersions, versionDocument, type VersionHead } from './versions.ts';
import { useMoment } from './words.ts';

/** Versions looked through at a time: each is some tens of kilobytes on a slow line. */
const STEP = 8;

interface Step {
  readonly head: VersionHead;
  readonly change: RowChange;
}

/** What became of a row in the newest `count` versions. */
async function stepsOf(
  { cityId, documentId, place }: RowPanelProps,
  count: number,
): Promise<{ readonly steps: readonly Step[]; readonly hasMore: boolean }> {
  // Going back, the row is followed to what it was known by then.
  let { row } = placeParts(place);
  const heads = await listVersions(cityId, documentId);
  const looked = heads.slice(0, count + 1);
  const documents = await Promise.all(looked.map(({ version }) => versionDocument(cityId, documentId, version)));
  const steps = looked.flatMap((head, index): readonly Step[] => {
    const [after, before] = [documents[index]!, documents[index + 1]];
    // The oldest that was fetched is there to be compared with, unless it is the first of all.
    if (before === undefined && index === count) return [];
    const base = before ?? { ...after, rows: [] };
    const about = compareInventories(base, after).filter((each) => each.place === row);
    const change = about.find(({ kind }) => kind !== 'removed') ?? about[0];
    row = change?.placeBefore ?? row;
    return change && change.kind !== 'same' ? [{ head, change }] : [];
  });
  return { steps, hasMore: heads.length > looked.length };
}

export function RowHistory(props: RowPanelProps) {
  const { documentId, version, place } = props;
  const { say } = useLanguage();
  const [count, setCount] = useState(STEP);
  const [loaded, retry] = useLoaded(`row-history:${documentId}:${version}:${place}:${count}`, () =>
    stepsOf(props, count),
  );
  if (loaded.state === 'waiting') return <p role="status">{say('inventories.loading')}</p>;
  if (loaded.state === 'failed') return <Trouble error={loaded.error} onRetry={retry} />;
  const { steps, hasMore } = loaded.value;
  return (
    <div className="row-history">
      {steps.length === 0 && <p className="quiet">{say('inventories.history.rowUnchanged', { count })}</p>}
      <ol className="history-steps">
        {steps.map((step) => (
          <HistoryStep key={step.head.version} step={step} cityId={props.cityId} />
        ))}
      </ol>
      {hasMore && (
        <button type="button" className="button compact" onClick={() => setCount(count + STEP)}>
          {say('inventories.history.earlier')}
        </button>
      )}
    </div>
  );
}

function HistoryStep({ step: { head, change }, cityId }: { step: Step; cityId: string }) {
  const { say } = useLanguage();
  const moment = useMoment();
  const names = useNames(cityId);
  return (
    <li>
      <p className="small quiet">
        {say('inventories.version', { version: head.version })} · {names(head.createdBy) ?? say('inventories.somebody')}{' '}
        · {moment(head.createdAt)}
      </p>
      <CellChanges change={change} />
    </li>
  );
}
