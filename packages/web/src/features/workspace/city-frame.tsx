/** The head of a city's workspace: its name, my role, and its places. */
import type { ReactNode } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { followLink } from '../../shared/router.ts';
import type { Me } from '../../shared/client/client.ts';
import { FrameName } from './frame-name.tsx';
import { ACCOUNT_ADDRESS, addressIn, publishedAddress, type CityRoute } from './routes.ts';
import { useStanding } from './me.tsx';

interface CityFrameProps {
  readonly city: Me['cities'][number];
  readonly area: CityRoute['area'];
  readonly children: ReactNode;
}

/** Which tab an area belongs to. */
const TAB: Readonly<Record<CityRoute['area'], 'overview' | 'inventories' | 'plans' | 'team'>> = {
  overview: 'overview',
  inventories: 'inventories',
  inventory: 'inventories',
  plans: 'plans',
  plan: 'plans',
  compare: 'plans',
  team: 'team',
};
const TABS = ['overview', 'inventories', 'plans', 'team'] as const;

export function CityFrame({ city, area, children }: CityFrameProps) {
  const { say } = useLanguage();
  const { me } = useStanding();
  const cityId = city.id;
  return (
    <div className="city-workspace">
      <div className="frame">
        <FrameName name={city.name} role={city.role} />
        {me.mode === 'accounts' && (
          <a className="small frame-account" href={ACCOUNT_ADDRESS} onClick={followLink}>
            {say('workspace.account')}
          </a>
        )}
        <nav className="frame-tabs" aria-label={say('workspace.nav.label', { city: city.name })}>
          {TABS.map((tab) => (
            <a
              key={tab}
              href={addressIn({ area: tab, cityId })}
              onClick={followLink}
              {...(TAB[area] === tab && { 'aria-current': area === tab ? 'page' : 'true' })}
            >
              {say(`workspace.nav.${tab}`)}
            </a>
          ))}
          <a className="frame-published" href={publishedAddress(cityId)}>
            {say('workspace.nav.published')}
          </a>
        </nav>
      </div>
      {children}
    </div>
  );
}
