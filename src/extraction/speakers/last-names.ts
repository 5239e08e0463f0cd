import { plainLetters } from '../../text/fold.ts'
import { capitalizedWithin } from '../lexicon/full-names.ts'
import { isTitleWord } from '../lexicon/titles.ts'
import type { KnownActor } from './known-actors.ts'
import { isCapital, isNoName } from './name-context.ts'
import { PhraseIndex, type Words, wordAt } from './phrase-index.ts'

/** A person of the graph who alone has this last name. */
export interface LastNamed {
  readonly slug: string
  readonly last: string
  readonly names: readonly string[]
}

const bornBy = (actor: KnownActor): LastNamed[] =>
  actor.type === 'PERSON'
    ? actor.names.flatMap((name) => {
        const last = /\s(\p{Lu}[\p{L}'’-]+)$/u.exec(name)?.[1]
        return last ? [{ slug: actor.slug, last, names: actor.names }] : []
      })
    : []

/** Last names that only one of these has. */
export function knownLastNames(actors: readonly KnownActor[]): PhraseIndex<LastNamed> {
  const all = new Map<string, LastNamed | null>()
  for (const one of actors.flatMap(bornBy)) {
    const last = plainLetters(one.last)
    const known = all.get(last)
    all.set(last, known === undefined || known?.slug === one.slug ? one : null)
  }
  const index = new PhraseIndex<LastNamed>()
  for (const [last, one] of all) if (one) index.add(last, one)
  return index
}

/**
 * Whether a last name stands for that person: alone or behind a title, and not behind another first name or before a
 * further one (Ivan Kravets Street). Where a sentence begins, any word has a capital.
 */
export function isThatPerson({ last, names }: LastNamed, words: Words, at: number, text: string): boolean {
  const end = at + numberOfWords(last) - 1
  const [before, after] = [wordAt(words, at, at - 1), wordAt(words, end, end + 1)]
  if (isCapital(after) && !isNoName(after)) return false
  if (isCapital(before) && !isNoName(before))
    return isTitleWord(before) || names.some((name) => plainLetters(name).split(/\s+/).includes(before))
  if (isNoName(last)) return false
  return before !== '' && !isCapital(before)
    ? true
    : capitalizedWithin(last, text) || names.some((name) => text.includes(name))
}

const numberOfWords = (name: string): number => name.match(/[\p{L}\p{N}]+/gu)?.length ?? 1
