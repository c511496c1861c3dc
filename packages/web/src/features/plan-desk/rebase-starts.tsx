/** Start years that lie in the past of the plan as it would be: each with its reason, taken one by one. */
import type { StartMove } from '@thousand-cities/model';
import { useLanguage } from '../../i18n/context.tsx';
import type { NameOf } from '../actions/view.tsx';

interface StartYearsProps {
  readonly moves: readonly StartMove[];
  /** The base year that the plan would have. */
  readonly base: number;
  readonly nameOf: NameOf;
  /** Ids of the actions whose move is taken, besides those that have to be moved. */
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
}

export function StartYears({ moves, base, nameOf, chosen, onChosen }: StartYearsProps) {
  const { say } = useLanguage();
  if (moves.length === 0) return null;
  const free = moves.filter(({ isNeeded }) => !isNeeded);
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(id);
    else next.delete(id);
    onChosen(next);
  };
  const isAll = free.every(({ id }) => chosen.has(id));
  return (
    <fieldset className="start-moves">
      <legend>{say('rebase.starts', { count: moves.length })}</legend>
      <p className="small quiet">{say('rebase.starts.text')}</p>
      {free.length > 1 && (
        <button
          type="button"
          className="button compact"
          onClick={() => onChosen(isAll ? new Set() : new Set(free.map(({ id }) => id)))}
        >
          {say(isAll ? 'rebase.starts.none' : 'rebase.starts.all')}
        </button>
      )}
      <ul className="items">
        {moves.map((move) => (
          <Move
            key={move.id}
            move={move}
            base={base}
            name={nameOf(move.id)}
            isOn={move.isNeeded || chosen.has(move.id)}
            onToggle={(isOn) => toggle(move.id, isOn)}
          />
        ))}
      </ul>
    </fieldset>
  );
}

interface MoveProps {
  readonly move: StartMove;
  readonly base: number;
  readonly name: string;
  readonly isOn: boolean;
  readonly onToggle: (isOn: boolean) => void;
}

function Move({ move: { from, to, reason, isNeeded }, base, name, isOn, onToggle }: MoveProps) {
  const { say, year } = useLanguage();
  const values = { from: year(from), to: year(to), base: year(base) };
  return (
    <li>
      <label className="check">
        <input
          type="checkbox"
          checked={isOn}
          disabled={isNeeded}
          onChange={(event) => onToggle(event.target.checked)}
        />
        <span>
          {say('rebase.start.move', { ...values, name })}
          <span className="small quiet"> {say(`rebase.start.${isNeeded ? 'needed' : reason}`, values)}</span>
        </span>
      </label>
    </li>
  );
}
