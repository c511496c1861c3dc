/** Codes for when the phone is lost: shown this once, to be written down or kept as a file. */
import { useEffect, useRef } from 'react';
import { useLanguage } from '../../../i18n/context.tsx';

interface BackupCodesProps {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

export function BackupCodes({ codes, onDone }: BackupCodesProps) {
  const { say } = useLanguage();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`Thousand Cities\n${codes.join('\n')}\n`)}`;
  return (
    <div className="once notice info">
      <h3 ref={head} tabIndex={-1}>
        {say('accounts.backupCodes')}
      </h3>
      <p>{say('accounts.backupCodes.text')}</p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p className="form-do">
        <a className="button" href={file} download="thousand-cities-codes.txt">
          {say('accounts.backupCodes.file')}
        </a>
        <button type="button" className="button" onClick={onDone}>
          {say('accounts.backupCodes.kept')}
        </button>
      </p>
    </div>
  );
}
