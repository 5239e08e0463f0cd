import type { ColumnRole } from './column-roles.ts'
import { type GuessedColumn, namedColumns, type TableHead } from './table-head.ts'

/** A part of a draft: what it says, and what is to be said of it in a comment. */
export interface DraftItem {
  readonly comment: string
  readonly item: Readonly<Record<string, unknown>>
}

/** The columns of a table by what they seem to be: of several of one role, the first. */
export class GuessedRoles {
  readonly head: TableHead
  readonly #byRole = new Map<ColumnRole, GuessedColumn>()

  constructor(head: TableHead) {
    this.head = head
    const columns = namedColumns(head.columns)
    for (const column of columns) {
      const { role, kind } = column
      if (role !== undefined && kind.kind !== 'empty' && !this.#byRole.has(role) && fits(role, column))
        this.#byRole.set(role, column)
    }
    for (const column of columns) this.#byKind(column)
  }

  column(role: ColumnRole): GuessedColumn | undefined {
    return this.#byRole.get(role)
  }

  has(role: ColumnRole): boolean {
    return this.#byRole.has(role)
  }

  /** The column of a role as a value; undefined where there is none. */
  value(role: ColumnRole): unknown {
    const column = this.column(role)
    return column && columnValue(column.name)
  }

  /** The same of a column of numbers. */
  number(role: ColumnRole): unknown {
    const column = this.column(role)
    return column && numberValue(column)
  }

  /** What holds addresses or dates is that, whatever it is called. */
  #byKind(column: GuessedColumn): void {
    if (column.role !== undefined) return
    if (column.kind.kind === 'url' && !this.has('url')) this.#byRole.set('url', column)
    if (column.kind.kind === 'date' && !this.has('publishedAt')) this.#byRole.set('publishedAt', column)
  }
}

/** Whether the cells of a column are what its head says: a column "source" may hold addresses. */
function fits(role: ColumnRole, { kind }: GuessedColumn): boolean {
  const isDate = role === 'publishedAt' || role === 'saidAt' || role === 'eventDate'
  if (isDate) return kind.kind === 'date' || kind.kind === 'number'
  if (role === 'url') return kind.kind === 'url'
  if (role === 'latitude' || role === 'longitude') return kind.kind === 'number'
  if (role === 'language') return kind.kind === 'language' || kind.kind === 'words'
  return kind.kind !== 'url' && (kind.kind !== 'date' || role === 'id')
}

/** A column as a value of a mapping: by its name, unless that would be read as something else. */
export const columnValue = (name: string): unknown => (/^=|\{[^{}]+\}/.test(name) ? { column: name } : name)

/** A number of a column, with the form that its cells have. */
const numberValue = (column: GuessedColumn): unknown =>
  column.kind.kind === 'number' && column.kind.form
    ? { column: column.name, number: column.kind.form }
    : columnValue(column.name)

/** A date of a column, with the form that its cells have. */
export function dateValue(column: GuessedColumn): Record<string, unknown> {
  const { kind, name } = column
  const forms = kind.kind === 'date' ? kind.forms : ['any']
  return { column: name, date: forms[0] ?? 'any' }
}

/** What there is to say of a date's form. */
export function dateComment({ kind, name }: GuessedColumn): string {
  if (kind.kind !== 'date') return `Say how the dates of ${name} are written.`
  const [first, ...others] = kind.forms
  return others.length > 0 ? `The dates of ${name} may be ${first}, or ${others.join(', ')}: decide.` : ''
}

/** An actor that is looked up by its name, and made where there is none. */
export const actorValue = (
  name: string,
  type: string,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> => ({
  column: name,
  find: 'actor',
  else: 'create',
  create: { type: `=${type}`, ...more },
})

/** Without the fields that there is nothing for. */
export const given = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
