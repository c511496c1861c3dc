/** The base year of the city: shown to all who work there, chosen by those who write its inventories. */
import { useState } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { ApiError } from '../../shared/api.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { chooseBaseYear, loadBaseYear, type BaseYear } from './base-year.ts';
import { baseOnDevice, forgetBaseOnDevice } from './base-on-device.ts';
import type { YearColumn } from './years-state.ts';

/** The base year as the city has it, until then as this device had it, and choosing another. */
export function useBaseYear(cityId: string, loaded: BaseYear) {
  const [kept, setKept] = useState(loaded);
  const [device, setDevice] = useState(() => baseOnDevice(cityId));
  const [work, setWork] = useState<{ readonly wanted?: string; readonly error?: unknown }>({});
  const forget = () => {
    forgetBaseOnDevice(cityId);
    setDevice(undefined);
  };
  const choose = async (inventoryId: string) => {
    if (work.wanted !== undefined) return;
    setWork({ wanted: inventoryId });
    try {
      setKept(await chooseBaseYear(cityId, { inventoryId, basedOn: kept.version }));
      forget();
      setWork({});
    } catch (error) {
      // What somebody else chose in between is shown, and stands until it is chosen again.
      if (error instanceof ApiError && error.code === 'version-conflict') setKept(await loadBaseYear(cityId).catch(() => kept)); // prettier-ignore
      setWork({ error });
    }
  };
  const isOpen = kept.inventoryId === null;
  const chosen = work.wanted ?? kept.inventoryId ?? device;
  return { chosen, offered: isOpen ? device : undefined, choose, forget, ...work };
}

interface BaseChoiceProps {
  readonly columns: readonly YearColumn[];
  readonly base: YearColumn;
  readonly mayWrite: boolean;
  readonly baseYear: ReturnType<typeof useBaseYear>;
}

export function BaseChoice({ columns, base, mayWrite, baseYear: { choose, wanted } }: BaseChoiceProps) {
  const { say } = useLanguage();
  if (!mayWrite) {
    return (
      <span>
        {say('inventories.base')} <strong>{nameOf(base)}</strong>
      </span>
    );
  }
  return (
    <label>
      {say('inventories.base')}{' '}
      <select
        className="compact"
        value={base.id}
        aria-busy={wanted !== undefined}
        onChange={({ target }) => void choose(target.value)}
      >
        {columns.map((column) => (
          <option key={column.id} value={column.id}>
            {nameOf(column)}
          </option>
        ))}
      </select>
    </label>
  );
}

const nameOf = ({ year, name }: YearColumn): string => `${year} ${name}`.trim();

/** What came of choosing, and what this device still remembers. */
export function BaseNotices({ columns, base, mayWrite, baseYear }: BaseChoiceProps) {
  const { say } = useLanguage();
  const { error, offered, choose, forget, wanted } = baseYear;
  const isConflict = error instanceof ApiError && error.code === 'version-conflict';
  const old = mayWrite && columns.find(({ id }) => id === offered);
  return (
    <>
      <p role="status" className="small">
        {isConflict && say('inventories.base.conflict', { year: nameOf(base) })}
      </p>
      {error !== undefined && !isConflict && <Trouble error={error} />}
      {old && (
        <p className="notice info base-offer">
          <span>{say('inventories.base.offer', { year: nameOf(old) })}</span>
          <button
            type="button"
            className="button compact"
            disabled={wanted !== undefined}
            onClick={() => void choose(old.id)}
          >
            {say('inventories.base.offer.keep', { year: nameOf(old) })}
          </button>
          <button type="button" className="button compact" onClick={forget}>
            {say('inventories.base.offer.drop')}
          </button>
        </p>
      )}
    </>
  );
}
