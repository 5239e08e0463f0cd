/** How many words in a row are compared: fewer are shared by texts that have nothing else in common. */
const RUN = 5
/** How many numbers stand for a text. Of two texts that share most of their runs, most of these are the same. */
const MARKS = 16
/** A text of fewer runs is a few sentences, which others may say as well. */
const FEWEST_RUNS = 30

/**
 * A few numbers for a text, by which texts that are mostly the same are found: the smallest hashes of its runs of five
 * words (a bottom-k sketch). Empty for a text that is too short to be anybody's copy.
 */
export function marksOf(text: string): number[] {
  const runs = runsOf(text)
  return runs.size < FEWEST_RUNS ? [] : [...runs].sort((a, b) => a - b).slice(0, MARKS)
}

/** How much of the shorter of two texts is in the other: 0 for nothing, 1 for all. */
export function textLikeness(a: string, b: string): number {
  const [first, second] = [runsOf(a), runsOf(b)]
  const [small, large] = first.size < second.size ? [first, second] : [second, first]
  if (small.size === 0) return 0
  let shared = 0
  for (const run of small) if (large.has(run)) shared++
  return shared / small.size
}

const comparedWord = /[\p{L}\p{N}]+/gu

/** The hashes of all runs of five words, whatever their capitals and what stands between them. */
function runsOf(text: string): Set<number> {
  const hashes = (text.toLowerCase().match(comparedWord) ?? []).map(hashOf)
  const runs = new Set<number>()
  for (let i = 0; i + RUN <= hashes.length; i++) {
    let hash = 17
    for (let j = i; j < i + RUN; j++) hash = Math.imul(hash, 31) + (hashes[j] as number)
    runs.add(mixed(hash))
  }
  return runs
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}

/** The last step of MurmurHash3: numbers that are near each other become numbers that are not. */
function mixed(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
