import { geoGraticule10, geoMercator, geoPath } from 'd3-geo'
import { useMemo } from 'preact/hooks'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import world from 'world-atlas/countries-110m.json'

interface Props {
  readonly name: string
  readonly latitude: number
  readonly longitude: number
  readonly precision: string
}

const WIDTH = 340
const HEIGHT = 220

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
export function PlaceMap({ name, latitude, longitude, precision }: Props) {
  const { names, land, borders, lines, x, y, radius } = useMemo(() => {
    const projection = geoMercator()
      .center([longitude, latitude])
      .scale(precision === 'COUNTRY' ? 300 : 620)
      .translate([WIDTH / 2, HEIGHT / 2])
      .clipExtent([
        [0, 0],
        [WIDTH, HEIGHT],
      ])
    const path = geoPath(projection)
    const [px = 0, py = 0] = projection([longitude, latitude]) ?? []
    const [, up = 0] = projection([longitude, latitude + (blur[precision] ?? 0)]) ?? []
    const { countries } = topology.objects
    const names = feature(topology, countries).features.map((country) => ({
      name: country.properties.name,
      at: path.centroid(country),
    }))
    return {
      names: names.filter(({ at }) => at.every(Number.isFinite)),
      land: path(feature(topology, countries)) ?? '',
      borders: path(mesh(topology, countries, (a, b) => a !== b)) ?? '',
      lines: path(geoGraticule10()) ?? '',
      x: px,
      y: py,
      radius: Math.max(py - up, 0),
    }
  }, [latitude, longitude, precision])
  return (
    <svg class="map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`Map: ${name}`}>
      <path class="graticule" d={lines} />
      <path class="land" d={land} />
      <path class="borders" d={borders} />
      {names.map(({ name: country, at: [cx, cy] }) => (
        <text key={country} x={cx} y={cy}>
          {country}
        </text>
      ))}
      <circle class="blur" cx={x} cy={y} r={radius} />
      <circle class="spot" cx={x} cy={y} r={5} />
    </svg>
  )
}
