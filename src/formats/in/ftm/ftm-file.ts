import { isUtf8 } from 'node:buffer'
import { LARGEST_READ } from '../../../dossier/file-format.ts'
import type { TextFile } from '../../../dossier/text-file.ts'
import type { FieldPath, Problem } from '../../../values/errors.ts'
import { MIB } from '../../../values/mib.ts'
import type { JsonFile } from '../json/json-items.ts'
import { readJsonText, readWholeJson, WholeJson } from '../json/whole-json.ts'
import type { FilePlace } from '../record-items.ts'
import { type FtmRecord, type RecordFault, recordsIn } from './ftm-records.ts'

/** A record, and the number by which it can be read again. */
export interface NumberedRecord extends FtmRecord {
  readonly number: number
}

/** A file with more that is wrong is not worth reading on. */
const MOST_PROBLEMS = 100

/** What is read at once: a line, or all of a file that is one value of JSON. */
interface Chunk {
  readonly line: number
  readonly start: number
  readonly end: number
}

/** The records of a chunk; lines are read again and again, and so only the last is kept. */
interface ReadChunk {
  readonly start: number
  readonly records: readonly (FtmRecord | RecordFault)[]
}

/**
 * A file of entities: one on each line, or all in one list. Of a file of lines there is one in memory at a time, and of each
 * entity the place where it stands, by which it is read again.
 */
export class FtmFile implements JsonFile {
  readonly file: string
  readonly problems: Problem[] = []
  readonly #source: TextFile
  readonly #isLines: boolean
  readonly #places = new RecordPlaces()
  #isChecked = false
  #last: ReadChunk | null = null
  #whole: WholeJson | null = null

  constructor(source: TextFile) {
    this.#source = source
    this.file = source.name
    this.#isLines = isOfLines(source)
  }

  /** Reads all entities from the beginning. The numbers are those of their order. */
  *records(): Generator<NumberedRecord> {
    this.problems.length = 0
    let number = 0
    for (const [chunk, bytes] of this.#chunks()) {
      for (const [nth, record] of this.#recordsOf(chunk, bytes).entries()) {
        if ('message' in record) this.problems.push(this.#jsonAt(chunk).problem(record.path, record.message))
        else {
          this.#places.note(number, chunk, nth)
          yield { ...record, number: number++ }
        }
      }
      if (this.problems.length >= MOST_PROBLEMS) return
    }
    this.#isChecked = this.problems.length === 0
  }

  /** An entity that was read before. */
  record(number: number): NumberedRecord {
    const { chunk, nth } = this.#places.of(number)
    const record = this.#recordsOf(chunk)[nth]
    if (!record || 'message' in record) throw new Error(`${this.file} has changed while it was imported.`)
    return { ...record, number }
  }

  lineOf(number: number): number {
    return this.placeOf([number]).line
  }

  /** @param path A record's number, and the way to something in it. */
  placeOf([number, ...inner]: FieldPath): FilePlace {
    const { chunk, nth } = this.#places.of(Number(number))
    const record = this.#recordsOf(chunk)[nth]
    return this.#jsonAt(chunk).placeOf([...(record?.path ?? []), ...inner])
  }

  problem([number, ...inner]: FieldPath, message: string): Problem {
    const { chunk, nth } = this.#places.of(Number(number))
    const record = this.#recordsOf(chunk)[nth]
    return this.#jsonAt(chunk).problem([...(record?.path ?? []), ...inner], message)
  }

  /** What is read at once, with its bytes where they are there already. */
  *#chunks(): Generator<[Chunk, Uint8Array | undefined]> {
    if (!this.#isLines) yield [{ line: 1, start: 0, end: this.#source.size }, undefined]
    else for (const { bytes, ...place } of this.#source.lines(LARGEST_READ.json * MIB)) yield [place, bytes]
  }

  #recordsOf(chunk: Chunk, bytes?: Uint8Array): readonly (FtmRecord | RecordFault)[] {
    if (this.#last?.start === chunk.start) return this.#last.records
    const data = this.#dataOf(chunk, bytes)
    const records = data === undefined ? [] : recordsIn(data)
    this.#last = { start: chunk.start, records }
    return records
  }

  /** Undefined where there is nothing, and where something is wrong. What was found right once is only parsed again. */
  #dataOf(chunk: Chunk, bytes?: Uint8Array): unknown {
    if (this.#isLines && this.#isChecked) {
      const text = Buffer.from(bytes ?? this.#source.read(chunk.start, chunk.end)).toString()
      return text.trim() === '' ? undefined : JSON.parse(text.replace(/^\ufeff/, ''))
    }
    const json = this.#read(chunk)
    if (json instanceof WholeJson) return json.data
    if (json) this.problems.push(...json)
    return undefined
  }

  #jsonAt(chunk: Chunk): WholeJson {
    const json = this.#read(chunk)
    if (!(json instanceof WholeJson)) throw new Error(`${this.file} has changed while it was imported.`)
    return json
  }

  /** Null for a line in which nothing stands. */
  #read(chunk: Chunk): WholeJson | readonly Problem[] | null {
    if (this.#isLines) return readJsonLine(this.#source, chunk)
    const json = this.#whole ?? readWholeJson(this.#source)
    if (json instanceof WholeJson) this.#whole = json
    return json
  }
}

function readJsonLine(source: TextFile, { line, start, end }: Chunk): WholeJson | readonly Problem[] | null {
  const place = { file: source.name, line, column: 1 }
  if (end - start > LARGEST_READ.json * MIB)
    return [{ ...place, message: `is too large a line: up to ${LARGEST_READ.json} MiB are read` }]
  const bytes = source.read(start, end)
  if (!isUtf8(bytes)) return [{ ...place, message: 'is not text in UTF-8' }]
  const text = new TextDecoder().decode(bytes)
  return text.trim() === '' ? null : readJsonText({ file: source.name, line, text })
}

/** Where records stand: numbers alone, as there may be millions. */
class RecordPlaces {
  readonly #lines: number[] = []
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  readonly #nths: number[] = []

  /** A file that is read again has the same records. */
  note(number: number, { line, start, end }: Chunk, nth: number): void {
    this.#lines[number] = line
    this.#starts[number] = start
    this.#ends[number] = end
    this.#nths[number] = nth
  }

  of(number: number): { readonly chunk: Chunk; readonly nth: number } {
    const chunk = {
      line: this.#lines[number] ?? 1,
      start: this.#starts[number] ?? 0,
      end: this.#ends[number] ?? 0,
    }
    return { chunk, nth: this.#nths[number] ?? 0 }
  }
}

/** Of a first line that is a whole entity. */
const LONGEST_HEAD = 1 << 20

/** Whether a file has an entity on each line: a list, or an entity over several lines, is one value of JSON. */
function isOfLines(source: TextFile): boolean {
  const head = new TextDecoder().decode(source.read(0, LONGEST_HEAD)).trimStart()
  // A graph without anything in it has no lines.
  if (head === '' && source.size <= LONGEST_HEAD) return true
  const [first = ''] = head.split('\n', 1)
  return head.startsWith('{') && (first.length === head.length || /\}\s*$/.test(first))
}
