/** Which cities: by name, by country, and after how many years an inventory counts as old. */
import { useMemo } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { useCountryNames } from '../../shared/country-names.ts';
import { Choice, SearchField } from '../../shared/filter-fields.tsx';
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
      <SearchField
        label={say('room.filter.text')}
        text={query.text}
        pause={PAUSE_MS}
        onSearch={(text) => onChange({ text }, 'replace')}
      />
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
