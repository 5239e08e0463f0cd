import { shippedMapping } from '../mapping/shipped-mappings.ts'

/** A column that all tables of VIINA have. */
const MARK = 'event_id_1pd'

/** VIINA's reports, one a row: `event_info_latest_2024.csv`. */
export const viinaReports = shippedMapping({
  name: 'viina-reports',
  title: 'VIINA’s reports',
  description:
    'Reports of the war in Ukraine, one a row: places, events, sources, and what each report says as a proposal.',
  mark: MARK,
})

/** VIINA's events without repetitions, with the addresses and the text of their reports: as the subsets of VIINA have them. */
export const viina = shippedMapping({
  name: 'viina',
  title: 'VIINA',
  description:
    'Events of the war in Ukraine with their reports: places, events, sources, and what each report says as a proposal.',
  mark: MARK,
})

/** VIINA's events without repetitions: `event_1pd_latest_2024.csv`, which names no reports. */
export const viinaEvents = shippedMapping({
  name: 'viina-events',
  title: 'VIINA’s events',
  description: 'Events of the war in Ukraine, one a row and day and place: places and events.',
  mark: MARK,
})
