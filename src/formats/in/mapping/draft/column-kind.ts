import { canonicalLanguage } from '../../../../text/language.ts'
import { commonDateForms, dateReader } from '../date-form.ts'
import { numberReader } from '../number-form.ts'
import type { NumberForm } from '../value-schema.ts'

/** What the cells of a column look like. */
export type ColumnKind =
  | { readonly kind: 'empty' | 'url' | 'language' | 'text' }
  /** The form of numbers that are not written as programs do; undefined of others. */
  | { readonly kind: 'number'; readonly form?: NumberForm }
  /** The forms that all cells fit; of several, one has to be chosen. */
  | { readonly kind: 'date'; readonly forms: readonly string[] }
  /** Few texts that come again and again. */
  | { readonly kind: 'words'; readonly words: readonly string[] }

const MOST_WORDS = 12
/** So many times as many cells as words make them come again and again. */
const REPEATED = 3

/** @param cells Those of the first rows, as they stand there. */
export function columnKind(cells: readonly string[]): ColumnKind {
  const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (texts.length === 0) return { kind: 'empty' }
  const all = (fits: (text: string) => boolean): boolean => texts.every(fits)
  if (all((text) => /^https?:\/\/\S+$/i.test(text))) return { kind: 'url' }
  const forms = dateForms(texts)
  if (forms.length > 0) return { kind: 'date', forms }
  const plain = numberReader(true)
  if (all((text) => plain(text) !== undefined)) return { kind: 'number' }
  const form = commaForms.find((one) => all((text) => numberReader(one)(text) !== undefined))
  if (form) return { kind: 'number', form }
  if (all((text) => /^[a-z]{2}(-[a-z]{2,4})?$/i.test(text) && canonicalLanguage(text) !== null))
    return { kind: 'language' }
  const words = [...new Set(texts)]
  const isRepeated = words.length <= MOST_WORDS && texts.length >= words.length * REPEATED
  return isRepeated ? { kind: 'words', words } : { kind: 'text' }
}

/** How numbers with a decimal comma are written. */
const commaForms: readonly NumberForm[] = [
  { decimal: ',' },
  { decimal: ',', thousands: '.' },
  { decimal: ',', thousands: ' ' },
]

/** Seconds since 1970 that are between 1973 and 2065: other numbers are not taken for times. */
const unixPattern = /^[1-2]\d{9}$/

/** The forms that all texts fit. A year alone, or a number, is no date by itself. */
function dateForms(texts: readonly string[]): string[] {
  if (texts.every((text) => /^\d{1,7}$/.test(text) || /^-?\d+\.\d+$/.test(text))) return []
  if (texts.every((text) => unixPattern.test(text))) return ['unix']
  return commonDateForms.filter((form) => {
    const read = dateReader(form, 'Z')
    return texts.every((text) => {
      const found = read(text)
      return found !== null && 'date' in found
    })
  })
}
