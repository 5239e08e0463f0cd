import type { Fields } from '../../../dossier/fields.ts'
import { itemSchemas } from '../../../dossier/format.ts'
import type { Section } from '../../../values/node-kinds.ts'
import type { FilePlace, RecordItems, RecordOrigin } from '../record-items.ts'
import { compileFields, type FieldsMaker } from './field-maker.ts'
import type { MakerKit } from './made-value.ts'
import type { MappedRow } from './mapped-row.ts'
import type { MappedItem } from './mapping-schema.ts'
import { findableIn } from './node-finder.ts'
import { compileConditions, type RowTest } from './row-conditions.ts'
import { type RowParts, rowParts } from './row-parts.ts'
import { shortHash, slugOfText } from './slug-rule.ts'
import type { TableProgress } from './table-progress.ts'
import type { FindableType } from './value-schema.ts'

/** Gives an item of each row, where the row has what it is made of. */
export class ItemMaker {
  readonly section: Section
  readonly #item: MappedItem
  readonly #fields: FieldsMaker
  readonly #parts: RowParts
  readonly #isWanted: RowTest
  readonly #repeated: 'first' | 'problem' | 'numbered'

  readonly #progress: TableProgress

  constructor(item: MappedItem, kit: MakerKit, progress: TableProgress) {
    this.#progress = progress
    this.#item = item
    this.section = item.section
    this.#fields = compileFields(item.fields, itemSchemas[item.section], kit)
    this.#parts = rowParts(item.each ?? {}, kit)
    this.#isWanted = compileConditions(item.when ?? [], kit)
    this.#repeated = item.repeated ?? (sharedSections.has(item.section) ? 'first' : 'problem')
  }

  /** @returns Whether the row has such an item. */
  make(row: MappedRow): boolean {
    return this.#parts(row).filter((part) => this.#makeOne(part)).length > 0
  }

  /** Where a field of an item comes from that was made of the row in a line. */
  placeOf(field: string, line: number): FilePlace | undefined {
    const [column] = this.#fields.columnsOf.get(field) ?? []
    return column === undefined ? undefined : this.#progress.rowAt(line)?.place(column)
  }

  #makeOne(row: MappedRow): boolean {
    const { items, finder, sought } = this.#progress
    if (!this.#isWanted(row)) return false
    this.#progress.row = row
    const made = this.#fields.make(row)
    const wanted = typeof made.slug === 'string' ? made.slug : defaultSlug(this.section, made)
    const isRepeated = wanted !== undefined && this.#isGiven(wanted)
    const slug = isRepeated && this.#repeated === 'numbered' ? numbered(wanted, this.section, items) : wanted
    if (this.#item.as !== undefined && slug !== undefined) row.made.set(this.#item.as, slug)
    if (isRepeated && this.#repeated === 'first') {
      if (!sharedSections.has(this.section)) row.notes.left.note(`${this.section} that an earlier row has`)
      return true
    }
    const type = findableIn(this.section)
    if (type && slug !== undefined && this.#isKept(type, slug, row)) return true
    const fields = { ...(slug !== undefined && { slug }), ...made, ...(slug !== undefined && { slug }) }
    items.give(this.section, fields, new RowOrigin(row.record.line, this))
    if (type && sought.has(type)) finder.noteItem(type, fields)
    return true
  }

  /** Whether an item that counts has a slug: of this table, or of a file before it where what came first counts. */
  #isGiven(slug: string): boolean {
    const { items } = this.#progress
    return (
      items.has(this.section, slug) ||
      (this.#repeated === 'first' && items.isOfEarlierFile(this.section, slug))
    )
  }

  #isKept(type: FindableType, slug: string, { notes }: MappedRow): boolean {
    const { finder, items } = this.#progress
    if (this.#item.existing === 'keep') return finder.isKnown(type, slug)
    if (this.#item.existing !== 'keep-others' || !finder.isOfOthers(type, slug, items.file)) return false
    notes.left.note(`${this.section} that the graph has from another file`)
    return true
  }
}

/** What is often made of many rows. */
const sharedSections: ReadonlySet<Section> = new Set<Section>(['places', 'actors', 'sources', 'claims'])

function numbered(slug: string, section: Section, items: RecordItems): string {
  let number = 2
  while (items.has(section, `${slug}-${number}`)) number++
  return `${slug}-${number}`
}

/**
 * The slug of an item whose mapping gives none: of a name; of a source's address, or else its title; of all that is in a
 * statement, an event or an assessment.
 */
export function defaultSlug(section: Section, fields: Fields): string | undefined {
  if (Object.keys(fields).length === 0) return undefined
  if (section === 'statements' || section === 'events' || section === 'assessments')
    return `${section.slice(0, -1)}-${shortHash(JSON.stringify(fields))}`
  if (section === 'sources' && typeof fields.url === 'string') return `source-${shortHash(fields.url)}`
  const name = fields.name ?? fields.title ?? fields.text
  return typeof name === 'string' ? slugOfText(name) : undefined
}

/** The row that an item was made of. There is one for each item, so that it holds no more than it must. */
class RowOrigin implements RecordOrigin {
  readonly line: number
  readonly #maker: ItemMaker

  constructor(line: number, maker: ItemMaker) {
    this.line = line
    this.#maker = maker
  }

  placeOf(field: string): FilePlace | undefined {
    return this.#maker.placeOf(field, this.line)
  }
}
