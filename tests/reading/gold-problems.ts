import { formatPath } from '../../src/dossier/problem.ts'
import type { FieldPath } from '../../src/values/errors.ts'

/** Everything that is wrong with gold files, each line with its file and its field. */
export class GoldError extends Error {
  override readonly name = 'GoldError'
}

/** What is wrong with one file. */
export class Problems {
  readonly #file: string
  readonly #lines: string[] = []

  constructor(file: string) {
    this.#file = file
  }

  add(path: FieldPath, words: string | undefined, message: string): void {
    const value = words === undefined ? '' : ` ${JSON.stringify(words)}`
    this.#lines.push(`${this.#file} ${formatPath(path)}${value}: ${message}`)
  }

  error(): GoldError {
    return new GoldError(this.#lines.join('\n'))
  }

  throwIfAny(): void {
    if (this.#lines.length > 0) throw this.error()
  }
}
