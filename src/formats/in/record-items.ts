import { isDeepStrictEqual } from 'node:util'
import { composedValue } from '../../dossier/compose.ts'
import type { DossierPart, EarlierItem, ItemSink } from '../../dossier/draft.ts'
import type { Fields } from '../../dossier/fields.ts'
import { itemSchemas } from '../../dossier/format.ts'
import { formatValue } from '../../dossier/problem.ts'
import { sectionNames, sections } from '../../dossier/sections.ts'
import type { FieldPath, Problem } from '../../values/errors.ts'
import { keyTables, type Section } from '../../values/node-kinds.ts'
import { recordFrom } from '../../values/record.ts'

/** A place in another tool's file: lines and columns are counted from 1. */
export interface FilePlace {
  readonly line: number
  readonly column?: number | undefined
  /** What stands there, as the file calls it: `objects[3].name`, `column Speaker`. */
  readonly path?: string | undefined
  readonly value?: unknown
}

/** The record of another tool's file that an item is made of. */
export interface RecordOrigin {
  readonly line: number
  /** Where a field of the item comes from; the record's own place where that cannot be told. */
  placeOf?(field: string, inner: FieldPath): FilePlace | undefined
}

/**
 * Gives the items that are made of another tool's records to whoever takes the items of a dossier, and tells what is wrong
 * with an item by the record that it came from. Actors, places and sources are often made of many records: the first counts.
 */
export class RecordItems implements DossierPart {
  readonly file: string
  readonly whole = 'this file'
  #sink: ItemSink | null = null
  #origins = recordFrom(sectionNames, (): RecordOrigin[] => [])
  #given = recordFrom(keyTables, () => new Set<string>())

  constructor(file: string) {
    this.file = file
  }

  /** What is given from here on goes there. A file can be read again from its beginning. */
  begin(sink: ItemSink, language = 'en'): void {
    this.#sink = sink
    this.#origins = recordFrom(sectionNames, (): RecordOrigin[] => [])
    this.#given = recordFrom(keyTables, () => new Set<string>())
    sink.head({ hearsay: 1, language, ...recordFrom(sectionNames, () => []) })
  }

  /** Whether an item with that slug was given, in any section that shares the space of slugs. */
  has(section: Section, slug: string): boolean {
    return this.#given[sections[section].keyTable].has(slug)
  }

  /** What a file before this one has by a slug, of those that are imported together. */
  earlier(section: Section, slug: string): EarlierItem | undefined {
    return this.#sink?.earlier(section, slug)
  }

  /** Whether a file before this one has such an item. */
  isOfEarlierFile(section: Section, slug: string): boolean {
    return this.earlier(section, slug)?.section === section
  }

  /**
   * Gives an item. A second one with its slug is a problem of the dossier that an import tells, unless another file says all the
   * same: files that were taken from one collection have records in common.
   *
   * @returns Its number among the items of its section; undefined where it is another file's.
   */
  give(section: Section, fields: Fields, origin: RecordOrigin): number | undefined {
    if (!this.#sink) throw new Error('Items were given before anybody took them.')
    if (typeof fields.slug === 'string') {
      this.#given[sections[section].keyTable].add(fields.slug)
      if (isSameItem(this.earlier(section, fields.slug), section, fields)) return undefined
    }
    const index = this.#origins[section].push(origin) - 1
    this.#sink.item(section, index, fields, false)
    return index
  }

  /** Gives an item unless one with its slug was given, by this file or one before it. */
  giveOnce(section: Section, slug: string, fieldsOf: () => Fields, origin: RecordOrigin): void {
    if (this.has(section, slug) || this.isOfEarlierFile(section, slug)) return
    this.give(section, { slug, ...fieldsOf() }, origin)
  }

  problem(path: FieldPath, message: string): Problem {
    const [first, index, field, ...inner] = path
    const section = sectionNames.find((name) => name === first)
    const origin = section && typeof index === 'number' ? this.#origins[section][index] : undefined
    if (!section || !origin) return { file: this.file, message }
    const place = typeof field === 'string' ? origin.placeOf?.(field, inner) : undefined
    const { line, column, path: called, value } = place ?? { line: origin.line }
    return {
      ...{ file: this.file, line, column, message },
      path: called ?? [sections[section].one, field].filter((part) => part !== undefined).join('.'),
      ...(value !== undefined && { value: formatValue(value) }),
    }
  }
}

/** Whether an item says what an earlier one does: the order of its fields, and what they are by default, make no difference. */
function isSameItem(earlier: EarlierItem | undefined, section: Section, fields: Fields): boolean {
  if (earlier?.section !== section) return false
  const { data } = itemSchemas[section].safeParse(composedValue(fields))
  return data !== undefined && isDeepStrictEqual(JSON.parse(JSON.stringify(data)), earlier.fields)
}
