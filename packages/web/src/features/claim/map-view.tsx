/** The map of the thousand, each as large as its part of what is avoided. Loaded after the figures, with its outlines. */
import type { ClaimTonnes } from '@thousand-cities/model';
import { useMemo, useState, type PointerEvent } from 'react';
import { ChartFrame } from '../../charts/frame.tsx';
import type { TableData } from '../../charts/table.ts';
import { useLanguage, type Language } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import { cityAddress, navigate } from '../../shared/router.ts';
import { LandShapes, projectionFor } from '../map/draw.tsx';
import { nearestCity, windowAround, WORLD } from '../map/state.ts';
import { PartCircles, partRadius, type PlacedPart } from './map-draw.tsx';
import { halfOf, mapParts, partsOf, type CityPart } from './parts.ts';
import { findPlace, type Roster } from './roster.ts';
import type { Place } from './state.ts';

interface MapProps {
  readonly roster: Roster;
  readonly tonnes: ClaimTonnes;
  readonly place: Place;
}

export default function PartsMap({ roster, tonnes, place }: MapProps) {
  const language = useLanguage();
  const { say } = language;
  const ranked = useMemo(() => partsOf(tonnes), [tonnes]);
  const half = halfOf(ranked);
  const title = half === 0 ? say('claim.map.none') : say('claim.map.title', { half, count: ranked.length });
  return (
    <ChartFrame
      name={say('claim.map.name')}
      title={title}
      subtitle={say('claim.map.subtitle')}
      source={say('claim.map.source', { set: roster.reference })}
      table={() => partsTable(roster, ranked, language)}
    >
      {(width) => <Drawing roster={roster} tonnes={tonnes} place={place} width={width} description={title} />}
    </ChartFrame>
  );
}

interface DrawingProps extends MapProps {
  readonly width: number;
  readonly description: string;
}

function Drawing({ roster, tonnes, place, width, description }: DrawingProps) {
  const { say } = useLanguage();
  const [active, setActive] = useState<number>();
  const height = Math.round(width < 560 ? width * 0.72 : width * 0.5);
  const projection = useMemo(
    () => projectionFor(windowOf(roster, place), { width, height }),
    [roster, place, width, height],
  );
  const zoom = useMemo(
    () => projection.scale() / projectionFor(WORLD, { width, height }).scale(),
    [projection, width, height],
  );
  const points = useMemo(
    () => roster.lat.map((lat, at) => projection([roster.lon[at]!, lat]) ?? undefined),
    [roster, projection],
  );
  const placed = useMemo(
    () =>
      mapParts(roster, tonnes).flatMap((part): PlacedPart[] => {
        const point = points[part.at];
        return point ? [{ part, x: point[0], y: point[1], r: partRadius(part, width, zoom) }] : [];
      }),
    [roster, tonnes, points, width, zoom],
  );
  const under = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return nearestCity(placed, event.clientX - box.left, event.clientY - box.top);
  };
  const shown = placed.find(({ part }) => part.at === active);
  return (
    <div
      className="claim-map"
      onPointerMove={(event) => setActive(under(event)?.part.at)}
      onPointerLeave={() => setActive(undefined)}
      onPointerUp={(event) => {
        const found = under(event);
        if (found && event.button === 0 && event.pointerType === 'mouse')
          navigate(cityAddress(roster.id[found.part.at]!));
      }}
    >
      <svg
        viewBox={`0 0 ${width} ${height}`}
        height={height}
        role="img"
        aria-label={say('claim.map.description', { title: description })}
      >
        <LandShapes projection={projection} />
        <PartCircles placed={placed} active={shown} />
      </svg>
      {shown && <Label roster={roster} at={shown} width={width} />}
    </div>
  );
}

/** What the map shows: the place the cities are taken from, with air around it. */
function windowOf(roster: Roster, place: Place) {
  const found = findPlace(roster, place);
  if (found === undefined || found === 'unknown') return WORLD;
  return windowAround(found.members.map((at) => ({ lat: roster.lat[at]!, lon: roster.lon[at]! })));
}

function Label({ roster, at, width }: { roster: Roster; at: PlacedPart; width: number }) {
  const { co2e, say } = useLanguage();
  const x = Math.min(Math.max(at.x, 90), width - 90);
  return (
    <div className="map-label" style={{ insetInlineStart: 0, left: x, top: at.y - at.r }} aria-hidden="true">
      <strong>{roster.name[at.part.at]}</strong>{' '}
      {at.part.chosen ? joined(co2e(at.part.tonnes)) : say('claim.map.notChosen')}
    </div>
  );
}

/** Every chosen city, largest part first. */
export function partsTable(roster: Roster, ranked: readonly CityPart[], { say, country }: Language): TableData {
  const names = new Map(roster.countries.map(({ iso3, iso2, name }) => [iso3, country(iso2, name)]));
  return {
    columns: [
      { label: say('claim.column.city') },
      { label: say('claim.column.country') },
      { label: say('claim.column.avoided', { unit: say('unit.t') }), numeric: true },
      { label: say('claim.column.share'), numeric: true },
      { label: say('claim.column.data') },
    ],
    rows: ranked.map(({ at, tonnes, share }) => [
      roster.name[at]!,
      names.get(roster.iso3[at]!) ?? roster.iso3[at]!,
      tonnes,
      share === undefined ? null : share * 100,
      say(`claim.data.${roster.kind[at]!}`),
    ]),
  };
}
