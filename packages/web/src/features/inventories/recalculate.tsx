/** The base year made anew: what changed, why, whether it is enough, and what would be written. */
import { useState } from 'react';
import { DEFAULT_RECALCULATION_RULE, type GpcRef, type GwpSet, type Inventory, type RecalculationRule } from '@thousand-cities/model'; // prettier-ignore
import { useLanguage } from '../../i18n/context.tsx';
import { useLoaded } from '../../shared/loading.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { inOtherGwp } from './other-gwp.ts';
import { RecalculateForm } from './recalculate-form.tsx';
import { useVersions, VersionOptions } from './version-choice.tsx';
import { versionDocument, type VersionHead } from './versions.ts';
import type { YearColumn } from './years-state.ts';

interface RecalculateProps {
  readonly cityId: string;
  readonly base: YearColumn;
  readonly gwpSets: readonly GwpSet[];
  readonly onChanged: () => void;
}

export function Recalculate(props: RecalculateProps) {
  const { say } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <details className="room" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2>{say('inventories.recalculate', { year: String(props.base.year) })}</h2>
      </summary>
      {open && (
        <>
          <p>{say('inventories.recalculate.text')}</p>
          <Revision {...props} />
        </>
      )}
    </details>
  );
}

/** What the base year is compared with: its newest draft, or itself by another set of warming potentials. */
type RevisedBy = 'draft' | GwpSet['id'];

/** The version that stands: published, else approved, else the first. */
function standing({ publishedVersion, approvedVersion }: YearColumn, versions: readonly VersionHead[]): number {
  return publishedVersion ?? approvedVersion ?? versions.at(-1)?.version ?? 1;
}

function Revision(props: RecalculateProps) {
  const { cityId, base, gwpSets } = props;
  const { say } = useLanguage();
  const versions = useVersions(cityId, base);
  const [chosen, setChosen] = useState<number>();
  const [revised, setRevised] = useState<RevisedBy>();
  const [rule, setRule] = useState<RecalculationRule>(DEFAULT_RECALCULATION_RULE);
  if (versions.state === 'waiting') return <p role="status">{say('inventories.loading')}</p>;
  if (versions.state === 'failed') return <Trouble error={versions.error} />;
  const version = chosen ?? standing(base, versions.value);
  const others = gwpSets.filter(({ id }) => id !== base.inventory.gwpSet);
  const by = revised ?? (version === base.version ? (others.at(-1)?.id ?? 'draft') : 'draft');
  return (
    <>
      <p className="years-controls">
        <label>
          {say('inventories.recalculate.standing')}{' '}
          <select className="compact" value={version} onChange={({ target }) => setChosen(Number(target.value))}>
            <VersionOptions cityId={cityId} column={base} versions={versions.value} />
          </select>
        </label>
        <label>
          {say('inventories.recalculate.revised')}{' '}
          <select className="compact" value={by} onChange={({ target }) => setRevised(target.value as RevisedBy)}>
            <option value="draft">{say('inventories.recalculate.draft', { version: base.version })}</option>
            {others.map(({ id }) => (
              <option key={id} value={id}>
                {say('inventories.recalculate.gwp', { set: id })}
              </option>
            ))}
          </select>
        </label>
      </p>
      <RuleFields rule={rule} onChange={setRule} />
      <Revised
        key={`${version}/${by}`}
        {...props}
        version={version}
        set={gwpSets.find(({ id }) => id === by)}
        rule={rule}
      />
    </>
  );
}

function RuleFields({ rule, onChange }: { rule: RecalculationRule; onChange: (rule: RecalculationRule) => void }) {
  const { say } = useLanguage();
  return (
    <p className="years-controls">
      <label>
        {say('inventories.recalculate.threshold')}{' '}
        <input
          type="number"
          className="compact"
          min={0}
          max={100}
          step={0.1}
          value={Number((rule.threshold * 100).toPrecision(6))}
          onChange={({ target }) => {
            const { valueAsNumber } = target;
            if (valueAsNumber >= 0 && valueAsNumber <= 100) onChange({ ...rule, threshold: valueAsNumber / 100 });
          }}
        />{' '}
        %
      </label>
      <label>
        {say('inventories.recalculate.measure')}{' '}
        <select
          className="compact"
          value={rule.measure}
          onChange={({ target }) => onChange({ ...rule, measure: target.value as RecalculationRule['measure'] })}
        >
          <option value="gross">{say('inventories.recalculate.gross')}</option>
          <option value="net">{say('inventories.recalculate.net')}</option>
        </select>
      </label>
    </p>
  );
}

interface RevisedProps extends RecalculateProps {
  readonly version: number;
  /** Another set; without it the newest draft is the revision. */
  readonly set: GwpSet | undefined;
  readonly rule: RecalculationRule;
}

function Revised({ cityId, base, version, set, rule, onChanged }: RevisedProps) {
  const { say } = useLanguage();
  const [loaded, retry] = useLoaded(`standing:${base.id}:${version}`, async () => ({
    version,
    inventory: await versionDocument(cityId, base.id, version),
  }));
  if (loaded.state === 'waiting') return <p role="status">{say('inventories.loading')}</p>;
  if (loaded.state === 'failed') return <Trouble error={loaded.error} onRetry={retry} />;
  const { inventory, stuck } = revisionOf(loaded.value.inventory, base.inventory, set);
  return (
    <RecalculateForm
      {...{ cityId, rule, stuck, onChanged }}
      documentId={base.id}
      newest={base.version}
      base={loaded.value}
      revised={inventory}
      {...(set && { given: { kind: 'factor', explanation: say('inventories.recalculate.gwpReason', { from: loaded.value.inventory.gwpSet, to: set.id }) } })} // prettier-ignore
    />
  );
}

function revisionOf(
  standing: Inventory,
  newest: Inventory,
  set: GwpSet | undefined,
): { readonly inventory: Inventory; readonly stuck: readonly GpcRef[] } {
  return set ? inOtherGwp(standing, set) : { inventory: newest, stuck: [] };
}
