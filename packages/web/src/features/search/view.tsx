/** Find a city: a combobox after the ARIA pattern; without an answer from the server it remains a form. */
import { useEffect, useId, useReducer, type KeyboardEvent } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { api, type CityHit } from '../../shared/api.ts';
import { cityAddress, navigate } from '../../shared/router.ts';
import { activeHit, emptySearch, searchAfter, searchNote, type SearchState } from './state.ts';

const PAUSE_MS = 90;

/** The search box's state, asking the server as the reader types. */
function useSearch(initial: string) {
  const [state, send] = useReducer(searchAfter, { ...emptySearch, text: initial });
  const query = state.text.trim();
  useEffect(() => {
    if (query === '') return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      api.search(query, stop.signal).then(
        (hits) => send({ kind: 'answered', text: query, hits }),
        () => !stop.signal.aborted && send({ kind: 'failed', text: query }),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [query]);
  return [state, send] as const;
}

function Hit({ hit }: { hit: CityHit }) {
  const { people, country } = useLanguage();
  const where = [hit.admin, country(hit.iso2, hit.country)].filter(Boolean).join(', ');
  return (
    <>
      <span>
        {hit.name} <span className="where">{where}</span>
      </span>
      {hit.population !== undefined && <span className="where num">{people(hit.population)}</span>}
    </>
  );
}

function Note({ state }: { state: SearchState }) {
  const { say } = useLanguage();
  const note = searchNote(state);
  if (!note) return null;
  const key = ({ waiting: 'search.waiting', none: 'search.none', failed: 'search.failed' } as const)[note];
  return <p className="combobox-note">{say(key, { query: state.text.trim() })}</p>;
}

interface SearchBoxProps {
  readonly compact?: boolean;
  /** No city is on screen yet. */
  readonly first?: boolean;
  readonly initial?: string;
  /** What choosing a city does; go to its page when absent. */
  readonly onChoose?: (hit: CityHit) => void;
}

export function SearchBox({ compact = false, first = !compact, initial = '', onChoose }: SearchBoxProps) {
  const { say } = useLanguage();
  const id = useId();
  const [state, send] = useSearch(initial);
  const choose = (hit: CityHit) => {
    send({ kind: 'typed', text: '' });
    if (onChoose) onChoose(hit);
    else navigate(cityAddress(hit.id));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      send({ kind: 'moved', by: event.key === 'ArrowDown' ? 1 : -1 });
    } else if (event.key === 'Escape') send({ kind: 'closed' });
    else if (event.key === 'Enter') {
      const hit = activeHit(state);
      if (!hit) return;
      event.preventDefault();
      choose(hit);
    }
  };
  const option = (index: number) => `${id}-option-${index}`;
  return (
    <form className={compact ? 'search-compact' : 'search'} role="search" action="/" method="get">
      <label htmlFor={id} className={compact ? 'visually-hidden' : undefined}>
        {say('search.label')}
      </label>
      <div className={compact ? '' : 'search-row'}>
        <div className="combobox">
          <input
            id={id}
            name="q"
            type="text"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            aria-expanded={state.open}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={state.open && state.active >= 0 ? option(state.active) : undefined}
            placeholder={say(first ? (compact ? 'search.label' : 'search.placeholder') : 'search.compact')}
            value={state.text}
            onChange={(event) => send({ kind: 'typed', text: event.target.value })}
            onKeyDown={onKeyDown}
            onFocus={() => send({ kind: 'opened' })}
            onBlur={() => send({ kind: 'closed' })}
          />
          <div className="combobox-list" hidden={!state.open}>
            <ul id={`${id}-list`} role="listbox" aria-label={say('search.results')}>
              {state.hits.map((hit, index) => (
                <li
                  key={hit.id}
                  id={option(index)}
                  role="option"
                  aria-selected={index === state.active}
                  onPointerMove={() => index !== state.active && send({ kind: 'pointed', index })}
                  onPointerDown={(event) => {
                    event.preventDefault();
                    choose(hit);
                  }}
                >
                  <Hit hit={hit} />
                </li>
              ))}
            </ul>
            <Note state={state} />
          </div>
          <div className="visually-hidden" role="status">
            {state.open && state.answered === state.text.trim()
              ? say('search.count', { count: state.hits.length })
              : ''}
          </div>
        </div>
        {!compact && (
          <button className="button primary" type="submit">
            {say('search.submit')}
          </button>
        )}
      </div>
      {!compact && <p className="search-hint">{say('search.hint')}</p>}
    </form>
  );
}
