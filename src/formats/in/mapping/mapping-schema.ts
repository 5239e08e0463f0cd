import { z } from 'zod'
import { itemSchemas } from '../../../dossier/format.ts'
import { sectionNames } from '../../../dossier/sections.ts'
import { language } from '../../../dossier/value.ts'
import type { Section } from '../../../values/node-kinds.ts'
import { recordFrom } from '../../../values/record.ts'
import { type MappedValue, rowCondition, value } from './value-schema.ts'

/** What a field of an item is made of: a value, a list of them, or a map of fields that are made so. */
export type MappedField = MappedValue | readonly MappedField[] | { readonly [field: string]: MappedField }
export type MappedFields = Readonly<Record<string, MappedField>>

/** The schema inside of an optional or a defaulted one. */
export const innermostSchema = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? innermostSchema(schema.unwrap())
    : schema

/** How a field is mapped, by what the dossier wants there. */
function mappedFieldSchema(given: z.core.$ZodType): z.ZodType {
  const schema = innermostSchema(given)
  if (schema instanceof z.ZodObject) return mappedObject(schema)
  if (schema instanceof z.ZodRecord)
    return z.record(z.string().min(1), z.union([value, z.array(value).min(1)]))
  if (!(schema instanceof z.ZodArray)) return value
  const each = innermostSchema(schema.element)
  if (each instanceof z.ZodObject) return z.array(mappedObject(each)).min(1)
  return z.union([value, z.array(value).min(1)])
}

const mappedObject = (schema: z.ZodObject) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(schema.shape).map(([name, field]) => [name, mappedFieldSchema(field).optional()]),
    ),
  )

/** The fields of each section's items, as a mapping gives them. */
export const fieldSchemas = recordFrom(sectionNames, (section) =>
  mappedObject(itemSchemas[section]).meta({ id: `${section}Fields` }),
) as Readonly<Record<Section, z.ZodObject>>

const mappedItem = <S extends Section>(section: S) =>
  z.strictObject({
    section: z.literal(section).meta({ description: 'The section of the dossier that it stands in.' }),
    as: z.string().min(1).optional().meta({
      description: 'What it is called where another item of the same row names it: {item: article}.',
    }),
    when: z
      .array(rowCondition)
      .min(1)
      .optional()
      .meta({ description: 'Made only of rows for which all of these hold.' }),
    each: z
      .record(z.string().min(1), z.string().min(1))
      .refine((columns) => Object.keys(columns).length > 0, { error: 'is empty' })
      .optional()
      .meta({
        description:
          'Columns, and what stands between the parts of their cells: the item is made once for each part, as if it were the cell. ' +
          'Several columns go together, part by part.',
      }),
    repeated: z
      .enum(['first', 'problem', 'numbered'])
      .optional()
      .meta({
        description:
          'What is done with a second item of the same slug: the first counts (places, actors, sources and claims, if not given), ' +
          'it is a problem (all others), or it gets a number.',
      }),
    existing: z
      .enum(['replace', 'keep', 'keep-others'])
      .optional()
      .meta({
        description:
          'What is done where the graph has a node of that kind and slug: replace makes it what the table says, if not given; ' +
          'keep leaves it as it is; keep-others does so where an import of other files brought it.',
      }),
    fields: fieldSchemas[section],
  })

const encodings = ['auto', 'utf-8', 'utf-16', 'windows-1251', 'windows-1252', 'latin1'] as const
export const delimiterWords = ['auto', 'tab', ',', ';', '|', '\t'] as const

const tableOptions = z.strictObject({
  delimiter: z.enum(delimiterWords).default('auto').meta({ description: 'What stands between cells.' }),
  quote: z.enum(['"', "'", 'none']).default('"').meta({
    description: 'What stands around a cell that holds delimiters or line breaks; none where nothing does.',
  }),
  encoding: z.enum(encodings).default('auto').meta({
    description: 'auto is UTF-16 where a byte order mark says so, and else UTF-8.',
  }),
  header: z
    .boolean()
    .default(true)
    .meta({ description: 'Whether the first row says what the columns are called.' }),
  columns: z.array(z.string()).min(1).optional().meta({
    description: 'What the columns are called, in place of what the header says or where there is none.',
  }),
  skip: z
    .int()
    .min(0)
    .max(10_000)
    .default(0)
    .meta({ description: 'Lines before the header that are no part of the table.' }),
  comment: z
    .string()
    .min(1)
    .max(10)
    .optional()
    .meta({ description: 'What a line begins with that is a comment.' }),
  ragged: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether rows may have fewer cells than the header.' }),
})

export const mappingSchema = z
  .strictObject({
    hearsay: z.literal('mapping').meta({ description: 'Says that this is a mapping.' }),
    version: z.literal(1).default(1).meta({ description: 'The version of the format.' }),
    name: z.string().min(1).optional().meta({ description: 'A word by which it is asked for.' }),
    title: z.string().min(1).optional().meta({ description: 'What the tables are called in sentences.' }),
    description: z.string().min(1).optional().meta({ description: 'What becomes of such a table.' }),
    language: language
      .default('en')
      .meta({ description: 'The language of names and texts that do not say theirs.' }),
    file: tableOptions.prefault({}).meta({ description: 'How the table is written.' }),
    recognize: z.array(z.string().min(1)).min(1).optional().meta({
      description: 'Columns by which a table is known to be one of these: all of them are in its header.',
    }),
    optional: z.array(z.string().min(1)).optional().meta({ description: 'Columns that may be missing.' }),
    ignore: z.array(z.string().min(1)).optional().meta({
      description: 'Columns that nothing is wanted of: they are not counted as left out.',
    }),
    words: z
      .record(z.string().min(1), z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])))
      .default({})
      .meta({ description: 'Tables of words that values name: what each text in a cell becomes.' }),
    when: z
      .array(rowCondition)
      .min(1)
      .optional()
      .meta({ description: 'Rows for which not all of these hold are left out.' }),
    items: z
      .array(
        z.discriminatedUnion('section', [
          mappedItem('places'),
          mappedItem('actors'),
          mappedItem('events'),
          mappedItem('sources'),
          mappedItem('claims'),
          mappedItem('statements'),
          mappedItem('assessments'),
        ]),
      )
      .min(1)
      .meta({ description: 'What is made of each row, in this order.' }),
  })
  .meta({ title: 'Hearsay mapping' })

export type TableOptions = z.output<typeof tableOptions>

/** An item that is made of rows. */
export interface MappedItem {
  readonly section: Section
  readonly as?: string | undefined
  readonly when?: z.output<typeof mappingSchema>['when']
  readonly each?: Readonly<Record<string, string>> | undefined
  readonly repeated?: 'first' | 'problem' | 'numbered' | undefined
  readonly existing?: 'replace' | 'keep' | 'keep-others' | undefined
  readonly fields: MappedFields
}

/** How each row of a table becomes items of a dossier. */
export interface Mapping extends Omit<z.output<typeof mappingSchema>, 'items'> {
  readonly items: readonly MappedItem[]
}
