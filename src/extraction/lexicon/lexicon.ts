import type { Certainty, Stance } from '../../values/vocabulary.ts'
import type { CueAct } from '../attribution.ts'
import { verbCues } from './cue-verbs.ts'
import { inflect, type VerbForm } from './inflect.ts'

/**
 * Kinds of content that may follow a cue: quote, clause (that, whether, or bare), object (a noun phrase), infinitive (to
 * …), gerund (…ing), told (an addressee, then quote or clause), urged (an addressee, then to …), as (a noun phrase, then
 * as …).
 */
const kindsOfContent = [
  'quote',
  'clause',
  'object',
  'infinitive',
  'gerund',
  'told',
  'urged',
  'passive',
  'light',
  'as',
] as const
export type Takes = (typeof kindsOfContent)[number]

export interface VerbCue {
  verb: string
  /** Words after the verb that belong to the cue: call *for*. */
  particles: string[]
  takes: ReadonlySet<Takes>
  act: CueAct
  stance: Stance
  certainty: Certainty
  /** Speech by itself; the others only where the form is beyond doubt, and never in precise mode. */
  core: boolean
}

export interface VerbSense {
  form: VerbForm
  /** Those with the longest particles first. */
  cues: VerbCue[]
}

/** Every inflected form of every cue verb. */
export const senses: Map<string, VerbSense[]> = sensesByForm()

function sensesByForm(): Map<string, VerbSense[]> {
  const byVerb = new Map<string, VerbCue[]>()
  for (const row of verbCues) {
    const [takes, act, words, marks = ''] = row
    for (const word of words.split(/\s+/).filter(Boolean)) {
      const [verb = '', ...particles] = word.split('+')
      const cue: VerbCue = {
        verb,
        particles,
        takes: new Set(kindsOfContent.filter((kind) => takes.split(' ').includes(kind))),
        act,
        stance: marks.includes('denies') ? 'DENIES' : marks.includes('open') ? 'UNCOMMITTED' : 'AFFIRMS',
        certainty: marks.includes('possible')
          ? 'POSSIBLE'
          : marks.includes('probable')
            ? 'PROBABLE'
            : 'CERTAIN',
        core: marks.includes('core'),
      }
      byVerb.set(verb, [...(byVerb.get(verb) ?? []), cue])
    }
  }
  const forms = new Map<string, VerbSense[]>()
  for (const [verb, cues] of byVerb) {
    cues.sort((a, b) => b.particles.length - a.particles.length)
    for (const [form, word] of inflect(verb)) {
      forms.set(word, [...(forms.get(word) ?? []), { form, cues }])
    }
  }
  return forms
}
