import { geoGraticule, geoMercator, geoPath } from 'd3-geo'
import { useMemo } from 'preact/hooks'
import { feature } from 'topojson-client'
import world from 'world-atlas/land-50m.json'
import { isolated } from '../kit/isolated.ts'
import { mapScale, mapWidth, scaleBar } from './map-scale.ts'

interface PlaceMapProps {
  readonly name: string
  readonly latitude: number
  readonly longitude: number
  readonly precision: string
}

const MAP_WIDTH = 340
const MAP_HEIGHT = 220
const SPOT = 5
const MAP_MARGIN = 12

/** How wide the ring is that says how exactly a place is known, in degrees. */
const blur: Readonly<Record<string, number>> = {
  EXACT: 0,
  VICINITY: 0.3,
  LOCALITY: 0.4,
  REGION: 1.2,
  COUNTRY: 6,
}

/**
 * Where a place is: the outlines of land as Natural Earth has them, at 1:50,000,000, a net of degrees and a scale. No state
 * is drawn: every set of borders takes a side on those that are disputed.
 */
export function PlaceMap(props: PlaceMapProps) {
  const { latitude, longitude, precision } = props
  const { land, lines, x, y, radius, bar } = useMemo(() => drawnMap(props), [latitude, longitude, precision])
  return (
    <figure class="place-map">
      <svg
        class="map"
        viewBox={`0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`}
        role="img"
        aria-label={`Map: ${isolated(props.name)}`}
      >
        <path class="land" d={land} />
        <path class="graticule" d={lines} />
        <circle class="blur" cx={x} cy={y} r={radius} />
        <circle class="spot" cx={x} cy={y} r={SPOT} />
        <path class="scale" d={`M${MAP_MARGIN} ${MAP_HEIGHT - MAP_MARGIN - 4}v4h${bar.width}v-4`} />
        <text x={MAP_MARGIN + 4} y={MAP_HEIGHT - MAP_MARGIN - 4} class="scale-text">
          {bar.kilometres.toLocaleString('en')} km
        </text>
      </svg>
      <figcaption class="faint">
        Land: Natural Earth, 1:50 million. No borders are drawn: the map says where a place is, not whose.
      </figcaption>
    </figure>
  )
}

function drawnMap({ latitude, longitude, precision }: PlaceMapProps) {
  const width = mapWidth(precision)
  const projection = geoMercator()
    .rotate([-longitude, 0])
    .center([0, latitude])
    .scale(mapScale(latitude, width / MAP_WIDTH))
    .translate([MAP_WIDTH / 2, MAP_HEIGHT / 2])
    .clipExtent([
      [0, 0],
      [MAP_WIDTH, MAP_HEIGHT],
    ])
  const path = geoPath(projection)
  const [x = 0, y = 0] = projection([longitude, latitude]) ?? []
  const [, up = 0] = projection([longitude, latitude + (blur[precision] ?? 0)]) ?? []
  const step = width > 3000 ? 10 : 1
  return {
    land: path(feature(world, world.objects.land)) ?? '',
    lines: path(geoGraticule().step([step, step])()) ?? '',
    x,
    y,
    radius: Math.max(y - up, 0),
    bar: scaleBar(width / MAP_WIDTH, MAP_WIDTH / 3),
  }
}
