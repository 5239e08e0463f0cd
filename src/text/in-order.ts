import { itemAt } from '../values/item-at.ts'

/** How many of a list come first for which something holds, where it holds for none behind them. */
export function countWhile<T>(list: readonly T[], holds: (item: T) => boolean): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(itemAt(list, middle))) low = middle + 1
    else high = middle
  }
  return low
}
