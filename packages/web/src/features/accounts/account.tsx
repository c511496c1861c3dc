/** My account: name and language, password, second factor, passkeys, sessions, tokens; and, for administrators, all accounts. */
import { useEffect } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { auth } from '../../shared/client/client.ts';
import { countKept, deviceStorages, forgetKept, setShared } from '../../shared/saving/device.ts';
import { followLink, navigate } from '../../shared/router.ts';
import { useStanding } from '../workspace/me.tsx';
import { WORKSPACE_ADDRESS } from '../workspace/routes.ts';
import { Accounts } from './account/accounts.tsx';
import { End } from './account/end.tsx';
import { Leaderless } from './account/leaderless.tsx';
import { Passkeys } from './account/passkeys.tsx';
import { Password } from './account/password.tsx';
import { Profile } from './account/profile.tsx';
import { SecondFactor } from './account/second-factor.tsx';
import { Sessions } from './account/sessions.tsx';
import { Tokens } from './account/tokens.tsx';
import { Act } from './form/act.tsx';
import '../../styles/accounts.css';

function Everything({ onEnd }: { readonly onEnd: () => Promise<void> }) {
  const { me } = useStanding();
  return (
    <>
      <Profile />
      <Password />
      <SecondFactor />
      <Passkeys />
      <Sessions />
      <Tokens />
      <End onEnd={onEnd} />
      {me.user?.administrator && (
        <>
          <Leaderless />
          <Accounts />
        </>
      )}
    </>
  );
}

export default function Account() {
  const { say } = useLanguage();
  const { me, refresh } = useStanding();
  useEffect(() => {
    document.title = `${say('accounts.title')} · ${say('app.title')}`;
  }, [say]);
  if (me.mode === 'demo') {
    return (
      <>
        <h1>{say('accounts.title')}</h1>
        <p className="lede">{say('accounts.demo')}</p>
      </>
    );
  }
  const unsaved = countKept(me.user?.id ?? '', deviceStorages());
  const leave = async () => {
    forgetKept(deviceStorages());
    setShared(false);
    await refresh();
    navigate(WORKSPACE_ADDRESS);
  };
  return (
    <div className="account-page">
      <p className="frame-city">
        <a href={WORKSPACE_ADDRESS} onClick={followLink}>
          {say('workspace.cities.title')}
        </a>
      </p>
      <div className="frame-head">
        <h1>{say('accounts.title')}</h1>
        <Act
          className="button"
          words={say('workspace.signOut')}
          act={() => auth('sign-out').then(leave)}
          {...(unsaved > 0 && { sure: say('accounts.signOut.unsaved', { count: unsaved }) })}
        />
      </div>
      {me.secondFactorNeeded && <p className="notice">{say('accounts.factor.needed')}</p>}
      {me.secondFactorNeeded ? <SecondFactor /> : <Everything onEnd={leave} />}
    </div>
  );
}
