/** Around every chart: its finding as title, the drawing or the table behind it, the source, and the downloads. */
import { useId, useRef, useState, type ReactNode } from 'react';
import { useLanguage } from '../i18n/context.tsx';
import { fileName, pngOf, saveFile, standaloneSvg } from './download.ts';
import { csvOf, type TableCell, type TableColumn, type TableData } from './table.ts';
import { useWidth } from './use-width.ts';

interface ChartFrameProps {
  /** What the chart shows, for file names. */
  readonly name: string;
  /** The finding, from the data. */
  readonly title: string;
  readonly subtitle?: string;
  readonly source: string;
  readonly table: () => TableData;
  readonly legend?: ReactNode;
  /** Draw at a width in pixels. */
  readonly children: (width: number) => ReactNode;
}

export function ChartFrame({ name, title, subtitle, source, table, legend, children }: ChartFrameProps) {
  const id = useId();
  const bodyRef = useRef<HTMLDivElement>(null);
  const width = useWidth(bodyRef, 640);
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className="chart" aria-labelledby={id}>
      <h3 className="chart-title" id={id}>
        {title}
      </h3>
      {subtitle !== undefined && <p className="chart-subtitle">{subtitle}</p>}
      {!asTable && legend}
      <div className="chart-body" ref={bodyRef}>
        {asTable ? <DataTable table={table()} label={title} /> : children(width)}
      </div>
      <figcaption className="chart-foot">
        <span className="source">{source}</span>
        <ChartTools
          asTable={asTable}
          onTable={() => setAsTable(!asTable)}
          name={name}
          table={table}
          picture={() => {
            const svg = bodyRef.current?.querySelector('svg');
            return svg ? standaloneSvg(svg, title, source) : undefined;
          }}
        />
      </figcaption>
    </figure>
  );
}

interface ChartToolsProps {
  readonly asTable: boolean;
  readonly onTable: () => void;
  readonly name: string;
  readonly table: () => TableData;
  readonly picture: () => ReturnType<typeof standaloneSvg> | undefined;
}

function ChartTools({ asTable, onTable, name, table, picture }: ChartToolsProps) {
  const { say } = useLanguage();
  const savePicture = async (kind: 'svg' | 'png') => {
    const drawn = picture();
    if (!drawn) return;
    if (kind === 'svg') saveFile(fileName([name], 'svg'), drawn.markup, 'image/svg+xml');
    else saveFile(fileName([name], 'png'), await pngOf(drawn), 'image/png');
  };
  return (
    <div className="chart-tools" role="group" aria-label={say('chart.tools', { name })}>
      <button type="button" className="button plain compact" aria-pressed={asTable} onClick={onTable}>
        {say(asTable ? 'chart.asChart' : 'chart.asTable')}
      </button>
      {!asTable && (
        <>
          <button type="button" className="button plain compact" onClick={() => void savePicture('png')}>
            PNG<span className="visually-hidden"> {name}</span>
          </button>
          <button type="button" className="button plain compact" onClick={() => void savePicture('svg')}>
            SVG<span className="visually-hidden"> {name}</span>
          </button>
        </>
      )}
      <button
        type="button"
        className="button plain compact"
        onClick={() => saveFile(fileName([name], 'csv'), csvOf(table()), 'text/csv;charset=utf-8')}
      >
        CSV<span className="visually-hidden"> {name}</span>
      </button>
    </div>
  );
}

function Cell({ cell, column }: { cell: TableCell; column: TableColumn }) {
  const { significant, year, say } = useLanguage();
  if (cell === null) return <span className="value-missing">{say('figure.missing')}</span>;
  if (typeof cell === 'string') return cell;
  return column.plain ? year(cell) : significant(cell);
}

function DataTable({ table, label }: { table: TableData; label: string }) {
  const { columns, rows } = table;
  return (
    <div className="chart-table" tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" className={column.numeric ? 'num' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, c) => {
                const column = columns[c]!;
                const content = <Cell cell={cell} column={column} />;
                return c === 0 ? (
                  <th key={c} scope="row">
                    {content}
                  </th>
                ) : (
                  <td key={c} className={column.numeric ? 'num' : undefined}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
