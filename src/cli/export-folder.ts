import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { BundleSink, Sink } from '../formats/out/export-format.ts'
import { errorMessage, UserError } from '../values/errors.ts'
import { type FileOptions, OutputFile } from './export-file.ts'

/** Whether a path is a folder's: one that is there, or one that is written with a slash at its end. */
export const isFolder = (path: string): boolean =>
  /[/\\]$/.test(path) || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** A folder into which the files of a bundle are put, all of them once the last is written. */
export class OutputFolder implements BundleSink {
  readonly #path: string
  readonly #options: FileOptions
  readonly #files: OutputFile[] = []

  constructor(path: string, options: FileOptions) {
    this.#path = path
    this.#options = options
    try {
      mkdirSync(path, { recursive: true })
    } catch (error) {
      throw new UserError(`${path} cannot be made: ${errorMessage(error)}.`)
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
