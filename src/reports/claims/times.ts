import { DAY, instantOf } from '../../values/calendar.ts'
import { type SaidWord, saidWord, saidWordAt } from './said-word.ts'

const spelledMonths =
  'January February March April May June July August September October November December'.split(' ')
const countWords = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const partOfDay = /^(?:morning|afternoon|evening|night|noon)$/
/** Prepositions before a date, which take the place of "on". */
const bound = /^(?:since|until|till|by|from|of|before|after|through)$/

/** A stretch of a sentence that tells a time, and what says the same on any other day; undefined where nothing does. */
interface Told {
  readonly length: number
  readonly date: string | undefined
}

/**
 * Words in which dates stand for today, yesterday, last year. Undefined where one of these means nothing without the day
 * on which it was said. A weekday stays: it says less, but nothing wrong.
 */
export function withDates(
  words: readonly SaidWord[],
  day: string | undefined,
): readonly SaidWord[] | undefined {
  const made: SaidWord[] = []
  for (let at = 0; at < words.length; at++) {
    const told = toldAt(words, at, day)
    if (!told) {
      made.push(saidWordAt(words, at))
      continue
    }
    if (told.date === undefined || words[at + told.length]?.low === "'s") return undefined
    const [preposition = '', ...date] = told.date.split(' ')
    const isBound = bound.test(made.at(-1)?.low ?? '')
    if (/^(?:on|in)$/.test(made.at(-1)?.low ?? '')) made.pop()
    made.push(
      ...(isBound ? date : [preposition, ...date]).map((one) =>
        saidWord(one, one === preposition ? 'ADP' : 'X'),
      ),
    )
    at += told.length - 1
  }
  return made
}

function toldAt(words: readonly SaidWord[], from: number, day: string | undefined): Told | undefined {
  const isEarlier = /^(?:earlier|later|late|early)$/.test(words[from]?.low ?? '')
  const at = isEarlier ? from + 1 : from
  const told = nearDay(words, at, day) ?? ago(words, at, day) ?? longer(words, at, day)
  return told && { ...told, length: told.length + at - from }
}

function nearDay(words: readonly SaidWord[], at: number, day: string | undefined): Told | undefined {
  const low = words[at]?.low ?? ''
  const next = words[at + 1]?.low ?? ''
  const length = partOfDay.test(next) ? 2 : 1
  if (low === 'today' || low === 'tonight') return { length: 1, date: dayFrom(day, 0) }
  if (low === 'yesterday') return { length, date: dayFrom(day, -1) }
  if (low === 'tomorrow') return { length, date: dayFrom(day, 1) }
  if (low === 'last' && next === 'night' && words[at - 1]?.low !== 'the')
    return { length: 2, date: dayFrom(day, -1) }
  if (low === 'this' && partOfDay.test(next)) return { length: 2, date: dayFrom(day, 0) }
  return undefined
}

/** "two days ago", "a year ago". */
function ago(words: readonly SaidWord[], at: number, day: string | undefined): Told | undefined {
  if (words[at + 2]?.low !== 'ago') return undefined
  const written = words[at]?.low ?? ''
  const count = /^(?:a|an)$/.test(written)
    ? 1
    : countWords.includes(written)
      ? countWords.indexOf(written)
      : Number(written)
  const unit = words[at + 1]?.low ?? ''
  if (!Number.isInteger(count) || count > 500) return { length: 3, date: undefined }
  if (/^days?$/.test(unit)) return { length: 3, date: dayFrom(day, -count) }
  if (/^years?$/.test(unit)) return { length: 3, date: day && `in ${Number(day.slice(0, 4)) - count}` }
  return { length: 3, date: undefined }
}

/** "this year", "last month", "next week"; "the last year" is no year of the calendar. */
function longer(words: readonly SaidWord[], at: number, day: string | undefined): Told | undefined {
  const which = words[at]?.low ?? ''
  const unit = words[at + 1]?.low ?? ''
  if (
    !/^(?:this|last|next)$/.test(which) ||
    !/^(?:year|month|week|weekend|spring|summer|autumn|fall|winter)$/.test(unit)
  )
    return undefined
  if (/^(?:the|past|over)$/.test(words[at - 1]?.low ?? '')) return undefined
  const by = which === 'this' ? 0 : which === 'last' ? -1 : 1
  return { length: 2, date: day && longerFrom(day, unit, by) }
}

function longerFrom(day: string, unit: string, by: number): string | undefined {
  const [year, month] = day.split('-').map(Number) as [number, number]
  if (unit === 'year') return `in ${year + by}`
  if (unit === 'month') {
    const index = year * 12 + month - 1 + by
    return `in ${spelledMonths[index % 12]} ${Math.floor(index / 12)}`
  }
  if (unit !== 'week') return undefined
  const monday = instantOfDay(day) - ((new Date(instantOfDay(day)).getUTCDay() + 6) % 7) * DAY + by * 7 * DAY
  return `in the week of ${dayInWords(monday)}`
}

const dayFrom = (day: string | undefined, by: number): string | undefined =>
  day === undefined ? undefined : `on ${dayInWords(instantOfDay(day) + by * DAY)}`

const instantOfDay = (day: string): number =>
  instantOf(...(day.split('-').map(Number) as [number, number, number]))

function dayInWords(at: number): string {
  const date = new Date(at)
  return `${date.getUTCDate()} ${spelledMonths[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}
