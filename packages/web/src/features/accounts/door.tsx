/** What the doors with a link have in common: a heading, and a word where the link is cut off or does not work. */
import type { ReactNode } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import type { MessageKey } from '../../i18n/messages.ts';
import { followLink } from '../../shared/router.ts';
import { WORKSPACE_ADDRESS } from '../workspace/routes.ts';
import { useStanding } from '../workspace/me.tsx';
import { secretIn } from './secret.ts';
import '../../styles/accounts.css';

interface DoorProps {
  readonly heading: MessageKey;
  readonly children: (secret: string) => ReactNode;
}

export function Door({ heading, children }: DoorProps) {
  const { say } = useLanguage();
  const { me } = useStanding();
  const secret = secretIn(window.location.hash);
  const inside = () => {
    if (me.mode === 'demo') return <p className="lede">{say('accounts.demo')}</p>;
    return secret === undefined ? <p className="lede">{say('accounts.link.cut')}</p> : children(secret);
  };
  return (
    <div className="door">
      <h1>{say(heading)}</h1>
      {inside()}
      <p>
        <a href={WORKSPACE_ADDRESS} onClick={followLink}>
          {say('accounts.toWorkspace')}
        </a>
      </p>
    </div>
  );
}
