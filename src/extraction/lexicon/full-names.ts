/** Words with a capital that are no part of a name: they begin a sentence or stand before a name. */
export const noName: ReadonlySet<string> = new Set(
  (
    'the a an and but or so yet for nor if when while as at by in on of to from with after before since until although ' +
    'because that this these those he she it they we i you his her its their our my there here then now also even ' +
    'still just only not no yes both either neither each every some many most all one two three ' +
    'mr mrs ms miss dr sen rep gov gen col capt lt sgt rev prof president senator governor minister mayor chairman ' +
    'former vice prime secretary speaker chancellor king queen prince pope judge justice sheriff chief general ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august ' +
    'september october november december republican democratic democrat republicans democrats what who why how where'
  ).split(' '),
)

const isInitialWord = /^\p{Lu}\.$/u

/** The last search and what it found: a report has the same few names in place after place. */
interface LastSearch<T> {
  text: string
  readonly of: Map<string, T>
}
const fullNames: LastSearch<readonly string[]> = { text: '', of: new Map() }
const capitalized: LastSearch<boolean> = { text: '', of: new Map() }

function oncePerText<T>(found: LastSearch<T>, name: string, text: string, find: () => T): T {
  if (found.text !== text) {
    found.text = text
    found.of.clear()
  }
  const known = found.of.get(name) ?? find()
  found.of.set(name, known)
  return known
}

/**
 * The full names of which a report gives only the last part in one place, as its other places give them: two people of
 * one name are told apart by nobody here. An initial makes no other of them.
 */
export function fullNamesOf(last: string, text: string): readonly string[] {
  if (!/^\p{Lu}[\p{L}'’-]+$/u.test(last)) return []
  return oncePerText(fullNames, last, text, () => findFullNames(last, text))
}

function findFullNames(last: string, text: string): string[] {
  const names = new Map<string, string>()
  for (let at = text.indexOf(` ${last}`); at >= 0; at = text.indexOf(` ${last}`, at + 1)) {
    if (/[\p{L}\p{N}-]/u.test(text.charAt(at + 1 + last.length))) continue
    const first = firstNames(text.slice(Math.max(0, at - 40), at))
    if (!first) continue
    const name = `${first} ${last}`
    const key = name.replace(/\s\p{Lu}\.(?=\s)/gu, '')
    if (name.length > (names.get(key)?.length ?? 0)) names.set(key, name)
  }
  return [...names.values()]
}

/** The names right before a place: at most two, an initial among them. */
function firstNames(before: string): string | undefined {
  const words = before.split(/[ \u00a0]/)
  const found: string[] = []
  for (let word = words.pop(); word !== undefined && found.length < 2; word = words.pop()) {
    if (!isInitialWord.test(word) && !/^\p{Lu}[\p{Ll}'’-][\p{L}'’-]*$/u.test(word)) break
    if (noName.has(word.toLowerCase().replace('.', ''))) break
    found.unshift(word)
  }
  return found.length > 0 && !found.every((word) => isInitialWord.test(word)) ? found.join(' ') : undefined
}

/** Whether a word has its capital within a sentence as well, where only a name has one. */
export const capitalizedWithin = (word: string, text: string): boolean =>
  oncePerText(capitalized, word, text, () => isCapitalizedWithin(word, text))

function isCapitalizedWithin(word: string, text: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (/\p{Ll},? $/u.test(text.slice(Math.max(0, at - 3), at))) return true
  }
  return false
}
