const precisions: Readonly<Record<string, string>> = {
  EXACT: 'known exactly',
  VICINITY: 'known to its vicinity',
  LOCALITY: 'known to the town or village',
  REGION: 'known to the region',
  COUNTRY: 'known to the country',
}

export const precisionText = (precision: string): string => precisions[precision] ?? ''

/** Degrees as people write them: 50.6° N, 36.58° E. */
export const coordinatesText = (latitude: number, longitude: number): string =>
  `${degrees(latitude)} ${latitude < 0 ? 'S' : 'N'}, ${degrees(longitude)} ${longitude < 0 ? 'W' : 'E'}`

const degrees = (value: number): string => `${Number(Math.abs(value).toFixed(3))}°`
