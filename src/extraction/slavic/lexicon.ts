import { type CueMeaning, plainlySaid } from '../attribution.ts'
import { inflectSlavic, type SlavicVerbForm } from './inflect.ts'
import type { SlavicVerbRow } from './verb-row.ts'
import { russianVerbs } from './verbs-russian.ts'
import { ukrainianVerbs } from './verbs-ukrainian.ts'

export type Slavic = 'ru' | 'uk'

/** A form of a verb of saying, and what the verb takes with what meaning. */
export interface SlavicVerbSense {
  readonly lemma: string
  readonly form: SlavicVerbForm
  readonly takes: ReadonlyMap<string, CueMeaning>
}

const meaningOf = ([, act, , marks = '']: SlavicVerbRow): CueMeaning => ({
  act,
  stance: marks.includes('denies') ? 'DENIES' : marks.includes('open') ? 'UNCOMMITTED' : 'AFFIRMS',
  certainty: marks.includes('possible') ? 'POSSIBLE' : marks.includes('probable') ? 'PROBABLE' : 'CERTAIN',
})

/** "йдеться у повідомленні": it says, in a statement; a form that no verb of saying has. */
const REPORTED = 'йдеться'
const reportedTakes = new Map([
  ['quote', plainlySaid],
  ['clause', plainlySaid],
])

function sensesOf(rows: readonly SlavicVerbRow[], language: Slavic): ReadonlyMap<string, SlavicVerbSense> {
  const verbs = new Map<string, Map<string, CueMeaning>>()
  for (const row of rows)
    for (const verb of row[2].split(/\s+/).filter(Boolean)) {
      const takes = verbs.get(verb) ?? new Map<string, CueMeaning>()
      for (const kind of row[0].split(' ')) takes.set(kind, meaningOf(row))
      verbs.set(verb, takes)
    }
  const senses = new Map<string, SlavicVerbSense>()
  for (const [verb, takes] of verbs) {
    const lemma = verb.split('=')[0] as string
    for (const [word, form] of inflectSlavic(verb, language))
      if (!senses.has(word)) senses.set(word, { lemma, form, takes })
  }
  if (language === 'uk')
    senses.set(REPORTED, {
      lemma: REPORTED,
      form: { kind: 'passive', number: undefined, gender: undefined },
      takes: reportedTakes,
    })
  return senses
}

const bySlavic = { ru: sensesOf(russianVerbs, 'ru'), uk: sensesOf(ukrainianVerbs, 'uk') }

/** The verb of saying that a word in small letters is a form of. */
export const senseOf = (low: string, language: Slavic): SlavicVerbSense | undefined =>
  bySlavic[language].get(low)

/** How many verbs a language has here. */
export const verbsOf = (language: Slavic): ReadonlySet<string> =>
  new Set([...bySlavic[language].values()].map(({ lemma }) => lemma))
