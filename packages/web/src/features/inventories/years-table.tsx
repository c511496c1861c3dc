/** The table of years: sectors down, years across, each change against the year before and the base year. */
import type { ReactNode } from 'react';
import type { Boundary, Sector } from '@thousand-cities/model';
import { useLanguage } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import { followLink } from '../../shared/router.ts';
import { isTakenBack } from '../../shared/saving/publications.ts';
import { StateMark } from '../../shared/saving/state-mark.tsx';
import { addressIn } from '../workspace/routes.ts';
import { changeFrom, sectorsIn, type GappedSum, type YearColumn } from './years-state.ts';

interface YearsTableProps {
  readonly cityId: string;
  readonly columns: readonly YearColumn[];
  readonly boundary: Boundary;
  readonly baseId: string | undefined;
}

export function YearsTable({ cityId, columns, boundary, baseId }: YearsTableProps) {
  const { say } = useLanguage();
  const base = columns.find(({ id }) => id === baseId);
  return (
    <div className="years-scroll" tabIndex={0} role="region" aria-label={say('inventories.table')}>
      <table className="years-table">
        <caption className="visually-hidden">{say('inventories.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('inventories.sector')}</th>
            {columns.map((column) => (
              <YearHead
                key={column.id}
                cityId={cityId}
                column={column}
                isBase={columns.length > 1 && column.id === baseId}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {sectorsIn(boundary).map((sector) => (
            <SumRow
              key={sector}
              label={say(`sector.${sector}`)}
              columns={columns}
              of={(column) => column.sectors[sector as Sector]}
            />
          ))}
          <SumRow label={say('inventories.total')} columns={columns} of={(column) => column.total} isTotal />
          {base && columns.length > 1 && (
            <Row label={say('inventories.sinceBase', { year: String(base.year) })} columns={columns}>
              {(column) => <Change from={base.id === column.id ? undefined : base.total} to={column.total} />}
            </Row>
          )}
          <FactRows columns={columns} />
          <Row label={say('inventories.download')} columns={columns}>
            {({ id, year }) => <Downloads cityId={cityId} documentId={id} year={year} />}
          </Row>
        </tbody>
      </table>
    </div>
  );
}

/** What else is known of each inventory. */
function FactRows({ columns }: { columns: readonly YearColumn[] }) {
  const { say, percent, significant } = useLanguage();
  return (
    <>
      <Row label={say('inventories.perHead')} columns={columns}>
        {({ perHead }) => (perHead === undefined ? say('inventories.open') : `${significant(perHead)} t`)}
      </Row>
      <Row label={say('inventories.defaults')} columns={columns}>
        {({ defaultShare }) => (defaultShare === undefined ? '–' : percent(defaultShare))}
      </Row>
      <Row label={say('inventories.findings')} columns={columns}>
        {({ errors, warnings }) => say('inventories.findingCounts', { errors, warnings })}
      </Row>
    </>
  );
}

function YearHead({ cityId, column, isBase }: { cityId: string; column: YearColumn; isBase: boolean }) {
  const { say } = useLanguage();
  const { id, year, name, state, version } = column;
  return (
    <th scope="col" className="num year-head">
      <a href={addressIn({ area: 'inventory', cityId, documentId: id })} onClick={followLink}>
        {year}
        {name !== '' && ` ${name}`}
      </a>
      {isBase && <span className="base-mark">{say('inventories.isBase')}</span>}
      <StateMark state={state} kind="inventory" withdrawn={isTakenBack(column)} />
      <span className="small quiet">{say('inventories.version', { version })}</span>
    </th>
  );
}

interface RowProps {
  readonly label: string;
  readonly columns: readonly YearColumn[];
  readonly isTotal?: boolean;
  readonly children: (column: YearColumn, index: number) => ReactNode;
}

function Row({ label, columns, isTotal = false, children }: RowProps) {
  return (
    <tr className={isTotal ? 'total' : undefined}>
      <th scope="row">{label}</th>
      {columns.map((column, index) => (
        <td key={column.id} className="num">
          {children(column, index)}
        </td>
      ))}
    </tr>
  );
}

interface SumRowProps extends Omit<RowProps, 'children'> {
  readonly of: (column: YearColumn) => GappedSum | undefined;
}

function SumRow({ of, columns, ...row }: SumRowProps) {
  const { co2e, say } = useLanguage();
  return (
    <Row columns={columns} {...row}>
      {(column, index) => {
        const sum = of(column);
        if (sum === undefined) return '–';
        const before = columns[index - 1];
        return (
          <>
            {joined(co2e(sum.tonnes))}
            <Change from={before && of(before)} to={sum} />
            {sum.gaps > 0 && <span className="small gaps">{say('inventories.gaps', { count: sum.gaps })}</span>}
          </>
        );
      }}
    </Row>
  );
}

/** A change in percent with its sign, and what it is against for those who hear it. */
function Change({ from, to }: { from: GappedSum | undefined; to: GappedSum }) {
  const { locale } = useLanguage();
  const change = changeFrom(from, to);
  if (change === undefined) return null;
  const text = new Intl.NumberFormat(locale, {
    style: 'percent',
    signDisplay: 'exceptZero',
    maximumFractionDigits: Math.abs(change) < 0.1 ? 1 : 0,
  }).format(change);
  return <span className="small quiet change">{text}</span>;
}

function Downloads({ cityId, documentId, year }: { cityId: string; documentId: string; year: number }) {
  const { say } = useLanguage();
  const at = `/api/v1/cities/${cityId}/inventories/${documentId}`;
  return (
    <span className="downloads">
      <a
        href={`${at}/workbook.xlsx`}
        download
        aria-label={say('inventories.download.workbook', { year: String(year) })}
      >
        XLSX
      </a>{' '}
      <a href={`${at}/table.csv`} download aria-label={say('inventories.download.table', { year: String(year) })}>
        CSV
      </a>
    </span>
  );
}
