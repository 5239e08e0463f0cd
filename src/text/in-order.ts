/** One of a list; whoever asks has counted right, and otherwise it throws. */
export function itemAt<T>(list: readonly T[], index: number): T {
  const item = list[index]
  if (item === undefined) throw new RangeError(`There is nothing at ${index} of ${list.length}.`)
  return item
}

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
