/** Indicators of an action: what is measured, from where to where, and what was observed. */
import { useState } from 'react';
import { indicatorProgress, type Indicator, type Observation } from '@thousand-cities/model';
import { useLanguage } from '../../i18n/context.tsx';
import { randomId } from '../../shared/random-id.ts';
import type { EditorProps } from './delivery-drawer.tsx';
import { added, changed, patched, removed, type Patch } from './delivery-state.ts';
import { AddForm, NumberField, TextField } from './fields.tsx';
import { ItemFrame } from './item-frame.tsx';

/** A year, or a day as files write it. */
const isWhen = (text: string): boolean =>
  /^(19|20|21)\d\d$/.test(text) ||
  (/^(19|20|21)\d\d-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text);

export function IndicatorEditor({ action, edit }: EditorProps) {
  const { say } = useLanguage();
  const indicators = action.delivery?.indicators ?? [];
  const add = (name: string) => {
    const id = randomId();
    edit(added('indicators', { id, name, unit: '', observations: [] }), `indicator:${id}`);
  };
  return (
    <section aria-labelledby="indicators-title">
      <h3 id="indicators-title">{say('desk.indicators')}</h3>
      <ul className="items">
        {indicators.map((indicator) => (
          <IndicatorFields
            key={indicator.id}
            indicator={indicator}
            set={(patch, member) =>
              edit(changed('indicators', indicator.id, patch), `indicator:${indicator.id}:${member}`)
            }
            onRemove={() => edit(removed('indicators', indicator.id), `indicator:${indicator.id}:removed`)}
          />
        ))}
      </ul>
      <AddForm label={say('desk.indicator.new')} action={say('desk.add')} onAdd={add} />
    </section>
  );
}

interface IndicatorFieldsProps {
  readonly indicator: Indicator;
  readonly set: (patch: Patch<Indicator>, member: string) => void;
  readonly onRemove: () => void;
}

function IndicatorFields({ indicator, set, onRemove }: IndicatorFieldsProps) {
  const { say } = useLanguage();
  return (
    <ItemFrame name={indicator.name} onRemove={onRemove}>
      <TextField
        wide
        required
        label={say('desk.indicator.name')}
        value={indicator.name}
        onValue={(name) => set({ name }, 'name')}
      />
      <TextField
        label={say('desk.indicator.unit')}
        value={indicator.unit === '' ? undefined : indicator.unit}
        longest={100}
        onValue={(unit) => set({ unit: unit ?? '' }, 'unit')}
      />
      <Point which="baseline" indicator={indicator} set={set} />
      <Point which="target" indicator={indicator} set={set} />
      <Observations indicator={indicator} set={set} />
      <Progress indicator={indicator} />
    </ItemFrame>
  );
}

type PointProps = Omit<IndicatorFieldsProps, 'onRemove'> & { readonly which: 'baseline' | 'target' };

/** Year and value of the beginning or the goal. One without the other is kept here until both are there: no value is made up. */
function Point({ which, indicator, set }: PointProps) {
  const { say } = useLanguage();
  const point = indicator[which];
  const [draft, setDraft] = useState<{ readonly year?: number | undefined; readonly value?: number | undefined }>({});
  const { year, value } = point ?? draft;
  const take = (patch: typeof draft) => {
    const next = { year, value, ...patch };
    setDraft(next);
    const isWhole = next.year !== undefined && next.value !== undefined;
    if (isWhole) set({ [which]: { year: next.year, value: next.value } }, which);
    else if (point) set({ [which]: undefined }, which);
  };
  return (
    <>
      <NumberField
        whole
        min={1900}
        max={2200}
        label={say(`desk.indicator.${which}Year`)}
        value={year}
        onValue={(next) => take({ year: next })}
      />
      <NumberField label={say(`desk.indicator.${which}`)} value={value} onValue={(next) => take({ value: next })} />
    </>
  );
}

/** A number as people type it, with a comma or a point. */
const numberOf = (text: string): number => Number(text.replace(',', '.'));

function Observations({ indicator, set }: Omit<IndicatorFieldsProps, 'onRemove'>) {
  const { say } = useLanguage();
  const { observations } = indicator;
  const put = (id: string, patch: Patch<Observation>) =>
    set(
      { observations: observations.map((one) => (one.id === id ? patched(one, patch) : one)) },
      `observation:${id}:${Object.keys(patch).join()}`,
    );
  return (
    <div className="wide">
      <ul className="items inner">
        {observations.map((one) => (
          <ItemFrame
            key={one.id}
            name={say('desk.observation', { when: one.on })}
            onRemove={() => set({ observations: observations.filter(({ id }) => id !== one.id) }, 'observation')}
          >
            <TextField
              required
              label={say('desk.observation.on')}
              value={one.on}
              accepts={isWhen}
              longest={10}
              onValue={(on) => put(one.id, { on })}
            />
            <NumberField
              required
              label={say('desk.observation.value')}
              value={one.value}
              onValue={(value) => put(one.id, { value })}
            />
            <TextField
              label={say('desk.observation.source')}
              value={one.source}
              onValue={(source) => put(one.id, { source })}
            />
          </ItemFrame>
        ))}
      </ul>
      <AddForm
        label={say('desk.observation.new')}
        action={say('desk.add')}
        accepts={(text) => Number.isFinite(numberOf(text))}
        onAdd={(text) => {
          const value = numberOf(text);
          const id = randomId();
          const on = String(new Date().getFullYear());
          set({ observations: [...observations, { id, on, value }] }, `observation:${id}`);
        }}
      />
    </div>
  );
}

function Progress({ indicator }: { indicator: Indicator }) {
  const { say, significant, percent } = useLanguage();
  const progress = indicatorProgress(indicator);
  if (!progress) return null;
  const { latest, expected, share, verdict } = progress;
  return (
    <p className="small wide">
      {verdict && (
        <strong className={verdict === 'behind' ? 'warn-text' : undefined}>{say(`desk.verdict.${verdict}`)}</strong>
      )}{' '}
      {say('desk.progress', { when: latest.on, value: significant(latest.value), unit: indicator.unit })}
      {expected !== undefined && ` ${say('desk.progress.expected', { value: significant(expected) })}`}
      {share !== undefined && ` ${say('desk.progress.share', { share: percent(share) })}`}
    </p>
  );
}
