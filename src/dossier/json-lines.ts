import { closest, distance } from 'fastest-levenshtein'
import type { FieldPath, Problem } from '../values/errors.ts'
import { errorMessage } from '../values/errors.ts'
import { nodeKinds, type Section } from '../values/node-kinds.ts'
import { recordFrom } from '../values/record.ts'
import { isFields } from './catalog.ts'
import type { DossierDraft } from './draft.ts'
import { JsonPlaces, REPEATED_KEY, repeatedKeys } from './json.ts'
import { formatPath, formatValue, valueAt } from './problem.ts'
import { sectionNames, sections } from './sections.ts'

/** A problem with a line as such, at an offset in it. */
interface LineFault {
  readonly at: number
  readonly message: string
  readonly value?: string
}

/** Where an item stands among the bytes of a file. */
interface ItemPlace {
  readonly line: number
  readonly start: number
  readonly end: number
}

const NEWLINE = 10
const ONE_FIRST = 'the first line is the dossier’s own, such as {"hearsay": 1, "language": "en"}'
const words: readonly string[] = Object.values(nodeKinds).map(({ one }) => one)
const sectionOf = (word: string): Section | undefined =>
  sectionNames.find((name) => sections[name].one === word)

/**
 * Reads a dossier of JSON lines: first `{"hearsay": 1, "language": "en"}`, and then an item on each line, such as
 * `{"actor": {"slug": "north", …}}`, in any order. No more than a line is held as text at a time.
 */
export function readJsonLines(file: string, bytes: Uint8Array): DossierDraft | readonly Problem[] {
  const lines = new DossierLines(file, bytes)
  lines.read()
  if (lines.problems.length > 0) return lines.problems
  return { file, data: lines.data, whole: 'these files', problem: (path, message) => lines.problem(path, message) }
}

class DossierLines {
  readonly problems: Problem[] = []
  readonly #file: string
  readonly #bytes: Uint8Array
  readonly #decoder = new TextDecoder('utf-8', { fatal: true })
  readonly #items = recordFrom(sectionNames, (): unknown[] => [])
  readonly #places = recordFrom(sectionNames, (): ItemPlace[] => [])
  #head: { readonly fields: Readonly<Record<string, unknown>>; readonly place: ItemPlace } | null = null

  constructor(file: string, bytes: Uint8Array) {
    this.#file = file
    this.#bytes = bytes
  }

  get data(): unknown {
    return { ...this.#head?.fields, ...this.#items }
  }

  read(): void {
    for (const place of placesOfLines(this.#bytes)) {
      const text = this.#textAt(place)
      if (text === null) this.#note(place, { at: 0, message: 'is not text in UTF-8' })
      else if (text.trim() !== '') this.#take(text, place)
    }
  }

  problem(path: FieldPath, message: string): Problem {
    const [place, inLine] = this.#placeOf(path)
    const text = this.#textAt(place) ?? ''
    return {
      file: this.#file,
      line: place.line,
      column: new JsonPlaces(text).offsetOf(inLine) + 1,
      path: formatPath(inLine),
      value: formatValue(valueAt(this.data, path)),
      message,
    }
  }

  /** The line that a path leads to, and the way from there. */
  #placeOf([first, index, ...inner]: FieldPath): [ItemPlace, FieldPath] {
    const section = sectionNames.find((name) => name === first)
    const place = section && typeof index === 'number' ? this.#places[section][index] : undefined
    if (section && place) return [place, [sections[section].one, ...inner]]
    return [this.#head?.place ?? { line: 1, start: 0, end: 0 }, first === undefined ? [] : [first]]
  }

  #take(text: string, place: ItemPlace): void {
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch (error) {
      this.#note(place, syntaxFault(text, errorMessage(error)))
      return
    }
    const repeated = repeatedKeys(text)
    for (const { key, at } of repeated)
      this.#note(place, { at, message: REPEATED_KEY, value: formatValue(key) })
    if (repeated.length > 0) return
    if (this.#head) this.#takeItem(value, place)
    else this.#takeHead(value, place)
  }

  #takeHead(value: unknown, place: ItemPlace): void {
    this.#head = { fields: isFields(value) ? value : {}, place }
    if (!isFields(value) || !('hearsay' in value))
      this.#note(place, { at: 0, message: `is no dossier: ${ONE_FIRST}` })
    else
      for (const section of sectionNames)
        if (section in value) this.#note(place, { at: 0, message: listFault(section) })
  }

  #takeItem(value: unknown, place: ItemPlace): void {
    const [word, ...more] = isFields(value) ? Object.keys(value) : []
    const section = word === undefined ? undefined : sectionOf(word)
    if (!isFields(value) || word === undefined || section === undefined || more.length > 0) {
      this.#note(place, { at: 0, message: itemFault(word, more.length) })
      return
    }
    this.#items[section].push(value[word])
    this.#places[section].push(place)
  }

  #note({ line }: ItemPlace, { at, message, value = '' }: LineFault): void {
    this.problems.push({ file: this.#file, line, column: at + 1, path: '', value, message })
  }

  #textAt({ start, end }: ItemPlace): string | null {
    try {
      return this.#decoder.decode(this.#bytes.subarray(start, end))
    } catch {
      return null
    }
  }
}

function* placesOfLines(bytes: Uint8Array): Generator<ItemPlace> {
  let start = 0
  for (let line = 1; start < bytes.length; line++) {
    const newline = bytes.indexOf(NEWLINE, start)
    const end = newline < 0 ? bytes.length : newline
    yield { line, start, end }
    start = end + 1
  }
}

const syntaxFault = (text: string, message: string): LineFault => ({
  at: Number(/position (\d+)/.exec(message)?.[1] ?? text.length),
  message: `is not JSON: ${message}`,
})

const listFault = (section: Section): string =>
  `has ${section} in the first line: each item has a line of its own, such as {"${sections[section].one}": {…}}`

function itemFault(word: string | undefined, more: number): string {
  if (word === undefined) return 'is no item: each line has one, such as {"actor": {…}}'
  if (more > 0 && words.includes(word)) return `has more than one ${word}: each item has a line of its own`
  if (word === 'hearsay') return `begins a dossier again: ${ONE_FIRST}`
  const near = closest(word.slice(0, LONGEST_MISTYPED), words)
  const close = distance(word.slice(0, LONGEST_MISTYPED), near) <= 3
  return `has no kind of item that there is: ${words.join(', ')}${close ? `; did you mean ${near}?` : ''}`
}

/** The length of the longest word that somebody may have mistyped. */
const LONGEST_MISTYPED = 100
