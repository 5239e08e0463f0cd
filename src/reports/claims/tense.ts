import { type SaidWord, saidWord, saidWordAt } from './said-word.ts'
import { baseOfPerfect, isPlural, pastOfPerfect } from './verbs.ts'

/** Words with which a past perfect tells what came first. */
const sequence = /^(?:before|after|when|until|once|by|if|unless)$/
const condition = /^(?:if|unless|were|otherwise|provided)$/
const wordBetween =
  /^(?:already|also|never|ever|since|repeatedly|previously|recently|just|first|long|always|often|simply|only|not)$/

/**
 * Words in the speaker's tense, which the reporter has put back in time: "had used" is "used", "would stay" is "will stay".
 * What cannot be told for certain stays as it is, and so does what is quoted.
 */
export function inTenseOfSpeech(given: readonly SaidWord[]): readonly SaidWord[] {
  const words = spelledOutNegations(given)
  const isConditional = words.some(({ low }) => condition.test(low))
  const isOrdered = words.some(({ low }, at) => sequence.test(low) && isOrder(words, at))
  const said: SaidWord[] = []
  for (let at = 0; at < words.length; at++) {
    const one = saidWordAt(words, at)
    const before = words[at - 1]?.low
    if (one.low === 'would' && !one.isQuoted && !isConditional && isPlainWould(words, at)) {
      said.push({ ...one, text: 'will', low: 'will' })
      if (words[at + 1]?.low === "n't")
        said.push({ ...saidWordAt(words, ++at), text: 'not', low: 'not', isJoined: false })
    } else if (one.low === 'had' && !one.isQuoted && !isOrdered && before !== 'have' && before !== 'would') {
      const past = simplePast(words, at)
      if (past) {
        said.push(...past.words)
        at = past.last
      } else said.push(one)
    } else said.push(one)
  }
  return said
}

const short: Readonly<Record<string, string>> = { ca: 'cannot', wo: 'will', sha: 'shall' }

/** "does not", and not "doesn't". */
const spelledOutNegations = (words: readonly SaidWord[]): readonly SaidWord[] =>
  words.flatMap((one, at) => {
    if (one.low === "n't" && words[at - 1]?.low === 'ca') return []
    const whole = words[at + 1]?.low === "n't" ? short[one.low] : one.low === "n't" ? 'not' : undefined
    return whole === undefined ? [one] : [{ ...one, text: whole, low: whole, isJoined: false }]
  })

/** "by" and "after" order what happens only where a clause or a time follows; "by Russia" does not. */
function isOrder(words: readonly SaidWord[], at: number): boolean {
  const { low } = saidWordAt(words, at)
  if (low === 'by')
    return (
      /^(?:the|then|that|\d.*)$/.test(words[at + 1]?.low ?? '') &&
      /^(?:time|end|then|\d.*)$/.test(words[at + 2]?.low ?? words[at + 1]?.low ?? '')
    )
  if (low === 'once') return words[at + 1]?.pos !== 'PUNCT'
  if (/^(?:before|after|until)$/.test(low))
    return words.slice(at + 1).some(({ pos }) => pos === 'VERB' || pos === 'AUX')
  return true
}

