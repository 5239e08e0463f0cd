import { nearWord } from '../text/mistyped.ts'
import type { FieldPath, Problem } from '../values/errors.ts'
import { errorMessage } from '../values/errors.ts'

import { MIB } from '../values/mib.ts'
import { nodeKinds, type Section } from '../values/node-kinds.ts'
import { recordFrom } from '../values/record.ts'
import { isComposedText } from './compose.ts'
import type { DossierPart, DossierReading, ItemSink } from './draft.ts'
import { type Fields, isFields } from './fields.ts'
import { LARGEST_READ, tooLargeFile } from './file-format.ts'
import { JsonPlaces, keysOfJson, REPEATED_KEY } from './json.ts'
import { formatPath, formatValue, valueAt } from './problem.ts'
import { sectionNames, sections } from './sections.ts'
import { DEEPEST_DATA, unsoundAt } from './sound.ts'
import type { FileLine, LinePlace, TextFile } from './text-file.ts'

/** A problem with a line as such, at an offset in it. */
interface LineFault {
  readonly at: number
  readonly message: string
  readonly value?: string
}

const FIRST_LINE: LinePlace = { line: 1, start: 0, end: 0 }
const ONE_FIRST = 'the first line is the dossier’s own, such as {"hearsay": 1, "language": "en"}'
const words: readonly string[] = Object.values(nodeKinds).map(({ one }) => one)
const sectionOf = (word: string): Section | undefined =>
  sectionNames.find((name) => sections[name].one === word)

/**
 * Reads a dossier of JSON lines: first `{"hearsay": 1, "language": "en"}`, and then an item on each line, such as
 * `{"actor": {"slug": "north", …}}`, in any order. No more than a line is held at a time; of each is kept where it stands.
 */
export class JsonLines implements DossierReading, DossierPart {
  readonly whole = 'these files'
  readonly part: DossierPart = this
  readonly #file: TextFile
  readonly #decoder = new TextDecoder('utf-8', { fatal: true })
  #places = recordFrom(sectionNames, () => new LinePlaces())
  #head: LinePlace | null = null
  #syntax: Problem[] = []
  #unsound: Problem[] = []

  constructor(file: TextFile) {
    this.#file = file
  }

  get file(): string {
    return this.#file.name
  }

