/** The columns of the table of cities: what each cell shows. */
import type { Language } from '../../i18n/context.tsx';
import type { BigColumn } from '../../shared/big-table/types.ts';
import { cityAddress, followLink } from '../../shared/router.ts';
import { Glyph } from '../explain/mark.tsx';
import type { ColumnId } from './query.ts';
import type { NetworkRow } from './rows.ts';
import { change, megatonnes, pledgeStatus, pledgeWords, spreadWords, threeDigits } from './words.ts';

type Column = BigColumn<NetworkRow> & { readonly id: ColumnId };

/** Solid for what the city gave, hollow for what is estimated, as everywhere; and the word. */
export function KindMark({ kind, label }: { kind: NetworkRow['inventoryKind']; label: string }) {
  return (
    <span className={`kind-mark kind-${kind}`}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <Glyph look={kind === 'reported' ? 'city-value' : 'default'} />
      </svg>
      {label}
    </span>
  );
}

/** @param counts what the gap counts: its unit */
export function columnsOf(language: Language, counts: 'co2e' | 'co2', lastYear: number): readonly Column[] {
  const { say } = language;
  const column = (id: ColumnId, width: number, more: Omit<Column, 'id' | 'label' | 'width'>): Column => ({
    id,
    label: say(`network.column.${id}`),
    width,
    isSortable: true,
    ...more,
  });
  const gapUnit = say(counts === 'co2' ? 'network.unit.co2' : 'network.unit.tonnes');
  return [
    column('name', 8, { cell: (row, tabIndex) => <CityLink row={row} tabIndex={tabIndex} />, holdsControl: true }),
    column('country', 6, { cell: ({ country }) => country, title: ({ country }) => country }),
    column('region', 7, {
      cell: ({ regionName }) => regionName,
      title: ({ regionName }) => regionName,
      isLeftOutOfCards: true,
    }),
    ...figureColumns(language, column),
    column('inventory', 6.75, { cell: (row) => <Inventory row={row} language={language} /> }),
    column('pledge', 8.25, { cell: (row) => <Stated row={row} language={language} /> }),
    column('gap2030', 5.5, { isNumeric: true, unit: gapUnit, cell: (row) => gapCell(language, row.gap2030) }),
    column('gap2050', 5.5, { isNumeric: true, unit: gapUnit, cell: (row) => gapCell(language, row.gap2050) }),
    column('plan', 6.5, {
      isNumeric: true,
      unit: say('network.unit.plan', { year: language.year(lastYear) }),
      cell: (row) => <Plan row={row} language={language} />,
    }),
  ];
}

type Make = (id: ColumnId, width: number, more: Omit<Column, 'id' | 'label' | 'width'>) => Column;

function figureColumns(language: Language, column: Make): readonly Column[] {
  const { say, locale } = language;
  return [
    column('population', 4.5, {
      isNumeric: true,
      unit: say('network.unit.population'),
      cell: ({ population }) => threeDigits(population / 1e6, locale),
    }),
    column('tonnes', 5, {
      isNumeric: true,
      unit: say('network.unit.tonnes'),
      cell: ({ tonnes }) => <strong>{megatonnes(tonnes, locale)}</strong>,
    }),
    column('perHead', 4.75, {
      isNumeric: true,
      unit: say('network.unit.perHead'),
      cell: ({ perHead }) => (perHead === null ? notKnown(language) : threeDigits(perHead, locale)),
    }),
    column('spread', 6.5, {
      isNumeric: true,
      unit: say('network.unit.spread'),
      cell: (row) => spreadWords(language, row) ?? notKnown(language),
    }),
  ];
}

const notKnown = ({ say }: Language) => <span className="value-missing">{say('network.notKnown')}</span>;

function gapCell(language: Language, tonnes: number | null) {
  return tonnes === null ? notKnown(language) : megatonnes(tonnes, language.locale);
}

function CityLink({ row, tabIndex }: { row: NetworkRow; tabIndex: number }) {
  return (
    <a href={cityAddress(row.id)} onClick={followLink} tabIndex={tabIndex} title={row.name}>
      {row.name}
    </a>
  );
}

interface CellProps {
  readonly row: NetworkRow;
  readonly language: Language;
}

function Inventory({ row, language: { say, year } }: CellProps) {
  return (
    <>
      <KindMark kind={row.inventoryKind} label={say(`network.kind.${row.inventoryKind}`)} />{' '}
      <span className="quiet">{year(row.inventoryYear)}</span>
    </>
  );
}

function Stated({ row, language }: CellProps) {
  const words = pledgeWords(language, row);
  const status = pledgeStatus(language, row);
  const whole = status === undefined ? words : `${words}, ${status}`;
  // What is only proposed binds nobody, and must not look as if it did.
  const isProposed = row.pledge?.status === 'proposed';
  return (
    <span className={row.pledge && !isProposed ? undefined : 'quiet'} title={whole}>
      {isProposed ? whole : words}
    </span>
  );
}

function Plan({ row, language: { say, locale } }: CellProps) {
  if (row.plan === 'none') return <span className="quiet">{say('network.plan.none')}</span>;
  return (
    <>
      <span className="quiet">{say(`network.plan.${row.plan}`)}</span> {change(-row.planCut, locale)}
    </>
  );
}
