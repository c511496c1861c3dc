/** What the reader can choose: which cities, how far, from when, how much of it. */
import { AMBITION_KINDS, CHOICE_LIMITS, TARGET_KINDS, type AmbitionKind } from '@thousand-cities/model';
import { useId, useMemo, type Dispatch } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import type { Roster, RosterPlace } from './roster.ts';
import { Slider } from './slider.tsx';
import {
  countAt,
  countSteps,
  DEFAULT_CLAIM,
  placeOfCount,
  sameClaim,
  type ClaimEvent,
  type ClaimState,
} from './state.ts';
import { placeName, poolOf } from './words.ts';

interface ControlsProps {
  readonly state: ClaimState;
  readonly send: Dispatch<ClaimEvent>;
  /** Absent until the cities are there: places are then the world alone. */
  readonly roster: Roster | undefined;
}

export function Controls({ state, send, roster }: ControlsProps) {
  const { say } = useLanguage();
  const { choice } = state;
  return (
    <div className="claim-controls">
      <CityControls state={state} send={send} roster={roster} />
      <AmbitionControls state={state} send={send} roster={roster} />
      <TimeControls state={state} send={send} />
      <div className="claim-more">
        <label className="check">
          <input
            type="checkbox"
            checked={choice.gridShare}
            onChange={(event) => send({ kind: 'gridShare', counts: event.target.checked })}
          />
          {say('claim.grid')}
        </label>
        <button
          type="button"
          className="button plain compact"
          hidden={sameClaim(choice, DEFAULT_CLAIM)}
          onClick={() => send({ kind: 'asked', choice: DEFAULT_CLAIM })}
        >
          {say('claim.reset')}
        </button>
      </div>
    </div>
  );
}

/** Cities before the document is there: the slider stands at its end and moves nothing. */
const UNKNOWN_POOL = 1000;

function CityControls({ state: { choice }, send, roster }: ControlsProps) {
  const { say } = useLanguage();
  const id = useId();
  const { group, country, count } = choice.selection;
  const pool = roster ? poolOf(roster, choice) : UNKNOWN_POOL;
  const { last } = countSteps(pool);
  const words = say(count !== undefined && count < pool ? 'claim.count.some' : 'claim.count.all', {
    count: Math.min(count ?? pool, pool),
  });
  return (
    <>
      <div className="claim-control">
        <label htmlFor={id}>{say('claim.place')}</label>
        <select
          id={id}
          value={group ?? country ?? ''}
          onChange={({ target: { value } }) => send({ kind: 'place', place: placeOfValue(value, roster) })}
        >
          <option value="">{say('claim.place.world')}</option>
          {roster && <PlaceOptions roster={roster} />}
        </select>
      </div>
      <Slider
        label={say('claim.count')}
        words={words}
        min={1}
        max={last}
        value={placeOfCount(count, pool)}
        disabled={last === 1}
        onChange={(place) => send({ kind: 'count', count: countAt(place, pool) })}
      />
    </>
  );
}

function placeOfValue(value: string, roster: Roster | undefined) {
  const place = roster?.places.find(({ group, country }) => (group ?? country) === value);
  if (!place) return {};
  return place.group === undefined ? { country: value } : { group: value };
}

function PlaceOptions({ roster }: { roster: Roster }) {
  const language = useLanguage();
  const { say, locale } = language;
  const named = useMemo(() => {
    const all = roster.places.map((place) => ({ place, name: placeName(place, language) }));
    const order = new Intl.Collator(locale);
    const of = (kind: RosterPlace['kind']) =>
      all.filter(({ place }) => place.kind === kind).sort((a, b) => order.compare(a.name, b.name));
    return { network: of('network'), region: of('region'), country: of('country') };
  }, [roster, language, locale]);
  return (['region', 'network', 'country'] as const).map((kind) => (
    <optgroup key={kind} label={say(`claim.place.${kind}`)}>
      {named[kind].map(({ place, name }) => (
        <option key={place.group ?? place.country} value={place.group ?? place.country}>
          {say('claim.place.option', { name, count: place.cities })}
        </option>
      ))}
    </optgroup>
  ));
}

const OTHER_AMBITIONS: readonly AmbitionKind[] = AMBITION_KINDS.filter(
  (kind) => kind === 'custom' || !(TARGET_KINDS as readonly string[]).includes(kind),
);

function AmbitionControls({ state, send, roster }: ControlsProps) {
  const { say, year, percent } = useLanguage();
  const id = useId();
  const { ambition } = state.choice;
  return (
    <>
      <div className="claim-control">
        <label htmlFor={id}>{say('claim.ambition')}</label>
        <select
          id={id}
          value={ambition.kind}
          aria-describedby={`${id}-text`}
          onChange={(event) => send({ kind: 'ambition', ambition: event.target.value as AmbitionKind })}
        >
          <optgroup label={say('claim.ambition.named')}>
            {TARGET_KINDS.filter((kind) => kind !== 'custom').map((kind) => (
              <option key={kind} value={kind}>
                {say(`target.${kind}`)}
              </option>
            ))}
          </optgroup>
          <optgroup label={say('claim.ambition.other')}>
            {OTHER_AMBITIONS.map((kind) => (
              <option key={kind} value={kind}>
                {say(`claim.ambition.${kind as 'custom' | 'pledged' | 'library'}`)}
              </option>
            ))}
          </optgroup>
        </select>
        <p className="claim-hint" id={`${id}-text`}>
          {say(`claim.hint.${ambition.kind}`, { count: roster?.pledged ?? 0 })}
        </p>
      </div>
      {ambition.kind === 'custom' && (
        <>
          <Slider
            label={say('claim.own.cut')}
            words={percent(state.own.cutPercent / 100)}
            min={CHOICE_LIMITS.cutPercent.min}
            max={CHOICE_LIMITS.cutPercent.max}
            value={state.own.cutPercent}
            onChange={(cutPercent) => send({ kind: 'own', cutPercent })}
          />
          <Slider
            label={say('claim.own.year')}
            words={year(state.own.year)}
            min={CHOICE_LIMITS.customYear.min}
            max={CHOICE_LIMITS.customYear.max}
            value={state.own.year}
            onChange={(value) => send({ kind: 'own', year: value })}
          />
        </>
      )}
    </>
  );
}

function TimeControls({ state: { choice }, send }: Pick<ControlsProps, 'state' | 'send'>) {
  const { say, year, percent } = useLanguage();
  const { startYear, delivery } = CHOICE_LIMITS;
  return (
    <>
      <Slider
        label={say('claim.start')}
        words={year(choice.startYear)}
        min={startYear.min}
        max={startYear.max}
        value={choice.startYear}
        onChange={(value) => send({ kind: 'start', year: value })}
      />
      <Slider
        label={say('claim.delivery')}
        words={percent(choice.delivery)}
        spoken={say('claim.delivery.spoken', { share: percent(choice.delivery) })}
        min={delivery.min * 100}
        max={delivery.max * 100}
        value={Math.round(choice.delivery * 100)}
        onChange={(share) => send({ kind: 'delivery', percent: share })}
      />
    </>
  );
}
