/** Open a plan file from the reader's device. A file that is no plan is refused with the reason; what is on screen stays. */
import { useId, useState } from 'react';
import type { Plan } from '@thousand-cities/model';
import { useLanguage } from '../../i18n/context.tsx';
import { navigate, cityAddress } from '../../shared/router.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { handOver, planAddressId } from './state.ts';

interface OpenPlanProps {
  /** Takes the plan; absent: go to its city's screen. */
  readonly onPlan?: (plan: Plan) => void;
}

export function OpenPlan({ onPlan }: OpenPlanProps) {
  const { say } = useLanguage();
  const id = useId();
  const [refused, setRefused] = useState<{ readonly file: string; readonly error: unknown }>();
  const open = async (file: File | undefined) => {
    if (!file) return;
    setRefused(undefined);
    try {
      const { planFrom } = await import('./read.ts');
      const plan = await planFrom(file);
      if (onPlan) return onPlan(plan);
      handOver(plan);
      navigate(cityAddress(planAddressId(plan)));
    } catch (error) {
      setRefused({ file: file.name, error });
    }
  };
  return (
    <div className="open-plan">
      <input
        id={id}
        type="file"
        className="visually-hidden"
        accept=".json,application/json"
        onChange={(event) => {
          void open(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <label htmlFor={id} className="button compact">
        {say('files.open')}
      </label>
      {refused && <Trouble error={refused.error} file={refused.file} />}
    </div>
  );
}
