/** Choosing an inventory and one of its versions. */
import { useLanguage } from '../../i18n/context.tsx';
import { useLoaded, type Loaded } from '../../shared/loading.ts';
import { isWithdrawn, ofDocument, usePublications } from '../../shared/saving/publications.ts';
import { wordOf } from '../../shared/saving/state-mark.tsx';
import { listVersions, type VersionHead } from './versions.ts';
import type { YearColumn } from './years-state.ts';

/** One version of one inventory; without a version, the newest. */
export interface VersionKey {
  readonly documentId: string;
  readonly version: number;
}

/** The versions of an inventory, asked for anew when there is a newer one. */
export function useVersions(cityId: string, { id, version }: YearColumn): Loaded<readonly VersionHead[]> {
  const [versions] = useLoaded(`versions:${id}:${version}`, () => listVersions(cityId, id));
  return versions;
}

interface VersionChoiceProps {
  readonly cityId: string;
  readonly label: string;
  readonly columns: readonly YearColumn[];
  readonly value: VersionKey;
  readonly onChoose: (value: VersionKey) => void;
}

export function VersionChoice({ cityId, label, columns, value, onChoose }: VersionChoiceProps) {
  const { say } = useLanguage();
  const column = columns.find(({ id }) => id === value.documentId) ?? columns[0]!;
  const versions = useVersions(cityId, column);
  return (
    <fieldset className="version-choice">
      <legend>{label}</legend>
      <YearSelect
        label={say('inventories.year')}
        columns={columns}
        value={value.documentId}
        onChoose={({ id, version }) => onChoose({ documentId: id, version })}
      />
      <select
        className="compact"
        aria-label={say('inventories.versionOf', { what: label })}
        value={value.version}
        onChange={({ target }) => onChoose({ ...value, version: Number(target.value) })}
      >
        <VersionOptions
          cityId={cityId}
          column={column}
          versions={versions.state === 'done' ? versions.value : [{ version: value.version, state: column.state }]}
        />
      </select>
    </fieldset>
  );
}

interface VersionOptionsProps {
  readonly cityId: string;
  readonly column: YearColumn;
  readonly versions: readonly Pick<VersionHead, 'version' | 'state'>[];
}

/** The versions of an inventory to choose from, each with how far it has come. */
export function VersionOptions({ cityId, column, versions }: VersionOptionsProps) {
  const { say } = useLanguage();
  const { standing } = usePublications(cityId, column.id, column.version);
  const shown = standing.state === 'done' ? ofDocument(standing.value, column.id) : undefined;
  return versions.map(({ version, state }) => (
    <option key={version} value={version}>
      {say('inventories.version', { version })},{' '}
      {say(wordOf({ state, kind: 'inventory', withdrawn: isWithdrawn({ version, state }, shown) }))}
    </option>
  ));
}

interface YearSelectProps {
  readonly label: string;
  readonly columns: readonly YearColumn[];
  readonly value: string;
  readonly onChoose: (column: YearColumn) => void;
}

/** One of the inventories. */
export function YearSelect({ label, columns, value, onChoose }: YearSelectProps) {
  return (
    <select
      className="compact"
      aria-label={label}
      value={value}
      onChange={({ target }) => onChoose(columns.find(({ id }) => id === target.value)!)}
    >
      {columns.map(({ id, year, name }) => (
        <option key={id} value={id}>
          {year} {name}
        </option>
      ))}
    </select>
  );
}
