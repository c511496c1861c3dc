/** Review and adoption: the way of the plan, the council's decision, whom people ask. */
import { memo, useState, type FormEvent } from 'react';
import type { Contact, CouncilAdoption, DataLicence, Plan } from '@thousand-cities/model';
import { dateFormat } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/context.tsx';
import { client, data, type CityRole } from '../../shared/client/client.ts';
import type { usePublications } from '../../shared/saving/publications.ts';
import type { OpenDocument } from '../../shared/saving/use-document.ts';
import { Workflow } from '../../shared/saving/workflow.tsx';
import { Trouble } from '../../shared/trouble.tsx';
import { Section } from '../city/section.tsx';
import { patched } from './delivery-state.ts';
import { DayField, TextField } from './fields.tsx';

interface ReviewProps {
  readonly cityId: string;
  readonly documentId: string;
  readonly document: OpenDocument<Plan>;
  readonly publications: ReturnType<typeof usePublications>;
  readonly role: CityRole | undefined;
  readonly mayWrite: boolean;
  readonly title: string;
  readonly edit: (change: (plan: Plan) => Plan, about: string) => void;
}

const isWebAddress = (text: string) => /^https?:\/\/[^\s]+$/.test(text);
const isMailAddress = (text: string) => /^[^\s@<>]+@[^\s@<>]+$/.test(text);

export function Review(props: ReviewProps) {
  const { document, role, mayWrite, title, edit } = props;
  const { say } = useLanguage();
  const { adoption, contact, licence } = document.value;
  const adopt = async (decision: CouncilAdoption, note: string | undefined) => {
    const { cityId, documentId } = props;
    const body = { basedOn: document.head.version, to: 'approved' as const, adoption: decision, ...(note && { note }) };
    const params = { path: { cityId, documentId } };
    await data(client.POST('/cities/{cityId}/plans/{documentId}/state', { params, body: body as never }));
    await document.reload();
  };
  return (
    <Section id="review" title={say('desk.review')} text={say('desk.review.text')}>
      <Workflow
        document={document as OpenDocument<unknown>}
        documentId={props.documentId}
        publications={props.publications}
        kind="plan"
        role={role}
        title={title}
        mayStep={() => (document.saving === 'saved' ? undefined : say('desk.review.unsaved'))}
        forms={{
          approve: (close) => <AdoptionForm isSaved={document.saving === 'saved'} onAdopt={adopt} onClose={close} />,
        }}
      />
      {adoption && <AdoptionWords adoption={adoption} />}
      <fieldset className="bare" disabled={!mayWrite}>
        <ContactEditor contact={contact} edit={edit} />
        <LicenceEditor licence={licence} edit={edit} />
      </fieldset>
    </Section>
  );
}

interface AdoptionFormProps {
  readonly isSaved: boolean;
  readonly onAdopt: (adoption: CouncilAdoption, note: string | undefined) => Promise<void>;
  readonly onClose: () => void;
}

