import { z } from 'zod'
import { canonicalLanguage } from '../../text/language.ts'
import { because } from '../../values/date.ts'
import { errorMessage, UnreadableError } from '../../values/errors.ts'
import { MIB } from '../../values/mib.ts'
import { sourceKinds } from '../../values/vocabulary.ts'
import { decodeText, LARGEST_FILE } from './bytes.ts'
import type { FileLine } from './lines.ts'
import { type Report, reportDate, urlIn } from './report.ts'
import { requireText } from './require-text.ts'

const optionalText = z.string().nullish()

/** A report on a line; further fields are other programs' and are passed over. */
const shape = z.looseObject({
  text: z.string(),
  id: z.union([z.string(), z.number()]).nullish(),
  title: optionalText,
  kind: z.enum(sourceKinds).nullish(),
  publisher: optionalText,
  date: optionalText,
  published: optionalText,
  author: optionalText,
  url: optionalText,
  language: optionalText,
})

export type JsonLine = z.output<typeof shape>

/** A line of JSON lines; null where it is blank. */
export function readJsonLine({ bytes }: FileLine): JsonLine | null {
  if (!bytes) throw new UnreadableError(`is longer than ${LARGEST_FILE / MIB} MiB.`)
  const text = decodeText(bytes).replace(/^\ufeff/, '')
  if (text.trim() === '') return null
  const found = shape.safeParse(jsonIn(text))
  if (found.success) return requireText(found.data, Object.keys(shape.shape))
  const [issue] = found.error.issues
  const field = issue?.path.join('.')
  throw new UnreadableError(
    `${field ? `${field}: ` : 'is no report: '}${issue?.message ?? 'it has no text'}.`,
  )
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UnreadableError(`is not JSON: ${errorMessage(error)}.`)
  }
}

/** The report on a line; a date or an address that is none is an error and not passed over. */
export function reportOn(line: JsonLine): Report {
  const date = line.published ?? line.date
  const published = reportDate(date)
  if (date && !published)
    throw new UnreadableError(
      `date: ${JSON.stringify(date)} is no date in EDTF level 1${because(date.trim())}.`,
    )
  if (line.language && !canonicalLanguage(line.language))
    throw new UnreadableError(
      `language: ${JSON.stringify(line.language)} is no language tag, such as en or uk.`,
    )
  const url = urlIn(line.url)
  if (line.url && !url)
    throw new UnreadableError(`url: ${JSON.stringify(line.url)} is no http or https address.`)
  return {
    id: line.id === null || line.id === undefined ? undefined : String(line.id),
    title: line.title ?? undefined,
    kind: line.kind ?? undefined,
    publisher: line.publisher ?? undefined,
    published,
    author: line.author ?? undefined,
    url,
    language: line.language ?? undefined,
    text: line.text,
  }
}
