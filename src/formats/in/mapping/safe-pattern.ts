import { PatternCompiler, PatternFault, type PatternStep } from './pattern-program.ts'

/** Whether a regular expression fits somewhere in a text. */
export type TextPattern = (text: string) => boolean

/**
 * Compiles a regular expression. All ways through it are followed at once, so that the time goes with the length of the text:
 * JavaScript's own may take years over thirty letters. `(?i)` at its beginning makes upper and lower case the same.
 */
export function textPattern(pattern: string): TextPattern | PatternFault {
  const isAnyCase = pattern.startsWith('(?i)')
  try {
    const steps = new PatternCompiler(isAnyCase ? pattern.slice(4) : pattern, isAnyCase ? 'i' : '').compile()
    return (text) => new PatternRun(steps, text).isFound()
  } catch (error) {
    if (error instanceof PatternFault) return error
    throw error
  }
}

/** A text on its way through a program: the steps where the next letter is awaited. */
class PatternRun {
  readonly #steps: readonly PatternStep[]
  readonly #letters: readonly string[]
  #waiting = new Set<number>()
  #isFound = false

  constructor(steps: readonly PatternStep[], text: string) {
    this.#steps = steps
    this.#letters = [...text]
  }

  isFound(): boolean {
    for (const [at, letter] of this.#letters.entries()) {
      // It may begin at any letter.
      this.#arrive(0, at)
      if (this.#isFound) return true
      const before = this.#waiting
      this.#waiting = new Set()
      for (const number of before) {
        const step = this.#steps[number]
        if (step?.kind === 'letter' && step.fits(letter)) this.#arrive(number + 1, at + 1)
      }
    }
    this.#arrive(0, this.#letters.length)
    return this.#isFound
  }

  /** Goes on from a step to where a letter is awaited. */
  #arrive(first: number, at: number): void {
    const open = [first]
    for (let number = open.pop(); number !== undefined; number = open.pop()) {
      if (this.#waiting.has(number)) continue
      this.#waiting.add(number)
      const step = this.#steps[number]
      if (step?.kind === 'found') this.#isFound = true
      else if (step?.kind === 'fork') open.push(...step.ways)
      else if (step?.kind === 'begin' && at === 0) open.push(number + 1)
      else if (step?.kind === 'end' && at === this.#letters.length) open.push(number + 1)
    }
  }
}
