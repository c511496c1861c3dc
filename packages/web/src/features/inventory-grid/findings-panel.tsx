/** What the checks find, errors first; each leads to its cell. */
import { useState } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import type { PlacedFinding } from './overview.ts';
import { findingWords } from './words.ts';

interface FindingsProps {
  readonly findings: readonly PlacedFinding[];
  readonly onGo: (finding: PlacedFinding) => void;
}

/** Shown before "all". */
const FIRST = 6;
/** References named before "and n more". */
const NAMED = 4;

export function Findings({ findings, onGo }: FindingsProps) {
  const { say } = useLanguage();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? findings : findings.slice(0, FIRST);
  return (
    <section className="ig-findings" aria-labelledby="ig-findings-title">
      <h2 id="ig-findings-title">{say('grid.findings.title', { count: findings.length })}</h2>
      {findings.length === 0 && <p>{say('grid.findings.none')}</p>}
      <ul>
        {shown.map((finding, at) => (
          <FindingLine key={`${finding.code} ${finding.refs} ${at}`} finding={finding} onGo={onGo} />
        ))}
      </ul>
      {findings.length > FIRST && (
        <button type="button" className="button compact" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? say('grid.findings.fewer') : say('grid.findings.all', { count: findings.length })}
        </button>
      )}
    </section>
  );
}

function FindingLine({ finding, onGo }: { finding: PlacedFinding; onGo: FindingsProps['onGo'] }) {
  const language = useLanguage();
  const { say } = language;
  const { what, remedy } = findingWords(language, finding);
  const refs = finding.refs === '' ? [] : finding.refs.split(', ');
  const named = refs.slice(0, NAMED).join(', ');
  const where = refs.length > NAMED ? say('grid.findings.more', { named, count: refs.length - NAMED }) : named;
  return (
    <li className="ig-finding" data-severity={finding.severity}>
      <span className="ig-severity">{say(`grid.severity.${finding.severity}`)}</span>
      <div>
        <p>
          {where !== '' && <strong>{where} </strong>}
          {what}
        </p>
        <p className="small quiet">{remedy}</p>
      </div>
      {finding.row !== undefined && (
        <button type="button" className="button compact" onClick={() => onGo(finding)}>
          {say('grid.findings.go')}
          <span className="visually-hidden"> {where === '' ? what : where}</span>
        </button>
      )}
    </li>
  );
}
