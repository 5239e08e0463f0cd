import type { ItemSink } from '../../../dossier/draft.ts'
import type { Fields } from '../../../dossier/fields.ts'
import { unsoundAt } from '../../../dossier/sound.ts'
import type { FieldPath, Problem } from '../../../values/errors.ts'
import type { Section } from '../../../values/node-kinds.ts'
import { type FilePlace, RecordItems, type RecordOrigin } from '../record-items.ts'

/** Where the parts of a file of JSON stand. */
export interface JsonFile {
  readonly file: string
  placeOf(path: FieldPath): FilePlace
  problem(path: FieldPath, message: string): Problem
}

/** The part of a file that an item is made of. */
export interface JsonRecord {
  readonly path: FieldPath
  /** Where in it an item's field comes from, where it is not called so. */
  readonly names?: Readonly<Record<string, FieldPath>> | undefined
}

/** Gives the items that are made of the parts of a file of JSON, and tells by its lines what is wrong with them. */
export class JsonItems {
  readonly part: RecordItems
  /** What is wrong with the file itself. */
  readonly problems: Problem[] = []
  readonly #json: JsonFile

  constructor(json: JsonFile) {
    this.#json = json
    this.part = new RecordItems(json.file)
  }

  begin(sink: ItemSink): void {
    this.problems.length = 0
    this.part.begin(sink)
  }

  /** Gives an item unless this file, or one before it, has given one with its slug. */
  giveOnce(section: Section, slug: string, fieldsOf: () => Fields, record: JsonRecord): void {
    if (this.part.has(section, slug) || this.part.isOfEarlierFile(section, slug)) return
    this.give(section, { slug, ...fieldsOf() }, record)
  }

  /** Notes what is wrong with a part of the file. */
  noteProblem(path: FieldPath, message: string): void {
    this.problems.push(this.#json.problem(path, message))
  }

  give(section: Section, fields: Fields, record: JsonRecord): void {
    this.giveFrom(section, fields, new JsonOrigin(this.#json, record))
  }

  giveFrom(section: Section, fields: Fields, origin: RecordOrigin): void {
    const index = this.part.give(section, fields, origin)
    // Escapes can write in JSON what no text may have.
    if (index !== undefined) this.problems.push(...unsoundAt(this.part, [section, index], fields))
  }
}

/** Finds where an item comes from when something is wrong with it, and not before. */
class JsonOrigin implements RecordOrigin {
  readonly #json: JsonFile
  readonly #record: JsonRecord

  constructor(json: JsonFile, record: JsonRecord) {
    this.#json = json
    this.#record = record
  }

  get line(): number {
    return this.#json.placeOf(this.#record.path).line
  }

  placeOf(field: string, inner: FieldPath): FilePlace {
    const { path, names = {} } = this.#record
    return this.#json.placeOf([...path, ...(names[field] ?? [field]), ...inner])
  }
}
