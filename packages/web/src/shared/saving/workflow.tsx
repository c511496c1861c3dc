/** The way of a document: draft, review, returned or approved, published; the steps that this person may take now. */
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import type { Say } from '../../i18n/messages.ts';
import type { CityRole, DocumentKind, State } from '../client/client.ts';
import { Trouble } from '../trouble.tsx';
import { isWithdrawn, ofDocument, type Publication, type usePublications } from './publications.ts';
import { Standing } from './standing.tsx';
import { StateMark } from './state-mark.tsx';
import type { OpenDocument } from './use-document.ts';

export type WorkflowStep = 'submit' | 'return' | 'approve' | 'publish';

/** Steps a role may take from a state: the table of rights, seen from the button. What was withdrawn is published again as it is. */
export function stepsFrom(state: State, role: CityRole | undefined, withdrawn = false): readonly WorkflowStep[] {
  const writes = role === 'lead' || role === 'editor';
  const reviews = role === 'lead' || role === 'reviewer';
  if ((state === 'draft' || state === 'returned') && writes) return ['submit'];
  if (state === 'review' && reviews) return ['approve', 'return'];
  if ((state === 'approved' || withdrawn) && role === 'lead') return ['publish'];
  return [];
}

interface WorkflowProps {
  readonly document: OpenDocument<unknown>;
  readonly documentId: string;
  readonly kind: DocumentKind;
  /** Of the city. */
  readonly publications: ReturnType<typeof usePublications>;
  readonly role: CityRole | undefined;
  /** Proposed title of a publication. */
  readonly title: string;
  /** Before a step is taken; a text refuses it and is said. */
  readonly mayStep?: (step: WorkflowStep) => string | undefined;
  readonly onDone?: (step: WorkflowStep) => void;
  /** Forms of the room's own in place of the usual one. */
  readonly forms?: Partial<Record<WorkflowStep, (close: () => void) => ReactNode>>;
}

export function Workflow(props: WorkflowProps) {
  const { say } = useLanguage();
  const { document, documentId, kind, role, publications } = props;
  const [step, setStep] = useState<WorkflowStep>();
  const now = useRef<HTMLParagraphElement>(null);
  const [withdrawals, setWithdrawals] = useState(0);
  const { state, version } = document.head;
  const { standing, retry } = publications;
  const shown = standing.state === 'done' ? ofDocument(standing.value, documentId) : undefined;
  const withdrawn = isWithdrawn(document.head, shown);
  const steps = stepsFrom(state, role, withdrawn);
  // The button that was pressed is gone: what it came to is read, and the next Tab leads on from there.
  useEffect(() => {
    if (withdrawals > 0) now.current?.focus();
  }, [withdrawals]);
  return (
    <section className="workflow" aria-labelledby="workflow-title">
      <h2 id="workflow-title">{say('workflow.title')}</h2>
      <p ref={now} tabIndex={-1}>
        <StateMark state={state} kind={kind} withdrawn={withdrawn} /> {nowWords(state, shown, withdrawn, say)}{' '}
        {steps.length === 0 && (state !== 'published' || withdrawn) && say('workflow.notYou')}
      </p>
      {standing.state === 'failed' && <Trouble error={standing.error} onRetry={retry} />}
      {step === undefined ? (
        <p className="workflow-steps">
          {steps.map((each, index) => (
            <button
              key={each}
              type="button"
              className={index === 0 ? 'button primary' : 'button'}
              onClick={() => setStep(each)}
            >
              {say(kind === 'plan' && each === 'approve' ? 'workflow.adopt' : `workflow.${each}`)}
            </button>
          ))}
        </p>
      ) : (
        (props.forms?.[step]?.(() => setStep(undefined)) ?? (
          <StepForm key={step} step={step} {...props} onClose={() => setStep(undefined)} />
        ))
      )}
      {standing.state === 'done' && shown?.[0] && (
        <Standing
          key={shown[0].id}
          publications={standing.value}
          shown={shown[0]}
          version={version}
          role={role}
          onWithdrawn={() => {
            setWithdrawals((count) => count + 1);
            retry();
          }}
        />
      )}
    </section>
  );
}

/** Whether everyone reads what was published is said when it is known. */
function nowWords(state: State, shown: readonly Publication[] | undefined, withdrawn: boolean, say: Say): string {
  if (state === 'published' && shown === undefined) return '';
  return say(withdrawn ? 'workflow.now.withdrawn' : `workflow.now.${state}`);
}

interface StepFormProps extends WorkflowProps {
  readonly step: WorkflowStep;
  readonly onClose: () => void;
}

/** Ask for the note or title, and take the step. */
function StepForm({ step, document, kind, title, mayStep, onDone, onClose }: StepFormProps) {
  const { say } = useLanguage();
  const [text, setText] = useState(step === 'publish' ? title : '');
  const [work, setWork] = useState<{ readonly busy: boolean; readonly error?: unknown }>({ busy: false });
  const refusal = mayStep?.(step);
  const isAdoption = kind === 'plan' && step === 'approve';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setWork({ busy: true });
    try {
      await take(step, document, text.trim());
      onClose();
      onDone?.(step);
    } catch (error) {
      setWork({ busy: false, error });
    }
  };
  const needsText = step === 'publish' || step === 'return' || isAdoption;
  return (
    <form className="workflow-form" onSubmit={(event) => void submit(event)}>
      <label htmlFor="workflow-text">{say(isAdoption ? 'workflow.text.adopt' : `workflow.text.${step}`)}</label>
      <textarea
        id="workflow-text"
        rows={step === 'publish' ? 1 : 3}
        maxLength={step === 'publish' ? 200 : 2000}
        required={needsText}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {refusal !== undefined && (
        <p className="notice" role="alert">
          {refusal}
        </p>
      )}
      {work.error !== undefined && <Trouble error={work.error} />}
      <p className="workflow-steps">
        <button type="submit" className="button primary" disabled={work.busy || refusal !== undefined}>
          {say(isAdoption ? 'workflow.adopt' : `workflow.${step}`)}
        </button>
        <button type="button" className="button plain" onClick={onClose}>
          {say('workflow.cancel')}
        </button>
      </p>
    </form>
  );
}

function take(step: WorkflowStep, document: OpenDocument<unknown>, text: string): Promise<void> {
  const note = text === '' ? undefined : text;
  switch (step) {
    case 'submit':
      return document.move('review', note);
    case 'return':
      return document.move('returned', note);
    case 'approve':
      return document.move('approved', note);
    case 'publish':
      return document.publish(text);
  }
}
