/** Copy the address of what is on screen. */
import { useState } from 'react';
import { useLanguage } from '../../i18n/context.tsx';

export function CopyLink() {
  const { say } = useLanguage();
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setSaid(say('compare.copied'));
    } catch {
      // The page has no right to the clipboard: the address is in the address bar all the same.
      setSaid(say('tools.inAddress'));
    }
  };
  return (
    <p className="toolbar">
      <button type="button" className="button compact" onClick={() => void copy()}>
        {say('tools.link')}
      </button>
      <span role="status" className="small quiet">
        {said}
      </span>
    </p>
  );
}
