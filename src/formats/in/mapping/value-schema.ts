import { z } from 'zod'

/** The kinds of node that a value can be looked up among. */
export const findableTypes = ['place', 'actor', 'event', 'source', 'claim'] as const
export type FindableType = (typeof findableTypes)[number]

const column = z.union([z.string().min(1), z.int().min(1)]).meta({
  description: 'A column, by what it is called in the header or by its number, counted from 1.',
})
const text = z.string().min(1)

/** What a cell's text becomes, so that a person can write `yes: AFFIRMS`. */
const wordTable = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))

const numberForm = z.strictObject({
  decimal: z.enum(['.', ',']).default('.').meta({ description: 'What stands before the decimals.' }),
  thousands: z
    .enum(['.', ',', "'", ' '])
    .optional()
    .meta({ description: 'What stands between thousands; a space is any kind of space.' }),
})

const conditionFields = {
  column,
  is: z
    .union([z.string(), z.array(z.string()).min(1)])
    .optional()
    .meta({ description: 'The cell is this text, or one of these.' }),
  not: z
    .union([z.string(), z.array(z.string()).min(1)])
    .optional()
    .meta({ description: 'The cell is not this text, and none of these.' }),
  empty: z.boolean().optional().meta({ description: 'Whether the cell is empty.' }),
  longest: z.int().min(1).optional().meta({ description: 'The cell has at most so many letters.' }),
  matches: text.optional().meta({
    description: 'A regular expression that fits somewhere in the cell: without look-around and references.',
  }),
}

/** What a row has to be like for something to be made of it. */
export const rowCondition = z.strictObject(conditionFields).meta({
  id: 'condition',
  description: 'A column, and what its cell has to be like; where several things are said, all have to hold.',
})
export type Condition = z.output<typeof rowCondition>

/** Where a value comes from: exactly one of these is given. */
export const originKeys = ['column', 'constant', 'template', 'first', 'item', 'slug'] as const

const valueFields = {
  column: column.optional(),
  constant: z
    .union([z.string(), z.number(), z.boolean()])
    .optional()
    .meta({ description: 'The same for every row.' }),
  template: text.optional().meta({
    description:
      'A text with columns in braces, such as "{City}, {Region}"; nothing where any of them is empty.',
  }),
  get first() {
    return z.array(value).min(1).optional().meta({ description: 'The first of these that is not empty.' })
  },
  item: text.optional().meta({
    description:
      'The slug of another item of the same row, by what it is called there (as); nothing where it was not made.',
  }),
  get slug() {
    return z
      .union([value, z.array(value).min(1)])
      .optional()
      .meta({ description: 'A slug made of these values, romanized and with hyphens between them.' })
  },
  prefix: text.optional().meta({ description: 'Begins a slug, such as viina-.' }),
  hash: z.boolean().optional().meta({
    description:
      'Makes the slug of a hash of the values, where they are long or have no letters to make one of.',
  }),
  empty: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .meta({ description: 'Texts that stand for nothing, such as N/A.' }),
  after: text.optional().meta({ description: 'Only what comes after this text, where it is there.' }),
  before: text.optional().meta({ description: 'Only what comes before this text, where it is there.' }),
  replace: z
    .record(text, z.string())
    .optional()
    .meta({ description: 'Texts, and what is put in their place.' }),
  case: z
    .enum(['upper', 'lower'])
    .optional()
    .meta({ description: 'Capital letters only, or small ones only.' }),
  split: z
    .union([text, z.array(text).min(1)])
    .optional()
    .meta({ description: 'What stands between the parts of a cell, such as |; a list is made of it.' }),
  part: z.int().min(1).optional().meta({ description: 'Only this part of what was split, counted from 1.' }),
  words: z
    .union([text, wordTable])
    .optional()
    .meta({ description: 'What each text becomes: a table, or the name of one under words.' }),
  otherwise: z
    .union([z.string(), z.number(), z.boolean()])
    .optional()
    .meta({ description: 'What a text becomes that words does not have.' }),
  date: z
    .union([text, z.array(text).min(1)])
    .optional()
    .meta({
      description:
        'How dates are written: iso, unix, unix-ms, excel, any, or a form such as DD.MM.YYYY, M/D/YY or YYYYMMDD HH:mm. ' +
        'Of several forms the one that fits is taken; where two fit and differ, that is a problem.',
    }),
  zone: z
    .string()
    .regex(/^([+-]\d\d:\d\d|Z)$/)
    .optional()
    .meta({ description: 'The offset of times that do not say theirs, such as +03:00; UTC, if not given.' }),
  mark: z
    .enum(['~', '?', '%'])
    .optional()
    .meta({ description: 'Marks each date as approximate (~), uncertain (?) or both (%).' }),
  number: z
    .union([z.literal(true), numberForm])
    .optional()
    .meta({ description: 'How numbers are written.' }),
  find: z.enum(findableTypes).optional().meta({
    description:
      'Looks the text up among what the file and the graph have, and gives the slug of what is found.',
  }),
  by: text.optional().meta({
    description:
      'By what it is looked up: name (or title, or text of a claim), slug, url of a source, or a scheme of links.',
  }),
  else: z
    .enum(['problem', 'empty', 'create', 'keep'])
    .optional()
    .meta({
      description:
        'What is done where nothing is found: problem tells it, empty leaves it out, create makes it (of find), ' +
        'keep takes the text as it is (of words). problem, if not given.',
    }),
  get create() {
    return z.record(z.string(), z.unknown()).optional().meta({
      description: 'The fields of what is made where nothing is found; its name is the text, unless given.',
    })
  },
}

/** All that can be said of a value. */
export const valueKeys: ReadonlySet<string> = new Set(Object.keys(valueFields))

const valueObject = z.strictObject(valueFields).meta({ id: 'valueObject' })

/** Where a field comes from. */
export const value: z.ZodType<MappedValue> = z
  .union([text, valueObject as unknown as z.ZodType<ValueObject>])
  .meta({
    id: 'value',
    description:
      'A column by its name; a constant after =, such as =ARTICLE; a text with columns in braces; or an object that says more.',
  })

export type NumberForm = z.output<typeof numberForm>
export type Constant = string | number | boolean

/** A value that is written out. */
export interface ValueObject {
  readonly column?: string | number | undefined
  readonly constant?: Constant | undefined
  readonly template?: string | undefined
  readonly first?: readonly MappedValue[] | undefined
  readonly item?: string | undefined
  readonly slug?: MappedValue | readonly MappedValue[] | undefined
  readonly prefix?: string | undefined
  readonly hash?: boolean | undefined
  readonly empty?: string | readonly string[] | undefined
  readonly after?: string | undefined
  readonly before?: string | undefined
  readonly replace?: Readonly<Record<string, string>> | undefined
  readonly case?: 'upper' | 'lower' | undefined
  readonly split?: string | readonly string[] | undefined
  readonly part?: number | undefined
  readonly words?: string | Readonly<Record<string, Constant>> | undefined
  readonly otherwise?: Constant | undefined
  readonly date?: string | readonly string[] | undefined
  readonly zone?: string | undefined
  readonly mark?: '~' | '?' | '%' | undefined
  readonly number?: true | NumberForm | undefined
  readonly find?: FindableType | undefined
  readonly by?: string | undefined
  readonly else?: 'problem' | 'empty' | 'create' | 'keep' | undefined
  readonly create?: Readonly<Record<string, unknown>> | undefined
}

export type MappedValue = string | ValueObject
