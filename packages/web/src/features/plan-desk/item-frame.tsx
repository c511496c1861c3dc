/** A frame around one item of a list: its fields, and a way to take it out. */
import type { ReactNode } from 'react';
import { useLanguage } from '../../i18n/context.tsx';

interface ItemFrameProps {
  readonly name: string;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

export function ItemFrame({ name, onRemove, children }: ItemFrameProps) {
  const { say } = useLanguage();
  return (
    <li className="item">
      <div className="fields" role="group" aria-label={name}>
        {children}
      </div>
      <button type="button" className="button plain compact" onClick={onRemove}>
        {say('desk.remove')}
        <span className="visually-hidden"> {name}</span>
      </button>
    </li>
  );
}
