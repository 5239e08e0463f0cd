import type { LeftOut } from '../left-out.ts'
import type { DnaDatabase, DnaRow } from './dna-tables.ts'

const HOUR = 3_600
const DAY = 24 * HOUR

/** The end of 2099 in seconds from 1970 on. As milliseconds, this is in February 1970. */
const LAST_SECOND = 4_102_444_800

/**
 * The days of documents. DNA 3 writes the date and time that the coder entered, as seconds. DNA 2 writes the moment that
 * this was at the coder's place, as milliseconds. Which place is not told, so the day may be one of two; the time is
 * midnight or noon unless the coder changed it.
 */
export class DnaDates {
  readonly #left: LeftOut
  readonly #isInMilliseconds: boolean

  constructor(database: DnaDatabase, left: LeftOut) {
    this.#left = left
    this.#isInMilliseconds = database.hasWrittenTexts && hasMilliseconds(database)
  }

  dayOf(row: DnaRow<'DOCUMENTS'>): string {
    const seconds = this.#isInMilliseconds ? Math.floor(row.number('Date') / 1000) : row.number('Date')
    const day = Math.floor(seconds / DAY)
    const time = seconds - day * DAY
    if (time !== 0) this.#left.note('times of day, whose time zone is not told')
    const first = this.#textOf(day, row)
    return this.#isInMilliseconds && isNextDayInTheEast(time)
      ? `${first}/${this.#textOf(day + 1, row)}`
      : first
  }

  #textOf(day: number, row: DnaRow<'DOCUMENTS'>): string {
    const at = new Date(day * DAY * 1000)
    const [text = ''] = Number.isNaN(at.getTime()) ? [] : at.toISOString().split('T')
    if (/^\d{4}-/.test(text)) return text
    const unit = this.#isInMilliseconds ? 'milliseconds' : 'seconds'
    throw row.fault('Date', `is no number of ${unit} from 1970 on, in the years 0 to 9999.`)
  }
}

/** At 10:00 UTC the next day begins where it begins first. Earlier, it is midnight or noon of the same day everywhere. */
const isNextDayInTheEast = (time: number): boolean => time >= 10 * HOUR

/** Versions made between DNA 2 and 3 write texts as DNA 2 does, but seconds as DNA 3. */
function hasMilliseconds(database: DnaDatabase): boolean {
  for (const date of database.valuesOf('DOCUMENTS', 'Date'))
    if (typeof date === 'number' && Math.abs(date) > LAST_SECOND) return true
  return false
}
