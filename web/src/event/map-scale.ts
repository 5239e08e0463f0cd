const EQUATOR = 40_075
/** Beyond this the map’s projection has no end. */
const MOST_NORTHERN = 85

/** How many kilometres a map shows from left to right: the more exactly a place is known, the closer it is looked at. */
const widths: Readonly<Record<string, number>> = {
  EXACT: 500,
  VICINITY: 500,
  LOCALITY: 700,
  REGION: 1500,
  COUNTRY: 5000,
}

export const mapWidth = (precision: string): number => widths[precision] ?? 1500

/** The scale of d3’s Mercator projection at which so many kilometres at a latitude take one pixel. */
export const mapScale = (latitude: number, kilometresPerPixel: number): number => {
  const bounded = Math.min(Math.abs(latitude), MOST_NORTHERN)
  return (EQUATOR * Math.cos((bounded * Math.PI) / 180)) / (2 * Math.PI) / kilometresPerPixel
}

/** The longest bar of 1, 2 or 5 times a power of ten kilometres within so many pixels. */
export function scaleBar(kilometresPerPixel: number, most: number): { kilometres: number; width: number } {
  const room = most * kilometresPerPixel
  const power = 10 ** Math.floor(Math.log10(room))
  const kilometres = power * (room >= 5 * power ? 5 : room >= 2 * power ? 2 : 1)
  return { kilometres, width: kilometres / kilometresPerPixel }
}