function AdoptionForm({ isSaved, onAdopt, onClose }: AdoptionFormProps) {
  const { say } = useLanguage();
  const [decision, setDecision] = useState<Partial<CouncilAdoption>>({ body: say('desk.adopt.council') });
  const [work, setWork] = useState<{ readonly busy: boolean; readonly error?: unknown }>({ busy: false });
  const { body, date } = decision;
  const set = (member: keyof CouncilAdoption) => (value: string | undefined) =>
    setDecision((now) => patched(now, { [member]: value }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (body === undefined || date === undefined) return;
    setWork({ busy: true });
    try {
      const { note, ...rest } = decision;
      await onAdopt({ ...rest, body, date }, note);
      onClose();
    } catch (error) {
      setWork({ busy: false, error });
    }
  };
  return (
    <form className="workflow-form fields" onSubmit={(event) => void submit(event)}>
      <TextField label={say('desk.adopt.body')} value={body} onValue={set('body')} />
      <DayField label={say('desk.adopt.date')} value={date} onValue={set('date')} />
      <TextField label={say('desk.adopt.decision')} value={decision.decision} onValue={set('decision')} />
      <TextField
        label={say('desk.adopt.url')}
        type="url"
        longest={2000}
        accepts={isWebAddress}
        value={decision.url}
        onValue={set('url')}
      />
      <TextField
        wide
        lines={2}
        longest={2000}
        label={say('desk.adopt.note')}
        value={decision.note}
        onValue={set('note')}
      />
      {!isSaved && <p className="notice wide">{say('desk.review.unsaved')}</p>}
      {work.error !== undefined && <Trouble error={work.error} />}
      <p className="workflow-steps wide">
        <button
          type="submit"
          className="button primary"
          disabled={work.busy || !isSaved || body === undefined || date === undefined}
        >
          {say('workflow.adopt')}
        </button>
        <button type="button" className="button plain" onClick={onClose}>
          {say('workflow.cancel')}
        </button>
      </p>
    </form>
  );
}

/** The decision that stands in the plan. It stays in later drafts, which are not adopted by it. */
const AdoptionWords = memo(function AdoptionWords({ adoption }: { adoption: CouncilAdoption }) {
  const { say, locale, phrase } = useLanguage();
  const day = dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const { body, date, decision, url } = adoption;
  return (
    <p className="notice info">
      {say('desk.adopted', { body: phrase(body), day: day.format(new Date(`${date}T00:00Z`)) })}{' '}
      {decision !== undefined && say('desk.adopted.decision', { decision: phrase(decision) })}{' '}
      {url !== undefined && (
        <a href={url} rel="noreferrer" target="_blank">
          {say('desk.adopted.read')}
        </a>
      )}
    </p>
  );
});

interface ContactEditorProps {
  readonly contact: Contact | undefined;
  readonly edit: ReviewProps['edit'];
}

/** Drawn anew when the contact changes, not when a slider moves. */
const ContactEditor = memo(function ContactEditor({ contact, edit }: ContactEditorProps) {
  const { say } = useLanguage();
  const set = (member: keyof Contact) => (value: string | undefined) =>
    edit((plan) => {
      const { contact: before, ...rest } = plan;
      const next = patched(before ?? {}, { [member]: value });
      return Object.keys(next).length === 0 ? rest : { ...rest, contact: next };
    }, `contact:${member}`);
  return (
    <section aria-labelledby="contact-title">
      <h3 id="contact-title">{say('desk.contact')}</h3>
      <p className="small quiet">{say('desk.contact.text')}</p>
      <div className="fields">
        <TextField label={say('desk.contact.office')} value={contact?.office} onValue={set('office')} />
        <TextField label={say('desk.contact.name')} value={contact?.name} onValue={set('name')} />
        <TextField
          label={say('desk.contact.email')}
          type="email"
          accepts={isMailAddress}
          value={contact?.email}
          onValue={set('email')}
        />
        <TextField label={say('desk.contact.phone')} type="tel" value={contact?.phone} onValue={set('phone')} />
        <TextField
          label={say('desk.contact.url')}
          type="url"
          longest={2000}
          accepts={isWebAddress}
          value={contact?.url}
          onValue={set('url')}
        />
      </div>
    </section>
  );
});

interface LicenceEditorProps {
  readonly licence: DataLicence | undefined;
  readonly edit: ReviewProps['edit'];
}

/** The name comes first: an address of nothing would be none. */
const LicenceEditor = memo(function LicenceEditor({ licence, edit }: LicenceEditorProps) {
  const { say } = useLanguage();
  const set = (next: DataLicence | undefined, member: string) =>
    edit(({ licence: _before, ...rest }) => (next ? { ...rest, licence: next } : rest), `licence:${member}`);
  return (
    <section aria-labelledby="licence-title">
      <h3 id="licence-title">{say('desk.licence')}</h3>
      <p className="small quiet">{say('desk.licence.text')}</p>
      <div className="fields">
        <TextField
          label={say('desk.licence.name')}
          value={licence?.name}
          onValue={(name) => set(name === undefined ? undefined : { ...licence, name }, 'name')}
        />
        {licence && (
          <TextField
            label={say('desk.licence.url')}
            type="url"
            longest={2000}
            accepts={isWebAddress}
            value={licence.url}
            onValue={(url) => set(patched(licence, { url }), 'url')}
          />
        )}
      </div>
    </section>
  );
});
