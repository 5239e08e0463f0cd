import type { GoldReport, GoldStatement, Wanted } from './gold.ts'
import { whereOf } from './judge-found.ts'
import { type Mark, type Measure, type Outcome, right } from './marks.ts'
import type { Came, Prediction } from './prediction.ts'
import { wordsAt } from './spans.ts'
import { cameName, isMeant, wantedName } from './whom.ts'

const pronoun = /^(?:he|she|his|her|hers|him|himself|herself)$/i

/** Whether the right one speaks; of those who are called he or she, once more by themselves. */
export function judgeSpeaker({ text }: GoldReport, gold: GoldStatement, came: Prediction): Mark[] {
  const isPronoun = pronoun.test(wordsAt(text, gold.source))
  const measured: Measure[] = isPronoun ? ['speaker', 'he or she'] : ['speaker']
  return measured.map((measure) => speakerMark(measure, gold, came.speakers))
}

function speakerMark(measure: Measure, gold: GoldStatement, came: readonly Came[]): Mark {
  const wanted = gold.speakers
  const where = whereOf(gold)
  const names = { wanted: wanted.map(wantedName).join(', '), came: came.map(cameName).join(', ') }
  const isRight =
    wanted.length === came.length &&
    wanted.every((one) => came.some((other) => isMeantHere(gold, one, other)))
  if (isRight) return right(measure, where, names.came)
  return { measure, ...fault(wanted, came), ...names, where }
}

/** Where the text has no words for the speaker, nobody and somebody who is only described are one. */
function isMeantHere({ source }: GoldStatement, wanted: Wanted, came: Came): boolean {
  const isNameless = (one: Wanted | Came) => one.is === 'open' || one.is === 'described'
  return isMeant(wanted, came) || (source.length === 0 && isNameless(wanted) && isNameless(came))
}

function fault(wanted: readonly Wanted[], came: readonly Came[]): { outcome: Outcome; kind: string } {
  if (wanted.length !== came.length)
    return { outcome: 'wrong', kind: `${came.length} for ${wanted.length} speakers` }
  const [one, other] = [wanted[0] as Wanted, came[0] as Came]
  const isOpen = came.every(({ is }) => is === 'open')
  const kind = one.is === other.is ? `another ${other.is} one` : `${other.is} for ${one.is}`
  return { outcome: isOpen ? 'open' : 'wrong', kind }
}