  read(sink: ItemSink): readonly Problem[] {
    this.#places = recordFrom(sectionNames, () => new LinePlaces())
    this.#head = null
    this.#syntax = []
    this.#unsound = []
    for (const line of this.#file.lines(LARGEST_READ.json * MIB)) this.#takeLine(line, sink)
    if (!this.#head && this.#syntax.length === 0)
      this.#note(FIRST_LINE, { at: 0, message: `is empty: ${ONE_FIRST}` })
    return this.#syntax.length > 0 ? this.#syntax : this.#unsound
  }

  problem(path: FieldPath, message: string): Problem {
    const [place, inLine] = this.#placeOf(path)
    const text = this.#textOf(this.#file.read(place.start, place.end)) ?? ''
    return {
      file: this.file,
      line: place.line,
      column: new JsonPlaces(text).offsetOf(inLine) + 1,
      path: formatPath(inLine),
      value: text === '' ? '' : formatValue(valueAt(JSON.parse(text), inLine)),
      message,
    }
  }

  /** The line that a path leads to, and the way from there. */
  #placeOf([first, index, ...inner]: FieldPath): [LinePlace, FieldPath] {
    const section = sectionNames.find((name) => name === first)
    const place = section && typeof index === 'number' ? this.#places[section].at(index) : undefined
    if (section && place) return [place, [sections[section].one, ...inner]]
    return [this.#head ?? FIRST_LINE, first === undefined ? [] : [first]]
  }

  #takeLine(line: FileLine, sink: ItemSink): void {
    if (line.bytes.length > LARGEST_READ.json * MIB) {
      this.#syntax.push(tooLargeFile(this.file, line.line))
      return
    }
    const text = this.#textOf(line.bytes)
    if (text === null) this.#note(line, { at: 0, message: 'is not text in UTF-8' })
    else if (text.trim() !== '') this.#take(text, line, sink)
  }

  #take(text: string, line: FileLine, sink: ItemSink): void {
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch (error) {
      this.#note(line, syntaxFault(text, errorMessage(error)))
      return
    }
    const { repeated, depth } = keysOfJson(text)
    for (const { key, at } of repeated)
      this.#note(line, { at, message: REPEATED_KEY, value: formatValue(key) })
    if (repeated.length > 0) return
    const place = { line: line.line, start: line.start, end: line.end }
    // What a dossier may not hold needs an escape, a certain key, or depth.
    const isSound = depth < DEEPEST_DATA && !text.includes('\\u') && !text.includes('__proto__')
    if (!this.#head) this.#takeHead(value, place, sink)
    else this.#takeItem(value, place, isSound, isSound && isComposedText(text), sink)
  }

  #takeHead(value: unknown, place: LinePlace, sink: ItemSink): void {
    this.#head = place
    if (!isFields(value) || !('hearsay' in value)) {
      this.#note(place, { at: 0, message: `is no dossier: ${ONE_FIRST}` })
      return
    }
    for (const section of sectionNames)
      if (section in value) this.#note(place, { at: 0, message: listFault(section) })
    this.#noteUnsound([], value)
    if (!this.#isWrong) sink.head(value)
  }

  #takeItem(value: unknown, place: LinePlace, isSound: boolean, isComposed: boolean, sink: ItemSink): void {
    const [word, ...more] = isFields(value) ? Object.keys(value) : []
    const section = word === undefined ? undefined : sectionOf(word)
    if (isFields(value) && word === 'history' && more.length === 0) {
      if (!this.#isWrong) this.#takeHistory(value, place, sink)
      return
    }
    if (!isFields(value) || word === undefined || section === undefined || more.length > 0) {
      this.#note(place, { at: 0, message: itemFault(word, more.length) })
      return
    }
    const index = this.#places[section].add(place)
    if (!isSound) this.#noteUnsound([section, index], value[word])
    if (!this.#isWrong) sink.item(section, index, value[word], isComposed)
  }

  #takeHistory(value: Fields, place: LinePlace, sink: ItemSink): void {
    const faults = sink.history(value.history)
    if (faults.length === 0) return
    const text = this.#textOf(this.#file.read(place.start, place.end)) ?? ''
    for (const { path, message } of faults) {
      const inLine = ['history', ...path]
      this.#unsound.push({
        file: this.file,
        line: place.line,
        column: new JsonPlaces(text).offsetOf(inLine) + 1,
        path: formatPath(inLine),
        value: formatValue(valueAt(value, inLine)),
        message,
      })
    }
  }

  #noteUnsound(path: FieldPath, value: unknown): void {
    for (const problem of unsoundAt(this, path, value)) this.#unsound.push(problem)
  }

  get #isWrong(): boolean {
    return this.#syntax.length > 0 || this.#unsound.length > 0
  }

  #note({ line }: LinePlace, { at, message, value = '' }: LineFault): void {
    this.#syntax.push({ file: this.file, line, column: at + 1, path: '', value, message })
  }

  #textOf(bytes: Uint8Array): string | null {
    try {
      return this.#decoder.decode(bytes)
    } catch {
      return null
    }
  }
}

/** Where the items of one section stand: numbers alone, as there may be millions. */
class LinePlaces {
  readonly #lines: number[] = []
  readonly #starts: number[] = []
  readonly #ends: number[] = []

  /** @returns The item's index. */
  add({ line, start, end }: LinePlace): number {
    this.#starts.push(start)
    this.#ends.push(end)
    return this.#lines.push(line) - 1
  }

  at(index: number): LinePlace | undefined {
    const [line, start, end] = [this.#lines[index], this.#starts[index], this.#ends[index]]
    return line === undefined || start === undefined || end === undefined ? undefined : { line, start, end }
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
  const near = nearWord(word, words)
  return `has no kind of item that there is: ${words.join(', ')}${near ? `; did you mean ${near}?` : ''}`
}
