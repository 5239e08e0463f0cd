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

/**
 * A file of entities: one on each line, or all in one list. Of a file of lines there is one in memory at a time, and of each
 * entity the place where it stands, by which it is read again.
 */
export class FtmFile implements JsonFile {
  readonly file: string
  readonly problems: Problem[] = []
  readonly #source: TextFile
  readonly #isLines: boolean
  readonly #places: {
    readonly lines: number[]
    readonly starts: number[]
    readonly ends: number[]
    readonly nths: number[]
  }
  #last: {
    readonly start: number
    readonly json: WholeJson
    readonly records: readonly (FtmRecord | RecordFault)[]
  } | null

  constructor(source: TextFile) {
    this.#source = source
    this.file = source.name
    this.#isLines = isOfLines(source)
    this.#places = noPlaces()
    this.#last = null
  }

  /** Reads all entities from the beginning. The numbers are those of their order. */
  *records(): Generator<NumberedRecord> {
    this.problems.length = 0
    let number = 0
    for (const chunk of this.#chunks()) {
      for (const [nth, record] of this.#recordsOf(chunk).entries()) {
        if ('message' in record) this.problems.push(this.#jsonAt(chunk).problem(record.path, record.message))
        else {
          if (number === this.#places.nths.length) this.#note(chunk, nth)
          yield { ...record, number: number++ }
        }
      }
      if (this.problems.length >= MOST_PROBLEMS) return
    }
  }

  /** An entity that was read before. */
  record(number: number): NumberedRecord {
    const [chunk, nth] = this.#placeOfRecord(number)
    const record = this.#recordsOf(chunk)[nth]
    if (!record || 'message' in record) throw new Error(`${this.file} has changed while it was imported.`)
    return { ...record, number }
  }

  lineOf(number: number): number {
    return this.placeOf([number]).line
  }

  /** @param path A record's number, and the way to something in it. */
  placeOf([number, ...inner]: FieldPath): FilePlace {
    const [chunk, nth] = this.#placeOfRecord(Number(number))
    const record = this.#recordsOf(chunk)[nth]
    return this.#jsonAt(chunk).placeOf([...(record?.path ?? []), ...inner])
  }

  problem([number, ...inner]: FieldPath, message: string): Problem {
    const [chunk, nth] = this.#placeOfRecord(Number(number))
    const record = this.#recordsOf(chunk)[nth]
    return this.#jsonAt(chunk).problem([...(record?.path ?? []), ...inner], message)
  }

  *#chunks(): Generator<Chunk> {
    if (!this.#isLines) yield { line: 1, start: 0, end: this.#source.size }
    else
      for (const { line, start, end } of this.#source.lines(LARGEST_READ.json * MIB))
        yield { line, start, end }
  }

  #note({ line, start, end }: Chunk, nth: number): void {
    this.#places.lines.push(line)
    this.#places.starts.push(start)
    this.#places.ends.push(end)
    this.#places.nths.push(nth)
  }

  #placeOfRecord(number: number): [Chunk, number] {
    const { lines, starts, ends, nths } = this.#places
    const chunk = { line: lines[number] ?? 1, start: starts[number] ?? 0, end: ends[number] ?? 0 }
    return [chunk, nths[number] ?? 0]
  }

  #recordsOf(chunk: Chunk): readonly (FtmRecord | RecordFault)[] {
    if (this.#last?.start === chunk.start) return this.#last.records
    const json = this.#read(chunk)
    if (!(json instanceof WholeJson)) {
      if (json) this.problems.push(...json)
      return []
    }
    const records = recordsIn(json.data)
    this.#last = { start: chunk.start, json, records }
    return records
  }

  #jsonAt(chunk: Chunk): WholeJson {
    this.#recordsOf(chunk)
    if (this.#last?.start !== chunk.start) throw new Error(`${this.file} has changed while it was imported.`)
    return this.#last.json
  }

  /** Null for a line in which nothing stands. */
  #read({ line, start, end }: Chunk): WholeJson | readonly Problem[] | null {
    if (!this.#isLines) return readWholeJson(this.#source)
    const place = { file: this.file, line, column: 1 }
    if (end - start > LARGEST_READ.json * MIB)
      return [{ ...place, message: `is too large a line: up to ${LARGEST_READ.json} MiB are read` }]
    const bytes = this.#source.read(start, end)
    if (!isUtf8(bytes)) return [{ ...place, message: 'is not text in UTF-8' }]
    const text = new TextDecoder().decode(bytes)
    return text.trim() === '' ? null : readJsonText({ file: this.file, line, text })
  }
}

const noPlaces = () => ({ lines: [], starts: [], ends: [], nths: [] })

/** Of a first line that is a whole entity. */
const LONGEST_HEAD = 1 << 20

/** Whether a file has an entity on each line: a list, or an entity over several lines, is one value of JSON. */
function isOfLines(source: TextFile): boolean {
  const head = new TextDecoder().decode(source.read(0, LONGEST_HEAD)).trimStart()
  if (!head.startsWith('{')) return false
  const [first = ''] = head.split('\n', 1)
  return /"(schema|id)"\s*:/.test(first)
}
