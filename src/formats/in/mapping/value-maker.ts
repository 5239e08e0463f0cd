import type { Made, MakerKit, ValueMaker } from './made-value.ts'
import type { MappedRow } from './mapped-row.ts'
import { hashSlug, slugOfText } from './slug-rule.ts'
import { type TextSteps, textSteps } from './text-steps.ts'
import type { MappedValue, ValueObject } from './value-schema.ts'

/** A value as an object: the short forms say the same in fewer letters. */
export function valueObjectOf(value: MappedValue): ValueObject {
  if (typeof value !== 'string') return value
  if (value.startsWith('=')) return { constant: value.slice(1) }
  return /\{[^{}]+\}/.test(value) ? { template: value } : { column: value }
}

/** Compiles a value, so that nothing of the mapping is looked at again for each row. */
export function compileValue(given: MappedValue, kit: MakerKit): ValueMaker {
  const value = valueObjectOf(given)
  const origin = originOf(value, kit)
  const steps = textSteps(value, kit)
  if (!steps) return origin
  const { columns } = origin
  return { columns, make: (row) => stepped(row, origin.make(row), steps, columns[0]) }
}

/** Takes each text of a value through its steps. */
function stepped(row: MappedRow, made: Made, steps: TextSteps, column: number | undefined): Made {
  if (made === undefined) return undefined
  if (typeof made !== 'object') return steps(row, String(made), column)
  const all = made.map((one) => stepped(row, one, steps, column)).filter((one) => one !== undefined)
  return all.length > 0 ? all : undefined
}

function originOf(value: ValueObject, kit: MakerKit): ValueMaker {
  if (value.constant !== undefined) return constantMaker(value.constant)
  if (value.template !== undefined) return templateMaker(value.template, kit)
  if (value.first !== undefined) return firstMaker(value.first.map((one) => compileValue(one, kit)))
  if (value.item !== undefined) return itemMaker(value.item)
  if (value.slug !== undefined) return slugMaker(value, kit)
  const at = value.column === undefined ? undefined : kit.columnAt(value.column)
  return at === undefined ? nothing : { columns: [at], make: (row) => row.cell(at) || undefined }
}

const nothing: ValueMaker = { columns: [], make: () => undefined }
const constantMaker = (constant: string | number | boolean): ValueMaker => ({
  columns: [],
  make: () => constant,
})
const itemMaker = (name: string): ValueMaker => ({ columns: [], make: (row) => row.made.get(name) })

function firstMaker(makers: readonly ValueMaker[]): ValueMaker {
  const columns = makers.flatMap((maker) => maker.columns)
  const make = (row: MappedRow): Made => {
    row.use(columns)
    for (const maker of makers) {
      const made = maker.make(row)
      if (made !== undefined) return made
    }
    return undefined
  }
  return { columns, make }
}

/** A text of which columns are parts: nothing where one of them is empty, rather than half a text. */
function templateMaker(template: string, kit: MakerKit): ValueMaker {
  // Every second part is the name of a column.
  const parts = template.split(/\{([^{}]+)\}/)
  const columns = parts.map((part, index) => (index % 2 === 1 ? kit.columnAt(columnIn(part)) : undefined))
  const make = (row: MappedRow): Made => {
    let text = ''
    for (const [index, part] of parts.entries()) {
      const column = columns[index]
      const piece = index % 2 === 0 ? part : column === undefined ? '' : row.cell(column)
      if (piece === '' && index % 2 === 1) return undefined
      text += piece
    }
    return text
  }
  return { columns: columns.filter((column) => column !== undefined), make }
}

/** `{#3}` is the third column, as a name may be a number too. */
const columnIn = (text: string): string | number => (/^#\d{1,6}$/.test(text) ? Number(text.slice(1)) : text)

function slugMaker({ slug, prefix = '', hash = false }: ValueObject, kit: MakerKit): ValueMaker {
  const values = slug === undefined ? [] : isList(slug) ? slug : [slug]
  const makers = values.map((one) => compileValue(one, kit))
  const make = (row: MappedRow): Made => {
    const parts = makers.map((maker) => maker.make(row))
    if (parts.every((part) => part === undefined)) return undefined
    return hash
      ? hashSlug(JSON.stringify(parts.map((part) => part ?? '')), prefix)
      : slugOfText(parts.flat().join(' '), prefix)
  }
  return { columns: makers.flatMap(({ columns }) => columns), make }
}

const isList = (value: MappedValue | readonly MappedValue[]): value is readonly MappedValue[] =>
  Array.isArray(value)
