/** Inventories of a city by year: side by side, compared, their versions, a new year, and the base year made anew. */
import { useMemo, useState } from 'react';
import type { Boundary } from '@thousand-cities/model';
import { useLanguage } from '../../i18n/context.tsx';
import { useLoaded } from '../../shared/loading.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { MAY, useRole } from '../workspace/me.tsx';
import { AddYear } from './add-year.tsx';
import { BaseChoice, BaseNotices, useBaseYear } from './base-choice.tsx';
import { Compare } from './compare.tsx';
import { History } from './history.tsx';
import { loadYears, type CityYears } from './load-years.ts';
import { Recalculate } from './recalculate.tsx';
import { baseColumn, yearColumns } from './years-state.ts';
import { YearsTable } from './years-table.tsx';
import '../../styles/inventories.css';

export default function Inventories({ cityId }: { cityId: string }) {
  const { say } = useLanguage();
  const [turn, setTurn] = useState(0);
  const [years, retry] = useLoaded(`years:${cityId}:${turn}`, () => loadYears(cityId));
  if (years.state === 'waiting') return <p role="status">{say('inventories.loading')}</p>;
  if (years.state === 'failed') return <Trouble error={years.error} onRetry={retry} />;
  return <Years cityId={cityId} years={years.value} onChanged={() => setTurn((count) => count + 1)} />;
}

const BOUNDARIES: readonly Boundary[] = ['basic', 'basicPlus', 'territorial'];

interface YearsProps {
  readonly cityId: string;
  readonly years: CityYears;
  readonly onChanged: () => void;
}

function Years({ cityId, years: { documents, gwpSets, baseYear: kept }, onChanged }: YearsProps) {
  const { say } = useLanguage();
  const mayWrite = MAY.write(useRole(cityId));
  const [boundary, setBoundary] = useState<Boundary>('basic');
  const baseYear = useBaseYear(cityId, kept);
  const columns = useMemo(
    () => yearColumns(documents, boundary, (id) => gwpSets.find((set) => set.id === id)),
    [documents, boundary, gwpSets],
  );
  const base = baseColumn(columns, baseYear.chosen);
  return (
    <div className="inventories">
      <h1>{say('inventories.title')}</h1>
      {columns.length === 0 ? (
        <p className="lede">{say('inventories.none')}</p>
      ) : (
        <>
          <p className="years-controls">
            <BoundaryChoice boundary={boundary} onChoose={setBoundary} />
            {columns.length > 1 && base && <BaseChoice {...{ columns, base, mayWrite, baseYear }} />}
          </p>
          {columns.length > 1 && base && <BaseNotices {...{ columns, base, mayWrite, baseYear }} />}
          <YearsTable cityId={cityId} columns={columns} boundary={boundary} baseId={base?.id} />
        </>
      )}
      {mayWrite && <AddYear cityId={cityId} columns={columns} />}
      {columns.length > 0 && <Compare cityId={cityId} columns={columns} />}
      {columns.length > 0 && <History cityId={cityId} columns={columns} mayWrite={mayWrite} onChanged={onChanged} />}
      {mayWrite && base && (
        <Recalculate key={base.id} cityId={cityId} base={base} gwpSets={gwpSets} onChanged={onChanged} />
      )}
    </div>
  );
}

function BoundaryChoice({ boundary, onChoose }: { boundary: Boundary; onChoose: (boundary: Boundary) => void }) {
  const { say } = useLanguage();
  return (
    <label>
      {say('inventories.boundary')}{' '}
      <select className="compact" value={boundary} onChange={({ target }) => onChoose(target.value as Boundary)}>
        {BOUNDARIES.map((each) => (
          <option key={each} value={each}>
            {say(`boundary.${each as 'basic' | 'basicPlus' | 'territorial'}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
