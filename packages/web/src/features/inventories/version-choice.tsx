/** Choosing an inventory and one of its versions. */
import { useLanguage } from '../../i18n/context.tsx';
import { useLoaded, type Loaded } from '../../shared/loading.ts';
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
        {(versions.state === 'done' ? versions.value : [{ version: value.version, state: column.state }]).map(
          (head) => (
            <option key={head.version} value={head.version}>
              {say('inventories.version', { version: head.version })}, {say(`workspace.state.${head.state}`)}
            </option>
          ),
        )}
      </select>
    </fieldset>
  );
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
