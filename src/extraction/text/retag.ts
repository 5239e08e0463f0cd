import { senses } from '../lexicon/lexicon.ts'
import type { Tokens, Unit } from './token-arrays.ts'

/** Mends what the tagger gets wrong most: names that are words too, and the apostrophe of "the boys' father". */
export function retag(t: Tokens): void {
  for (const unit of t.units) {
    const isTitle = isTitleCase(t, unit)
    for (let i = unit.first; i < unit.last; i++) {
      const pos = t.posAt(i)
      if (pos === 'PUNCT' && isPossessiveApostrophe(t, i)) t.pos[i] = 'PART'
      else if (
        /^(VERB|ADV|ADJ|INTJ|AUX)$/.test(pos) &&
        startsWithCapitalAt(t, i) &&
        isMistaggedName(t, i, unit, isTitle)
      )
        t.pos[i] = 'PROPN'
      else if (pos === 'ADJ' && isPersonNoun(t, i)) t.pos[i] = 'NOUN'
    }
  }
}

/** "Israel's military", "Its highways chief": who is called by a word that describes as well, where nothing is described. */
const isPersonNoun = (t: Tokens, i: number) =>
  /^(?:military|chief|official|executive|representative|militant|insurgent|separatist|regular|elder)s?$/.test(
    t.lowAt(i),
  ) &&
  t.quote[i] === t.quote[i - 1] &&
  /^(?:DET|NOUN|PROPN|ADJ|PART)$/.test(t.posAt(i - 1)) &&
  /^(?:VERB|AUX|PUNCT|ADP)$/.test(t.posAt(i + 1))

const startsWithCapitalAt = (t: Tokens, i: number) => /^\p{Lu}\p{Ll}/u.test(t.wordAt(i))

const isPossessiveApostrophe = (t: Tokens, i: number) =>
  t.low[i] === "'" && t.quote[i] === -1 && t.lowAt(i - 1).endsWith('s') && t.begin[i] === t.end[i - 1]

/** A capital inside a sentence makes a name; at its start, a name or a verb of saying after it does. */
function isMistaggedName(t: Tokens, i: number, unit: Unit, isTitle: boolean): boolean {
  if (isTitle) return false
  const pos = t.pos[i]
  const before = t.pos[i - 1]
  if (pos === 'AUX')
    return /^(will|may)$/.test(t.lowAt(i)) && t.pos[i + 1] === 'PROPN' && /^\p{Ll}/u.test(t.wordAt(i - 1))
  if (
    i === unit.first ||
    t.quote[i] !== t.quote[i - 1] ||
    (before === 'PUNCT' && !/^[,(-]$/.test(t.wordAt(i - 1)))
  )
    return pos !== 'ADJ' && isNameAtStart(t, i)
  if (pos !== 'ADJ') return true
  const after = t.pos[i + 1]
  return before === 'PROPN' && after !== 'NOUN' && after !== 'ADJ'
}

function isNameAtStart(t: Tokens, i: number): boolean {
  const word = t.lowAt(i)
  if (noNames.has(word)) return false
  if (isReportingVerb(t.low[i + 1])) return true
  return t.pos[i] === 'VERB' && t.pos[i + 1] === 'PROPN' && !/(ing|ed)$/.test(word) && !senses.has(word)
}

const noNames = new Set(
  'also then now still later earlier he she they who and but finally recently'.split(' '),
)

const isReportingVerb = (word: string | undefined) =>
  word !== undefined &&
  /^(said|says|called|told|wrote|noted|added|asked|has|was|is|argued|claimed|denied)$/.test(word)

/** Headlines and titles of books: there a capital proves nothing. */
function isTitleCase(t: Tokens, unit: Unit): boolean {
  let [capitals, words] = [0, 0]
  for (let i = unit.first; i < unit.last; i++) {
    const [letter = ''] = t.wordAt(i)
    if (letter.toLowerCase() === letter.toUpperCase()) continue
    words++
    if (letter !== letter.toLowerCase()) capitals++
  }
  return capitals > words * 0.6
}
