import { distance } from 'fastest-levenshtein'

/** How many slips a word may have and still be told: in three letters none, in a long one two. */
export function mostEdits(word: string): number {
  if (word.length < 4 || /^[0-9]+$/.test(word)) return 0
  return word.length < 7 ? 1 : 2
}

/** Letters that are left out, put in or taken for others; two that change places are one slip. */
export function editsBetween(wanted: string, found: string, isBeginning: boolean): number {
  if (!isBeginning) return edits(wanted, found)
  const lengths = [wanted.length - 1, wanted.length, wanted.length + 1]
  return Math.min(...lengths.map((length) => edits(wanted, found.slice(0, length))))
}

function edits(a: string, b: string): number {
  // Beyond two nobody asks how many.
  if (Math.abs(a.length - b.length) > 2) return 3
  const plain = distance(a, b)
  if (plain === 2 && isSwapped(a, b)) return 1
  // In a short word another letter makes another word: who sells is nobody who shells.
  return a.length < 5 ? 2 * plain : plain
}

function isSwapped(a: string, b: string): boolean {
  const at = [...a].findIndex((_, index) => a[index] !== b[index])
  return a.length === b.length && a.slice(0, at) + a[at + 1] + a[at] + a.slice(at + 2) === b
}

/** Letters at the beginning of a word of which one may be wrong. Slips further on may be anywhere. */
const BEGINNING = 3

const alphabets = [
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдежзийклмнопрстуфхцчшщъыьэюяєії',
  'αβγδεζηθικλμνξοπρστυφχψω',
  'אבגדהוזחטיכלמנסעפצקרשת',
  'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
]

/** How a word may begin that was meant by this one: as it does, or with one slip. */
export function beginnings(word: string): string[] {
  const letters = [...(alphabets.find((all) => all.includes(word[0] ?? '')) ?? '')]
  const start = word.slice(0, BEGINNING)
  const all = [start, word.slice(0, BEGINNING - 1) + word.slice(BEGINNING, BEGINNING + 1)]
  for (let at = 0; at < BEGINNING; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at, BEGINNING + 1)]
    all.push(before + after.slice(1), before + (after[1] ?? '') + (after[0] ?? '') + after.slice(2))
    for (const letter of letters) all.push(before + letter + after.slice(1), before + letter + after)
  }
  // A beginning within another would be looked at twice.
  return distinctBeginnings(all.filter((beginning) => beginning.length >= BEGINNING))
}

function distinctBeginnings(all: readonly string[]): string[] {
  const distinct: string[] = []
  for (const one of [...new Set(all.map((beginning) => beginning.slice(0, BEGINNING + 1)))].sort())
    if (!one.startsWith(distinct.at(-1) ?? '\0')) distinct.push(one)
  return distinct
}
