import { type GeoPath, geoGraticule10, geoMercator, geoPath } from 'd3-geo'
import { useMemo } from 'preact/hooks'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import world from 'world-atlas/countries-110m.json'
import { type Label, legible } from './map-labels.ts'

interface Props {
  readonly name: string
  readonly latitude: number
  readonly longitude: number
  readonly precision: string
}

const WIDTH = 340
const HEIGHT = 220
const SPOT = 5

/** How wide the ring is that says how exactly a place is known, in degrees. */
const blur: Readonly<Record<string, number>> = {
  EXACT: 0,
  VICINITY: 0.3,
  LOCALITY: 0.4,
  REGION: 1.2,
  COUNTRY: 6,
}

const topology = world as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>

/** The outlines of states as Natural Earth draws them, at 1:110,000,000: they say where, not whose. */
export function PlaceMap(props: Props) {
  const { latitude, longitude, precision } = props
  const { labels, land, borders, lines, x, y, radius } = useMemo(
    () => drawn(props),
    [latitude, longitude, precision],
  )
  return (
    <svg class="map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`Map: ${props.name}`}>
      <path class="graticule" d={lines} />
      <path class="land" d={land} />
      <path class="borders" d={borders} />
      {labels.map((label) => (
        <text key={label.name} x={label.x} y={label.y}>
          {label.name}
        </text>
      ))}
      <circle class="blur" cx={x} cy={y} r={radius} />
      <circle class="spot" cx={x} cy={y} r={SPOT} />
    </svg>
  )
}

function drawn({ latitude, longitude, precision }: Props) {
  const projection = geoMercator()
    .center([longitude, latitude])
    .scale(precision === 'COUNTRY' ? 300 : 620)
    .translate([WIDTH / 2, HEIGHT / 2])
    .clipExtent([
      [0, 0],
      [WIDTH, HEIGHT],
    ])
  const path = geoPath(projection)
  const [x = 0, y = 0] = projection([longitude, latitude]) ?? []
  const [, up = 0] = projection([longitude, latitude + (blur[precision] ?? 0)]) ?? []
  const { countries } = topology.objects
  const spot = { left: x - SPOT, right: x + SPOT, top: y - SPOT, bottom: y + SPOT }
  return {
    labels: legible(namesOf(path), WIDTH, HEIGHT, spot),
    land: path(feature(topology, countries)) ?? '',
    borders: path(mesh(topology, countries, (a, b) => a !== b)) ?? '',
    lines: path(geoGraticule10()) ?? '',
    x,
    y,
    radius: Math.max(y - up, 0),
  }
}

/** Where a state's name stands, those first of which the map shows most. */
function namesOf(path: GeoPath): Label[] {
  const { features } = feature(topology, topology.objects.countries)
  return features
    .map((country) => ({ country, area: path.area(country) }))
    .filter(({ area }) => area > 0)
    .sort((a, b) => b.area - a.area)
    .map(({ country }) => {
      const [x, y] = path.centroid(country)
      return { name: country.properties.name, x, y }
    })
}
