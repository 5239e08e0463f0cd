import { createHash } from 'node:crypto'
import { slugify } from '../../../values/id.ts'

/** Eight signs that tell texts apart, the same for the same text. */
const textHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8)

/** A slug that is made of words, and told from others by what it stands for: the same in each import. */
export const slugFor = (words: string, ...parts: readonly string[]): string =>
  [slugify(words).slice(0, 60).replace(/-+$/, ''), textHash(parts.join('\n'))].filter(Boolean).join('-')
