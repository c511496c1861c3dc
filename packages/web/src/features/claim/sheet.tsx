/** The choices: beside the answer where there is room, in a sheet at the thumb where there is not. */
import { bandInYear, CLAIM_END_YEAR, type ClaimAnswer } from '@thousand-cities/model';
import { useId, useRef, useState, type Dispatch } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { Controls } from './controls.tsx';
import type { Roster } from './roster.ts';
import type { ClaimEvent, ClaimState } from './state.ts';

interface SheetProps {
  readonly state: ClaimState;
  readonly send: Dispatch<ClaimEvent>;
  readonly roster: Roster | undefined;
  readonly answer: ClaimAnswer | undefined;
}

export function ChoiceSheet({ state, send, roster, answer }: SheetProps) {
  const { say } = useLanguage();
  const id = useId();
  const [open, setOpen] = useState(false);
  const bar = useRef<HTMLButtonElement>(null);
  return (
    <section
      className={open ? 'claim-sheet open' : 'claim-sheet'}
      aria-label={say('claim.choices')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        setOpen(false);
        bar.current?.focus();
      }}
    >
      <button
        ref={bar}
        type="button"
        className="claim-sheet-bar"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span className="claim-sheet-now">
          <Now state={state} answer={answer} />
        </span>
        <span className="claim-sheet-act">{say(open ? 'claim.sheet.close' : 'claim.sheet.open')}</span>
      </button>
      <div id={id} className="claim-sheet-body">
        <Controls state={state} send={send} roster={roster} />
      </div>
    </section>
  );
}

/** The answer in a few letters, so that it is in sight while the thumb moves a slider. */
function Now({ state: { choice }, answer }: Pick<SheetProps, 'state' | 'answer'>) {
  const { say, degrees, smallDegrees, percent, year } = useLanguage();
  const aim = choice.ambition.kind === 'custom' ? undefined : choice.ambition.kind;
  const asked = say('claim.sheet.asked', { start: year(choice.startYear), share: percent(choice.delivery) });
  const climate = answer?.climate;
  return (
    <>
      {climate && (
        <strong className="num">
          {say('claim.sheet.now', {
            warming: degrees(bandInYear(climate.years, climate.ghgOnly.warming, CLAIM_END_YEAR).middle),
            change: smallDegrees(-climate.ghgOnly.avoided2100.middle),
          })}
        </strong>
      )}
      <span className="small">
        {aim === undefined || aim === 'pledged' || aim === 'library'
          ? say(`claim.ambition.${aim ?? 'custom'}`)
          : say(`target.${aim}`)}
        {` · ${asked}`}
      </span>
    </>
  );
}
