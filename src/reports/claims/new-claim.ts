import { untrueClause } from '../../extraction/lexicon/act-words.ts'
import type { FigureDraft } from '../../model/claim/write.ts'
import type { ClaimKind, SpeechAct } from '../../values/vocabulary.ts'
import type { Proposal } from '../proposing/propose.ts'
import { withoutAsideClauses } from './asides.ts'
import { hasBareThing } from './bare-things.ts'
import { framed } from './cue-frames.ts'
import { isDoubtful } from './doubtful.ts'
import { figureIn } from './figure.ts'
import { withFullNames } from './full-things.ts'
import { withoutOpeningWords } from './openings.ts'
import { hasNegation, isDenial } from './polarity.ts'
import { withNames } from './pronouns.ts'
import { withoutReporter } from './reporter.ts'
import { type SaidWord, sentenceOf, sentencesOf } from './said-word.ts'
import { inTenseOfSpeech } from './tense.ts'
import { withDates } from './times.ts'
import { undenied } from './undenied.ts'
import { isWholeSentence } from './whole.ts'
import type { Whom } from './whom.ts'

/** A claim that a proposal would make. */
export interface NewClaim {
  readonly text: string
  readonly kind: ClaimKind
  readonly figure: FigureDraft | undefined
}

/** Acts whose content can be true or false, or be kept or not; the content of a demand or a feeling cannot. */
export const assertingActs: ReadonlySet<SpeechAct> = new Set([
  'STATE',
  'CLAIM_RESPONSIBILITY',
  'DENY_RESPONSIBILITY',
  'ACCUSE',
  'DENY',
  'CONFIRM',
  'DOUBT',
  'PREDICT',
  'BELIEVE',
  'PROMISE',
  'INTEND',
  'THREATEN',
  'CONDEMN',
  'SUPPORT',
])

/**
 * The claim that a proposal would make, where what is said can be told in a sentence that stands alone: no pronoun, no day
 * and no quotation mark in it means anything that stands elsewhere. A
 * denial stays with who denies: the claim says what is denied, and never the denial.
 */
export function newClaim(proposal: Proposal, whom: Whom): NewClaim | undefined {
  if (!assertingActs.has(proposal.act) || saysFalse(proposal)) return undefined
  const [sentence, another] = sentencesOf(proposal)
  // Nobody can tell which of several is the claim, or which of them is denied.
  if (!sentence || another) return undefined
  return newClaimOf(withoutReporter(withoutAsideClauses(withoutOpeningWords(sentence, true))), proposal, whom)
}

/** "The report is false": it denies what the report says, and that is told elsewhere. */
export const saysFalse = ({ act, text }: Pick<Proposal, 'act' | 'text'>): boolean =>
  act === 'DENY' && untrueClause.test(text.toLowerCase())

function newClaimOf(words: readonly SaidWord[], proposal: Proposal, whom: Whom): NewClaim | undefined {
  const voices = whom.voicesOf(proposal)
  const made =
    framed(words, proposal, voices.speaker) ??
    (isWholeSentence(words) ? { words, kind: 'OTHER' as const } : undefined)
  const dated = made && withDates(made.words, whom.dayOf(proposal))
  const named = dated && withNames(dated, voices)
  const plain = named?.filter(({ low, pos }) => low !== 'also' || pos !== 'ADV')
  const affirmed = plain && asDenied(withFullNames(inTenseOfSpeech(plain), whom.things), proposal)
  if (!made || !affirmed || !isWholeSentence(affirmed) || isDoubtful(affirmed) || hasBareThing(affirmed))
    return undefined
  const figure = figureIn(affirmed)
  const isHarm =
    figure !== undefined &&
    /\s(?:killed|dead|hurt|injured|wounded|missing|captured|displaced)$/.test(figure.unit)
  return { text: sentenceOf(affirmed), kind: isHarm ? 'CASUALTIES' : made.kind, figure }
}

/** The words on which the stance is taken: "said that it did not fire" denies that it fired. */
function asDenied(
  words: readonly SaidWord[],
  { stance, act, cue }: Proposal,
): readonly SaidWord[] | undefined {
  const text = words.map(({ text }) => text).join(' ')
  if (stance !== 'DENIES') return words
  if (/\b(?:sk|sc)eptical\b|\bdoubt/i.test(text)) return undefined
  if (!hasNegation(text)) return withoutAny(words)
  return act === 'DENY' && !isDenial(cue) && !hasNegation(cue) ? undenied(words) : undefined
}

const affirming: Readonly<Record<string, string>> = {
  anything: 'something',
  anyone: 'someone',
  anybody: 'somebody',
  anywhere: 'somewhere',
}

/** A denied sentence as a claim: denied that it had "any" part is the claim that it had "a" part. */
const withoutAny = (words: readonly SaidWord[]): readonly SaidWord[] =>
  words
    .filter(({ low }) => low !== 'any' && low !== 'ever')
    .map((one) => {
      const some = affirming[one.low]
      return some === undefined ? one : { ...one, text: some, low: some }
    })
