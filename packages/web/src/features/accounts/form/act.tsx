/** One thing to do at a press: sure or not, under way, and what went wrong. */
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../../i18n/context.tsx';
import { faultsOf, type Whole } from './faults.ts';
import { WholeFault } from './fault-summary.tsx';

interface ActProps {
  /** What the button says. */
  readonly words: string;
  /** What it is done to, for who cannot see the row. */
  readonly about?: string;
  readonly act: () => Promise<unknown>;
  /** Asked before it is done; the answer that does it is `sureWords`. */
  readonly sure?: string;
  readonly className?: string;
}

/** A button that does one thing, once, after a question where one is asked. */
export function Act({ words, about, act, sure, className = 'button compact' }: ActProps) {
  const { say } = useLanguage();
  const [state, setState] = useState<{ asking: boolean; busy: boolean; whole?: Whole }>({ asking: false, busy: false });
  const running = useRef(false);
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (state.asking) yes.current?.focus();
  }, [state.asking]);
  const run = async () => {
    if (running.current) return;
    running.current = true;
    setState({ asking: false, busy: true });
    try {
      await act();
      setState({ asking: false, busy: false });
    } catch (error) {
      setState({ asking: false, busy: false, whole: faultsOf(error, []).whole ?? { code: 'fault' } });
    }
    running.current = false;
  };
  if (state.asking) {
    return (
      <span
        className="sure"
        role="group"
        aria-label={sure}
        onKeyDown={({ key }) => key === 'Escape' && setState({ asking: false, busy: false })}
      >
        <span>{sure}</span>
        <button ref={yes} type="button" className="button compact" onClick={() => void run()}>
          {words}
        </button>
        <button type="button" className="button compact plain" onClick={() => setState({ asking: false, busy: false })}>
          {say('accounts.no')}
        </button>
      </span>
    );
  }
  return (
    <>
      <button
        type="button"
        className={className}
        aria-disabled={state.busy}
        onClick={() => (sure === undefined ? void run() : setState({ asking: true, busy: false }))}
      >
        {words}
        {about !== undefined && <span className="visually-hidden"> {about}</span>}
      </button>
      {state.whole && <WholeFault whole={state.whole} />}
    </>
  );
}
