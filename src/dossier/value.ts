import { z } from 'zod'
import { actorText } from '../meaning/actor.ts'
import { languageTag } from '../meaning/entity.ts'
import type { Meaning } from '../meaning/meaning.ts'
import { placeText } from '../meaning/place.ts'
import { canonicalLanguage } from '../text/language.ts'
import { because, DATE_EXAMPLES, DATE_RULES, isEdtf, isInstant } from '../values/date.ts'
import { isSlug } from '../values/id.ts'

/** Schemas of the values that the fields of a dossier hold. */

export const text = z.string().trim().min(1)
export const slug = z
  .string()
  .refine(isSlug, {
    error: 'a slug is lower-case letters, digits and single hyphens, such as vladimir-putin',
  })
  .meta({
    pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
    description: 'Lower-case letters, digits and single hyphens.',
  })
const edtfText = z
  .string()
  .refine(isEdtf, {
    error: ({ input }) =>
      `a date is EDTF (ISO 8601-2) level 1${because(String(input)) || `, such as ${DATE_EXAMPLES}`}`,
  })
  .meta({ description: `A date in ${DATE_RULES}`, id: 'date' })
export const language = z
  .string()
  .trim()
  .refine((tag) => canonicalLanguage(tag) !== null, {
    error: 'a language is a BCP 47 tag, such as en, uk, pt-BR or zh-Hant',
  })
  .overwrite((tag) => canonicalLanguage(tag) ?? tag)
  .meta({ minLength: 1, description: languageTag })
export const instantText = z.string().refine(isInstant, {
  error: ({ input }) => `should be a day and a time, such as 2023-05-24T10:00:00Z${because(String(input))}`,
})
export const url = z.url({ protocol: /^https?$/ })
export const oneOrMore = z.union([text, z.array(text).min(1)])

export const slugOf = (description: string) => slug.meta({ description: `A slug. ${description}` })
export const optionalSlug = (description: string) => slugOf(description).optional()
export const optionalDate = (description: string) => edtfText.optional().meta({ description })

/** A word of a closed vocabulary. Editors show what each word means. */
export const wordOf = <const V extends string>(values: readonly V[], { of, words }: Meaning<V>, rule = '') =>
  z
    .enum(values)
    .meta({ description: `${of} ${rule}`.trim(), enumDescriptions: values.map((value) => words[value]) })

export const country = z
  .string()
  .trim()
  .refine((value) => /^[A-Z]{2}$/.test(value), {
    error: 'an ISO 3166-1 alpha-2 code is two capital letters, such as UA',
  })
  .meta({ pattern: '^[A-Z]{2}$', description: `${actorText.iso3166} States only.` })
export const subdivision = z
  .string()
  .trim()
  .refine((value) => /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(value), {
    error:
      'an ISO 3166-2 code is that of a country, a hyphen and up to three letters or digits, such as UA-14',
  })
  .meta({ pattern: '^[A-Z]{2}-[A-Z0-9]{1,3}$', description: placeText.iso3166_2 })
