import type { ClaimKind } from '../../values/vocabulary.ts'
import type { Proposal } from '../proposing/propose.ts'
import type { Called } from '../proposing/voices.ts'
import { beOf, deedOf, doneOf, infinitiveOf, isNounsOnly, subjectOf } from './deeds.ts'
import { type SaidWord, saidWord } from './said-word.ts'
import { isPluralSubject } from './tense.ts'

/** Makes a sentence of a content, depending on the words that introduce it. */
export interface Framed {
  readonly words: readonly SaidWord[]
  readonly kind: ClaimKind
}

type Frame = (
  words: readonly SaidWord[],
  proposal: Proposal,
  speaker: Called | undefined,
) => Framed | undefined

/**
 * A sentence made of what is none by itself: accused Russia of shelling the town, denied taking money, put the death toll at
 * 500. Undefined where the cue and the words do not tell for certain who did what.
 */
export function framed(
  words: readonly SaidWord[],
  proposal: Proposal,
  speaker: Called | undefined,
): Framed | undefined {
  for (const frame of frames) {
    const made = frame(words, proposal, speaker)
    if (made) return made
  }
  return undefined
}

const isCueOf = (cue: string, verbs: RegExp): boolean => verbs.test(cue.toLowerCase())

/** "Russia of shelling the town", "two men of fraud". */
const accused: Frame = (words, { cue, act }) => {
  if (act !== 'ACCUSE' && act !== 'BELIEVE') return undefined
  const preposition = isCueOf(cue, /\b(?:accus|suspect|convict|guilty)/)
    ? 'of'
    : isCueOf(cue, /\bblam/)
      ? 'for'
      : isCueOf(cue, /\bcharg/)
        ? 'with'
        : undefined
  const at = words.findIndex(({ low }) => low === preposition)
  const whom = words.slice(0, at)
  if (at < 1 || !isNounsOnly(whom)) return undefined
  const did = deedOf(words.slice(at + 1), whom)
  return did && { words: [...whom, ...did], kind: 'RESPONSIBILITY' }
}

/** "denied taking money", "admitted having seen the letter". */
const ownDeed: Frame = (words, { cue }, speaker) => {
  if (
    !speaker ||
    !isCueOf(cue, /\b(?:den(?:y|ies|ied|ying)|admit|confess|acknowledg|confirm|plead\w* guilty to)/)
  )
    return undefined
  const rest = words[0]?.low === 'to' ? words.slice(1) : words
  if (rest[0]?.pos !== 'VERB' && rest[0]?.pos !== 'AUX') return undefined
  const subject = subjectOf(speaker)
  const did = doneOf(rest, subject)
  return did && { words: [...subject, ...did], kind: 'OTHER' }
}

/** "claimed to have seen the plane", "claims to control the town". */
const claimed: Frame = (words, { cue }, speaker) => {
  if (!speaker || words[0]?.low !== 'to' || !isCueOf(cue, /\b(?:claim|profess|purport)/)) return undefined
  const subject = subjectOf(speaker)
  const did = infinitiveOf(words.slice(1), subject)
  return did && { words: [...subject, ...did], kind: 'OTHER' }
}

/** "the fire … to have started in the kitchen", of what is believed, said, expected. */
const raisedDeed: Frame = (words, { cue }) => {
  const later = isCueOf(cue, /\b(?:expected|predicted|forecast|projected)\b/)
  if (
    !later &&
    !isCueOf(
      cue,
      /\b(?:believed|said|thought|reported|known|understood|alleged|rumou?red|suspected|feared|presumed)\b/,
    )
  )
    return undefined
  const at = words.findIndex(({ low }) => low === 'to')
  const whom = words.slice(0, at)
  if (at < 1 || !isNounsOnly(whom)) return undefined
  const rest = words.slice(at + 1)
  const did = later && rest[0]?.low !== 'have' ? [saidWord('will', 'AUX'), ...rest] : infinitiveOf(rest, whom)
  return did && { words: [...whom, ...did], kind: 'OTHER' }
}

