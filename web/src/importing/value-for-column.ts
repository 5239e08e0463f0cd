import { nodeKinds } from '../../../src/values/node-kinds.ts'
import type { NodeType } from '../../../src/values/vocabulary.ts'
import type { DraftColumn } from './import-request.ts'
import type { MappableField } from './mappable-fields.ts'
import { shortValue } from './mapped-uses.ts'
import type { MappedConstant, MappedValue } from './mapping.ts'

const dateForms: readonly (readonly [form: string, pattern: RegExp])[] = [
  ['iso', /^\d{4}(-\d\d){0,2}([T ]\d\d:.*)?$/],
  ['YYYYMMDD', /^(19|20)\d{6}$/],
  ['DD.MM.YYYY', /^\d\d\.\d\d\.\d{4}$/],
  ['D.M.YYYY', /^\d{1,2}\.\d{1,2}\.\d{4}$/],
  ['M/D/YYYY', /^\d{1,2}\/([2-9]|1[3-9]|2\d|3[01]|1[0-2]?)\/\d{4}$/],
]

/** The form in which all of these dates are written; any, where that cannot be told. */
function dateFormOf(samples: readonly string[]): string {
  const filled = samples.filter(Boolean)
  const found = dateForms.find(
    ([, pattern]) => filled.length > 0 && filled.every((each) => pattern.test(each)),
  )
  return found?.[0] ?? 'any'
}

const wordKey = (text: string): string =>
  text
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_')

/** The texts of a column that are words of a vocabulary as they stand, or nearly. */
export const wordsByText = (
  texts: readonly string[],
  values: readonly string[],
): Readonly<Record<string, MappedConstant>> =>
  Object.fromEntries(
    texts.flatMap((text) => {
      const word = values.find((value) => value === wordKey(text))
      return word ? [[text, word]] : []
    }),
  )

const truths: Readonly<Record<string, MappedConstant>> = { yes: true, no: false, true: true, false: false }

/** How a field is filled from a column, to be mended by whoever knows better. */
export function valueForColumn({ name, samples }: DraftColumn, { field }: MappableField): MappedValue {
  const column = name
  if (field === null) return { slug: shortValue({ column }) }
  switch (field.kind) {
    case 'date':
      return { column, date: dateFormOf(samples) }
    case 'number':
      return { column, number: true }
    case 'check':
      return { column, words: truths }
    case 'choice':
      return { column, words: wordsByText(textsOf(samples), field.values) }
    case 'node':
    case 'nodes':
      return findingValue(column, field.types[0] ?? 'ACTOR')
    default:
      return shortValue({ column })
  }
}

/** A statement or an assessment has no name to be found by. */
const findingValue = (column: string, type: NodeType): MappedValue =>
  type === 'STATEMENT' || type === 'ASSESSMENT'
    ? shortValue({ column })
    : { column, find: nodeKinds[type].one }

/** The different texts among samples. */
export const textsOf = (samples: readonly string[]): string[] => [...new Set(samples.filter(Boolean))]
