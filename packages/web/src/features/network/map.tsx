/** The cities on a map: hollow circles for estimates, solid diamonds for what cities reported; a label for the one pointed at. */
import { memo, useMemo, useRef, type PointerEvent } from 'react';
import { useWidth } from '../../charts/use-width.ts';
import { useLanguage } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import { cityAddress, navigate } from '../../shared/router.ts';
import { LandShapes, projectionFor } from '../map/draw.tsx';
import { isWholeWorld, nearestCity, type MapWindow } from '../map/state.ts';
import {
  circlesPath,
  diamondsPath,
  legendTonnes,
  markRadius,
  markScale,
  placeLines,
  type PlacedLine,
} from './map-state.ts';
import type { CityLine } from './rows.ts';

interface MapProps {
  readonly rows: readonly CityLine[];
  readonly window: MapWindow;
  /** Id of the city that the pointer or the focus is on. */
  readonly active: string | undefined;
  readonly onActive: (id: string | undefined) => void;
  /** Height over width where there is room; on a narrow screen the map is higher. */
  readonly shape?: number;
}

export function NetworkMap({ rows, window, active, onActive, shape = 0.5 }: MapProps) {
  const { say } = useLanguage();
  const frameRef = useRef<HTMLDivElement>(null);
  const width = useWidth(frameRef, 800);
  const height = Math.round(width * (width < 560 ? 0.62 : shape));
  const projection = useMemo(() => projectionFor(window, { width, height }), [window, width, height]);
  const scale = markScale(width, !isWholeWorld(window));
  const placed = useMemo(() => placeLines(rows, projection, scale), [rows, projection, scale]);
  const under = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return nearestCity(placed, event.clientX - box.left, event.clientY - box.top)?.row.id;
  };
  const shown = placed.find(({ row }) => row.id === active);
  return (
    <figure className="map-figure">
      <div
        className={shown ? 'map-frame pointed' : 'map-frame'}
        ref={frameRef}
        style={{ aspectRatio: `${width} / ${height}` }}
        onPointerMove={(event) => onActive(under(event))}
        onPointerLeave={(event) => event.pointerType !== 'touch' && onActive(undefined)}
        onPointerUp={(event) => {
          const found = under(event);
          if (event.button !== 0 || found === undefined) return;
          // A finger first asks which city it is; a second touch goes there.
          if (event.pointerType === 'touch' && found !== active) onActive(found);
          else navigate(cityAddress(found));
        }}
      >
        <svg
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={say('network.map.description', { count: rows.length })}
        >
          <LandShapes projection={projection} />
          <Marks placed={placed} />
          {shown && <circle className="mark-active" cx={shown.x} cy={shown.y} r={shown.r + 3} />}
        </svg>
      </div>
      {shown && <MapLabel at={shown} width={width} />}
      <MapLegend rows={rows} scale={scale} />
    </figure>
  );
}

const Marks = memo(function Marks({ placed }: { placed: readonly PlacedLine[] }) {
  const starter = useMemo(() => circlesPath(placed.filter(({ row }) => row.inventoryKind === 'starter')), [placed]);
  const reported = useMemo(() => diamondsPath(placed.filter(({ row }) => row.inventoryKind === 'reported')), [placed]);
  return (
    <>
      <path className="marks-starter" d={starter} />
      <path className="marks-reported" d={reported} />
    </>
  );
});

function MapLabel({ at, width }: { at: PlacedLine; width: number }) {
  const { say, co2e, year } = useLanguage();
  const { row } = at;
  const x = Math.min(Math.max(at.x, 110), width - 110);
  return (
    <div className="map-label" style={{ left: x, top: at.y - at.r }} aria-hidden="true">
      <strong>{row.name}</strong>, {row.country}
      <br />
      {joined(co2e(row.tonnes))}
      <span className="quiet">
        {' '}
        {say(`network.kind.${row.inventoryKind}`)} {year(row.inventoryYear)}
      </span>
    </div>
  );
}

const MapLegend = memo(function MapLegend({ rows, scale }: { rows: readonly CityLine[]; scale: number }) {
  const { say, tick } = useLanguage();
  const sizes = useMemo(() => legendTonnes(rows), [rows]);
  const kinds = (['starter', 'reported'] as const).filter((kind) => rows.some((row) => row.inventoryKind === kind));
  return (
    <figcaption>
      <ul className="legend map-legend">
        {kinds.map((kind) => (
          <li key={kind}>
            <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
              <path
                className={`marks-${kind}`}
                d={(kind === 'starter' ? circlesPath : diamondsPath)([{ x: 7, y: 7, r: 5 }])}
              />
            </svg>
            {say(`network.kind.${kind}`)}
          </li>
        ))}
        <li>{say('network.map.size')}</li>
        {sizes.map((tonnes) => {
          const r = markRadius(tonnes, scale);
          return (
            <li key={tonnes}>
              <svg width={2 * r + 2} height={2 * r + 2} aria-hidden="true">
                <circle className="marks-starter" cx={r + 1} cy={r + 1} r={r} />
              </svg>
              {tick(tonnes, 'co2e')}
            </li>
          );
        })}
      </ul>
    </figcaption>
  );
});
