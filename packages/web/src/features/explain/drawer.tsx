/** Where a number comes from: a drawer with the tree of inputs, factors and sources, opened level by level. */
import type { ExplainNode, Source } from '@thousand-cities/model';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { Trouble } from '../../shared/trouble.tsx';
import { Mark } from './mark.tsx';
import { stepFormula, stepName, stepValue, type ExplainNames } from './words.ts';

export interface Explanation {
  readonly label: string;
  readonly answer: { readonly node: ExplainNode } | { readonly error: unknown };
}

interface DrawerProps {
  readonly explanation: Explanation | undefined;
  readonly onClose: () => void;
  readonly onAsk: (path: string, label: string) => void;
  readonly names: ExplainNames;
}

export function ExplainDrawer({ explanation, onClose, onAsk, names }: DrawerProps) {
  const { say } = useLanguage();
  const ref = useRef<HTMLDialogElement>(null);
  const open = explanation !== undefined;
  useEffect(() => {
    if (open) ref.current?.showModal();
    else ref.current?.close();
  }, [open]);
  return (
    <dialog
      ref={ref}
      className="drawer"
      aria-labelledby="explain-title"
      onClose={onClose}
      onClick={(event) => event.target === ref.current && onClose()}
    >
      <header>
        <div>
          <p className="small quiet">{say('explain.title')}</p>
          <h2 id="explain-title">{explanation?.label ?? ''}</h2>
        </div>
        <button type="button" className="button compact" onClick={onClose}>
          {say('dialog.close')}
        </button>
      </header>
      {explanation &&
        ('error' in explanation.answer ? (
          <Trouble error={explanation.answer.error} />
        ) : (
          <Tree node={explanation.answer.node} onAsk={onAsk} names={names} />
        ))}
    </dialog>
  );
}

type TreeProps = Pick<DrawerProps, 'onAsk' | 'names'> & { readonly node: ExplainNode };

function Tree(props: TreeProps) {
  return (
    <div className="tree">
      <ul>
        <Branch {...props} depth={0} />
      </ul>
    </div>
  );
}

const OPEN_TO = 1;
const MANY = 24;

function Branch({ depth, ...props }: TreeProps & { depth: number }) {
  const { say } = useLanguage();
  const { children } = props.node;
  return (
    <li>
      <NodeLine {...props} depth={depth} />
      {children.length > 0 && (
        <details open={depth < OPEN_TO && children.length <= MANY}>
          <summary>{say('explain.from', { count: children.length })}</summary>
          <ul>
            {children.map((child, i) => (
              <Branch {...props} key={`${child.kind}-${i}`} node={child} depth={depth + 1} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Value({ node }: { node: ExplainNode }) {
  const language = useLanguage();
  const { significant, say } = language;
  const { value, interval } = node;
  if (value === null) {
    return node.kind === 'path' ? null : <span className="value-missing">{say('figure.missing')}</span>;
  }
  return (
    <span className="num">
      <strong>{stepValue(node, language)}</strong>
      {interval && interval.low !== interval.high && (
        <span className="interval">
          {' '}
          {say('figure.interval', { low: significant(interval.low), high: significant(interval.high) })}
        </span>
      )}
    </span>
  );
}

function NodeLine({ node, depth, onAsk, names }: TreeProps & { depth: number }) {
  const language = useLanguage();
  const { say } = language;
  const name = stepName(node, language, names);
  const formula = stepFormula(node, language);
  const more = node.path !== undefined && depth > 0 && node.children.length === 0 ? node.path : undefined;
  return (
    <>
      <div className="node">
        <span>
          {name}
          {node.provenance && (
            <>
              {' '}
              <Mark look={node.provenance} />
            </>
          )}
        </span>
        <Value node={node} />
      </div>
      {formula !== undefined && <p className="formula">= {formula}</p>}
      {node.note !== undefined && <p className="small quiet">{language.phrase(node.note)}</p>}
      {node.sources?.map((source) => (
        <SourceLine key={source.id} source={source} />
      ))}
      {more !== undefined && (
        <button type="button" className="button plain compact" onClick={() => onAsk(more, name)}>
          {say('explain.more')}
          <span className="visually-hidden"> {name}</span>
        </button>
      )}
    </>
  );
}

/** A source as people cite it: title, publisher, year, place in it, licence. */
export function SourceLine({ source }: { source: Source }) {
  const { say, phrase } = useLanguage();
  // Titles are cited as published; our own are words of ours.
  const title = phrase(source.title);
  const parts = [source.publisher, source.year > 0 ? String(source.year) : '', source.locator ?? '', source.licence];
  const text = parts.filter((part) => part !== '').join(' · ');
  return (
    <p className="source">
      {say('explain.source')}{' '}
      {source.url !== undefined && /^https?:/.test(source.url) ? (
        <a href={source.url} rel="noreferrer" target="_blank">
          {title}
        </a>
      ) : (
        title
      )}
      {text !== '' && ` · ${text}`}
    </p>
  );
}
