import type { Certainty, CueAct, Stance } from '../attribution.ts'
import { type Form, inflect } from './inflect.ts'
import type { VerbRow } from './verb-row.ts'
import { russianVerbs } from './verbs-russian.ts'
import { ukrainianVerbs } from './verbs-ukrainian.ts'

export type Slavic = 'ru' | 'uk'

export interface Meaning {
  readonly act: CueAct
  readonly stance: Stance
  readonly certainty: Certainty
}

/** A form of a verb of saying, and what the verb takes with what meaning. */
export interface VerbSense {
  readonly lemma: string
  readonly form: Form
  readonly takes: ReadonlyMap<string, Meaning>
}

const meaningOf = ([, act, , marks = '']: VerbRow): Meaning => ({
  act,
  stance: marks.includes('denies') ? 'DENIES' : marks.includes('open') ? 'UNCOMMITTED' : 'AFFIRMS',
  certainty: marks.includes('possible') ? 'POSSIBLE' : marks.includes('probable') ? 'PROBABLE' : 'CERTAIN',
})

/** "йдеться у повідомленні": it says, in a statement; a form that no verb of saying has. */
const REPORTED = 'йдеться'
const plainly: Meaning = { act: 'STATE', stance: 'AFFIRMS', certainty: 'CERTAIN' }
const said = new Map([
  ['quote', plainly],
  ['clause', plainly],
])

function sensesOf(rows: readonly VerbRow[], language: Slavic): ReadonlyMap<string, VerbSense> {
  const verbs = new Map<string, Map<string, Meaning>>()
  for (const row of rows)
    for (const verb of row[2].split(/\s+/).filter(Boolean)) {
      const takes = verbs.get(verb) ?? new Map<string, Meaning>()
      for (const kind of row[0].split(' ')) takes.set(kind, meaningOf(row))
      verbs.set(verb, takes)
    }
  const senses = new Map<string, VerbSense>()
  for (const [verb, takes] of verbs) {
    const lemma = verb.split('=')[0] as string
    for (const [word, form] of inflect(verb, language))
      if (!senses.has(word)) senses.set(word, { lemma, form, takes })
  }
  if (language === 'uk')
    senses.set(REPORTED, {
      lemma: REPORTED,
      form: { kind: 'passive', number: undefined, gender: undefined },
      takes: said,
    })
  return senses
}

const bySlavic = { ru: sensesOf(russianVerbs, 'ru'), uk: sensesOf(ukrainianVerbs, 'uk') }

/** The verb of saying that a word in small letters is a form of. */
export const senseOf = (low: string, language: Slavic): VerbSense | undefined => bySlavic[language].get(low)

/** How many verbs a language has here. */
export const verbsOf = (language: Slavic): ReadonlySet<string> =>
  new Set([...bySlavic[language].values()].map(({ lemma }) => lemma))
