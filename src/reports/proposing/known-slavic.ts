import { bodyAt } from '../../extraction/slavic/bodies.ts'
import { firstNameKeys } from '../../extraction/slavic/first-names.ts'
import { slavicKeyOf, slavicKeysOf } from '../../extraction/slavic/keys.ts'
import { writtenFormsOf } from '../../extraction/slavic/written-forms.ts'
import type { NameRecord, NameStore, Time } from '../../model/entity/name-store.ts'
import { type Steps, waitFor } from '../../sql/engine.ts'
import { foldedName } from '../../text/fold.ts'
import { type KnownNodes, knownOf } from './known.ts'

/** A word with what hyphens and apostrophes join to it. */
export const compoundWord = /[\p{L}\p{N}]+(?:['’ʼ-][\p{L}\p{N}]+)*/gu

/**
 * Those of a graph whom a text in Russian or Ukrainian can mean. A name stands there in any case, and the graph has it in
 * one, and perhaps in Latin letters only: it is asked for the forms that a word may have there, and what it gives is
 * compared by what the endings leave.
 */
export function* knownInSlavic(text: string, names: NameStore, time: Time): Steps<KnownNodes> {
  const words = text.match(compoundWord) ?? []
  const keys = new Set(words.flatMap((one) => [slavicKeyOf(one), ...firstNameKeys(one)]))
  const english = englishIn(words)
  const capitals = new Set(words.filter((one) => /^\p{Lu}/u.test(one)))
  const asked = new Set([...[...capitals].flatMap(writtenFormsOf), ...english])
  const found = yield* waitFor(names.keyed([...asked].filter((one) => one.length > 1)))
  const isMeant = ({ name, type }: NameRecord) =>
    type === 'PERSON' ? isPerson(name, keys) : isThere(name, keys, english)
  const states = yield* waitFor(names.states())
  const meant = [...found.filter(isMeant), ...states].map(({ id }) => id)
  return yield* knownOf(names, yield* waitFor(names.upward([...new Set(meant)], time)), time)
}

/** The words of what bodies that a text names are called in English. */
function englishIn(words: readonly string[]): Set<string> {
  const english = new Set<string>()
  for (let at = 0; at < words.length; at++)
    for (const name of bodyAt(words, at)?.english ?? [])
      for (const part of foldedName(name).match(compoundWord) ?? []) english.add(part)
  return english.has('defence') ? english.add('defense') : english
}

/** A person is meant by the last name; the first, where it is there, tells two of that name apart when they are looked up. */
const isPerson = (name: string, keys: ReadonlySet<string>): boolean => {
  const parts = name.trim().split(/\s+/)
  return parts.length > 1 && keys.has(slavicKeyOf(parts.at(-1) as string))
}

const ofStates = /^(?:of|the|for|and|ukrain|russia|russian|us|united|states|american|british|uk)/

function isThere(name: string, keys: ReadonlySet<string>, english: ReadonlySet<string>): boolean {
  const own = slavicKeysOf(name)
  if (own.length > 0 && own.every((key) => keys.has(key))) return true
  const parts = foldedName(name).match(compoundWord) ?? []
  return (
    parts.some((part) => english.has(part)) && parts.every((part) => english.has(part) || ofStates.test(part))
  )
}
