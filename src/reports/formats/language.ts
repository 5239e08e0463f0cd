import { detectLanguage } from '../../text/detect-language.ts'
import { scriptIn, scriptOf } from '../../text/script.ts'

/** The languages in which it is found who says what. */
export const readLanguages = ['en', 'ru', 'uk'] as const
export type ReadLanguage = (typeof readLanguages)[number]

/**
 * The language of a report: what it says of itself, unless its text is plainly in another script; else what its text
 * tells. Undefined where neither tells.
 */
export function languageOf(text: string, stated: string | undefined): string | undefined {
  if (stated === undefined || stated === 'und') return detectLanguage(text) ?? stated
  const [script, wanted] = [scriptIn(text.slice(0, LANGUAGE_SAMPLE)), scriptOf(stated)]
  if (script === undefined || wanted === undefined || script === wanted) return stated
  return detectLanguage(text) ?? stated
}

const LANGUAGE_SAMPLE = 20_000

/** Tags that name no language, or one that only their author knows. */
const isVague = (tag: string): boolean => /^(und|mul|mis|zxx|x)(-|$)/i.test(tag)

/**
 * The language as which a text is read: English where nothing tells its language; undefined where its language is not
 * read.
 */
export function readAs(language: string | undefined): ReadLanguage | undefined {
  if (language === undefined || isVague(language)) return 'en'
  const [primary] = language.toLowerCase().split('-')
  return readLanguages.find((known) => known === primary)
}

const languageDisplayNames = new Intl.DisplayNames(['en'], { type: 'language' })

/** The English name of a language. */
export const languageName = (tag: string): string => languageDisplayNames.of(tag) ?? tag
