import { lastNamesOf } from '../../extraction/lexicon/person-name.ts'
import type { NameRecord } from '../../model/entity/name-store.ts'
import { foldedName } from '../../text/fold.ts'

/** The most people of one last name that are looked at: among more, a text tells too little to choose. */
const MOST_OF_A_NAME = 8
const capitalizedRun = /\p{Lu}[\p{L}\p{M}'’-]*/gu

/**
 * People whom a text can mean by a last name alone: it stands there with a capital. Of each name no more than a few are
 * taken, however many a graph has, so that what is looked at does not grow with it.
 */
export function lastNamed(names: readonly NameRecord[], text: string): NameRecord[] {
  const words = capitalsIn(text)
  const found = new Map<string, NameRecord[]>()
  for (const record of names) {
    if (record.type !== 'PERSON') continue
    for (const last of lastNamesOf(record.name)) {
      if (!words.has(last)) continue
      const others = found.get(last) ?? []
      if (others.length < MOST_OF_A_NAME && !others.some(({ id }) => id === record.id)) others.push(record)
      found.set(last, others)
    }
  }
  return [...found.values()].flat()
}

/** The words with a capital, and their parts: Kovač of Kovač-Šimić, Sudani of al-Sudani. */
function capitalsIn(text: string): ReadonlySet<string> {
  const words = new Set<string>()
  for (const [word] of text.matchAll(capitalizedRun)) {
    const bare = foldedName(word).replace(/'s?$/, '')
    words.add(bare)
    words.add(bare.replace(/^(?:al|el|an|ar|as|ash|at|az)-/, ''))
  }
  return words
}
