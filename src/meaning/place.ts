import type { PlacePrecision } from '../values/vocabulary.ts'
import type { Meaning } from './meaning.ts'

export const placePrecisionMeaning: Meaning<PlacePrecision> = {
  of: 'How closely the latitude and longitude of a place tell where it is.',
  words: {
    EXACT: 'The point is the place itself, such as a building or a crossing.',
    VICINITY: 'The place is near the point; how near is not known.',
    LOCALITY: 'The place is a town or village; the point is somewhere within it.',
    REGION: 'The place is a region, province or district; the point is its middle.',
    COUNTRY: 'The place is a country; the point is its middle.',
  },
}

export const placeText = {
  partOf: 'The next larger place in which it lies, such as the region of a town.',
  latitude: 'Degrees north (WGS 84), from -90 to 90; south is negative.',
  longitude: 'Degrees east (WGS 84), from -180 to 180; west is negative.',
  precision: 'How closely latitude and longitude tell where the place is.',
  iso3166_2:
    'The code of a country’s subdivision (ISO 3166-2), such as RU-BEL. The underscore stands for the hyphen in the ' +
    'standard’s own name, and keeps the field apart from iso3166, the code of a state (ISO 3166-1).',
} as const
