import { mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { BundleSink, Sink } from '../formats/out/export-format.ts'
import { UserError } from '../values/errors.ts'
import { statsAt, statsOrNull } from '../values/stats.ts'
import { type FileOptions, OutputFile, writingError } from './export-file.ts'

/** Whether a path is a folder's: one that is there, or one that is written with a slash at its end. */
export const isFolderPath = (path: string): boolean =>
  /[/\\]$/.test(path) || statsOrNull(path)?.isDirectory() === true

/** A folder into which the files of a bundle are put, all of them once the last is written. */
export class OutputFolder implements BundleSink {
  readonly #path: string
  readonly #options: FileOptions
  readonly #files: OutputFile[] = []

  constructor(path: string, options: FileOptions) {
    this.#path = path
    this.#options = options
    if (statsOrNull(path.replace(/[/\\]+$/, ''))?.isFile())
      throw new UserError(
        `${path} ends as a folder does, and is a file. Name it without the sign at its end.`,
      )
    try {
      makeFolder(resolve(path))
    } catch (error) {
      throw writingError(path, error)
    }
  }

  file(name: string): Sink {
    const file = new OutputFile(join(this.#path, name), this.#options)
    this.#files.push(file)
    return file
  }

  finish(): void {
    for (const file of this.#files) file.settle()
    for (const file of this.#files) file.put()
  }

  discard(): void {
    for (const file of this.#files) file.discard()
  }
}

/** With all folders above it, one by one: Node's own way to make them never ends where a system such as /proc has none made. */
function makeFolder(path: string): void {
  if (statsAt(path)) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  mkdirSync(path)
}
