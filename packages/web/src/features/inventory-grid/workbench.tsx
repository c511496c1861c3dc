/** The grid with everything around it: saving, totals, tools, findings, the way to approval, the details of a row. */
import { isMissing, type Inventory } from '@thousand-cities/model';
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { useWidth } from '../../charts/use-width.ts';
import { useLoaded } from '../../shared/loading.ts';
import { ConflictDialog } from '../../shared/saving/conflict-dialog.tsx';
import { useNames } from '../../shared/saving/members.ts';
import { SavingBar } from '../../shared/saving/saving-bar.tsx';
import type { OpenDocument } from '../../shared/saving/use-document.ts';
import { usePublications } from '../../shared/saving/publications.ts';
import { Workflow } from '../../shared/saving/workflow.tsx';
import { MarkKey } from '../explain/mark.tsx';
import { useMarks } from '../inventories/marks.ts';
import { useRole } from '../workspace/me.tsx';
import { Cards } from './cards.tsx';
import { GRID_COLUMNS } from './columns.ts';
import { sideWords } from './conflict-words.ts';
import type { EditContext } from './edit-row.ts';
import { hasLandfill, historyIn, loadSeries, type Facts } from './facts.ts';
import { numberFormOf } from './figures.ts';
import { Findings } from './findings-panel.tsx';
import { overviewOf, type OverviewContext, type PlacedFinding } from './overview.ts';
import { RowPanel, type RowPanelProps } from './row-panel.tsx';
import { Sayings } from './sayings.tsx';
import { at } from './selection.ts';
import { GridTable } from './table.tsx';
import { Tools } from './tools.tsx';
import { TotalsBar } from './totals-bar.tsx';
import { useGrid } from './use-grid.ts';

const ImportDialog = lazy(() =>
  import('../inventories/import-dialog.tsx').then((room) => ({ default: room.ImportDialog })),
);
const RowTalk = lazy(() => import('../inventories/row-talk.tsx'));

interface WorkbenchProps {
  readonly cityId: string;
  readonly documentId: string;
  readonly document: OpenDocument<Inventory>;
  readonly facts: Facts;
  readonly mayWrite: boolean;
}

/** Below this width, in CSS pixels, rows are cards. */
const CARDS_BELOW = 640;

export function Workbench({ cityId, documentId, document, facts, mayWrite }: WorkbenchProps) {
  const { say } = useLanguage();
  const { value: inventory, undo, redo } = document;
  const context = useContexts(cityId, documentId, inventory, facts);
  const grid = useGrid({ inventory, context, mayWrite, edit: document.edit });
  const overview = useMemo(() => overviewOf(grid.preview ?? inventory, context), [grid.preview, inventory, context]);
  const [details, setDetails] = useState<number>();
  const [isImporting, setImporting] = useState(false);
  const marks = useMarks(cityId, documentId, inventory.rows);
  const boxRef = useRef<HTMLDivElement>(null);
  const scrollRef = useRef<HTMLDivElement>(null);
  const isNarrow = useWidth(boxRef, 1000) < CARDS_BELOW;
  const label = say('grid.label', { year: inventory.year });

  const goTo = (row: number, column = GRID_COLUMNS.indexOf('amount')) => {
    grid.select(at(row, column));
    if (isNarrow) return showDetails(row);
    scrollRef.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    scrollRef.current?.scrollIntoView({ block: 'nearest' });
  };
  // The row of the panel is the row one is in: its tools work on it.
  const showRow = (row: number) => {
    setDetails(row);
    grid.select(at(row, grid.selection.focus.column));
  };
  const showDetails = useCallback((row: number) => {
    setDetails(row);
    grid.select(at(row, 0));
  }, []);
  return (
    <div ref={boxRef} className="ig">
      <header className="ig-top">
        <h1>{say('grid.title', { year: inventory.year })}</h1>
        <SavingBar document={document} mayWrite={mayWrite} nameOf={useNames(cityId)} />
      </header>
      <TotalsBar overview={overview} onGap={(ref) => goTo(firstOpen(grid.records, ref))} />
      <Tools {...{ grid, mayWrite, isNarrow }} onDetails={showDetails} onImport={() => setImporting(true)} />
      {isNarrow ? (
        <Cards {...{ label, grid, context }} marks={marks} onDetails={showDetails} />
      ) : (
        <GridTable
          {...{ label, grid, context, mayWrite, scrollRef }}
          marks={marks}
          onDetails={showDetails}
          onUndo={undo}
          onRedo={redo}
        />
      )}
      <Sayings
        saying={grid.saying}
        isOpen={grid.open !== undefined || details !== undefined}
        onDismiss={() => grid.say(undefined)}
      />
      <details className="ig-looks">
        <summary>{say('grid.looks')}</summary>
        <MarkKey />
      </details>
      <Findings findings={overview.findings} onGo={(finding) => goTo(finding.row!, columnOf(finding))} />
      <Approval {...{ cityId, documentId, document, overview }} />
      {details !== undefined && (
        <RowPanel
          index={details}
          {...{ grid, facts, mayWrite }}
          gwp={context.gwp}
          onMove={showRow}
          onClose={() => setDetails(undefined)}
          more={talkOf({ cityId, documentId, version: document.head.version, rows: inventory.rows })}
        />
      )}
      {isImporting && (
        <Suspense>
          <ImportDialog
            {...{ cityId, inventory }}
            onAccept={(next) => document.edit(next)}
            onClose={() => setImporting(false)}
          />
        </Suspense>
      )}
      <Conflicts cityId={cityId} document={document} />
    </div>
  );
}

