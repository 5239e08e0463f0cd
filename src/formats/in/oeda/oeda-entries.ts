import type { TextFile } from '../../../dossier/text-file.ts'
import type { Problem } from '../../../values/errors.ts'

/** What somebody or something is coded as, and when. */
export interface OedaRole {
  readonly line: number
  /** CAMEO codes of three letters one after the other, such as `AFGGOVMIL`. */
  readonly code: string
  /** As it stands there: `>070101`, `<900823`, `970101-061231`; empty where it is always so. */
  readonly dates: string
}

/** An actor of a dictionary: what it is called, and its roles. */
export interface OedaEntry {
  readonly line: number
  readonly names: readonly string[]
  readonly roles: readonly OedaRole[]
}

/** Letters of the longest line. */
const LONGEST_LINE = 100_000

const rolePattern = /^([A-Z][A-Z0-9]{2,40}|---)(?:\s*([<>]?\s*[\d-]{1,40}))?$/

/** Reads a dictionary's entries one after the other, and tells what is no dictionary's. */
export class OedaEntries {
  readonly #file: TextFile
  readonly problems: Problem[] = []
  /** Codes of which the end is missing. */
  openCodes = 0

  constructor(file: TextFile) {
    this.#file = file
  }

  *read(): Generator<OedaEntry> {
    let names: string[] = []
    let roles: OedaRole[] = []
    let line = 1
    let lastLine = 1
    for (const { number, text } of this.#lines()) {
      lastLine = number
      const { name, codes } = this.#parts(number, text)
      if (name !== '') {
        // Synonyms may come after the codes.
        if (roles.length > 0 && !text.startsWith('+')) {
          yield { line, names, roles }
          ;[names, roles] = [[], []]
        }
        if (names.length === 0) line = number
        names.push(name)
      }
      if (codes.length > 0 && names.length === 0)
        this.#fault(number, 'has a code before there is a name that it is of')
      roles.push(...codes)
    }
    if (roles.length > 0) yield { line, names, roles }
    else if (names.length > 0)
      this.#fault(lastLine, 'ends without a code for the last name: the file is cut short')
    else this.#fault(lastLine, 'has no actor in it')
  }

  /** Lines without comments that have anything in them. */
  *#lines(): Generator<{ number: number; text: string }> {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    for (const { line, bytes } of this.#file.lines(LONGEST_LINE)) {
      if (bytes.length > LONGEST_LINE)
        return this.#fault(line, 'is too long for a line of an actor dictionary')
      const text = decoded(decoder, bytes)
      if (text === null) {
        this.#fault(line, 'is not text in UTF-8: save the file in UTF-8 first')
        return
      }
      const bare = text.replace(/[#;].*$/, '').trim()
      if (bare !== '') yield { number: line, text: bare }
    }
  }

  #parts(line: number, text: string): { name: string; codes: OedaRole[] } {
    const at = text.indexOf('[')
    if (at < 0) return { name: bareName(text), codes: [] }
    const codes: OedaRole[] = []
    for (const piece of text.slice(at + 1).split('[')) {
      const code = this.#role(line, piece)
      if (code) codes.push(code)
    }
    return { name: bareName(text.slice(0, at)), codes }
  }

  #role(line: number, text: string): OedaRole | null {
    const end = text.indexOf(']')
    if (end < 0) {
      this.openCodes++
      return { line, code: '---', dates: '' }
    }
    const [found, code = '', dates = ''] = rolePattern.exec(text.slice(0, end).trim()) ?? []
    if (found !== undefined) return { line, code, dates: dates.replace(/\s/g, '') }
    this.#fault(
      line,
      `has a code that is none: [${text.slice(0, Math.min(end, 40))}]; a code is letters of CAMEO and dates, such as [ZWEGOV >030701]`,
    )
    return null
  }

  #fault(line: number, message: string): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ file: this.#file.name, line, message })
  }
}

const MOST_PROBLEMS = 1000

function decoded(decoder: TextDecoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** A name without the signs of the dictionary: `+KOFI_ATTA_ANNAN_` is KOFI ATTA ANNAN. */
const bareName = (text: string): string =>
  text
    .replace(/^[+\s]+/, '')
    // Letters that were lost on the way into the dictionary have left control characters behind.
    .replace(/[_\p{Cc}\s]+/gu, ' ')
    .trim()