const isPlainWould = (words: readonly SaidWord[], at: number): boolean => {
  const next = words[at + 1]?.low ?? ''
  const after = words[at + 2]?.low ?? ''
  return (
    !/^(?:have|like|rather|love|prefer|'ve)$/.test(next) &&
    !(/^(?:not|n't)$/.test(next) && /^(?:have|like)$/.test(after))
  )
}

/** "had been seen" as "was seen"; what stands between is kept before or after the verb as English has it. */
function simplePast(
  words: readonly SaidWord[],
  had: number,
): { words: SaidWord[]; last: number } | undefined {
  let at = had + 1
  while (at < words.length && (words[at]?.pos === 'ADV' || wordBetween.test(words[at]?.low ?? ''))) at++
  const verb = words[at]
  if (!verb || verb.isQuoted !== words[had]?.isQuoted) return undefined
  const middle = words.slice(had + 1, at)
  const isNot = middle.some(({ low }) => low === 'not' || low === "n't")
  const perfect = isNot ? undefined : stillTrue(words, had, at)
  if (perfect) return perfect
  if (verb.low === 'been') {
    if (!isDone(words[at + 1])) return undefined
    const plural = isPluralSubject(words, had) ?? (isOfNone(words, had) ? false : undefined)
    if (plural === undefined) return undefined
    return {
      words: [
        { ...verb, text: plural ? 'were' : 'was', low: plural ? 'were' : 'was', pos: 'AUX', isJoined: false },
        ...middle,
      ],
      last: at,
    }
  }
  if (isNot) return notDone(words, at, middle)
  if (verb.pos !== 'VERB' && verb.pos !== 'AUX') return undefined
  const past = pastOfPerfect(verb.low)
  return past === undefined ? undefined : { words: [...middle, { ...verb, text: past, low: past }], last: at }
}

/** "None of the sailors was hurt". */
const isOfNone = (words: readonly SaidWord[], had: number): boolean =>
  words.slice(0, had).findLast(({ low }) => /^(?:none|neither|each|one)$/.test(low)) !== undefined

/** "had already left", "had been closed since May": so it was when it was said. */
function stillTrue(words: readonly SaidWord[], had: number, at: number) {
  const verb = saidWordAt(words, at)
  const lasts =
    words.slice(had + 1, at).some(({ low }) => low === 'already') ||
    words.slice(at).some(({ low }) => low === 'since')
  const plural = isPluralSubject(words, had)
  if (!lasts || plural === undefined || (verb.low !== 'been' && pastOfPerfect(verb.low) === undefined))
    return undefined
  return { words: [saidWord(plural ? 'have' : 'has', 'AUX'), ...words.slice(had + 1, at + 1)], last: at }
}

/** "had been hit" is over; "had been burning" or "had been due" tells how it was before something else. */
const isDone = (next: SaidWord | undefined): boolean =>
  next !== undefined && pastOfPerfect(next.low) !== undefined

/** "had not crossed" as "did not cross". */
function notDone(words: readonly SaidWord[], at: number, middle: readonly SaidWord[]) {
  const verb = saidWordAt(words, at)
  const base = verb.pos === 'VERB' ? baseOfPerfect(verb.low) : undefined
  if (base === undefined) return undefined
  return { words: [saidWord('did', 'AUX'), ...middle, { ...verb, text: base, low: base }], last: at }
}

/** Whether more than one did it, by the head of what stands before the verb; undefined where that tells nothing. */
export function isPluralSubject(words: readonly SaidWord[], verb: number): boolean | undefined {
  let begin = verb
  while (begin > 0 && !startsNewClause(words, begin - 1)) begin--
  const subject = words.slice(begin, verb)
  const end = subject.findIndex(
    ({ pos, low }, at) => at > 0 && (pos === 'ADP' || low === 'who' || low === 'which'),
  )
  const head = (end < 0 ? subject : subject.slice(0, end)).filter(({ pos }) =>
    /^(?:NOUN|PROPN|PRON|NUM|DET)$/.test(pos),
  )
  if (subject.some(({ low }) => low === 'and')) return true
  const last = head.at(-1)
  if (!last) return undefined
  if (/^(?:number|total|majority|half|most|all|rest|part|none|some|any)$/.test(last.low)) return undefined
  return isPlural(last.text)
}

const startsNewClause = (words: readonly SaidWord[], at: number): boolean => {
  const { low, pos } = saidWordAt(words, at)
  return (
    (pos === 'PUNCT' && low !== '-') ||
    pos === 'VERB' ||
    pos === 'AUX' ||
    /^(?:that|because|while|which|who)$/.test(low)
  )
}