/** What others hang on a row; it comes with the panel, not with the grid. */
function talkOf(about: {
  readonly cityId: string;
  readonly documentId: string;
  readonly version: number;
  readonly rows: Inventory['rows'];
}): RowPanelProps['more'] {
  const tab = (what: 'evidence' | 'comments' | 'history') => (place: string) => (
    <Suspense>
      <RowTalk {...about} key={place} what={what} place={place} />
    </Suspense>
  );
  return { evidence: tab('evidence'), comments: tab('comments'), history: tab('history') };
}

const columnOf = ({ column }: PlacedFinding): number => GRID_COLUMNS.indexOf(column);

/** The row of a reference that keeps it open: one without an answer, else its first. */
function firstOpen(records: ReturnType<typeof useGrid>['records'], ref: string): number {
  const open = records.findIndex((record) => record.ref === ref && (!record.row || isMissing(record.row.co2eTonnes)));
  return Math.max(0, open === -1 ? records.findIndex((record) => record.ref === ref) : open);
}

/** What editing and checking need to know; the same object while none of it changes. */
function useContexts(
  cityId: string,
  documentId: string,
  inventory: Inventory,
  facts: Facts,
): EditContext & OverviewContext {
  const { locale } = useLanguage();
  const { year, gwpSet, city } = inventory;
  const key = `series:${documentId}:${year}:${hasLandfill(inventory)}`;
  const [loaded] = useLoaded(key, () => loadSeries(cityId, documentId, inventory));
  const series = loaded.state === 'done' ? loaded.value : NONE;
  return useMemo(
    () => ({
      calculator: facts.calculator,
      inventory: { year, gwpSet, city },
      history: historyIn(series, year),
      form: numberFormOf(locale),
      gwp: facts.reference.gwpSet(gwpSet),
      country: facts.country,
      series,
    }),
    [facts, year, gwpSet, city.country, series, locale],
  );
}

const NONE: readonly Inventory[] = [];

interface ApprovalProps {
  readonly cityId: string;
  readonly documentId: string;
  readonly document: OpenDocument<Inventory>;
  readonly overview: ReturnType<typeof overviewOf>;
}

function Approval({ cityId, documentId, document, overview }: ApprovalProps) {
  const { say } = useLanguage();
  const role = useRole(cityId);
  const publications = usePublications(cityId, documentId, document.head.version);
  const errors = overview.findings.filter(({ severity }) => severity === 'error').length;
  return (
    <Workflow
      document={document}
      documentId={documentId}
      publications={publications}
      kind="inventory"
      role={role}
      title={say('grid.title', { year: document.value.year })}
      mayStep={(step) => (step === 'submit' && errors > 0 ? say('grid.workflow.open', { count: errors }) : undefined)}
    />
  );
}

function Conflicts({ cityId, document }: Pick<ApprovalProps, 'cityId' | 'document'>) {
  const language = useLanguage();
  const { say } = language;
  const nameOf = useNames(cityId);
  return (
    <ConflictDialog
      document={document}
      nameOf={nameOf}
      describe={([, row = '']) => say('grid.conflict.rows', { row: row.replaceAll('/', ' · ') })}
      show={(value) => sideWords(language, value)}
    />
  );
}
