import { canonicalLanguage } from '../../text/language.ts'
import { parseEdtf } from '../../values/date.ts'
import type { SourceKind } from '../../values/vocabulary.ts'
import { languageOf } from './language.ts'

/** Facts about a report that it states itself, or that whoever reads it in states. */
export interface About {
  readonly title?: string | undefined
  readonly kind?: SourceKind | undefined
  /** The slug or the name of who published it. */
  readonly publisher?: string | undefined
  /** EDTF. */
  readonly published?: string | undefined
  readonly author?: string | undefined
  readonly url?: string | undefined
  /** BCP 47. */
  readonly language?: string | undefined
}

/** A report as it is read: its text as it will be stored, and what is known about it. */
export interface Report extends About {
  /** The name that its file gives it. */
  readonly id?: string | undefined
  readonly text: string
  /** The lines of a page that are not its article's: menus, teasers, comments. They are told of, and not stored. */
  readonly leftOut?: readonly string[] | undefined
}

/** A report with what is said of it in Unicode's composed form, and its language: as it is stated, or as its text tells. */
export function composedReport(report: Report): Report {
  const said = Object.entries(report).map(([field, value]) => [
    field,
    typeof value === 'string' && field !== 'url' ? value.normalize('NFC') : value,
  ])
  const stated = report.language === undefined ? undefined : canonicalLanguage(report.language)
  return { ...Object.fromEntries(said), language: languageOf(report.text, stated ?? undefined) }
}

/** The facts of both, where the first goes before the second. */
export function over(options: About, report: Report): Report {
  const said = Object.entries(options).filter(([, value]) => value !== undefined)
  return { ...report, ...Object.fromEntries(said) }
}

/** A date as a page or a line writes it, in EDTF; only the day, where it is an instant in another form. */
export function reportDate(text: string | null | undefined): string | undefined {
  const trimmed = text?.trim()
  if (!trimmed) return undefined
  if (parseEdtf(trimmed)) return trimmed
  const day = /^\d{4}-\d\d-\d\d(?=[T ])/.exec(trimmed)?.[0]
  return day && parseEdtf(day) ? day : undefined
}

/** An address that a reader could follow. */
export function urlIn(text: string | null | undefined): string | undefined {
  const trimmed = text?.trim()
  return trimmed && URL.canParse(trimmed) && /^https?:/i.test(trimmed) ? trimmed : undefined
}
