/** Which cities: by name, by country, and after how many years an inventory counts as old. */
import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { useCountryNames } from '../../shared/country-names.ts';
import type { Page } from './load.ts';
import { AGES, type Change, type RoomQuery } from './query.ts';

const PAUSE_MS = 300;

interface FiltersProps {
  readonly countries: Page['countries'];
  readonly query: RoomQuery;
  readonly onChange: Change;
}

export function Filters({ countries, query, onChange }: FiltersProps) {
  const { say, locale } = useLanguage();
  const nameOf = useCountryNames();
  const named = useMemo(
    () =>
      countries
        .map((each) => ({ ...each, name: nameOf(each.country) }))
        .sort((a, b) => a.name.localeCompare(b.name, locale)),
    [countries, nameOf, locale],
  );
  return (
    <div className="room-filters" role="search" aria-label={say('room.filter')}>
      <NameField text={query.text} onSearch={(text) => onChange({ text }, 'replace')} />
      {/* Whoever has one country sees no choice. */}
      {(named.length > 1 || query.country !== '') && (
        <Choice label={say('room.filter.country')} value={query.country} onChoose={(country) => onChange({ country })}>
          <option value="">{say('room.filter.all')}</option>
          {named.map(({ country, name, cities }) => (
            <option key={country} value={country}>
              {say('room.filter.countryCount', { country: name, count: cities })}
            </option>
          ))}
        </Choice>
      )}
      <Choice
        label={say('room.filter.years')}
        value={String(query.years)}
        onChoose={(years) => onChange({ years: Number(years) })}
      >
        {AGES.map((years) => (
          <option key={years} value={years}>
            {say('room.filter.yearsCount', { years })}
          </option>
        ))}
      </Choice>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly children: ReactNode;
}

function Choice({ label, value, onChoose, children }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        {children}
      </select>
    </div>
  );
}

/** What is typed goes to the address after a pause; what the address says comes back when something else changed it. */
function NameField({ text, onSearch }: { text: string; onSearch: (text: string) => void }) {
  const { say } = useLanguage();
  const id = useId();
  const [typed, setTyped] = useState(text);
  const sent = useRef(text);
  useEffect(() => {
    if (text === sent.current) return;
    sent.current = text;
    setTyped(text);
  }, [text]);
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === sent.current) return undefined;
    const timer = setTimeout(() => {
      sent.current = wanted;
      onSearch(wanted);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
    // Only typing sends; `onSearch` is a new function at every drawing.
  }, [typed]);
  return (
    <div className="field field-search">
      <label htmlFor={id}>{say('room.filter.text')}</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  );
}