/** "claimed responsibility for the attack", "denied any involvement in it". */
const responsible: Frame = (words, { act, cue }, speaker) => {
  if (!speaker || (act !== 'CLAIM_RESPONSIBILITY' && act !== 'DENY_RESPONSIBILITY' && act !== 'DENY'))
    return undefined
  const rest = words.filter(({ low }, at) => at > 1 || !/^(?:any|all|its|their|his|her|our)$/.test(low))
  const what = /^(?:involvement|role|part)$/.test(rest[0]?.low ?? '')
    ? 'involved in'
    : isResponsibility(rest, cue)
      ? 'responsible for'
      : undefined
  const deed = /^(?:involvement|role|part|responsibility)$/.test(rest[0]?.low ?? '') ? rest.slice(2) : rest
  if (!what || !isNounsOnly(deed)) return undefined
  const subject = subjectOf(speaker)
  return {
    words: [...subject, saidWord('was', 'AUX'), ...what.split(' ').map((one) => saidWord(one)), ...deed],
    kind: 'RESPONSIBILITY',
  }
}

const isResponsibility = (words: readonly SaidWord[], cue: string): boolean =>
  (words[0]?.low === 'responsibility' && words[1]?.low === 'for') || isCueOf(cue, /\bresponsibility for$/)

/** "the attack as an act of terror". */
const describedAs: Frame = (words, { cue, act }) => {
  if (act !== 'STATE' || !isCueOf(cue, /\b(?:describ|characteri[sz]|portray|depict|denounc|condemn)/))
    return undefined
  const at = words.findIndex(({ low }) => low === 'as')
  const what = words.slice(0, at)
  if (at < 1 || !isNounsOnly(what) || !/^(?:the|DET|PROPN)$/.test(what[0]?.pos ?? '')) return undefined
  const be = beOf(what)
  const rest = words.slice(at + 1)
  if (!be || !/^(?:DET|ADJ|NOUN|PROPN)$/.test(rest[0]?.pos ?? '')) return undefined
  return { words: [...what, saidWord(be, 'AUX'), ...rest], kind: 'OTHER' }
}

/** "the death toll at 500", "the damage at $4 million". */
const put: Frame = (words, { cue }) => {
  if (!isCueOf(cue, /^(?:has |had |have )?(?:put|puts|putting|estimat\w+|set)\b/)) return undefined
  const at = words.findIndex(({ low }) => low === 'at')
  const what = words.slice(0, at)
  const rest = words.slice(at + 1)
  if (at < 1 || !isNounsOnly(what) || !rest.slice(0, 4).some(({ pos }) => pos === 'NUM')) return undefined
  const plural = isPluralSubject(what, what.length)
  const be =
    plural === true && !/^number/.test(what.find(({ pos }) => pos === 'NOUN')?.low ?? '') ? 'are' : 'is'
  const isToll = what.some(({ low }) => /^(?:toll|deaths|dead|casualties)$/.test(low))
  return { words: [...what, saidWord(be, 'AUX'), ...rest], kind: isToll ? 'CASUALTIES' : 'OTHER' }
}

/** "any suggestion that the town was shelled", of those who reject it. */
const rejected: Frame = (words, { stance }) => {
  if (stance !== 'DENIES') return undefined
  const at = words.findIndex(({ low }) => low === 'that')
  const noun = words.slice(0, at).find(({ pos }) => pos === 'NOUN')
  if (
    at < 1 ||
    at > 8 ||
    !noun ||
    !toldVerb.test(noun.low) ||
    words.slice(0, at).some(({ pos }) => pos === 'VERB' || pos === 'AUX')
  )
    return undefined
  return { words: words.slice(at + 1), kind: 'OTHER' }
}

const toldVerb =
  /^(?:suggestion|claim|report|accusation|allegation|rumou?r|talk|charge|assertion|idea|notion|possibility|speculation|theory)s?$/

const frames = [accused, rejected, responsible, ownDeed, claimed, raisedDeed, describedAs, put]
