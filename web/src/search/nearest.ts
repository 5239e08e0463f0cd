import type { HitPage } from './hit.ts'

export type Nearest = Pick<HitPage, 'searchedFor' | 'searchedForAny'>

/** What was looked for in place of what nothing has, in words. */
export const nearestWords = ({ searchedFor, searchedForAny }: Nearest): string =>
  searchedForAny ? `what has some of ${searchedFor}` : (searchedFor ?? '')

export const noneHas = (text: string): string => `Nothing has ${/\s/.test(text) ? 'all of ' : ''}“${text}”.`
