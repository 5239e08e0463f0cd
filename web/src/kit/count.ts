/** How many there are; or so many, and more where that is not exact. */
export type Count = number | { readonly count: number; readonly isExact: boolean }

/** So many at least. */
export const leastOf = (count: Count): number => (typeof count === 'number' ? count : count.count)

/** “1,234”, or “more than 10,000”. */
export const countText = (count: Count): string =>
  `${typeof count === 'number' || count.isExact ? '' : 'more than '}${leastOf(count).toLocaleString('en')}`
