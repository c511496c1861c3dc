/** How sure the plan is: the chance of keeping the target by year, and which inputs decide it. */
import type { Outcome, Plan } from '@thousand-cities/model';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { memo } from 'react';
import { ValueAxis, YearAxis } from '../../charts/axes.tsx';
import { ChartFrame } from '../../charts/frame.tsx';
import { useLanguage } from '../../i18n/context.tsx';
import { findingValues } from '../../i18n/finding-words.ts';
import type { NameOf } from '../actions/view.tsx';
import { mainYear } from '../plan/finding.ts';
import { inputName } from './state.ts';
import type { Draws } from './use-draws.ts';

interface CertaintyProps {
  readonly draws: Draws;
  readonly outcome: Outcome;
  readonly plan: Plan;
  readonly nameOf: NameOf;
}

export function Certainty({ draws, outcome, plan, nameOf }: CertaintyProps) {
  const { say } = useLanguage();
  const meets = draws.result?.probability.meetsTarget;
  return (
    <>
      {draws.result ? (
        <div className="pair" aria-busy={draws.stale}>
          {meets && <Chance meets={meets} outcome={outcome} plan={plan} />}
          <Inputs draws={draws} plan={plan} outcome={outcome} nameOf={nameOf} />
        </div>
      ) : (
        <p role="status">{say('certainty.working')}</p>
      )}
      <Findings outcome={outcome} />
    </>
  );
}

/** The headline says these. */
const SAID_ABOVE: ReadonlySet<string> = new Set(['target-missed', 'budget-exceeded']);

/** What the model has to say beside its numbers, in the reader's words where the catalogue has them for the code. */
function Findings({ outcome }: { outcome: Outcome }) {
  const language = useLanguage();
  const { say } = language;
  const told = outcome.findings.filter(({ code }) => !SAID_ABOVE.has(code));
  if (told.length === 0) return null;
  return (
    <section className="findings">
      <h3>{say('findings.title')}</h3>
      <ul>
        {told.map(({ code, values, path }) => (
          <li key={`${code}:${path.join('.')}`}>{say(`findings.${code}`, findingValues(language, code, values))}</li>
        ))}
      </ul>
    </section>
  );
}

function Chance({ meets, outcome, plan }: { meets: readonly number[]; outcome: Outcome; plan: Plan }) {
  const { say, percent, year } = useLanguage();
  const { years } = outcome;
  const at = mainYear(outcome);
  const title = say('certainty.chance', { share: percent(meets[years.indexOf(at)]!), year: year(at) });
  return (
    <ChartFrame
      name={`${plan.city.name} ${say('certainty.chance.name')}`}
      title={title}
      source={say('certainty.source')}
      table={() => ({
        columns: [
          { label: say('table.year'), plain: true },
          { label: say('certainty.share'), numeric: true },
        ],
        rows: years.map((each, i) => [each, meets[i]!]),
      })}
    >
      {(width) => <ChanceDraw years={years} meets={meets} width={width} label={title} percent={percent} year={year} />}
    </ChartFrame>
  );
}

interface ChanceDrawProps {
  readonly years: readonly number[];
  readonly meets: readonly number[];
  readonly width: number;
  readonly label: string;
  readonly percent: (share: number) => string;
  readonly year: (year: number) => string;
}

const HEIGHT = 220;

const ChanceDraw = memo(function ChanceDraw({ years, meets, width, label, percent, year }: ChanceDrawProps) {
  const x = scaleLinear([years[0]!, years.at(-1)!], [44, width - 8]);
  const y = scaleLinear([0, 1], [HEIGHT - 26, 16]);
  const path = line<number>(
    (_, i) => x(years[i]!),
    (share) => y(share),
  );
  return (
    <svg viewBox={`0 0 ${width} ${HEIGHT}`} height={HEIGHT} role="img" aria-label={label}>
      <ValueAxis scale={y} from={0} to={width - 8} format={percent} />
      <path d={path(meets as number[]) ?? ''} className="line-plan" />
      <YearAxis years={years} scale={x} y={HEIGHT - 26} width={width} format={year} />
    </svg>
  );
});

function Inputs({ draws, plan, nameOf }: CertaintyProps) {
  const language = useLanguage();
  const { say, percent } = language;
  const inputs = (draws.result?.drivesUncertainty ?? []).slice(0, 10);
  if (inputs.length === 0) return null;
  const named = inputs.map(({ input, share }) => ({ name: inputName(language, input, plan, nameOf), share }));
  return (
    <section>
      <h3 className="chart-title">{say('certainty.inputs', { name: named[0]!.name })}</h3>
      <p className="chart-subtitle">{say('certainty.inputs.text')}</p>
      <table className="bars">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{say('certainty.input')}</th>
            <th scope="col">{say('certainty.share')}</th>
          </tr>
        </thead>
        <tbody>
          {named.map(({ name, share }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <svg className="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={Math.max(0.5, (share / named[0]!.share) * 100)} height="8" />
                </svg>
                <span className="num">{percent(share)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
