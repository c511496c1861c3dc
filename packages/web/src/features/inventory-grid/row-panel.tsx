/** Everything about one row, in a drawer: its cells, where its figure comes from, evidence, comments, history. */
import type { GwpSet } from '@thousand-cities/model';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { ComesFrom } from './comes-from.tsx';
import type { Facts } from './facts.ts';
import { RowForm } from './row-form.tsx';
import type { Grid } from './use-grid.ts';
import { fullName } from './words.ts';

export const PANEL_TABS = ['cells', 'from', 'evidence', 'comments', 'history'] as const;
export type PanelTab = (typeof PANEL_TABS)[number];

export interface RowPanelProps {
  readonly index: number;
  readonly grid: Grid;
  readonly gwp: GwpSet;
  readonly facts: Facts;
  readonly mayWrite: boolean;
  readonly onMove: (row: number) => void;
  readonly onClose: () => void;
  /** Tabs that others fill, by the place of the row; a tab that is not there is not shown. */
  readonly more: Partial<Readonly<Record<PanelTab, (place: string) => ReactNode>>>;
}

export function RowPanel({ index, grid, gwp, facts, mayWrite, onMove, onClose, more }: RowPanelProps) {
  const language = useLanguage();
  const { say } = language;
  const ref = useRef<HTMLDialogElement>(null);
  const [tab, setTab] = useState<PanelTab>(mayWrite ? 'cells' : 'from');
  useEffect(() => ref.current?.showModal(), []);
  const record = grid.records[Math.min(index, grid.records.length - 1)]!;
  const tabs = PANEL_TABS.filter((each) => each === 'cells' || each === 'from' || more[each]);
  const own: RowPanelProps['more'] = {
    cells: () => <RowForm record={record} index={index} grid={grid} mayWrite={mayWrite} />,
    from: () => <ComesFrom row={record.row} gwp={gwp} facts={facts} />,
  };
  return (
    <dialog
      ref={ref}
      className="drawer ig-panel"
      aria-labelledby="ig-panel-title"
      onClose={onClose}
      onClick={(event) => event.target === ref.current && ref.current.close()}
    >
      <header>
        <div>
          <p className="small quiet">{say('grid.panel.title')}</p>
          <h2 id="ig-panel-title">{fullName(language, record.ref)}</h2>
        </div>
        <button type="button" className="button compact" onClick={() => ref.current?.close()}>
          {say('dialog.close')}
        </button>
      </header>
      <Tabs tabs={tabs} tab={tab} onTab={setTab} />
      <div role="tabpanel" id="ig-panel-body" aria-labelledby={`ig-tab-${tab}`} className="ig-panel-body">
        {(own[tab] ?? more[tab])?.(record.place)}
      </div>
      {mayWrite && tab === 'cells' && (
        <RowTools
          gpcRef={record.ref}
          hasRow={record.row !== undefined}
          grid={grid}
          onMove={onMove}
          onClose={() => ref.current?.close()}
        />
      )}
      <p className="ig-panel-walk">
        <button type="button" className="button compact" disabled={index === 0} onClick={() => onMove(index - 1)}>
          {say('grid.panel.previous')}
        </button>
        <button
          type="button"
          className="button compact"
          disabled={index >= grid.records.length - 1}
          onClick={() => onMove(index + 1)}
        >
          {say('grid.panel.next')}
        </button>
      </p>
    </dialog>
  );
}

interface RowToolsProps {
  readonly gpcRef: string;
  readonly hasRow: boolean;
  readonly grid: Grid;
  readonly onMove: (row: number) => void;
  readonly onClose: () => void;
}

/** Another activity of the reference, or this one taken away. */
function RowTools({ gpcRef, hasRow, grid, onMove, onClose }: RowToolsProps) {
  const { say } = useLanguage();
  const add = () => {
    const row = grid.addRow();
    if (row !== undefined) onMove(row);
  };
  const remove = () => {
    grid.removeRows();
    onClose();
  };
  return (
    <p className="ig-panel-tools">
      <button type="button" className="button compact" disabled={!hasRow} onClick={add}>
        {say('grid.panel.add', { ref: gpcRef })}
      </button>
      <button type="button" className="button compact" disabled={!hasRow} onClick={remove}>
        {say('grid.tool.removeRows')}
      </button>
    </p>
  );
}

interface TabsProps {
  readonly tabs: readonly PanelTab[];
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
}

function Tabs({ tabs, tab, onTab }: TabsProps) {
  const { say } = useLanguage();
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    const next = tabs[(tabs.indexOf(tab) + (isRightToLeft ? -by : by) + tabs.length) % tabs.length]!;
    onTab(next);
    event.currentTarget.querySelector<HTMLElement>(`#ig-tab-${next}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={say('grid.panel.tabs')} className="ig-tabs" onKeyDown={onKeyDown}>
      {tabs.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`ig-tab-${each}`}
          aria-selected={each === tab}
          aria-controls="ig-panel-body"
          tabIndex={each === tab ? 0 : -1}
          onClick={() => onTab(each)}
        >
          {say(`grid.panel.${each}`)}
        </button>
      ))}
    </div>
  );
}
