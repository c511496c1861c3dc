/** Set the plan on the city's approved inventory: worked out first, shown number by number, taken only then. */
import { useState } from 'react';
import { inventoryOf, planOf, rebasePlan, type Inventory, type Plan, type Rebased, type ReferenceSlice } from '@thousand-cities/model'; // prettier-ignore
import { useLanguage } from '../../i18n/context.tsx';
import { api } from '../../shared/api.ts';
import { client, data, everything } from '../../shared/client/client.ts';
import { useLoaded } from '../../shared/loading.ts';
import { Trouble } from '../../shared/trouble.tsx';
import type { NameOf } from '../actions/view.tsx';
import type { Head } from '../workspace/overview-state.ts';
import { RebasePreview } from './rebase-preview.tsx';
import { baseInventory, latestApproved, standsOn } from './rebase-state.ts';
import { useToday } from './today.ts';

interface RebaseProps {
  readonly cityId: string;
  readonly plan: Plan;
  readonly slice: ReferenceSlice;
  readonly nameOf: NameOf;
  /** Take the plan as it stands on the other inventory. */
  readonly take: (plan: Plan, what: { readonly year: number; readonly version: number }) => void;
}

interface Offer {
  readonly head: Head & { readonly approvedVersion: number };
  readonly inventory: Inventory;
}

async function loadOffer(cityId: string): Promise<Offer | undefined> {
  const path = { cityId };
  const heads = await everything((query) => client.GET('/cities/{cityId}/inventories', { params: { path, query } }));
  const head = latestApproved(heads);
  if (!head) return undefined;
  const at = { ...path, documentId: head.id, version: head.approvedVersion };
  const found = await data(
    client.GET('/cities/{cityId}/inventories/{documentId}/versions/{version}', { params: { path: at } }),
  );
  return { head, inventory: inventoryOf(found.document) };
}

/** Two drafts, on the plan's inventory and on the other, tell what was a default from what people decided. */
async function workOut(plan: Plan, inventory: Inventory): Promise<Rebased> {
  const { id } = plan.city;
  const old = baseInventory(plan);
  if (id === undefined || !old) throw new Error('no place');
  const { horizonYear, boundary } = plan.baseline;
  const draft = async (on: Inventory) => planOf(await api.planOn(id, { inventory: on, horizonYear, boundary }));
  const [onOld, onNew] = await Promise.all([draft(old), draft(inventory)]);
  return rebasePlan(plan, onOld, onNew);
}

export function Rebase({ cityId, plan, slice, nameOf, take }: RebaseProps) {
  const { say, year } = useLanguage();
  const today = useToday();
  const [offer, retry] = useLoaded(`approved:${cityId}`, () => loadOffer(cityId));
  const [work, setWork] = useState<{ readonly busy: boolean; readonly error?: unknown; readonly preview?: Rebased }>({
    busy: false,
  });
  if (offer.state === 'waiting') return null;
  if (offer.state === 'failed') return <Trouble error={offer.error} onRetry={retry} />;
  if (!offer.value) return <p className="small quiet">{say('rebase.none')}</p>;
  const { head, inventory } = offer.value;
  const what = { year: inventory.year, version: head.approvedVersion };
  const said = { year: year(what.year), version: what.version };
  if (standsOn(plan, inventory)) return <p className="small quiet">{say('rebase.stands', said)}</p>;
  if (plan.city.id === undefined || !baseInventory(plan)) return <p className="small quiet">{say('rebase.cannot')}</p>;
  const begin = async () => {
    setWork({ busy: true });
    try {
      setWork({ busy: false, preview: await workOut(plan, inventory) });
    } catch (error) {
      setWork({ busy: false, error });
    }
  };
  return (
    <div className="notice info">
      <p>
        {say('rebase.offer', said)}{' '}
        <button type="button" className="button compact" disabled={work.busy} onClick={() => void begin()}>
          {say(work.busy ? 'plans.working' : 'rebase.begin')}
        </button>
      </p>
      {work.error !== undefined && <Trouble error={work.error} />}
      {work.preview && (
        <RebasePreview
          plan={plan}
          rebased={work.preview}
          slice={slice}
          nameOf={nameOf}
          year={Number(today.slice(0, 4))}
          onClose={(taken) => {
            if (taken) take(taken, what);
            setWork({ busy: false });
          }}
        />
      )}
    </div>
  );
}
