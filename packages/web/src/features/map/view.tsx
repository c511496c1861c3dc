/** Pick one of the thousand: on the map with a pointer, in the list beside it with anything. */
import { useMemo, useRef, useState, type PointerEvent } from 'react';
import { useWidth } from '../../charts/use-width.ts';
import { useLanguage } from '../../i18n/context.tsx';
import type { MapCity } from '../../shared/api.ts';
import { cityAddress, followLink, navigate } from '../../shared/router.ts';
import { Segments } from '../../shared/segments.tsx';
import { CityCircles, LandShapes, placeCities, projectionFor } from './draw.tsx';
import { citiesIn, nearestCity, regionOf, REGIONS, type PlacedCity } from './state.ts';

interface MapProps {
  readonly cities: readonly MapCity[];
}

export default function ThousandMap({ cities }: MapProps) {
  const { say } = useLanguage();
  const [regionId, setRegionId] = useState<string>('world');
  const [active, setActive] = useState<string>();
  const region = regionOf(regionId);
  const shown = useMemo(() => citiesIn(cities, region), [cities, region]);
  return (
    <section className="thousand" aria-labelledby="thousand-title">
      <header>
        <h2 id="thousand-title">{say('map.title')}</h2>
        <Segments
          name="region"
          label={say('map.region')}
          value={regionId}
          options={REGIONS.map(({ id }) => ({ value: id, label: say(`region.${id}`) }))}
          onChange={setRegionId}
        />
      </header>
      <MapFigure cities={shown} regionId={regionId} active={active} onActive={setActive} />
      <div className="map-list">
        <h3 className="small">{say('map.list', { count: shown.length })}</h3>
        <ul className="city-list" tabIndex={0} aria-label={say('map.list', { count: shown.length })}>
          {shown.map((city) => (
            <CityLine key={city.id} city={city} onActive={setActive} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function CityLine({ city, onActive }: { city: MapCity; onActive: (id: string | undefined) => void }) {
  const { people } = useLanguage();
  return (
    <li onPointerEnter={() => onActive(city.id)} onPointerLeave={() => onActive(undefined)}>
      <a
        href={cityAddress(city.id)}
        onClick={followLink}
        onFocus={() => onActive(city.id)}
        onBlur={() => onActive(undefined)}
      >
        {city.name}
      </a>
      <span className="quiet small num">{people(city.pop)}</span>
    </li>
  );
}

interface MapFigureProps extends MapProps {
  readonly regionId: string;
  readonly active: string | undefined;
  readonly onActive: (id: string | undefined) => void;
}

function MapFigure({ cities, regionId, active, onActive }: MapFigureProps) {
  const { say } = useLanguage();
  const frameRef = useRef<HTMLDivElement>(null);
  const width = useWidth(frameRef, 800);
  const height = width < 560 ? width * 0.75 : width / 2;
  const region = regionOf(regionId);
  const projection = useMemo(() => projectionFor(region, { width, height }), [region, width, height]);
  const placed = useMemo(() => placeCities(cities, projection, region.id !== 'world'), [cities, projection, region]);
  const under = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return nearestCity(placed, event.clientX - box.left, event.clientY - box.top);
  };
  const shown = placed.find(({ city }) => city.id === active);
  return (
    <figure className="map-figure">
      <div
        className="map-frame"
        ref={frameRef}
        onPointerMove={(event) => onActive(under(event)?.city.id)}
        onPointerLeave={() => onActive(undefined)}
        onPointerUp={(event) => {
          const found = under(event);
          if (found && event.button === 0) navigate(cityAddress(found.city.id));
        }}
      >
        <svg
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={say('map.description', { count: cities.length })}
        >
          <LandShapes projection={projection} />
          <CityCircles placed={placed} active={active} />
        </svg>
      </div>
      {shown && <MapLabel at={shown} width={width} />}
    </figure>
  );
}

function MapLabel({ at, width }: { at: PlacedCity; width: number }) {
  const { people } = useLanguage();
  const x = Math.min(Math.max(at.x, 80), width - 80);
  return (
    <div className="map-label" style={{ insetInlineStart: 0, left: x, top: at.y - at.r }} aria-hidden="true">
      <strong>{at.city.name}</strong> {people(at.city.pop)}
    </div>
  );
}
