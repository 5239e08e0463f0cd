import type { ReviewedStatement } from './review-query.ts'

/** As much of a statement as tells whether reading left nothing open about it. */
export type Judged = Pick<
  ReviewedStatement,
  'review' | 'speaker' | 'onBehalfOf' | 'addressee' | 'claim' | 'stance' | 'certainty'
>

/** What makes a proposal sure, as it is said on the page. */
export const SURE_MEANS =
  'Sure is a proposal whose speaker is named and known, as is whomever it is said for or to, and that either takes a stance, with a certainty, on a claim, or takes none. Whether it says what the source says, only you can tell.'

const isKnown = (actor: Judged['speaker'] | null): boolean =>
  actor === null || (actor.review === 'ACCEPTED' && !actor.unnamed)

/** Whether a proposal may be accepted together with others like it. */
export const isSure = ({ speaker, onBehalfOf, addressee, claim, stance, certainty }: Judged): boolean =>
  [speaker, onBehalfOf, addressee].every(isKnown) &&
  (claim === null ? stance === null : stance !== null && certainty !== null)

export const isOpen = ({ review }: { readonly review: string }): boolean => review === 'PROPOSED'

interface InText {
  readonly id: string
  readonly review: string
  readonly span: { readonly start: number; readonly end: number } | null
}

/** In the order of the text; what has no place in it comes last. */
export const inTextOrder = <Item extends InText>(items: readonly Item[]): Item[] =>
  items.toSorted((a, b) => startOf(a) - startOf(b) || Number(a.id > b.id) - Number(a.id < b.id))

const startOf = ({ span }: InText): number => span?.start ?? Number.MAX_SAFE_INTEGER

/** The one that is open next after this one, going on from the beginning; null where none is. */
export function nextOpen(items: readonly InText[], id: string | null): string | null {
  const at = items.findIndex((item) => item.id === id)
  const ahead = [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))]
  return ahead.find((item) => item.id !== id && isOpen(item))?.id ?? null
}

/** The neighbour in the list, open or not; the same at its ends. */
export function neighbour(items: readonly InText[], id: string | null, step: 1 | -1): string | null {
  const at = items.findIndex((item) => item.id === id)
  return items[Math.min(Math.max(at + step, 0), items.length - 1)]?.id ?? null
}
