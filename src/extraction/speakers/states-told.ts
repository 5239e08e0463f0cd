import { stateCalled } from '../lexicon/states.ts'
import type { KnownActors } from './known-actors.ts'
import { peoplesOf } from './state-index.ts'

/** Things that a state has, and no party, town or person. */
const ownedOnlyByStates =
  '(?:(?:foreign|defen[cs]e|interior|energy|finance|justice|health|transport|trade|prime|deputy)\\s+)*(?:ministr(?:y|ies)|ministers?|army|navy|air force|armed forces|coast ?guard|ambassador|embassy|foreign office)'
const ownedByState = new RegExp(
  `(?<!\\p{L})(\\p{Lu}\\p{Ll}{2,20}(?: \\p{Lu}\\p{Ll}{2,20})?)(['’]s?)?\\s+${ownedOnlyByStates}(?!\\p{L})`,
  'gu',
)
const capitalizedWord = /(?<!\p{L})\p{Lu}\p{Ll}{2,20}(?!\p{L})/gu
const neighbour = /(?<!\p{L})neighbou?ring (\p{Lu}\p{Ll}{2,20})(?!\p{L})/gu
const MOST_STATES_TOLD = 50

/** States that nobody knows, neither the graph nor our tables, but of which a text has a ministry, an army or an envoy. */
export function statesTold(text: string, known: KnownActors): string[] {
  const isNew = (name: string) => /^\p{Lu}/u.test(name) && !stateCalled(name) && !known.named(name)
  const found = new Set<string>()
  const peoples = new Set<string>()
  let looks = 0
  for (const [, name = '', mark] of text.matchAll(ownedByState)) {
    if (++looks > MOST_STATES_TOLD) break
    if (isNew(name)) (mark ? found : peoples).add(name)
  }
  if (peoples.size > 0) for (const name of statesOf(peoples, text)) if (isNew(name)) found.add(name)
  for (const [, name = ''] of text.matchAll(neighbour))
    if (found.size < MOST_STATES_TOLD && isNew(name)) found.add(name)
  return [...found].filter((name) => !isLastNameIn(name, text))
}

/** "Tarsk" for "Tarskian", where the text has both. */
const statesOf = (peoples: ReadonlySet<string>, text: string): string[] =>
  [...new Set(text.match(capitalizedWord))].filter((name) =>
    peoplesOf(name).some((people) => peoples.has(people)),
  )

/** "Ferenc’s ministers", of one who is called Milo Ferenc elsewhere. */
const isLastNameIn = (name: string, text: string): boolean =>
  new RegExp(`(?<!\\p{L})\\p{Lu}\\p{Ll}+ ${name}(?!\\p{L})`, 'u').test(text)
