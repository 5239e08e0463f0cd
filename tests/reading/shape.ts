import { z } from 'zod'
import { isEdtf } from '../../src/values/date.ts'
import { actorTypes, certainties, speechActs, stances } from '../../src/values/vocabulary.ts'

export const manners = [
  'agency',
  'local paper',
  'transcript',
  'press release',
  'live blog',
  'translated wire',
] as const

const words = z.string().trim().min(1, 'is empty')
/** Exact words of the text; a list where they stand in pieces. */
const quoted = z.union([words, z.array(words).min(1)]).transform((one) => (Array.isArray(one) ? one : [one]))
const date = words.refine(isEdtf, { error: 'is no date in EDTF level 1' })

const statement = z.strictObject({
  source: quoted.default([]),
  cue: quoted.default([]),
  content: quoted,
  /** Which occurrence of the content's first piece, from 1. */
  at: z.coerce.number().int().min(1).optional(),
  speaker: quoted,
  onBehalfOf: words.optional(),
  addressee: words.optional(),
  about: z.array(words).default([]),
  saidAt: date.optional(),
  act: z.enum(speechActs),
  stance: z.enum(stances),
  certainty: z.enum(certainties),
  claim: words.optional(),
  nearest: words.optional(),
})

const actor = z.strictObject({
  name: words,
  type: z.enum(actorTypes),
  also: z.array(words).default([]),
})

/** A report with what a careful reader finds in it, as it stands in its file. */
export const reportShape = z.strictObject({
  title: words,
  manner: z.enum(manners),
  publisher: words.optional(),
  published: date.optional(),
  text: words,
  statements: z.array(statement),
  actors: z.array(actor).default([]),
  not: z.array(words).default([]),
})

export type WrittenReport = z.output<typeof reportShape>
export type WrittenStatement = z.output<typeof statement>
export type GoldActor = z.output<typeof actor>
