/** How far a version has come, in a word: one that was published and withdrawn is not called published. */
import { useLanguage } from '../../i18n/context.tsx';
import type { DocumentKind, State } from '../client/client.ts';

interface StateMarkProps {
  readonly state: State;
  readonly kind: DocumentKind;
  readonly withdrawn: boolean;
}

export function StateMark({ state, kind, withdrawn }: StateMarkProps) {
  const { say } = useLanguage();
  if (withdrawn) {
    return (
      <span className="state-mark" data-state="withdrawn">
        {say('workflow.state.withdrawn')}
      </span>
    );
  }
  return (
    <span className="state-mark" data-state={state}>
      {say(kind === 'plan' && state === 'approved' ? 'workflow.state.adopted' : `workspace.state.${state}`)}
    </span>
  );
}
