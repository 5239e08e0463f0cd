import { createHash } from 'node:crypto'
import { slugify } from '../../../values/id.ts'
import { romanized } from '../../../values/romanize.ts'

/** Some digits of a text's hash: the same for the same text, on any machine. */
export const shortHash = (text: string, digits = 12): string =>
  createHash('sha256').update(text.normalize('NFC')).digest('hex').slice(0, digits)

/** The letters that a slug has of a name before it is cut. */
const LONGEST = 80

/**
 * The slug of a text: romanized and with hyphens. A text that is too long for one, or that has no letters to make one of, has
 * digits of its hash in it, so that others have other slugs.
 */
export function slugOfText(text: string, prefix = ''): string {
  const whole = romanized(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (whole === '') return `${prefix}${shortHash(text)}`
  return `${prefix}${whole.length <= LONGEST ? whole : `${slugify(text).slice(0, 60).replace(/-+$/, '')}-${shortHash(text, 8)}`}`
}

/** The slug of a text that is only its hash. */
export const hashSlug = (text: string, prefix = ''): string => `${prefix}${shortHash(text)}`
