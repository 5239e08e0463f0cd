import { z } from 'zod'
import { type Fields, isFields } from '../../../dossier/fields.ts'
import type { Made, MakerKit, ValueMaker } from './made-value.ts'
import type { MappedRow } from './mapped-row.ts'
import { innermostSchema, type MappedField, type MappedFields } from './mapping-schema.ts'
import { numberFault, numberReader } from './number-form.ts'
import { compileValue } from './value-maker.ts'
import type { MappedValue } from './value-schema.ts'

/** Makes what a field holds; undefined where there is nothing for it. */
interface FieldMaker {
  readonly columns: readonly number[]
  make(row: MappedRow): unknown
}

/** Makes the fields of an item, or of a map within one. */
export interface FieldsMaker {
  /** The columns that each field is made of. */
  readonly columnsOf: ReadonlyMap<string, readonly number[]>
  make(row: MappedRow): Fields
}

/**
 * @param schema What the dossier wants.
 * @param several Whether a field of one value may come to several, of which entries are made.
 */
export function compileFields(
  fields: MappedFields,
  schema: z.ZodObject,
  kit: MakerKit,
  several = false,
): FieldsMaker {
  const mapped = Object.entries(fields).filter(([, field]) => field !== undefined)
  const makers = mapped.map(([name, field]) => {
    const wanted = innermostSchema(schema.shape[name] ?? z.unknown())
    return [name, compileField(field, wanted, kit, several)] as const
  })
  return {
    columnsOf: new Map(makers.map(([name, { columns }]) => [name, columns])),
    make(row) {
      const made: Record<string, unknown> = {}
      for (const [name, maker] of makers) {
        const value = maker.make(row)
        if (value !== undefined) made[name] = value
      }
      return made
    },
  }
}

/** The field has the form that the schema of mappings wants, which is made of the same schema. */
function compileField(
  field: MappedField,
  schema: z.core.$ZodType,
  kit: MakerKit,
  several: boolean,
): FieldMaker {
  if (schema instanceof z.ZodObject) return mapMaker(field as MappedFields, schema, kit, false)
  if (schema instanceof z.ZodRecord) return recordMaker(field as MappedFields, kit)
  if (!(schema instanceof z.ZodArray))
    return singleMaker(compileValue(field as MappedValue, kit), schema, several)
  const each = innermostSchema(schema.element)
  if (!(each instanceof z.ZodObject)) return listMaker(field, kit)
  return entriesMaker((field as readonly MappedFields[]).map((entry) => mapMaker(entry, each, kit, true)))
}

/** A field of one value. */
function singleMaker(value: ValueMaker, schema: z.core.$ZodType, several: boolean): FieldMaker {
  const { columns } = value
  const convert = converterTo(schema)
  const converted = (row: MappedRow, one: Made): unknown =>
    typeof one === 'string' ? convert(row, one, columns[0]) : one
  return {
    columns,
    make(row) {
      const made = value.make(row)
      if (typeof made !== 'object') return converted(row, made)
      const all = flat(made).map((one) => converted(row, one))
      if (several) return all
      if (new Set(all).size > 1) row.fault(columns[0], severalFault)
      return all[0]
    },
  }
}

const severalFault = 'gives several values, and one is wanted here: say which (part: 1)'

type Converter = (row: MappedRow, text: string, column: number | undefined) => unknown

const readPlainNumber = numberReader(true)

/** A text of a cell as what the field holds. */
function converterTo(schema: z.core.$ZodType): Converter {
  if (schema instanceof z.ZodNumber)
    return (row, text, column) => {
      const number = readPlainNumber(text)
      if (number === undefined) row.fault(column, numberFault(true), text)
      return number
    }
  if (schema instanceof z.ZodBoolean)
    return (row, text, column) => {
      if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true'
      row.fault(
        column,
        'should be true or false: say what the words are (words: {yes: true, no: false})',
        text,
      )
      return undefined
    }
  return (_row, text) => text
}

/** A list of values: each once. */
function listMaker(field: MappedField, kit: MakerKit): FieldMaker {
  const values = (isList(field) ? field : [field]).map((one) => compileValue(one as MappedValue, kit))
  return {
    columns: values.flatMap(({ columns }) => columns),
    make(row) {
      const all = values.flatMap((value) => flat(value.make(row)))
      return all.length > 0 ? [...new Set(all)] : undefined
    },
  }
}

const isList = (field: MappedField): field is readonly MappedField[] => Array.isArray(field)
const flat = (made: Made): Made[] =>
  made === undefined ? [] : typeof made === 'object' ? made.flatMap(flat) : [made]

/** A map of lists, such as links and labels. */
function recordMaker(fields: MappedFields, kit: MakerKit): FieldMaker {
  const makers = Object.entries(fields).map(([name, field]) => [name, listMaker(field, kit)] as const)
  return {
    columns: makers.flatMap(([, { columns }]) => columns),
    make(row) {
      const made = makers.flatMap(([name, maker]) => {
        const value = maker.make(row)
        return value === undefined ? [] : [[name, value] as const]
      })
      return made.length > 0 ? Object.fromEntries(made) : undefined
    },
  }
}

/** A map of fields, such as a figure: none where all cells that it is made of are empty. */
function mapMaker(fields: MappedFields, schema: z.ZodObject, kit: MakerKit, several: boolean): FieldMaker {
  const made = compileFields(fields, schema, kit, several)
  const changing = [...made.columnsOf].filter(([, columns]) => columns.length > 0).map(([name]) => name)
  return {
    columns: [...made.columnsOf.values()].flat(),
    make(row) {
      const map = made.make(row)
      const isEmpty = changing.length > 0 && changing.every((name) => map[name] === undefined)
      return isEmpty || Object.keys(map).length === 0 ? undefined : map
    },
  }
}

/** Entries such as affiliations and participants. Where fields of one come to several values, there is one for each. */
function entriesMaker(makers: readonly FieldMaker[]): FieldMaker {
  return {
    columns: makers.flatMap(({ columns }) => columns),
    make(row) {
      const all = makers.flatMap((maker) => {
        const entry = maker.make(row)
        return isFields(entry) ? entriesOf(row, entry, maker.columns[0]) : []
      })
      return all.length > 0 ? all : undefined
    },
  }
}

/** Lists of one length belong together, value by value. */
function entriesOf(row: MappedRow, entry: Fields, column: number | undefined): Fields[] {
  const lists = Object.entries(entry).filter((field): field is [string, unknown[]] => Array.isArray(field[1]))
  const [first] = lists
  if (!first) return [entry]
  const { length } = first[1]
  if (lists.some(([, list]) => list.length !== length)) {
    row.fault(
      column,
      `is one of several lists of different lengths: ${lists.map(([name, list]) => `${list.length} of ${name}`).join(', ')}`,
    )
    return []
  }
  return first[1].map((_, index) => ({
    ...entry,
    ...Object.fromEntries(lists.map(([name, list]) => [name, list[index]])),
  }))
}
