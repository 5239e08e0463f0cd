import { geoMercator } from 'd3-geo'
import { describe, expect, it } from 'vitest'
import { placePrecisions } from '../../src/values/vocabulary.ts'
import { mapScale, mapWidth, scaleBar } from '../../web/src/event/map-scale.ts'
import { coordinatesText, precisionText } from '../../web/src/event/where-text.ts'

const RADIUS = 6378

/** Kilometres between two points on a parallel. */
const distance = (latitude: number, degrees: number) =>
  (2 * Math.PI * RADIUS * Math.cos((latitude * Math.PI) / 180) * degrees) / 360

describe('the scale of a map', () => {
  it.each([0, 31.8, -31.8, 50.6, -54, 69.6, 78.2])(
    'shows as many kilometres as it says, at %d° of latitude',
    (latitude) => {
      const perPixel = 700 / 400
      const project = geoMercator()
        .scale(mapScale(latitude, perPixel))
        .translate([0, 0])
        .center([10, latitude])
      const [west, east] = [project([9.5, latitude]), project([10.5, latitude])]
      const pixels = (east?.[0] ?? 0) - (west?.[0] ?? 0)
      expect(pixels * perPixel).toBeCloseTo(distance(latitude, 1), -0.5)
    },
  )

  it.each([85, 89.9, 90, -90])('ends where the projection does, at %d°', (latitude) => {
    expect(mapScale(latitude, 1)).toBe(mapScale(85, 1))
    expect(mapScale(latitude, 1)).toBeGreaterThan(0)
  })

  it('is closer the more exactly a place is known, and some scale whatever is known of it', () => {
    const widths = ['EXACT', 'LOCALITY', 'REGION', 'COUNTRY'].map(mapWidth)
    expect(widths).toEqual([...widths].sort((a, b) => a - b))
    expect(new Set(widths).size).toBe(widths.length)
    for (const precision of [...placePrecisions, 'SOMETHING']) expect(mapWidth(precision)).toBeGreaterThan(0)
  })

  it.each([
    [1, 100, 100],
    [1, 99, 50],
    [1.25, 100, 100],
    [1.75, 100, 100],
    [4, 100, 200],
    [12.5, 100, 1000],
    [0.03, 100, 2],
    [0.001, 100, 0.1],
  ])('has a bar that fits: %d km a pixel, %d pixels', (perPixel, most, kilometres) => {
    const bar = scaleBar(perPixel, most)
    expect(bar.kilometres).toBeCloseTo(kilometres, 10)
    expect(bar.width).toBeCloseTo(kilometres / perPixel, 10)
    expect(bar.width).toBeLessThanOrEqual(most + 1e-9)
    expect(bar.width).toBeGreaterThan(most / 2.6)
  })
})

describe('where something is, in words', () => {
  it.each([
    [50.6, 36.58, '50.6° N, 36.58° E'],
    [-33.8688, 151.2093, '33.869° S, 151.209° E'],
    [40.7128, -74.006, '40.713° N, 74.006° W'],
    [-54.8, -68.3, '54.8° S, 68.3° W'],
    [0, 0, '0° N, 0° E'],
    [90, 180, '90° N, 180° E'],
    [-0.0001, -0.0001, '0° N, 0° E'],
  ])('%d, %d', (latitude, longitude, text) => {
    expect(coordinatesText(latitude, longitude)).toBe(text)
  })

  it('says of each precision how exactly it is known', () => {
    const texts = placePrecisions.map(precisionText)
    expect(texts.every((text) => text.startsWith('known '))).toBe(true)
    expect(new Set(texts).size).toBe(placePrecisions.length)
    expect(precisionText('SOMETHING')).toBe('')
  })
})
