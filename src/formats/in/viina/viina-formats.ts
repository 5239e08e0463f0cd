import { shippedMapping } from '../mapping/shipped-mappings.ts'

/** VIINA's reports, one a row: `event_info_latest_2024.csv`. */
export const viinaReports = shippedMapping(
  'viina-reports',
  'VIINA’s reports',
  'Reports of the war in Ukraine, one a row: places, events, sources, and what each report says as a proposal.',
)

/** VIINA's events without repetitions, with the addresses and the text of their reports: as the subsets of VIINA have them. */
export const viina = shippedMapping(
  'viina',
  'VIINA',
  'Events of the war in Ukraine with their reports: places, events, sources, and what each report says as a proposal.',
)

/** VIINA's events without repetitions: `event_1pd_latest_2024.csv`, which names no reports. */
export const viinaEvents = shippedMapping(
  'viina-events',
  'VIINA’s events',
  'Events of the war in Ukraine, one a row and day and place: places and events.',
)
