/** How far a version has come, in a word: one that was published and withdrawn is not called published. */
import { useLanguage } from '../../i18n/context.tsx';
import type { DocumentKind, State } from '../client/client.ts';

interface Standing {
  readonly state: State;
  readonly kind: DocumentKind;
  readonly withdrawn: boolean;
}

/** The message that says it. */
export function wordOf({ state, kind, withdrawn }: Standing) {
  if (withdrawn) return 'workflow.state.withdrawn' as const;
  return kind === 'plan' && state === 'approved' ? 'workflow.state.adopted' : (`workspace.state.${state}` as const);
}

export function StateMark(standing: Standing) {
  const { say } = useLanguage();
  return (
    <span className="state-mark" data-state={standing.withdrawn ? 'withdrawn' : standing.state}>
      {say(wordOf(standing))}
    </span>
  );
}
