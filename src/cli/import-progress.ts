import type { ImportWatcher } from './import.ts'

/** What an import in a thread tells, in numbers that both threads see; the first says that it is to stop. */
const fields = ['stop', 'read', 'share', 'written', 'total'] as const
type Field = (typeof fields)[number]

/** The share of the files that has been read is told in this part. */
const WHOLE = 1_000_000

/** How far an import is. */
export interface ImportState {
  readonly read: number
  /** How much of the files has been read, from 0 to 1. */
  readonly share: number
  readonly written: number
  /** How many items there are to write; 0 while they are read. */
  readonly total: number
}

/** An import that was asked to stop has stopped, and nothing has happened. */
export class StoppedError extends Error {
  constructor() {
    super('The import was stopped.')
  }
}

/** The numbers through which the thread that imports and the one that looks on tell each other. */
export class SharedProgress implements ImportWatcher {
  readonly buffer: SharedArrayBuffer
  readonly #numbers: Int32Array

  constructor(buffer = new SharedArrayBuffer(fields.length * Int32Array.BYTES_PER_ELEMENT)) {
    this.buffer = buffer
    this.#numbers = new Int32Array(buffer)
  }

  read(share: number): void {
    this.step()
    this.#numbers[fields.indexOf('read')] = this.#get('read') + 1
    this.#numbers[fields.indexOf('share')] = share * WHOLE
  }

  written(of: number): void {
    this.#numbers[fields.indexOf('written')] = this.#get('written') + 1
    this.#numbers[fields.indexOf('total')] = of
  }

  step(): void {
    if (Atomics.load(this.#numbers, fields.indexOf('stop')) !== 0) throw new StoppedError()
  }

  stop(): void {
    Atomics.store(this.#numbers, fields.indexOf('stop'), 1)
  }

  state(): ImportState {
    const [read, written, total] = [this.#get('read'), this.#get('written'), this.#get('total')]
    return { read, share: this.#get('share') / WHOLE, written, total }
  }

  #get(field: Field): number {
    return this.#numbers[fields.indexOf(field)] ?? 0
  }
}

/** The parts of an import's time that reading and writing mostly take; what is left goes into indexes and what is derived. */
const PARTS = { read: 0.25, write: 0.4 } as const
const LEAST_KNOWN = 0.02

/** How far an import is, for people and for programs: how many items a second, and how many seconds are left. */
export class ImportRate {
  readonly #started = performance.now()
  /** When the first item was written, and when the last. */
  #writing: number | null = null
  #wroteAll: number | null = null

  told({ read, share, written, total }: ImportState) {
    const now = performance.now()
    if (written > 0) this.#writing ??= now
    if (total > 0 && written >= total) this.#wroteAll ??= now
    const since = this.#writing ?? this.#started
    const until = this.#wroteAll ?? now
    const count = written > 0 ? written : read
    const rate = until > since ? Math.round((count / (until - since)) * 1000) : null
    const done = PARTS.read * share + PARTS.write * (total > 0 ? written / total : 0)
    return { read, written, rate, secondsLeft: this.#secondsLeft(now, done) }
  }

  /** Null where it cannot be told as yet. */
  #secondsLeft(now: number, done: number): number | null {
    if (done < LEAST_KNOWN) return null
    const whole = ((this.#wroteAll ?? now) - this.#started) / done
    return Math.max(1, Math.round((whole - (now - this.#started)) / 1000))
  }
}

type Told = ReturnType<ImportRate['told']>

/** One line for people. */
export function progressText({ read, written, rate, secondsLeft }: Told): string {
  const parts = [
    `${read.toLocaleString('en')} read`,
    `${written.toLocaleString('en')} written`,
    rate === null ? '' : `${rate.toLocaleString('en')} a second`,
    secondsLeft === null ? '' : `${timeText(secondsLeft)} left`,
  ]
  return parts.filter((part) => part !== '').join(', ')
}

const timeText = (seconds: number): string =>
  seconds < 100 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
