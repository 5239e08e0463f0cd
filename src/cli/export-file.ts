import {
  closeSync,
  fsyncSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  writeSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { errorMessage, UserError } from '../values/errors.ts'
import { type FileRefusal, fileRefusalOf, otherKind } from '../values/file-refusal.ts'
import { statsAt } from '../values/stats.ts'
import { isSameFile } from './named-file.ts'

/** Where an export goes: a file, or standard output. */
export interface Output {
  write(content: string | Uint8Array): void
  /** All is written. */
  finish(): void
  /** Something went wrong on the way. */
  discard(): void
}

export interface FileOptions {
  /** Whether a file that is there is replaced. */
  readonly force: boolean
  /** The graph's own file, which is not replaced in any case; null where it is in none. */
  readonly graph: string | null
}

/** A file that is written beside its place, and put there once all of it is written. */
export class OutputFile implements Output {
  readonly #path: string
  readonly #place: string
  readonly #beside: string
  readonly #options: FileOptions
  readonly #descriptor: number

  constructor(path: string, options: FileOptions) {
    this.#path = path
    this.#options = options
    refuseOther(path, options)
    this.#place = realPlaceOf(path)
    this.#beside = `${this.#place}.${process.pid}.part`
    this.#descriptor = this.#told(() => openSync(this.#beside, 'wx'))
  }

  write(content: string | Uint8Array): void {
    const bytes = Buffer.from(content)
    for (let at = 0; at < bytes.length; ) at += this.#told(() => writeSync(this.#descriptor, bytes, at))
  }

  finish(): void {
    this.settle()
    this.put()
  }

  /** Sees to it that all of it is on the disk, and that nothing is in its place. */
  settle(): void {
    this.#told(() => fsyncSync(this.#descriptor))
    closeSync(this.#descriptor)
    // Somebody may have made it meanwhile.
    refuseOther(this.#path, this.#options)
  }

  /** Puts it in its place. */
  put(): void {
    this.#told(() => renameSync(this.#beside, this.#place))
  }

  discard(): void {
    rmSync(this.#beside, { force: true })
  }

  #told<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw writingError(this.#path, error)
    }
  }
}

function refuseOther(path: string, { force, graph }: FileOptions): void {
  let stats: Stats | undefined
  try {
    stats = statsAt(path)
  } catch (error) {
    throw writingError(path, error)
  }
  if (!stats) return
  const kind = otherKind(stats)
  if (kind) throw new UserError(`${path} is ${kind}. Name a file to write, or - for standard output.`)
  if (graph !== null && isSameFile(graph, path))
    throw new UserError(`${path} is the graph itself. Name another file to write.`)
  if (!force) throw new UserError(`${path} is there already. Name another file, or replace it with --force.`)
}

/** A link stays, and what it leads to is written, be it there or not. */
function realPlaceOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return placeOfLink(path)
  }
}

function placeOfLink(path: string): string {
  try {
    return resolve(dirname(path), readlinkSync(path))
  } catch {
    // It is no link: what is wrong with it is said when it is opened.
    return path
  }
}

const words = {
  missing: 'its folder does not exist',
  belowFile: 'it leads through a file as if that were a folder',
  forbidden: 'see to the rights of its folder',
  circular: 'it is a link that leads back to itself',
  longName: 'its name is too long',
  fullDisk: 'the disk is full',
} as const satisfies Record<FileRefusal, string>

/** Why a file or a folder cannot be written, in words; any other error as it is. */
export function writingError(path: string, error: unknown): unknown {
  const refusal = fileRefusalOf(error)
  if (refusal === undefined && !(error instanceof Error && 'syscall' in error)) return error
  return new UserError(`${path} cannot be written: ${(refusal && words[refusal]) ?? errorMessage(error)}.`)
}
