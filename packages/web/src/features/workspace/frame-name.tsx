/** Where one is: my cities, then the name of this city or network, and my role in it. */
import type { ReactNode } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import type { Me } from '../../shared/client/client.ts';
import { followLink } from '../../shared/router.ts';
import { WORKSPACE_ADDRESS } from './routes.ts';

interface FrameNameProps {
  readonly name: string;
  readonly role: Me['cities'][number]['role'] | Me['networks'][number]['role'];
  readonly children?: ReactNode;
}

export function FrameName({ name, role, children }: FrameNameProps) {
  const { say } = useLanguage();
  return (
    <p className="frame-city">
      <a href={WORKSPACE_ADDRESS} onClick={followLink}>
        {say('workspace.cities.title')}
      </a>
      <span aria-hidden="true"> / </span>
      <strong>{name}</strong> <span className="role">{say(`workspace.role.${role}`)}</span>
      {children}
    </p>
  );
}
