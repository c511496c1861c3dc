/** Take the question along: a link that carries it, and a frame for another site. */
import { useId, useState } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { EMBED_ADDRESS } from '../../shared/router.ts';
import { addressOf } from './address.ts';
import type { ClaimChoice } from './state.ts';

/** Address of the page for a choice, with its site. */
export const pageAddress = (choice: ClaimChoice): string => `${window.location.origin}/${addressOf(choice)}`;

const escapeAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** What another site puts into its page. */
export function embedSnippet(origin: string, choice: ClaimChoice, title: string): string {
  const source = escapeAttribute(`${origin}${EMBED_ADDRESS}${addressOf(choice)}`);
  return `<iframe src="${source}" title="${escapeAttribute(title)}" width="100%" height="1080" style="border:0" loading="lazy"></iframe>`;
}

export function Share({ choice, onMethod }: { choice: ClaimChoice; onMethod: () => void }) {
  const { say } = useLanguage();
  const id = useId();
  const [said, setSaid] = useState('');
  const [embed, setEmbed] = useState(false);
  const copy = async (text: string, done: string, otherwise: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(done);
    } catch {
      setSaid(otherwise);
    }
  };
  const snippet = embedSnippet(window.location.origin, choice, say('claim.title'));
  return (
    <div className="claim-share">
      <div className="toolbar" role="group" aria-label={say('claim.share')}>
        <button type="button" className="button compact" onClick={onMethod}>
          {say('claim.method')}
        </button>
        <button
          type="button"
          className="button compact"
          onClick={() => void copy(pageAddress(choice), say('tools.copied'), say('tools.inAddress'))}
        >
          {say('tools.link')}
        </button>
        <button
          type="button"
          className="button compact"
          aria-expanded={embed}
          aria-controls={id}
          onClick={() => setEmbed(!embed)}
        >
          {say('claim.embed')}
        </button>
        <span role="status" className="small quiet said">
          {said}
        </span>
      </div>
      <div id={id} hidden={!embed} className="claim-embed">
        <label htmlFor={`${id}-code`}>{say('claim.embed.label')}</label>
        <textarea id={`${id}-code`} readOnly rows={4} value={snippet} onFocus={(event) => event.target.select()} />
        <button
          type="button"
          className="button compact"
          onClick={() => void copy(snippet, say('claim.embed.copied'), say('claim.embed.byHand'))}
        >
          {say('claim.embed.copy')}
        </button>
      </div>
    </div>
  );
}
