/** Lines of the preview in groups: changed and new ones to choose from, the same and the kept to be seen. */
import { useLanguage, type Language } from '../../i18n/context.tsx';
import { isMissing, type InventoryRow } from '@thousand-cities/model';
import { activityName, carrierName, refName } from '../inventory/words.ts';
import { IMPORT_KINDS, type ImportComparison, type ImportKind, type ImportLine } from './import-state.ts';
import { exactTonnes, reportedText } from './words.ts';

interface ImportGroupsProps {
  readonly comparison: ImportComparison;
  readonly taken: ReadonlySet<string>;
  readonly onTake: (taken: ReadonlySet<string>) => void;
}

export function ImportGroups({ comparison, taken, onTake }: ImportGroupsProps) {
  return (
    <>
      {IMPORT_KINDS.map((kind) => {
        const lines = comparison.lines.filter((line) => line.kind === kind);
        return lines.length === 0 ? null : <Group key={kind} {...{ kind, lines, taken, onTake }} />;
      })}
    </>
  );
}

interface GroupProps extends Omit<ImportGroupsProps, 'comparison'> {
  readonly kind: ImportKind;
  readonly lines: readonly ImportLine[];
}

/** Rows that are drawn; more are taken or left with their group. */
const SHOWN = 200;

function Group({ kind, lines, taken, onTake }: GroupProps) {
  const { say } = useLanguage();
  const isChoice = kind === 'changed' || kind === 'new';
  return (
    <details className="import-group" data-kind={kind} open={isChoice}>
      <summary>{say(`inventories.import.kind.${kind}`, { count: lines.length })}</summary>
      <p className="small quiet">{say(`inventories.import.kind.${kind}.text`)}</p>
      {isChoice && <WholeGroup {...{ kind, lines, taken, onTake }} />}
      <ul className="import-lines">
        {lines.slice(0, SHOWN).map((line) => (
          <Line key={line.id} line={line} isChoice={isChoice} {...{ taken, onTake }} />
        ))}
      </ul>
      {lines.length > SHOWN && (
        <p className="small">{say('inventories.import.more', { count: lines.length - SHOWN })}</p>
      )}
    </details>
  );
}

function WholeGroup({ kind, lines, taken, onTake }: GroupProps) {
  const { say } = useLanguage();
  const count = lines.filter(({ id }) => taken.has(id)).length;
  const all = count === lines.length;
  const toggle = () => {
    const others = [...taken].filter((id) => !lines.some((line) => line.id === id));
    onTake(new Set(all ? others : [...others, ...lines.map(({ id }) => id)]));
  };
  return (
    <label className="whole-group">
      <input
        type="checkbox"
        checked={all}
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && !all;
        }}
        onChange={toggle}
      />{' '}
      {say(`inventories.import.all.${kind === 'new' ? 'new' : 'changed'}`, { count, of: lines.length })}
    </label>
  );
}

interface LineProps extends Omit<ImportGroupsProps, 'comparison'> {
  readonly line: ImportLine;
  readonly isChoice: boolean;
}

function Line({ line, isChoice, taken, onTake }: LineProps) {
  const language = useLanguage();
  const { say } = language;
  const toggle = (isTaken: boolean) =>
    onTake(new Set(isTaken ? [...taken, line.id] : [...taken].filter((id) => id !== line.id)));
  const words = (
    <>
      <span className="line-name">
        <strong>{line.ref}</strong> {refName(language, line.ref)}
        <Details line={line} />
      </span>
      <LineFigures line={line} />
      {line.fileRow !== undefined && (
        <span className="small quiet line-row">{say('inventories.import.row', { row: String(line.fileRow) })}</span>
      )}
    </>
  );
  if (!isChoice) return <li className="import-line">{words}</li>;
  return (
    <li>
      <label className="import-line">
        <input type="checkbox" checked={taken.has(line.id)} onChange={({ target }) => toggle(target.checked)} />
        {words}
      </label>
    </li>
  );
}

/** Activity and carrier, where the row has them; what it was called before, where the file calls it otherwise. */
function Details({ line: { kind, before, after } }: { line: ImportLine }) {
  const language = useLanguage();
  const now = nameOf(language, after ?? before[0]);
  const old = kind === 'changed' && before.length === 1 ? nameOf(language, before[0]) : '';
  if (now === '' && old === '') return null;
  if (old === '' || now === '' || old === now) return <span className="quiet"> · {now || old}</span>;
  return (
    <span className="quiet">
      {' · '}
      <del>{old}</del> <span aria-hidden="true">→</span> <ins>{now}</ins>
    </span>
  );
}

function nameOf(language: Language, row: InventoryRow | undefined): string {
  const { activity = '', carrier = '' } = row?.activity ?? {};
  return [activityName(language, activity), carrierName(language, carrier)].filter((part) => part !== '').join(' · ');
}

function LineFigures({ line }: { line: ImportLine }) {
  const language = useLanguage();
  const { say } = language;
  const { before, after, kind } = line;
  if (kind === 'new') return <span className="num line-figures">{reportedText(language, after?.co2eTonnes)}</span>;
  const isRenamedOnly = before.length === 1 && reportedText(language, after?.co2eTonnes) === sumText(language, before);
  if (kind !== 'changed' || isRenamedOnly) return <span className="num line-figures">{sumText(language, before)}</span>;
  return (
    <span className="num line-figures">
      <del>
        {sumText(language, before)}
        {before.length > 1 && ` ${say('inventories.import.ofRows', { count: before.length })}`}
      </del>{' '}
      <span aria-hidden="true">→</span> <ins>{reportedText(language, after?.co2eTonnes)}</ins>
    </span>
  );
}

/** One figure, or what several rows add up to. */
function sumText(language: ReturnType<typeof useLanguage>, rows: readonly InventoryRow[]): string {
  if (rows.length === 1) return reportedText(language, rows[0]!.co2eTonnes);
  const tonnes = rows.reduce((sum, { co2eTonnes }) => (isMissing(co2eTonnes) ? sum : sum + co2eTonnes), 0);
  return exactTonnes(language, tonnes);
}
