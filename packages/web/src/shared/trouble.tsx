/** What went wrong in words by code: what happened, that nothing is lost, what to do. */
import { useEffect } from 'react';
import { DomainError } from '@thousand-cities/model';
import { useLanguage } from '../i18n/context.tsx';
import { hasKey, type Catalogue, type MessageKey } from '../i18n/messages.ts';
import { ApiError } from './api.ts';
import { keyOfTrouble } from './trouble-keys.ts';

/** Code and technical detail of a thrown thing. */
export function troubleOf(error: unknown): { readonly code: string; readonly detail: string } {
  if (error instanceof ApiError || error instanceof DomainError) return { code: error.code, detail: error.message };
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return { code: error.code, detail: error.message };
  }
  return { code: 'fault', detail: error instanceof Error ? error.message : String(error) };
}

/** What to say of a code. */
export function troubleKeyOf(code: string, catalogue: Catalogue): MessageKey {
  const wanted = keyOfTrouble(code);
  return hasKey(catalogue, wanted) ? wanted : 'trouble.fault';
}

/** What to say of a thrown thing. */
export const troubleKey = (error: unknown, catalogue: Catalogue): MessageKey =>
  troubleKeyOf(troubleOf(error).code, catalogue);

/** What a developer would ask for, in English; nothing for an empty text. */
export function TechnicalDetail({ text }: { readonly text: string }) {
  const { say } = useLanguage();
  if (text === '') return null;
  return (
    <details className="small technical">
      <summary>{say('trouble.detail')}</summary>
      <p lang="en">{text}</p>
    </details>
  );
}

interface TroubleProps {
  readonly error: unknown;
  /** Name of the file it is about. */
  readonly file?: string;
  readonly onRetry?: () => void;
}

/** What went wrong and a way to try again, which is taken by itself when a line that was down is back. */
export function Trouble({ error, file, onRetry }: TroubleProps) {
  const { say, catalogue } = useLanguage();
  const { code, detail } = troubleOf(error);
  useEffect(() => {
    if (code !== 'offline' || !onRetry) return;
    window.addEventListener('online', onRetry);
    return () => window.removeEventListener('online', onRetry);
  }, [code, onRetry]);
  return (
    <div className="notice" role="alert">
      <p>
        {file !== undefined && <bdi>{file}: </bdi>}
        <strong>{say(troubleKeyOf(code, catalogue))}</strong>
      </p>
      <TechnicalDetail text={detail} />
      {onRetry && (
        <p>
          <button type="button" className="button compact" onClick={onRetry}>
            {say('trouble.retry')}
          </button>
        </p>
      )}
    </div>
  );
}
