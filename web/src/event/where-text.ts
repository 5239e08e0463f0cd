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
  `${degrees(latitude, 'N', 'S')}, ${degrees(longitude, 'E', 'W')}`

function degrees(value: number, above: string, below: string): string {
  const rounded = Number(value.toFixed(3))
  return `${Math.abs(rounded)}° ${rounded < 0 ? below : above}`
}
