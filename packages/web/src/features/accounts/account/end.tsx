/** The end of my account: who I was goes, what I did stays. */
import { useLanguage } from '../../../i18n/context.tsx';
import { client } from '../../../shared/client/client.ts';
import { Act } from '../form/act.tsx';
import { Section } from '../section.tsx';

interface EndProps {
  /** Forget what this device keeps, and go. */
  readonly onEnd: () => Promise<void>;
}

export function End({ onEnd }: EndProps) {
  const { say } = useLanguage();
  return (
    <Section title={say('accounts.end')} text={say('accounts.end.text')}>
      <Act
        className="button"
        words={say('accounts.end')}
        sure={say('accounts.end.sure')}
        act={() => client.DELETE('/me/account').then(onEnd)}
      />
    </Section>
  );
}
