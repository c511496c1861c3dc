/** Pathways of up to four plans in one chart, drawn: dashes and letters tell them apart where colour does not. Knows no state. */
import { scaleLinear } from 'd3-scale';
import { curveMonotoneX, line } from 'd3-shape';
import { ValueAxis, YearAxis } from '../../charts/axes.tsx';
import { fitted, placeLabels } from '../../charts/labels.ts';

export interface ComparedLine {
  /** A, B, C, D. */
  readonly letter: string;
  readonly name: string;
  readonly years: readonly number[];
  readonly values: readonly number[];
}

interface CompareDrawProps {
  readonly lines: readonly ComparedLine[];
  /** Without any plan, and the target, of the first. */
  readonly bau: ComparedLine;
  readonly target: ComparedLine;
  readonly width: number;
  readonly words: {
    readonly description: string;
    readonly value: (tonnes: number) => string;
    readonly tick: (tonnes: number) => string;
    readonly year: (year: number) => string;
  };
}

const TOP = 22;
const BOTTOM = 26;

export function CompareDraw({ lines, bau, target, width, words }: CompareDrawProps) {
  const height = Math.round(Math.min(460, Math.max(320, width * 0.5)));
  const end = width < 480 ? 104 : 190;
  const all = [...lines, bau, target];
  const years = all.flatMap((each) => each.years);
  const values = all.flatMap((each) => each.values);
  const x = scaleLinear([Math.min(...years), Math.max(...years)], [0, width - end]);
  const y = scaleLinear([Math.min(0, ...values), Math.max(0, ...values) * 1.08], [height - BOTTOM, TOP]);
  const path = ({ years: at, values: of }: ComparedLine) =>
    line<number>(
      (_, i) => x(at[i]!),
      (value) => y(value),
    ).curve(curveMonotoneX)(of as number[]) ?? '';
  const ends = [
    ...lines.map((each) => ({ id: each.letter, text: `${each.letter} ${each.name}`, each })),
    { id: 'bau', text: bau.name, each: bau },
    { id: 'target', text: target.name, each: target },
  ];
  const labels = placeLabels(
    ends.map(({ id, text, each }) => ({ id, text, y: y(each.values.at(-1)!) })),
    30,
    TOP,
    height - BOTTOM - 14,
  );
  return (
    <svg viewBox={`0 0 ${width} ${height}`} height={height} role="img" aria-label={words.description}>
      <ValueAxis scale={y} from={0} to={width - end} format={words.tick} />
      <path d={path(bau)} className="line-bau" />
      <path d={path(target)} className="line-target" />
      {lines.map((each) => (
        <g key={each.letter} className={`compared compared-${each.letter}`}>
          <path d={path(each)} />
          <LetterMark each={each} x={x} y={y} />
        </g>
      ))}
      {labels.map(({ id, text, at }) => (
        <g key={id} transform={`translate(${width - end + 8},${at})`} className={`end-${id}`}>
          <text y={4} className="strong">
            {fitted(text, end - 12)}
          </text>
          <text y={18}>{words.value(ends.find((one) => one.id === id)!.each.values.at(-1)!)}</text>
        </g>
      ))}
      <YearAxis
        years={x.domain() as [number, number]}
        scale={x}
        y={height - BOTTOM}
        width={width}
        format={words.year}
      />
    </svg>
  );
}

/** The letter on its line, each at another place, so that crossing lines can be told apart in grey. */
function LetterMark({ each, x, y }: { each: ComparedLine; x: (year: number) => number; y: (value: number) => number }) {
  const place = 0.45 + 0.12 * (each.letter.charCodeAt(0) - 65);
  const i = Math.round((each.years.length - 1) * place);
  return (
    <text x={x(each.years[i]!)} y={y(each.values[i]!) - 7} textAnchor="middle" className="strong halo">
      {each.letter}
    </text>
  );
}
