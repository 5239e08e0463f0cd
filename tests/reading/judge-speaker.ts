import type { Span } from '../../src/extraction/attribution.ts'
import type { GoldReport, GoldStatement, Wanted } from './gold.ts'
import { whereOf } from './judge-found.ts'
import { type Mark, type Measure, type Outcome, right } from './marks.ts'
import type { Came, Prediction } from './prediction.ts'
import { shared, wordsAt } from './spans.ts'
import { cameName, isMeant, wantedName } from './whom.ts'

const pronoun = /^(?:he|she|his|her|hers|him|himself|herself)$/i

/** Whether the right one speaks; of those who are called he or she, once more by themselves. */
export function judgeSpeaker({ text }: GoldReport, gold: GoldStatement, came: Prediction): Mark[] {
  const isPronoun = pronoun.test(wordsAt(text, gold.source))
  const measured: Measure[] = isPronoun ? ['speaker', 'he or she'] : ['speaker']
  return measured.map((measure) => speakerMark(measure, gold, came))
}

function speakerMark(measure: Measure, gold: GoldStatement, prediction: Prediction): Mark {
  const [wanted, came] = [gold.speakers, prediction.speakers]
  const where = whereOf(gold)
  const names = { wanted: wanted.map(wantedName).join(', '), came: came.map(cameName).join(', ') }
  if (areMeant(gold, prediction)) return right(measure, where, names.came)
  return { measure, ...fault(wanted, came), ...names, where }
}

/** Each of those who speak is one of those who are meant, and there are as many. */
function areMeant(gold: GoldStatement, { speakers, source }: Prediction): boolean {
  const left = [...gold.speakers]
  for (const came of speakers) {
    const at = left.findIndex((wanted) => isMeantHere(gold, wanted, came, source))
    if (at < 0) return false
    left.splice(at, 1)
  }
  return left.length === 0
}

/**
 * Where the text has no words for the speaker, nobody and somebody who is only described are one. Else whoever is only
 * described must be so by the same words.
 */
function isMeantHere({ source }: GoldStatement, wanted: Wanted, came: Came, words: readonly Span[]): boolean {
  const isNameless = (one: Wanted | Came) => one.is === 'open' || one.is === 'described'
  if (source.length === 0 && isNameless(wanted)) return isNameless(came)
  return isMeant(wanted, came) && (wanted.is !== 'described' || shared(source, words) > 0)
}

function fault(wanted: readonly Wanted[], came: readonly Came[]): { outcome: Outcome; kind: string } {
  if (wanted.length !== came.length)
    return { outcome: 'wrong', kind: `${came.length} for ${wanted.length} speakers` }
  const [one, other] = [wanted[0] as Wanted, came[0] as Came]
  const isOpen = came.every(({ is }) => is === 'open')
  const kind = one.is === other.is ? `another ${other.is} one` : `${other.is} for ${one.is}`
  return { outcome: isOpen ? 'open' : 'wrong', kind }
}
