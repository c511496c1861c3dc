/** Which cities: search, region or network, country, kind of figures, stated target. */
import type { ThousandData } from '@thousand-cities/model';
import { useMemo } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { Choice, SearchField } from '../../shared/filter-fields.tsx';
import { groupName } from '../../shared/group-name.ts';
import type { NetworkQuery } from './query.ts';
import { PLEDGE_STATES } from './rows.ts';

const PAUSE_MS = 150;

interface FilterProps {
  readonly data: ThousandData;
  readonly query: NetworkQuery;
  /** `replace` for what is typed, `push` for what is chosen. */
  readonly onChange: (change: Partial<NetworkQuery>, how: 'push' | 'replace') => void;
}

export function Filters({ data, query, onChange }: FilterProps) {
  const { say } = useLanguage();
  const choose = (change: Partial<NetworkQuery>) => onChange(change, 'push');
  return (
    <div className="network-filters" role="search" aria-label={say('network.filter')}>
      <SearchField
        label={say('network.search')}
        placeholder={say('network.search.hint')}
        text={query.text}
        pause={PAUSE_MS}
        onSearch={(text) => onChange({ text }, 'replace')}
      />
      <PlaceChoice data={data} value={query.group} onChoose={(group) => choose({ group, country: '' })} />
      <CountryChoice data={data} query={query} onChoose={(country) => choose({ country })} />
      <Choice
        label={say('network.kind')}
        value={query.inventory}
        onChoose={(inventory) => choose({ inventory: inventory as NetworkQuery['inventory'] })}
      >
        <option value="">{say('network.kind.all')}</option>
        {(['reported', 'starter'] as const).map((kind) => (
          <option key={kind} value={kind}>
            {say(`network.kind.${kind}`)}
          </option>
        ))}
      </Choice>
      <Choice
        label={say('network.pledge')}
        value={query.pledge}
        onChoose={(pledge) => choose({ pledge: pledge as NetworkQuery['pledge'] })}
      >
        <option value="">{say('network.pledge.all')}</option>
        {PLEDGE_STATES.map((state) => (
          <option key={state} value={state}>
            {say(`network.pledge.${state}`)}
          </option>
        ))}
      </Choice>
    </div>
  );
}

interface PlaceProps {
  readonly data: ThousandData;
  readonly value: string;
  readonly onChoose: (group: string) => void;
}

function PlaceChoice({ data, value, onChoose }: PlaceProps) {
  const language = useLanguage();
  const { say, locale } = language;
  const named = useMemo(() => {
    const { compare } = new Intl.Collator(locale);
    return data.groups
      .map(({ id, kind, name }) => ({ id, kind, name: groupName(language, id, name) }))
      .sort((a, b) => compare(a.name, b.name));
  }, [data, language, locale]);
  const part = (kind: 'region' | 'network', label: string) => {
    const options = named.filter((group) => group.kind === kind);
    if (options.length === 0) return null;
    return (
      <optgroup label={label}>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </optgroup>
    );
  };
  return (
    <Choice label={say('network.place')} value={value} onChoose={onChoose}>
      <option value="">{say('network.place.all')}</option>
      {part('region', say('network.place.regions'))}
      {part('network', say('network.place.networks'))}
    </Choice>
  );
}

interface CountryProps {
  readonly data: ThousandData;
  readonly query: NetworkQuery;
  readonly onChoose: (country: string) => void;
}

/** Countries of the chosen region; all of them where none is chosen, or where cities are taken together one by one. */
function CountryChoice({ data, query, onChoose }: CountryProps) {
  const { say, country, locale } = useLanguage();
  const options = useMemo(() => {
    const { compare } = new Intl.Collator(locale);
    const members = data.groups.find(({ id }) => id === query.group)?.countries;
    return data.countries
      .filter(({ iso3 }) => members?.includes(iso3) ?? true)
      .map(({ iso3, iso2, name }) => ({ iso3, name: country(iso2, name) }))
      .sort((a, b) => compare(a.name, b.name));
  }, [data, query.group, country, locale]);
  return (
    <Choice label={say('network.country')} value={query.country} onChoose={onChoose}>
      <option value="">{say('network.country.all')}</option>
      {options.map(({ iso3, name }) => (
        <option key={iso3} value={iso3}>
          {name}
        </option>
      ))}
    </Choice>
  );
}
