import type { Random } from './random.ts'

const DAY = 86_400_000
const FIRST = Date.UTC(2014, 0, 1)
const DAYS = 4_000

/** A day in some ten years, the later the likelier: more is written down of what is recent. */
export const someDay = (random: Random): number => Math.floor(Math.sqrt(random.next()) * DAYS)

/** The day `day` as a date of mixed precision in EDTF; undefined for the one in twenty that nobody knows. */
export function dateOf(random: Random, day: number): string | undefined {
  const iso = new Date(FIRST + day * DAY + random.below(86_400) * 1000).toISOString()
  return random.weighted([
    [iso.slice(0, 10), 60],
    [iso.replace('.000', ''), 18],
    [iso.slice(0, 7), 10],
    [`${iso.slice(0, 10)}~`, 4],
    [iso.slice(0, 4), 2],
    [`${iso.slice(0, 10)}/..`, 1],
    [undefined, 5],
  ])
}
