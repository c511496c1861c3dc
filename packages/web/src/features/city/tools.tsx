/** Undo, reset, save, open, link: what can be done with the plan as a whole. */
import { useState } from 'react';
import { saveFile } from '../../charts/download.ts';
import { useLanguage } from '../../i18n/context.tsx';
import { cityAddress, navigate } from '../../shared/router.ts';
import { OpenPlan } from '../files/open-view.tsx';
import { forgetHanded, planAddressId, planFileName } from '../files/state.ts';
import { hashOf } from '../plan/link.ts';
import { changesOf, type PlanChange, type PlanState } from '../plan/state.ts';

interface ToolsProps {
  readonly state: PlanState;
  readonly change: (change: PlanChange) => void;
}

export function PlanTools({ state, change }: ToolsProps) {
  const { say } = useLanguage();
  const [said, setSaid] = useState('');
  const changes = changesOf(state);
  const dirty = changes.entries.length > 0 || changes.mainTarget !== undefined;
  const save = async () => {
    const { writePlan } = await import('../files/read.ts');
    saveFile(planFileName(state.plan), writePlan(state.plan), 'application/json');
    setSaid(say('tools.saved', { name: planFileName(state.plan) }));
  };
  const share = async () => {
    const address = window.location.origin + cityAddress(planAddressId(state.plan)) + hashOf(changes);
    try {
      await navigator.clipboard.writeText(address);
      setSaid(say('tools.copied'));
    } catch {
      window.history.replaceState(null, '', address);
      setSaid(say('tools.inAddress'));
    }
  };
  return (
    <div className="toolbar plan-tools" role="group" aria-label={say('tools.label')}>
      <button
        type="button"
        className="button compact"
        disabled={state.past.length === 0}
        onClick={() => change({ kind: 'undo' })}
      >
        {say('tools.undo')}
      </button>
      <button
        type="button"
        className="button compact"
        disabled={state.future.length === 0}
        onClick={() => change({ kind: 'redo' })}
      >
        {say('tools.redo')}
      </button>
      <button type="button" className="button compact" disabled={!dirty} onClick={() => change({ kind: 'reset' })}>
        {say(state.origin === 'file' ? 'tools.resetFile' : 'tools.reset')}
      </button>
      {state.origin === 'file' && state.plan.city.id !== undefined && (
        <button
          type="button"
          className="button compact"
          onClick={() => {
            forgetHanded();
            navigate(`${cityAddress(planAddressId(state.plan))}?draft`);
          }}
        >
          {say('tools.leaveFile')}
        </button>
      )}
      <button type="button" className="button compact" onClick={() => void save()}>
        {say('tools.save')}
      </button>
      <OpenPlan />
      <button
        type="button"
        className="button compact"
        disabled={state.origin === 'file'}
        title={state.origin === 'file' ? say('tools.noLink') : undefined}
        onClick={() => void share()}
      >
        {say('tools.link')}
      </button>
      <span role="status" className="small quiet said">
        {said}
      </span>
    </div>
  );
}
