import { newlinesIn } from './table-text.ts'

/** A text that comes in pieces, as far as it is needed at once: what has been passed is let go. */
export class TextWindow {
  text = ''
  at = 0
  /** The line at which `at` stands, counted from 1. */
  line = 1
  /** Whether the text goes to the end of the file. */
  isLast = false
  readonly #chunks: Iterator<string>

  constructor(chunks: Iterable<string>) {
    this.#chunks = chunks[Symbol.iterator]()
    this.fill()
  }

  /** Whether nothing is left of it. */
  isAtEnd(): boolean {
    while (this.at >= this.text.length && !this.isLast) this.fill()
    return this.at >= this.text.length
  }

  /** Makes at least twice as much of the text visible, so that what goes on is not looked through for each piece. */
  fill(): void {
    this.text = this.text.slice(this.at)
    this.at = 0
    const wanted = 2 * this.text.length + 1
    while (this.text.length < wanted && !this.isLast) {
      const { done, value } = this.#chunks.next()
      if (done) this.isLast = true
      else this.text += value
    }
  }

  pass(end: number): void {
    this.line += newlinesIn(this.text.slice(this.at, end))
    this.at = end
  }

  startsWith(beginning: string): boolean {
    return this.upcoming(beginning.length) === beginning
  }

  /** So many letters from here on, or what is left. */
  upcoming(length: number): string {
    while (this.text.length - this.at < length && !this.isLast) this.fill()
    return this.text.slice(this.at, this.at + length)
  }

  /** Passes over the rest of a line, and what ends it. */
  passLine(): void {
    let end = lineEnd(this.text, this.at)
    while (end >= this.text.length && !this.isLast) {
      this.fill()
      end = lineEnd(this.text, this.at)
    }
    this.pass(end)
  }
}

/** Where the line ends that goes on at a place: after its line break. */
function lineEnd(text: string, at: number): number {
  const found = /\r\n?|\n/g
  found.lastIndex = at
  return found.exec(text) ? found.lastIndex : text.length
}
