/** The pathway in the size of a thumb: three lines, no words. */
import type { Outcome } from '@thousand-cities/model';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

const WIDTH = 96;
const HEIGHT = 44;

export function PathwaySketch({ outcome }: { outcome: Outcome }) {
  const { years, emissions } = outcome;
  const x = scaleLinear([years[0]!, years.at(-1)!], [1, WIDTH - 1]);
  const y = scaleLinear([Math.min(0, ...emissions.plan), Math.max(...emissions.bau)], [HEIGHT - 2, 3]);
  const path = line<number>(
    (_, i) => x(years[i]!),
    (value) => y(value),
  );
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      <path d={path([...emissions.bau]) ?? ''} className="line-bau" />
      <path d={path([...emissions.target]) ?? ''} className="line-target" />
      <path d={path([...emissions.plan]) ?? ''} className="line-plan" />
    </svg>
  );
}
