import { createHash } from 'node:crypto'
import type { Sink } from '../export-format.ts'
import { uuidOf } from './stix-ids.ts'

/** Writes the objects of a bundle one after the other. Its id stands at its end, since it is made of all that is in it. */
export class BundleWriter {
  readonly #sink: Sink
  readonly #hash = createHash('sha256')
  #isFirst = true

  constructor(sink: Sink) {
    this.#sink = sink
    sink.write('{"type":"bundle","objects":[\n')
  }

  object(object: object): void {
    this.#begin()
    this.#write(JSON.stringify(object))
  }

  /** An object with references to so many others that they are not held together. */
  objectWithRefs(object: object, refs: Iterable<string>): void {
    this.#begin()
    this.#write(`${JSON.stringify(object).slice(0, -1)},"object_refs":[`)
    let separator = ''
    for (const ref of refs) {
      this.#write(`${separator}"${ref}"`)
      separator = ','
    }
    this.#write(']}')
  }

  end(): void {
    this.#sink.write(`\n],"id":"bundle--${uuidOf(`bundle ${this.#hash.digest('hex')}`)}"}\n`)
  }

  #begin(): void {
    if (!this.#isFirst) this.#sink.write(',\n')
    this.#isFirst = false
  }

  #write(text: string): void {
    this.#hash.update(text)
    this.#sink.write(text)
  }
}
