/** What of a document everyone reads, and the way to withdraw it: asked first, with what the public sees afterwards. */
import { useEffect, useId, useRef, useState } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { dateFormat } from '../../i18n/dates.ts';
import { client, ProblemError, type CityRole } from '../client/client.ts';
import { Trouble } from '../trouble.tsx';
import { afterwards, type Publication } from './publications.ts';

interface StandingProps {
  /** Of the whole city, newest first. */
  readonly publications: readonly Publication[];
  /** The newest of this document. */
  readonly shown: Publication;
  /** The version that is looked at. */
  readonly version: number;
  readonly role: CityRole | undefined;
  readonly onWithdrawn: () => void;
}

export function Standing({ publications, shown, version, role, onWithdrawn }: StandingProps) {
  const { say } = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const day = useDay();
  const close = () => {
    setAsking(false);
    // Drawn by then.
    setTimeout(() => button.current?.focus());
  };
  return (
    <>
      <p>
        {shown.version !== version && say('workflow.stands', { version: shown.version, day: day(shown.publishedAt) })}{' '}
        <a href={`/published/${shown.cityId}`}>{say('workflow.stands.read')}</a>{' '}
        {role !== undefined && role !== 'lead' && say('workflow.withdraw.notYou')}
      </p>
      {role === 'lead' && !isAsking && (
        <p className="workflow-steps">
          <button ref={button} type="button" className="button compact" onClick={() => setAsking(true)}>
            {say('workflow.withdraw')}
          </button>
        </p>
      )}
      {isAsking && <Question {...{ publications, shown, onWithdrawn }} onClose={close} />}
    </>
  );
}

type QuestionProps = Pick<StandingProps, 'publications' | 'shown' | 'onWithdrawn'> & { readonly onClose: () => void };

function Question({ publications, shown, onWithdrawn, onClose }: QuestionProps) {
  const { say, phrase } = useLanguage();
  const id = useId();
  const day = useDay();
  const first = useRef<HTMLButtonElement>(null);
  const [work, setWork] = useState<{ readonly busy: boolean; readonly error?: unknown }>({ busy: false });
  useEffect(() => first.current?.focus(), []);
  const withdraw = async () => {
    setWork({ busy: true });
    try {
      const path = { cityId: shown.cityId, publicationId: shown.id };
      await client.DELETE('/cities/{cityId}/publications/{publicationId}', { params: { path } });
      onWithdrawn();
    } catch (error) {
      // Somebody else was faster: that is what was wanted.
      if (error instanceof ProblemError && error.status === 404) onWithdrawn();
      else setWork({ busy: false, error });
    }
  };
  const after = afterwards(publications, shown);
  const words = {
    another: ({ title, version, publishedAt }: Publication) =>
      say('workflow.withdraw.another', { title: phrase(title), version, day: day(publishedAt) }),
    none: () => say(`workflow.withdraw.none.${shown.kind}`),
    nothing: () => say('workflow.withdraw.nothing'),
  };
  return (
    <div
      className="workflow-form"
      role="group"
      aria-labelledby={id}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <p id={id}>
        <strong>{say('workflow.withdraw.ask', { title: phrase(shown.title), version: shown.version })}</strong>{' '}
        {after.shows === 'another' ? words.another(after.publication) : words[after.shows]()}{' '}
        {say('workflow.withdraw.links')}
      </p>
      {work.error !== undefined && <Trouble error={work.error} />}
      <p className="workflow-steps">
        <button
          ref={first}
          type="button"
          className="button primary"
          disabled={work.busy}
          onClick={() => void withdraw()}
        >
          {say('workflow.withdraw')}
        </button>
        <button type="button" className="button plain" onClick={onClose}>
          {say('workflow.cancel')}
        </button>
      </p>
    </div>
  );
}

function useDay(): (moment: string) => string {
  const { locale } = useLanguage();
  const day = dateFormat(locale, { dateStyle: 'long' });
  return (moment) => day.format(new Date(moment));
}
