/** What holds for the whole workspace: that it is a demo, that the line is down. */
import { useSyncExternalStore } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { useStanding } from './me.tsx';

export function DemoNotice() {
  const { say } = useLanguage();
  const { me } = useStanding();
  if (me.mode !== 'demo') return null;
  return <p className="demo-notice">{say('workspace.demo')}</p>;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Whether the browser believes it has a connection. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);

export function OfflineNotice() {
  const { say } = useLanguage();
  const online = useOnline();
  return (
    <div role="status" className="offline-status">
      {!online && <p className="notice">{say('workspace.offline')}</p>}
    </div>
  );
}
