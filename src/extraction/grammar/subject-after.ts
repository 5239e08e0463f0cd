import { senses } from '../lexicon/lexicon.ts'
import { joiners, relatives, timeNouns } from '../lexicon/words.ts'
import type { Tokens } from '../text/token-arrays.ts'
import { isPossessiveWord } from './noun-head.ts'
import type { TokenRange } from './phrase.ts'

/** Longer subjects are sentences that a rule has misread. */
const MAX = 60

/** The subject that follows its verb: "…", said the minister of defence. */
export function subjectAfter(t: Tokens, i: number, last: number): TokenRange | undefined {
  let j = i
  let end = i
  let who = false
  for (; j < last && j - i < MAX && t.quote[j] === t.quote[i]; j++) {
    const pos = t.posAt(j)
    const w = t.lowAt(j)
    if (w === '(') {
      let close = j + 1
      while (close < last && close - j < 12 && t.word[close] !== ')') close++
      if (t.word[close] !== ')' || close >= last) break
      j = close
      end = j + 1
      continue
    }
    if (w === ',') {
      if (end === i || !describesAfter(t, j + 1, last)) break
      continue
    }
    if (who && pos !== 'PUNCT' && !/^(while|when)$/.test(w)) {
      end = j + 1
      continue
    }
    if (pos === 'PRON' && j === i)
      return /^(some|many|one|both|those)$/.test(w) ? continuePhrase(t, j, last) : [i, j + 1]
    if (
      timeNouns.has(w) &&
      (pos === 'PROPN' || t.low[j - 1] === 'last' || t.low[j - 1] === 'this') &&
      j > i &&
      t.low[j + 1] !== "'s"
    )
      break
    if (
      pos === 'NOUN' ||
      pos === 'PROPN' ||
      pos === 'NUM' ||
      (t.pos[j - 1] === 'PROPN' && j > i && /^\p{Lu}/u.test(t.wordAt(j)))
    )
      end = j + 1
    else if (j === i && isNameByCapital(t, j)) end = j + 1
    else if (relatives.has(w) && end > i) {
      if (w === 'that' && !(t.pos[j - 1] === 'NOUN' && t.word.slice(i, j).includes(','))) break
      who = true
    } else if (pos === 'ADP') {
      if (end === i) return undefined
      if (!joiners.has(w)) break
      if (!who && /^(in|on|at|to|about|by|with|after|during|through)$/.test(w) && bareName(t, i, j)) break
      if (
        /^(in|on|during|at)$/.test(w) &&
        /^(an?|interview|statement)$/.test(t.lowAt(j + 1)) &&
        /^(interview|statement|news|telephone|phone|speech|email|tweet|conference|radio)$/.test(
          t.lowAt(j + 2),
        )
      )
        break
    } else if (
      w === 'and' ||
      (/^(now|currently|formerly|managing|acting|founding)$/.test(w) && j > end) ||
      pos === 'DET' ||
      pos === 'ADJ' ||
      pos === 'PART' ||
      isPossessiveWord(w) ||
      w === '-' ||
      w === '–' ||
      w === '&' ||
      w === '.'
    ) {
    } else if (pos === 'VERB' && j > i && (who || /(ing|ed)$/.test(w))) {
      if (who) end = j + 1
    } else if (who && (pos === 'AUX' || pos === 'ADV')) continue
    else break
  }
  return end > i && (t.pos[i] !== 'VERB' || isNameByCapital(t, i)) ? [i, end] : undefined
}

/** "said Josh Bivens": a capital after a small letter makes a name of what may be a verb. */
const isNameByCapital = (t: Tokens, i: number) =>
  /^(VERB|AUX|ADJ|ADV)$/.test(t.posAt(i)) &&
  /^\p{Lu}\p{Ll}/u.test(t.wordAt(i)) &&
  /^\p{Ll}/u.test(t.wordAt(i - 1))

function continuePhrase(t: Tokens, j: number, last: number): TokenRange {
  const rest = t.pos[j + 1] === 'ADP' && j + 1 < last ? subjectAfter(t, j + 2, last) : undefined
  return [j, rest ? rest[1] : j + 1]
}

function describesAfter(t: Tokens, i: number, last: number): boolean {
  if (i >= last) return false
  const pos = t.posAt(i)
  const w = t.lowAt(i)
  if (w === 'who') {
    const verb = t.pos[i + 1] === 'ADV' ? i + 2 : i + 1
    return !senses.get(t.lowAt(verb))?.some((s) => s.cues.some((c) => c.core))
  }
  if (timeNouns.has(w)) return false
  if (/^(managing|acting|founding|founder|speaking)$/.test(w)) return true
  if (/^(now|formerly|currently)$/.test(w)) return t.pos[i + 1] === 'DET'
  if (w === 'of') return t.pos[i + 1] === 'PROPN'
  return (
    pos === 'DET' ||
    pos === 'NOUN' ||
    pos === 'NUM' ||
    isPossessiveWord(w) ||
    (pos === 'PROPN' && !timeNouns.has(w)) ||
    (pos === 'ADJ' && t.pos[i + 1] !== 'PUNCT')
  )
}

const bareName = (t: Tokens, i: number, j: number) => {
  const words = t.pos.slice(i, j)
  return words.every((p) => p === 'PROPN') || (t.pos[j - 1] === 'PROPN' && words.length <= 6)
}
