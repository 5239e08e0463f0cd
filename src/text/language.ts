import { Lru } from '../values/lru.ts'

/** Longer than any language tag needs to be (RFC 5646, 4.4.1). */
const LONGEST_TAG = 35

/** Tags in which a text is none of a language that has a name: `und`, `mul`. */
const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/**
 * A language tag (BCP 47) as it should be written: `ru-RU` for RU_ru, `he` for iw; null where it is none. Country codes
 * are often taken for languages: `ua` is none, and so is `english`.
 */
export function canonicalLanguage(tag: string): string | null {
  const known = keptCanonical.get(tag)
  if (known !== undefined) return known
  const canonical = readCanonical(tag)
  if (canonical !== null) keptCanonical.set(tag, canonical)
  return canonical
}

/** The same few tags come with each statement of an import, and take long to read. */
const keptCanonical = new Lru<string, string>(1000, (tag) => tag.length <= LONGEST_TAG)

function readCanonical(tag: string): string | null {
  const written = tag.trim().replaceAll('_', '-')
  if (written.length > LONGEST_TAG) return null
  if (/^und$/i.test(written)) return 'und'
  if (/^x(-[a-z0-9]{1,8})+$/i.test(written)) return written.toLowerCase()
  const locale = localeOf(written)
  if (!locale || !/^[a-z]{2,3}$/.test(locale.language)) return null
  const isKnown = locale.language.length === 3 || languageNames.of(locale.language) !== undefined
  return isKnown ? locale.toString() : null
}

/** Norwegian is written Bokmål, unless it says otherwise. */
const sameLanguage: Readonly<Record<string, string>> = { no: 'nb' }

/** A tag for comparison with many others, without private parts and extensions. */
export interface AskedLanguage {
  readonly tag: string
  readonly locale: Intl.Locale
}

/** The language that a reader asks for; null where it is no language tag. */
export function askedLanguage(tag: string): AskedLanguage | null {
  const subtags = tag.slice(0, LONGEST_TAG).replaceAll('_', '-').split('-')
  const end = subtags.findIndex((subtag) => subtag.length === 1)
  const plain = subtags.slice(0, end < 0 ? undefined : end).join('-')
  const locale = localeOf(plain)
  // The shorter code is the one that a tag has to have.
  if (!locale || locale.language.length < (plain.split('-')[0] as string).length) return null
  return { tag: plain.toLowerCase(), locale }
}

/**
 * How well a text in one language serves who asks for another, 0 at best; null where it does not. First comes the tag
 * itself; then what it leaves out, as RFC 4647 looks tags up, so that ru serves ru-RU; then what says more, so that
 * pt-BR serves pt, and of Chinese texts that in the script of the region; last what is only the same language.
 */
export function distanceFrom(asked: AskedLanguage, tag: string): number | null {
  if (tag.toLowerCase() === asked.tag) return 0
  const locale = localeOf(tag)
  if (!locale || languageCodeOf(locale) !== languageCodeOf(asked.locale)) return null
  const [wanted, given] = [asked.locale.maximize(), locale.maximize()]
  if (given.script !== wanted.script) return 4
  if (given.region === wanted.region) return 1
  return locale.region === undefined ? 2 : 3
}

const languageCodeOf = ({ language }: Intl.Locale): string => sameLanguage[language] ?? language

/** The same few tags are asked for again and again, and take long to read. */
const keptLocales = new Lru<string, Intl.Locale | null>(1000)

const localeOf = (tag: string): Intl.Locale | null => keptLocales.take(tag, readLocale)

function readLocale(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag)
  } catch {
    return null
  }
}
