import type { SaidWord } from './said-word.ts'

const timeUnit =
  /^(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies)|times?|o'clock|[ap]\.?m\.?|year-old|years-old|January|February|March|April|May|June|July|August|September|October|November|December|GMT|UTC|BC|AD)$/i
/** Words for what became of people, as a unit has them: “people killed”. */
export const harm: Readonly<Record<string, string>> = {
  killed: 'killed',
  dead: 'dead',
  died: 'dead',
  hurt: 'hurt',
  injured: 'injured',
  wounded: 'wounded',
  missing: 'missing',
  captured: 'captured',
  displaced: 'displaced',
  evacuated: 'evacuated',
}
const done =
  /^(?:shot|destroyed|damaged|lost|sunk|seized|burned|burnt|fired|launched|arrested|detained|homeless|downed|intercepted|rescued|stolen|closed|cancelled|flooded|hospitali[sz]ed)$/
const doing: Readonly<Record<string, string>> = {
  killing: 'killed',
  kills: 'killed',
  wounding: 'wounded',
  injuring: 'injured',
  hurting: 'hurt',
  displacing: 'displaced',
  destroying: 'destroyed',
  destroys: 'destroyed',
  damaging: 'damaged',
}

/** The unit of a figure: the words after the number as far as their noun, and what became of them. */
export function unitAt(words: readonly SaidWord[], from: number, begin: number): string | undefined {
  const first = words[from]
  if (first && /^(?:%|percent|percentage)$/.test(first.low)) return 'percent'
  if (first?.low === 'per' && words[from + 1]?.low === 'cent') return 'percent'
  const isToll = isTollBefore(words, begin)
  if (
    !first ||
    (first.pos !== 'NOUN' && first.pos !== 'ADJ' && first.pos !== 'PROPN' && first.pos !== 'VERB')
  )
    return isToll ? 'people dead' : undefined
  if (harm[first.low] && first.pos !== 'NOUN') return `people ${harm[first.low]}`
  if (timeUnit.test(first.text) || first.text.startsWith('-')) return undefined
  const noun = nounFrom(words, from)
  if (!noun) return isToll ? 'people dead' : undefined
  const result = resultOf(words, begin, noun.end)
  return result ? `${noun.text} ${result}` : isToll ? 'people dead' : noun.text
}

/** "The death toll is 500". */
const isTollBefore = (words: readonly SaidWord[], begin: number): boolean =>
  words.slice(0, begin).some(({ low }) => low === 'toll') ||
  /\bnumber of (?:the )?dead\b/.test(
    words
      .slice(0, begin)
      .map(({ low }) => low)
      .join(' '),
  )

function nounFrom(words: readonly SaidWord[], from: number): { text: string; end: number } | undefined {
  let end = from
  while (
    end < words.length &&
    end - from < 4 &&
    /^(?:ADJ|NOUN|PROPN)$/.test(words[end]?.pos ?? '') &&
    !harm[words[end]?.low ?? '']
  )
    end++
  const last = words[end - 1]
  if (end === from || !last || (last.pos !== 'NOUN' && last.pos !== 'PROPN') || timeUnit.test(last.text))
    return undefined
  const text = words
    .slice(from, end)
    .map(({ text, isJoined }, at) => (at > 0 && !isJoined ? ` ${text}` : text))
    .join('')
  return { text, end }
}

/** What became of those who are counted: "were killed", "was shot down", or before them "killed", "killing". */
function resultOf(words: readonly SaidWord[], begin: number, end: number): string | undefined {
  const after = words.slice(end, end + 8)
  const verb = after.findIndex(({ pos, low }) => pos === 'VERB' || harm[low] !== undefined || done.test(low))
  const low = after[verb]?.low ?? ''
  const isPassive =
    after.slice(0, verb).some(({ low }) => /^(?:was|were|been|be|are|is|being|dead)$/.test(low)) || verb === 0
  const isNegated = after.slice(0, verb).some(({ low }) => /^(?:not|n't|never)$/.test(low))
  if (verb >= 0 && !isNegated && (low === 'died' || low === 'dead' || isPassive)) {
    if (harm[low]) return harm[low]
    if (done.test(low)) return after[verb + 1]?.low === 'down' ? `${low} down` : low
  }
  const before = words
    .slice(Math.max(0, begin - 5), begin)
    .findLast(({ pos, low }) => pos === 'VERB' || harm[low] !== undefined)
  if (!before) return undefined
  return (
    doing[before.low] ??
    (/^(?:killed|injured|wounded|hurt|captured|displaced|destroyed|damaged|lost)$/.test(before.low)
      ? before.low
      : undefined)
  )
}
