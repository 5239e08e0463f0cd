import type { DossierPart, ItemSink } from '../../../dossier/draft.ts'
import type { TextFile } from '../../../dossier/text-file.ts'
import type { Problem } from '../../../values/errors.ts'
import type { ForeignReading, ImportFormat, ReadingContext } from '../import-format.ts'
import { LeftOut } from '../left-out.ts'
import { RecordItems } from '../record-items.ts'
import { ItemMaker } from './item-maker.ts'
import { LateRows } from './late-rows.ts'
import type { MakerKit } from './made-value.ts'
import { MappedRow, MOST_PROBLEMS, TableNotes, TooManyProblems } from './mapped-row.ts'
import type { Mapping } from './mapping-schema.ts'
import { NodeFinder } from './node-finder.ts'
import { nodeLookup } from './node-lookup.ts'
import { isOfMapping } from './recognize-table.ts'
import { compileConditions, type RowTest } from './row-conditions.ts'
import { TableFile } from './table-file.ts'
import type { TableProgress } from './table-progress.ts'
import { TableFault } from './table-text.ts'

/** Opens a table as a mapping has it, or says why it is none of that kind. */
export function openMapped(
  file: TextFile,
  mapping: Mapping,
  context: ReadingContext,
): ForeignReading | readonly Problem[] {
  try {
    const reading = new MappedReading(new TableFile(file, mapping.file), mapping, context)
    return reading.missing.length > 0 ? reading.missing : reading
  } catch (error) {
    if (error instanceof TableFault) return [error.problemIn(file.name)]
    throw error
  }
}

/** The format of the tables that a mapping is for. */
export const mappedFormat = (mapping: Mapping): ImportFormat => ({
  name: mapping.name ?? 'table',
  title: mapping.title ?? 'the table',
  description: mapping.description ?? 'A table, as a mapping says.',
  recognizes: (head) => isOfMapping(head, mapping),
  open: async (file, context) => openMapped(file, mapping, context),
})

/** Makes items of the rows of a table. */
class MappedReading implements ForeignReading {
  readonly part: DossierPart
  readonly left = new LeftOut()
  /** What is wrong with the table's header. */
  readonly missing: Problem[] = []
  readonly #table: TableFile
  readonly #mapping: Mapping
  readonly #context: ReadingContext
  readonly #progress: TableProgress
  readonly #late: LateRows
  readonly #makers: readonly ItemMaker[]
  readonly #isWanted: RowTest

  constructor(table: TableFile, mapping: Mapping, context: ReadingContext) {
    this.#table = table
    this.#mapping = mapping
    this.#late = new LateRows(() => table.rows())
    this.#context = context
    const items = new RecordItems(table.file.name)
    this.part = items
    this.#progress = {
      items,
      finder: new NodeFinder(context.nodes, items),
      sought: new Set(),
      row: null,
      rowAt: (line) => this.#rowAt(line),
    }
    const kit = this.#kit()
    this.#makers = mapping.items.map((item) => new ItemMaker(item, kit, this.#progress))
    this.#isWanted = compileConditions(mapping.when ?? [], kit)
  }

  read(sink: ItemSink): readonly Problem[] {
    const notes = new TableNotes(this.#table.file.name, this.#table.columns, this.left)
    this.left.clear()
    const { items } = this.#progress
    items.begin(sink, this.#mapping.language)
    this.#progress.finder = new NodeFinder(this.#context.nodes, items)
    try {
      this.#readRows(notes)
    } catch (error) {
      if (error instanceof TableFault) notes.problems.push(error.problemIn(this.#table.file.name))
      else if (error instanceof TooManyProblems) notes.problems.push(this.#endedEarly())
      else throw error
    }
    return notes.problems
  }

  #readRows(notes: TableNotes): void {
    for (const record of this.#table.rows()) {
      this.#readRow(new MappedRow(record, notes))
      notes.endRow(record)
    }
    notes.countUnused(this.#mapping.ignore ?? [])
  }

  #readRow(row: MappedRow): void {
    this.#progress.row = row
    const made = this.#isWanted(row) ? this.#makers.filter((maker) => maker.make(row)).length : 0
    if (made === 0) this.left.note('rows that nothing was made of')
  }

  #rowAt(line: number): MappedRow | undefined {
    const { row } = this.#progress
    if (!row || row.record.line === line) return row ?? undefined
    const record = this.#late.at(line)
    return record && new MappedRow(record, row.notes)
  }

  #endedEarly(): Problem {
    const message = `was read no further: there are ${MOST_PROBLEMS} problems up to here`
    return { file: this.#table.file.name, line: this.#progress.row?.record.line, message }
  }

  #kit(): MakerKit {
    const kit: MakerKit = {
      words: this.#mapping.words,
      columnAt: (column) => this.#columnAt(column),
      lookup: (type, value) => {
        this.#progress.sought.add(type)
        return nodeLookup(type, value, kit, this.#progress)
      },
    }
    return kit
  }

  #columnAt(column: string | number): number | undefined {
    const found = this.#table.columns.find(column)
    if (typeof found === 'number') return found
    const isOptional = this.#mapping.optional?.includes(String(column)) ?? false
    if (!isOptional && !this.missing.some(({ message }) => message === found.fault))
      this.missing.push({ file: this.#table.file.name, line: 1, message: found.fault })
    return undefined
  }
}
